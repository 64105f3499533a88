import { lastDayOfMonth, monthName } from '#platform/date.ts'

/** How often a plan is monitored. */
export type Selang = 'bulan' | 'triwulan' | 'semester' | 'tahun'

export const selangs: readonly Selang[] = ['bulan', 'triwulan', 'semester', 'tahun']

/** A stretch of the year: B01–B12, T1–T4, S1–S2 or Y, with its first and last month. */
export type Periode = { kode: string; nama: string; dari: number; sampai: number }

const monthsIn: Record<Selang, number> = { bulan: 1, triwulan: 3, semester: 6, tahun: 12 }
const roman = ['I', 'II', 'III', 'IV']

/** The periods of a year at this interval, in order. */
export const periodsOf = (selang: Selang): Periode[] =>
  Array.from({ length: 12 / monthsIn[selang] }, (_, index) => ({
    ...nameOf(selang, index),
    dari: index * monthsIn[selang] + 1,
    sampai: (index + 1) * monthsIn[selang],
  }))

function nameOf(selang: Selang, index: number): { kode: string; nama: string } {
  if (selang === 'bulan')
    return { kode: `B${String(index + 1).padStart(2, '0')}`, nama: monthName(index + 1) }
  if (selang === 'triwulan') return { kode: `T${index + 1}`, nama: `Triwulan ${roman[index]}` }
  if (selang === 'semester') return { kode: `S${index + 1}`, nama: `Semester ${roman[index]}` }
  return { kode: 'Y', nama: 'Setahun' }
}

/** The period of a code at whatever interval; null when it is none. */
export const periodOf = (kode: string): Periode | null =>
  selangs.flatMap(periodsOf).find((periode) => periode.kode === kode) ?? null

export type PeriodState = 'coming' | 'open' | 'overdue' | 'taken'

/** Open from the first day of the last month of the period, in time until the end of the month after it. */
export function windowOf(
  tahun: number,
  { sampai }: Periode,
): { mulai: string; jatuhTempo: string } {
  const next = sampai === 12 ? [tahun + 1, 1] : [tahun, sampai + 1]
  return {
    mulai: `${tahun}-${String(sampai).padStart(2, '0')}-01`,
    jatuhTempo: lastDayOfMonth(next[0] ?? tahun, next[1] ?? 1),
  }
}

export function periodState(
  tahun: number,
  periode: Periode,
  { today, taken }: { today: string; taken: boolean },
): PeriodState {
  if (taken) return 'taken'
  const { mulai, jatuhTempo } = windowOf(tahun, periode)
  if (today < mulai) return 'coming'
  return today > jatuhTempo ? 'overdue' : 'open'
}
