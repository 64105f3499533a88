/** Counts of cells: of one area and month, of an office, of a province; late follows from `lewat`. */
export type RekapPart = {
  /** the due date of these cells has passed on the local date of their office */
  lewat: boolean
  jumlah: number
  berjalan: number
  selesai: number
  selesaiTepat: number
  ditiadakan: number
}

/** What has come of a plan or of many: jumlah = kewajiban + ditiadakan, kewajiban = the four states. */
export type Capaian = {
  jumlah: number
  ditiadakan: number
  /** cells that were not waived */
  kewajiban: number
  selesai: number
  selesaiTepat: number
  terlambat: number
  /** begun, and not late */
  berjalan: number
  /** not begun, and not late */
  direncanakan: number
  /** obligations whose due date has passed, and how many of them were done by it */
  lewatTempo: number
  lewatTepat: number
}

const nothing: Capaian = {
  jumlah: 0,
  ditiadakan: 0,
  kewajiban: 0,
  selesai: 0,
  selesaiTepat: 0,
  terlambat: 0,
  berjalan: 0,
  direncanakan: 0,
  lewatTempo: 0,
  lewatTepat: 0,
}

/** Adds parts up. */
export function capaianOf(parts: readonly RekapPart[]): Capaian {
  const total = { ...nothing }
  for (const part of parts) {
    const { lewat, jumlah, berjalan, selesai, selesaiTepat, ditiadakan } = part
    const kewajiban = jumlah - ditiadakan
    const open = kewajiban - selesai
    total.jumlah += jumlah
    total.ditiadakan += ditiadakan
    total.kewajiban += kewajiban
    total.selesai += selesai
    total.selesaiTepat += selesaiTepat
    total.terlambat += lewat ? open : 0
    total.berjalan += lewat ? 0 : berjalan
    total.direncanakan += lewat ? 0 : open - berjalan
    total.lewatTempo += lewat ? kewajiban : 0
    total.lewatTepat += lewat ? selesaiTepat : 0
  }
  return total
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** Of the year's obligations, how much is done: 0 to 1, null without obligations. */
export const shareDone = ({ selesai, kewajiban }: Capaian) => share(selesai, kewajiban)

/** Of the obligations whose due date has passed, how much was done by it. */
export const shareInTime = ({ lewatTepat, lewatTempo }: Capaian) => share(lewatTepat, lewatTempo)

/** Of the year's obligations, how much should be done by now. */
export const shareDue = ({ lewatTempo, kewajiban }: Capaian) => share(lewatTempo, kewajiban)

/** What a heat table shows: share done, share in time, or how many are late. */
export type Ukuran = 'selesai' | 'tepat' | 'terlambat'

export const ukuranList: readonly Ukuran[] = ['selesai', 'tepat', 'terlambat']

/** The figure of one cell of a heat table; null where nothing was planned or nothing is due yet. */
export function figureOf(capaian: Capaian, ukuran: Ukuran): number | null {
  if (ukuran === 'selesai') return shareDone(capaian)
  if (ukuran === 'tepat') return shareInTime(capaian)
  return capaian.kewajiban === 0 ? null : capaian.terlambat
}

/** Sums by some key of the parts, such as the area or the office. */
export function capaianBy<Part extends RekapPart, Key>(
  parts: readonly Part[],
  keyOf: (part: Part) => Key,
): Map<Key, Capaian> {
  const groups = Map.groupBy(parts, keyOf)
  return new Map([...groups].map(([key, group]) => [key, capaianOf(group)]))
}

export type TrendPoint = {
  bulan: number
  /** obligations of the year up to and with this month */
  rencana: number
  /** those of them that are done; null for months still to come */
  selesai: number | null
}

/** Planned against done, added up month by month; `sampaiBulan` 0 to 12 is the month that today lies in. */
export function trendOf(
  parts: readonly (RekapPart & { bulan: number })[],
  sampaiBulan: number,
): TrendPoint[] {
  const byMonth = capaianBy(parts, ({ bulan }) => bulan)
  let rencana = 0
  let selesai = 0
  return Array.from({ length: 12 }, (_, index) => {
    const bulan = index + 1
    rencana += byMonth.get(bulan)?.kewajiban ?? 0
    selesai += byMonth.get(bulan)?.selesai ?? 0
    return { bulan, rencana, selesai: bulan <= sampaiBulan ? selesai : null }
  })
}
