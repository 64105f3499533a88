export type Keyakinan = 'terverifikasi' | 'belum_terverifikasi'

export type Sasaran = { kode: string; teks: string; keyakinan: Keyakinan }

export type PetaJalan = {
  kode: string
  judul: string
  lingkup: 'nasional' | 'kpu'
  tahunDari: number
  tahunSampai: number
  sasaran: Sasaran[]
  sumber: string
  keyakinan: Keyakinan
  catatan: string | null
}

export const covers = (
  { tahunDari, tahunSampai }: Pick<PetaJalan, 'tahunDari' | 'tahunSampai'>,
  tahun: number,
): boolean => tahunDari <= tahun && tahun <= tahunSampai

/** The road maps of a year, the fittest first: KPU's own, then the one for the fewest years. */
export const petaJalanOf = (all: readonly PetaJalan[], tahun: number): PetaJalan[] =>
  all
    .filter((one) => covers(one, tahun))
    .toSorted(
      (a, b) =>
        Number(b.lingkup === 'kpu') - Number(a.lingkup === 'kpu') ||
        span(a) - span(b) ||
        b.tahunDari - a.tahunDari,
    )

const span = ({ tahunDari, tahunSampai }: PetaJalan) => tahunSampai - tahunDari
