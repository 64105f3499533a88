/** Where the plans are, below /kerja. */
export const listUrl = '/kerja/rencana-aksi'

/** The own work, kept by the room above. */
export const mineUrl = '/kerja/tugas'

/** Tells a page that it was opened from the own tasks, to lead back there. */
export const fromMine = { dari: 'tugas' } as const

/** The address of a plan, or of something below it: `planUrl(id, 'butir', butirId)`. */
export const planUrl = (id: string, ...rest: (string | number)[]): string =>
  [listUrl, id, ...rest].join('/')

/** The form of one obligation as opened from the own tasks; `done` has the answer Selesai chosen. */
export const selUrl = (
  sel: { rencanaId: string; butirId: string; bulan: number },
  query: { done?: boolean } = {},
): string =>
  withQuery(planUrl(sel.rencanaId, 'sel', sel.butirId, sel.bulan), {
    ...fromMine,
    tandai: query.done ? 'selesai' : '',
  })

/** An address with those parameters that say something. */
export function withQuery(url: string, query: Readonly<Record<string, string | number>>): string {
  const parameters = Object.entries(query).filter(([, value]) => value !== '')
  if (parameters.length === 0) return url
  return `${url}?${new URLSearchParams(parameters.map(([key, value]) => [key, String(value)]))}`
}
