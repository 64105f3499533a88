const msOfDay = 86_400_000

const utc = (tanggal: string): number => Date.parse(`${tanggal}T00:00:00Z`)

/** The date n days later (or earlier): addDays('2026-02-28', 1) → '2026-03-01'. */
export const addDays = (tanggal: string, n: number): string =>
  new Date(utc(tanggal) + n * msOfDay).toISOString().slice(0, 10)

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekdayOf = (tanggal: string): number => new Date(utc(tanggal)).getUTCDay() || 7

export const yearOf = (tanggal: string): number => Number(tanggal.slice(0, 4))

/** Does the date lie in a period whose end is the first day it no longer holds (null: open)? */
export const isWithin = (
  tanggal: string,
  { dari, sampai }: { dari: string; sampai: string | null },
): boolean => dari <= tanggal && (sampai === null || tanggal < sampai)

/** Every date from the first to the last, both included. */
export function datesBetween(dari: string, sampai: string): string[] {
  const dates: string[] = []
  for (let tanggal = dari; tanggal <= sampai; tanggal = addDays(tanggal, 1)) dates.push(tanggal)
  return dates
}
