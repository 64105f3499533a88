import { addDays, isWithin, weekdayOf } from './tanggal.ts'

export type JenisHari = 'libur_nasional' | 'cuti_bersama' | 'libur_lokal' | 'kerja_pengganti'

/** A day that is not what its weekday makes it. */
export type HariKhusus = {
  tanggal: string
  jenis: JenisHari
  nama: string
  dasar: string
  keyakinan: 'terverifikasi' | 'ingatan'
}

/** Hours of some weekdays (1 = Senin … 7 = Minggu) in minutes since local midnight. */
export type JamKerja = {
  masa: 'biasa' | 'ramadan'
  hari: readonly number[]
  mulai: number
  istirahat: readonly [number, number] | null
  selesai: number
  dari: string
  sampai: string | null
  dasar: string
}

export type MasaRamadan = { dari: string; sampai: string; keyakinan: 'terverifikasi' | 'ingatan' }

/**
 * The working time of one office, as `kalenderOf` loads it. Dates outside `dari` to `sampai` (both included)
 * were not loaded: asking for one is a fault of the caller and throws.
 */
export type Kalender = {
  satkerKode: string
  zona: string
  /** minutes ahead of UTC */
  offset: number
  dari: string
  sampai: string
  hari: ReadonlyMap<string, HariKhusus>
  /** the first that fits a date holds: the office's own before the national ones */
  jam: readonly JamKerja[]
  ramadan: readonly MasaRamadan[]
  /** years whose national holidays are loaded, with the decree that sets them */
  tahun: ReadonlyMap<number, string>
  hariPertama: 'berikutnya' | 'sama'
  cutiBersama: 'libur' | 'kerja'
}

/** Minutes since local midnight, first included, last excluded. */
export type Selang = readonly [number, number]

const monday = 1

export const isRamadan = (kal: Kalender, tanggal: string): boolean =>
  kal.ramadan.some((masa) => isWithin(tanggal, masa))

/** What the day is besides its weekday, or null; collective leave that counts as work is nothing special. */
export function hariKhususOf(kal: Kalender, tanggal: string): HariKhusus | null {
  if (tanggal < kal.dari || tanggal > kal.sampai)
    throw new RangeError(`kalender was loaded for ${kal.dari} to ${kal.sampai}, not ${tanggal}`)
  const hari = kal.hari.get(tanggal)
  if (!hari || (hari.jenis === 'cuti_bersama' && kal.cutiBersama === 'kerja')) return null
  return hari
}

/** The working hours of a date, or null when it is none. A day worked in exchange has Monday's hours if it has none. */
export function jamOf(kal: Kalender, tanggal: string): JamKerja | null {
  const khusus = hariKhususOf(kal, tanggal)
  if (khusus && khusus.jenis !== 'kerja_pengganti') return null
  const own = hoursOf(kal, tanggal, weekdayOf(tanggal))
  return own ?? (khusus ? hoursOf(kal, tanggal, monday) : null)
}

function hoursOf(kal: Kalender, tanggal: string, weekday: number): JamKerja | null {
  const fits = (masa: JamKerja['masa']) =>
    kal.jam.find(
      (jam) => jam.masa === masa && jam.hari.includes(weekday) && isWithin(tanggal, jam),
    ) ?? null
  return (isRamadan(kal, tanggal) ? fits('ramadan') : null) ?? fits('biasa')
}

/** The stretches of work of a date, split by the break; none on a day off. */
export function selangKerja(kal: Kalender, tanggal: string): readonly Selang[] {
  const jam = jamOf(kal, tanggal)
  if (!jam) return []
  if (!jam.istirahat) return [[jam.mulai, jam.selesai]]
  return [
    [jam.mulai, jam.istirahat[0]],
    [jam.istirahat[1], jam.selesai],
  ]
}

export const isWorkingDay = (kal: Kalender, tanggal: string): boolean =>
  jamOf(kal, tanggal) !== null

/**
 * The n-th working day after a date; before it when n is negative. 0 gives the date itself,
 * or the next working day when it is none.
 */
export function addWorkingDays(kal: Kalender, tanggal: string, n: number): string {
  if (n === 0) return isWorkingDay(kal, tanggal) ? tanggal : addWorkingDays(kal, tanggal, 1)
  const step = Math.sign(n)
  let found = tanggal
  for (let left = Math.abs(n); left > 0;) {
    found = addDays(found, step)
    if (isWorkingDay(kal, found)) left -= 1
  }
  return found
}

/** Working days after `dari` up to and with `sampai`; negative when `sampai` lies before. */
export function workingDaysBetween(kal: Kalender, dari: string, sampai: string): number {
  if (sampai < dari) return -workingDaysBetween(kal, sampai, dari)
  let count = 0
  for (let tanggal = dari; tanggal < sampai;) {
    tanggal = addDays(tanggal, 1)
    if (isWorkingDay(kal, tanggal)) count += 1
  }
  return count
}
