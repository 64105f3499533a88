import { type Angka, percentOf, periodOf } from '#modules/rencana-aksi'

/** How far a plan should have been and was at the end of a period, in per cent of the whole year. */
export type LajuRow = { nama: string; target: number | null; realisasi: number | null }

/**
 * Period by period up to the one reported, in its own interval. Empty while fewer than two are known:
 * one point is no line.
 */
export function lajuOf(taken: readonly Angka[], angka: Angka): LajuRow[] {
  const current = periodOf(angka.periode)
  if (!current) return []
  const before = taken.flatMap((each) => {
    const periode = periodOf(each.periode)
    const sameLength = periode && periode.sampai - periode.dari === current.sampai - current.dari
    return sameLength && periode.sampai < current.sampai ? [{ periode, angka: each }] : []
  })
  if (before.length === 0) return []
  return [...before, { periode: current, angka }]
    .toSorted((a, b) => a.periode.sampai - b.periode.sampai)
    .map(({ periode, angka: { sejakJanuari } }) => ({
      nama: periode.nama,
      target: percentOf(sejakJanuari.diminta, sejakJanuari.setahun),
      realisasi: percentOf(sejakJanuari.selesai, sejakJanuari.setahun),
    }))
}
