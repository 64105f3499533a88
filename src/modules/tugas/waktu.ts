import { type Kalender, workingDaysBetween } from '#modules/kalender'

const dayMs = 86_400_000

const shifted = (tanggal: string, days: number): string =>
  new Date(Date.parse(tanggal) + days * dayMs).toISOString().slice(0, 10)

/** The Sunday that ends the week of a date. */
export const endOfWeek = (tanggal: string): string =>
  shifted(tanggal, (7 - new Date(Date.parse(tanggal)).getUTCDay()) % 7)

export const daysLater = shifted

const daysBetween = (dari: string, sampai: string): number =>
  Math.round((Date.parse(sampai) - Date.parse(dari)) / dayMs)

/** Working days from today up to and with the due date; negative for those since it passed. */
export function sisaHari(kal: Kalender, today: string, jatuhTempo: string): number {
  // A due date before the years that are loaded is late beyond every step anyhow.
  const due = jatuhTempo < kal.dari ? kal.dari : jatuhTempo
  return workingDaysBetween(kal, today, due)
}

/** "3 hari kerja lagi", "hari ini", "terlambat 5 hari": as a person would say it. */
export function sisaText(kal: Kalender, today: string, jatuhTempo: string): string {
  const days = daysBetween(today, jatuhTempo)
  if (days < 0) return `terlambat ${-days} hari`
  if (days === 0) return 'hari ini'
  const working = sisaHari(kal, today, jatuhTempo)
  if (working === 0) return days === 1 ? 'besok, hari libur' : `${days} hari lagi, semuanya libur`
  if (days === 1) return 'besok'
  return `${working} hari kerja lagi`
}
