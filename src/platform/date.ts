const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const

/** 1 → Januari … 12 → Desember. */
export const monthName = (bulan: number): string => months[bulan - 1] ?? String(bulan)

/** 1 → Jan, 8 → Agt: as the annexes head their columns. */
export const monthShort = (bulan: number): string =>
  bulan === 8 ? 'Agt' : monthName(bulan).slice(0, 3)

const calendars = new Map<string, Intl.DateTimeFormat>()

/** The calendar date (YYYY-MM-DD) of a moment in a time zone such as Asia/Makassar. */
export function localDate(at: Date, zona: string): string {
  // Making one takes longer than all else that a page does with dates.
  const calendar =
    calendars.get(zona) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zona, dateStyle: 'short' })
  calendars.set(zona, calendar)
  return calendar.format(at)
}

/** 2026-02-03 → 3 Februari 2026. */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${monthName(month ?? 0)} ${year}`
}

const zoneName: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

/** A moment as an office reads it: 3 Februari 2026 pukul 14.05 WITA. */
export function longMoment(at: Date, zona: string): string {
  const time = new Intl.DateTimeFormat('id-ID', {
    timeZone: zona,
    hour: '2-digit',
    minute: '2-digit',
  })
  return `${longDate(localDate(at, zona))} pukul ${time.format(at)} ${zoneName[zona] ?? zona}`
}

/** The last day of a month as YYYY-MM-DD. */
export const lastDayOfMonth = (tahun: number, bulan: number): string =>
  new Date(Date.UTC(tahun, bulan, 0)).toISOString().slice(0, 10)

/** 1234.5 → 1.234,5 */
export const formatNumber = (value: number, digits = 2): string =>
  new Intl.NumberFormat('id-ID', { maximumFractionDigits: digits }).format(value)
