import stored from './jenis-rapat.json' with { type: 'json' }

export type JenisRapat = {
  kode: string
  nama: string
  untuk: string
  /** its result is judged: the evaluation of the team's work plan */
  penilaian: boolean
  /** words in a butir that it is usually about, as a pattern */
  kataButir: string
}

/** The kinds of meetings that the offices' plans ask for, in the order of the form. */
export const jenisRapat: readonly JenisRapat[] = stored.jenis.map((jenis) => ({
  penilaian: false,
  ...jenis,
}))

export const jenisRapatOf = (kode: string): JenisRapat | null =>
  jenisRapat.find((jenis) => jenis.kode === kode) ?? null

export const namaJenisRapat = (kode: string): string => jenisRapatOf(kode)?.nama ?? kode

/** Does a butir, by its words, ask for a meeting of this kind? Only a suggestion. */
export const isAbout = (kode: string, butir: string): boolean => {
  const jenis = jenisRapatOf(kode)
  return jenis !== null && new RegExp(jenis.kataButir, 'i').test(butir)
}
