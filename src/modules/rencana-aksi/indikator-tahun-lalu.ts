import { capaianOf, type NilaiBulan } from './indikator.ts'
import type { CaraHitung, JenisIndikator } from './jenis-indikator.ts'
import { textKey, wordLikeness } from './similar-text.ts'

/** An indicator of last year's plan with what was measured. */
export type IndikatorLama = {
  id: string
  rencanaId: string
  teks: string
  jenis: JenisIndikator
  caraHitung: CaraHitung
  nilai: NilaiBulan[]
}

/** From this share of common words on, two texts name the same indicator. */
const leastLikeness = 0.7

const withoutYear = (teks: string) => textKey(teks.replace(/\b20\d\d\b/g, ''))

/** Last year's indicator of the same words, years aside; else the likest of the same kind. */
export function matchTahunLalu(
  { teks, jenis }: { teks: string; jenis: JenisIndikator },
  candidates: readonly IndikatorLama[],
): IndikatorLama | null {
  const key = withoutYear(teks)
  const same = candidates.filter((one) => withoutYear(one.teks) === key)
  const measured = same.find((one) => one.nilai.length > 0) ?? same[0]
  if (measured) return measured
  const likest = candidates
    .filter((one) => one.jenis === jenis)
    .map((one) => ({ one, likeness: wordLikeness(withoutYear(one.teks), key) }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness)[0]
  return likest?.one ?? null
}

export type TahunLalu = {
  nilai: number | null
  /** where the value came from */
  asal: 'rencana' | 'koreksi' | 'salinan' | null
  /** the indicator of last year that was recognised */
  indikator: IndikatorLama | null
}

type Stored = {
  teks: string
  jenis: JenisIndikator
  nilaiTahunLalu: number | null
  /** a person has corrected it */
  corrected: boolean
}

/** A person's correction stands; else what last year's plan says now; else what was copied along. */
export function tahunLaluOf(stored: Stored, candidates: readonly IndikatorLama[]): TahunLalu {
  const indikator = matchTahunLalu(stored, candidates)
  if (stored.corrected) return { nilai: stored.nilaiTahunLalu, asal: 'koreksi', indikator }
  const nilai = indikator ? capaianOf(indikator, indikator.nilai) : null
  if (nilai !== null) return { nilai, asal: 'rencana', indikator }
  const asal = stored.nilaiTahunLalu === null ? null : 'salinan'
  return { nilai: stored.nilaiTahunLalu, asal, indikator }
}
