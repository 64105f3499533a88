import { lastDayOfMonth } from '#platform/date.ts'

/** When a butir is due, as a decree says it: months, days, or both. Dates are YYYY-MM-DD. */
export type Jadwal = {
  bulan: readonly number[]
  mulai: string | null
  selesai: string | null
}

/** The days in which the obligation of one month is to be met. */
export type DueWindow = { bulan: number; mulai: string; jatuhTempo: string }

const firstDayOfMonth = (tahun: number, bulan: number) =>
  `${tahun}-${String(bulan).padStart(2, '0')}-01`

/**
 * One due window for each month: the whole month, or the part of it that the dates cover.
 * Months that the decree names stay even where its dates miss them; without named months the dates
 * give them, inside the plan's year. Dates may precede the signing of the decree.
 */
export function dueWindows(tahun: number, jadwal: Jadwal): DueWindow[] {
  const range = rangeOf(jadwal)
  const named = [...new Set(jadwal.bulan)].filter((bulan) => bulan >= 1 && bulan <= 12)
  const months = named.length > 0 ? named : monthsInRange(tahun, range)
  return months
    .toSorted((a, b) => a - b)
    .map((bulan) => ({ bulan, ...windowOf(tahun, bulan, range) }))
}

type Range = { mulai: string; selesai: string }

/** A single date stands for its day alone; dates in the wrong order are read the right way round. */
function rangeOf({ mulai, selesai }: Jadwal): Range | null {
  const one = mulai ?? selesai
  const other = selesai ?? mulai
  if (one === null || other === null) return null
  return one <= other ? { mulai: one, selesai: other } : { mulai: other, selesai: one }
}

function monthsInRange(tahun: number, range: Range | null): number[] {
  if (!range) return []
  return Array.from({ length: 12 }, (_, index) => index + 1).filter(
    (bulan) =>
      range.mulai <= lastDayOfMonth(tahun, bulan) && range.selesai >= firstDayOfMonth(tahun, bulan),
  )
}

function windowOf(tahun: number, bulan: number, range: Range | null) {
  const first = firstDayOfMonth(tahun, bulan)
  const last = lastDayOfMonth(tahun, bulan)
  if (!range || range.selesai < first || range.mulai > last)
    return { mulai: first, jatuhTempo: last }
  return {
    mulai: range.mulai > first ? range.mulai : first,
    jatuhTempo: range.selesai < last ? range.selesai : last,
  }
}
