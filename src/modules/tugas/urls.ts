/** Where a person's work is. */
export const tugasUrl = '/kerja/tugas'

export const langgananUrl = `${tugasUrl}/langganan`

export const aturanUrl = `${tugasUrl}/setelan-pengingat`
