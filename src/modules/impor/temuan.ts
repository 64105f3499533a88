/** diterima = the reader decided rightly; diperbaiki = a person has put it right. */
export type Tindakan = 'diterima' | 'diperbaiki'

export const tindakan: readonly Tindakan[] = ['diterima', 'diperbaiki']
