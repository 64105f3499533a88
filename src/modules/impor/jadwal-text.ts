import { readSchedule, type RenaksiJadwal } from '#modules/keputusan'
import { longDate, monthName, monthShort } from '#platform/date.ts'

/** A schedule as it is typed: "Jan, Jul", "3 Februari 2026 - 28 Februari 2026", "setiap bulan", or nothing. */
export function jadwalText(jadwal: RenaksiJadwal | null): string {
  if (!jadwal) return ''
  const { bulan, mulai, selesai } = jadwal
  const days = [mulai, selesai].filter((date) => date != null)
  if (days.length > 0) return [...new Set(days.map(longDate))].join(' - ')
  if (bulan.length === 12) return 'setiap bulan'
  return bulan.length > 2 ? bulan.map(monthShort).join(', ') : bulan.map(monthName).join(', ')
}

/** The schedule that a person typed; null when empty, undefined when it cannot be understood. */
export function jadwalFromText(
  typed: string,
  tahun: number | null,
): RenaksiJadwal | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  if (/^(?:setiap|tiap) bulan$/i.test(text)) return months(allMonths)
  const numbers = text.split(/[\s,;]+/).map(Number)
  if (numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= 12))
    return months(numbers)
  const list = text
    .split(/\s*[,;]\s*/)
    .map((word) => allMonths.find((b) => names(b).has(word.toLowerCase())))
  if (list.every((bulan) => bulan !== undefined)) return months(list)
  const read = readSchedule(text, tahun)
  return read === null ? undefined : { ...read, asli: text }
}

const allMonths = Array.from({ length: 12 }, (_, index) => index + 1)

const names = (bulan: number): Set<string> =>
  new Set([monthName(bulan).toLowerCase(), monthShort(bulan).toLowerCase()])

const months = (bulan: readonly number[]): RenaksiJadwal => ({
  bulan: [...new Set(bulan)].toSorted((a, b) => a - b),
  mulai: null,
  selesai: null,
  asli: null,
})
