import { formatNumber, monthName } from '#platform/date.ts'
import { areaName } from './area.ts'
import { type Capaian, shareDone, type TrendPoint, type Ukuran } from './rekap.ts'

/** 0.614 → 61%; never 100% before everything is there. */
export function persen(share: number | null): string {
  if (share === null) return '–'
  const whole = Math.round(share * 100)
  return `${whole === 100 && share < 1 ? 99 : whole}%`
}

export const count = (value: number): string => formatNumber(value, 0)

/** 234102 → 234 rb: short enough to stand at the end of a line on a phone. */
export const roundCount = (value: number): string =>
  value < 10_000 ? count(value) : `${count(Math.round(value / 1000))} rb`

export const ukuranLabels: Record<Ukuran, string> = {
  selesai: 'Selesai',
  tepat: 'Tepat waktu',
  terlambat: 'Terlambat',
}

/** What the figures of a heat table mean, and which way they deepen. */
export const ukuranNotes: Record<Ukuran, string> = {
  selesai: 'Persen kewajiban setahun yang sudah selesai; makin pekat makin banyak yang selesai.',
  tepat:
    'Persen kewajiban yang sudah jatuh tempo dan selesai tepat waktu; makin pekat makin tepat waktu.',
  terlambat:
    'Jumlah kewajiban yang lewat jatuh tempo dan belum selesai; makin pekat makin banyak yang terlambat.',
}

export const figureText = (value: number, ukuran: Ukuran): string =>
  ukuran === 'terlambat' ? count(value) : persen(value)

/** Staff speak of obligations, the public of steps: both are one butir in one month. */
export type Sebutan = 'kewajiban' | 'langkah'

/** The message of a plot of areas: which is furthest, which is behind. */
export function areaMessage(areas: ReadonlyMap<number, Capaian>): string {
  const known = [...areas]
    .flatMap(([area, capaian]) => {
      const share = shareDone(capaian)
      return share === null ? [] : [{ name: areaName(area), share }]
    })
    .toSorted((a, b) => b.share - a.share)
  const [first] = known
  const last = known.at(-1)
  if (!first || !last) return 'Belum ada yang dijadwalkan'
  if (first.share === last.share) return `Semua area sama jauh: ${persen(first.share)} selesai`
  return `${first.name} paling jauh (${persen(first.share)} selesai), ${last.name.toLowerCase()} tertinggal (${persen(last.share)})`
}

/** The message of a plot of months: what should be done by now, and what is. */
export function trendMessage(trend: readonly TrendPoint[], sebutan: Sebutan): string {
  const now = trend.findLast(({ selesai }) => selesai !== null)
  if (!now || now.selesai === null) return 'Tahun rencana belum dimulai'
  const until = now.bulan === 12 ? 'Sepanjang tahun' : `Sampai ${monthName(now.bulan)}`
  if (now.rencana === 0) return `${until} belum ada yang dijadwalkan`
  if (now.selesai === now.rencana)
    return `${until} semua ${count(now.rencana)} ${sebutan} terjadwal sudah selesai`
  return `${until} dijadwalkan ${count(now.rencana)} ${sebutan}, ${count(now.selesai)} sudah selesai`
}

/** One sentence on how far it is: "61% dari 201 kewajiban selesai, 12 terlambat." */
export function capaianSentence(capaian: Capaian, sebutan: Sebutan = 'kewajiban'): string {
  const { kewajiban, terlambat } = capaian
  if (kewajiban === 0) return `Belum ada ${sebutan} yang dijadwalkan.`
  const late = terlambat === 0 ? 'tidak ada yang terlambat' : `${count(terlambat)} terlambat`
  return `${persen(shareDone(capaian))} dari ${count(kewajiban)} ${sebutan} selesai, ${late}.`
}
