/** Where a person's notices are. */
export const listUrl = '/kerja/pemberitahuan'

export const setelanUrl = `${listUrl}/setelan`
