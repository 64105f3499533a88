import type { CaraHitung, JenisIndikator } from './jenis-indikator.ts'

/** The measured value of one month. */
export type NilaiBulan = { bulan: number; nilai: number }

export type Ukuran = {
  jenis: JenisIndikator
  satuan: string | null
  arah: 'naik' | 'turun'
  target: number | null
  caraHitung: CaraHitung
}

/** The highest value that an index can have: its unit names the scale ("skala 5"), otherwise 100. */
export const highestIndeks = (satuan: string | null): number =>
  Number(/skala\s*(?:1\s*-\s*)?(\d+)/i.exec(satuan ?? '')?.[1] ?? 100)

/** Why a value cannot be, as a sentence for the user; null when it can. */
export function nilaiProblem(
  { jenis, satuan }: Pick<Ukuran, 'jenis' | 'satuan'>,
  nilai: number,
): string | null {
  if (!Number.isFinite(nilai)) return 'Tulis nilai dengan angka, misalnya 87,5.'
  if (nilai < 0) return 'Nilai tidak boleh kurang dari 0.'
  if (jenis === 'dokumen' && nilai !== 0 && nilai !== 1) return 'Pilih ada atau tidak ada.'
  if (jenis === 'jumlah' && !Number.isInteger(nilai))
    return 'Jumlah ditulis dengan bilangan bulat, misalnya 12.'
  if (jenis === 'persen' && nilai > 100) return 'Persentase paling tinggi 100.'
  const highest = highestIndeks(satuan)
  if (jenis === 'indeks' && nilai > highest)
    return `Indeks ini paling tinggi ${highest}. Bila skalanya lain, ubah satuannya, misalnya "skala 5".`
  return null
}

/** A number as people type it: 1.250 and 1250 are the same, 87,5 and 87.5 too; NaN when it is none. */
export function parseNilai(text: string): number {
  const plain = text.replace(/[\s%]/g, '')
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain))
    return Number(plain.replaceAll('.', '').replace(',', '.'))
  return plain === '' ? Number.NaN : Number(plain.replace(',', '.'))
}

/** The achievement of the year so far; null while nothing was measured. */
export function capaianOf(
  { jenis, caraHitung }: Pick<Ukuran, 'jenis' | 'caraHitung'>,
  nilai: readonly NilaiBulan[],
): number | null {
  const last = nilai.toSorted((a, b) => a.bulan - b.bulan).at(-1)
  if (!last) return null
  // A document that was once there stays there.
  if (jenis === 'dokumen') return Math.max(...nilai.map((one) => one.nilai))
  const sum = nilai.reduce((total, one) => total + one.nilai, 0)
  if (caraHitung === 'jumlah') return rounded(sum)
  return caraHitung === 'rerata' ? rounded(sum / nilai.length) : last.nilai
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4

/** What is to be reached; a document needs no number for it. */
export const targetOf = ({ jenis, target }: Pick<Ukuran, 'jenis' | 'target'>): number | null =>
  target ?? (jenis === 'dokumen' ? 1 : null)

export type IndikatorState = 'unmeasured' | 'untargeted' | 'reached' | 'missed'

export const indikatorStates: readonly IndikatorState[] = [
  'unmeasured',
  'missed',
  'reached',
  'untargeted',
]

export function indikatorState(ukuran: Ukuran, capaian: number | null): IndikatorState {
  if (capaian === null) return 'unmeasured'
  const target = targetOf(ukuran)
  if (target === null) return 'untargeted'
  const reached = ukuran.arah === 'turun' ? capaian <= target : capaian >= target
  return reached ? 'reached' : 'missed'
}

export type Trend = 'better' | 'worse' | 'equal' | 'unknown'

/** This year against last year, in the direction that counts as good. */
export function trendOf(
  arah: Ukuran['arah'],
  capaian: number | null,
  tahunLalu: number | null,
): Trend {
  if (capaian === null || tahunLalu === null) return 'unknown'
  if (capaian === tahunLalu) return 'equal'
  return capaian > tahunLalu === (arah === 'naik') ? 'better' : 'worse'
}
