import fc from 'fast-check'
import type { HariKhusus, JamKerja, JenisHari, Kalender } from './kalender.ts'
import { addDays, weekdayOf } from './tanggal.ts'
import { offsetOf } from './zona.ts'

/** Every random calendar begins in this window and may run on for a year. */
export const firstDay = '2026-01-01'
const loaded = { dari: '2025-01-01', sampai: '2028-12-31' }
const always = { dari: '1995-01-01', sampai: null, dasar: 'uji' }

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']
const offsets = new Map(zones.map((zona) => [zona, offsetOf(zona)]))

/** Hours of an ordinary kind: morning, perhaps a break, afternoon; each stretch at least half an hour. */
const hours = fc
  .tuple(
    fc.integer({ min: 360, max: 540 }),
    fc.integer({ min: 30, max: 300 }),
    fc.integer({ min: 0, max: 120 }),
    fc.integer({ min: 30, max: 300 }),
  )
  .map(([mulai, morning, pause, afternoon]) => ({
    mulai,
    istirahat: pause ? ([mulai + morning, mulai + morning + pause] as const) : null,
    selesai: mulai + morning + pause + afternoon,
  }))

const jam = fc
  .tuple(hours, hours, hours, hours, fc.boolean(), fc.boolean())
  .map(([plain, friday, ramadan, saturday, sixDays, hasRamadan]): JamKerja[] => [
    ...(sixDays ? [{ ...saturday, masa: 'biasa' as const, hari: [6], ...always }] : []),
    { ...plain, masa: 'biasa', hari: [1, 2, 3, 4], ...always },
    { ...friday, masa: 'biasa', hari: [5], ...always },
    ...(hasRamadan
      ? [{ ...ramadan, masa: 'ramadan' as const, hari: [1, 2, 3, 4, 5], ...always }]
      : []),
  ])

const jenis = fc.constantFrom<JenisHari>(
  'libur_nasional',
  'cuti_bersama',
  'libur_lokal',
  'kerja_pengganti',
)

const special = fc.tuple(fc.integer({ min: 0, max: 40 }), jenis).map(([day, kind]): HariKhusus => ({
  tanggal: addDays(firstDay, day),
  jenis: kind,
  nama: `Hari ${day}`,
  dasar: 'uji',
  keyakinan: 'terverifikasi',
}))

/** A calendar of an office: any zone, holidays, local days, Ramadan, hours of five or six days. */
export const aKalender: fc.Arbitrary<Kalender> = fc
  .record({
    zona: fc.constantFrom(...zones),
    jam,
    special: fc.array(special, { maxLength: 14 }),
    fasting: fc.integer({ min: -20, max: 40 }),
    hariPertama: fc.constantFrom('berikutnya' as const, 'sama' as const),
    cutiBersama: fc.constantFrom('libur' as const, 'kerja' as const),
  })
  .map(({ zona, special: days, fasting, ...rest }) => {
    const dari = addDays(firstDay, fasting)
    return {
      ...rest,
      ...loaded,
      satkerKode: '5203',
      zona,
      offset: offsets.get(zona) ?? 0,
      hari: new Map(days.map((day) => [day.tanggal, day])),
      ramadan: [{ dari, sampai: addDays(dari, 30), keyakinan: 'terverifikasi' as const }],
      tahun: new Map([[2026, 'SKB uji']]),
    }
  })

/** A moment in the first weeks of the window, on a whole minute. */
export const aMinute = fc
  .integer({ min: 0, max: 28 * 1440 })
  .map((minute) => new Date(Date.parse(`${firstDay}T00:00:00Z`) + minute * 60_000))

/** Any moment in the first weeks, to the millisecond. */
export const aMoment = fc
  .integer({ min: 0, max: 28 * 86_400_000 })
  .map((ms) => new Date(Date.parse(`${firstDay}T00:00:00Z`) + ms))

/** The hours of a date, rule by rule: written out anew to check the real one. */
function naiveHours(kal: Kalender, tanggal: string): JamKerja | undefined {
  const day = kal.hari.get(tanggal)
  const off = new Set<string>(['libur_nasional', 'libur_lokal'])
  if (kal.cutiBersama === 'libur') off.add('cuti_bersama')
  if (day && off.has(day.jenis)) return undefined
  const fasting = kal.ramadan.some((r) => tanggal >= r.dari && tanggal < r.sampai)
  const on = (weekday: number): JamKerja | undefined => {
    const fits = kal.jam.filter((j) => j.hari.includes(weekday))
    const shorter = fasting ? fits.find((j) => j.masa === 'ramadan') : undefined
    return shorter ?? fits.find((j) => j.masa === 'biasa')
  }
  return on(weekdayOf(tanggal)) ?? (day?.jenis === 'kerja_pengganti' ? on(1) : undefined)
}

/** For each of the 1440 minutes of a date: does the minute that begins there belong to work? */
export function naiveDay(kal: Kalender, tanggal: string): boolean[] {
  const found = naiveHours(kal, tanggal)
  const minutes = Array<boolean>(1440).fill(false)
  if (!found) return minutes
  for (let minute = 0; minute < 1440; minute += 1) {
    const present = minute >= found.mulai && minute < found.selesai
    const resting =
      found.istirahat !== null && minute >= found.istirahat[0] && minute < found.istirahat[1]
    minutes[minute] = present && !resting
  }
  return minutes
}
