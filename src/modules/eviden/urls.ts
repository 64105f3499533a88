/** Where the evidence of an office is, below /kerja. */
export const listUrl = '/kerja/eviden'
export const mediaUrl = `${listUrl}/media`
export const newUrl = `${listUrl}/baru`

/** The address of one evidence, or of something below it. */
export const evidenUrl = (id: string, ...rest: string[]): string => [listUrl, id, ...rest].join('/')
