/** Where monitoring is, below /kerja. */
export const monevUrl = '/kerja/monev'
export const rapatListUrl = '/kerja/rapat'
export const temuanListUrl = '/kerja/temuan'
export const ratlListUrl = `${temuanListUrl}/ratl`

const join = (...parts: (string | number)[]) => parts.join('/')

/** One round as seen from above: which offices have submitted. */
export const putaranUrl = (id: string, ...rest: string[]) => join(monevUrl, 'putaran', id, ...rest)

/** The report of one office in a round. */
export const laporanUrl = (id: string, ...rest: string[]) => join(monevUrl, 'laporan', id, ...rest)

export const rapatUrl = (id: string, ...rest: string[]) => join(rapatListUrl, id, ...rest)
export const temuanUrl = (id: string, ...rest: string[]) => join(temuanListUrl, id, ...rest)
export const ratlUrl = (id: string, ...rest: string[]) => join(ratlListUrl, id, ...rest)

/** An address with those parameters that say something. */
export function withQuery(url: string, query: Readonly<Record<string, string | number>>): string {
  const parameters = Object.entries(query).filter(([, value]) => value !== '')
  if (parameters.length === 0) return url
  return `${url}?${new URLSearchParams(parameters.map(([key, value]) => [key, String(value)]))}`
}
