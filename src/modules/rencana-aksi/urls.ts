/** Where the plans are, below /kerja. */
export const listUrl = '/kerja/rencana-aksi'

export const mineUrl = `${listUrl}/tugas-saya`

/** Tells a page that it was opened from the own tasks, to lead back there. */
export const fromMine = { dari: 'tugas' } as const

/** The address of a plan, or of something below it: `planUrl(id, 'butir', butirId)`. */
export const planUrl = (id: string, ...rest: (string | number)[]): string =>
  [listUrl, id, ...rest].join('/')

/** An address with those parameters that say something. */
export function withQuery(url: string, query: Readonly<Record<string, string | number>>): string {
  const parameters = Object.entries(query).filter(([, value]) => value !== '')
  if (parameters.length === 0) return url
  return `${url}?${new URLSearchParams(parameters.map(([key, value]) => [key, String(value)]))}`
}
