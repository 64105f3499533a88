import { lastDayOfMonth, monthName } from '#platform/date.ts'
import type { CalendarDay, CalendarMonth, CalendarNote, DayShape } from '#ui/data/year-calendar.tsx'
import {
  type HariKhusus,
  hariKhususOf,
  isRamadan,
  isWorkingDay,
  type JenisHari,
  type Kalender,
} from '../kalender.ts'
import { jenisHariLabels } from '../labels.ts'
import { datesBetween, weekdayOf } from '../tanggal.ts'

export const shapeOf: Readonly<Record<JenisHari, DayShape>> = {
  libur_nasional: 'disc',
  cuti_bersama: 'ring',
  libur_lokal: 'square',
  kerja_pengganti: 'dashed',
}

/** The twelve months of a year as an office works them. */
export const monthsOf = (kal: Kalender, tahun: number, today: string): CalendarMonth[] =>
  Array.from({ length: 12 }, (_, i) => monthOf(kal, tahun, i + 1, today))

function monthOf(kal: Kalender, tahun: number, bulan: number, today: string): CalendarMonth {
  const first = `${tahun}-${String(bulan).padStart(2, '0')}-01`
  const dates = datesBetween(first, lastDayOfMonth(tahun, bulan))
  const special = dates.flatMap((tanggal) => hariKhususOf(kal, tanggal) ?? [])
  return {
    id: `bulan-${bulan}`,
    title: monthName(bulan),
    figure: `${dates.filter((tanggal) => isWorkingDay(kal, tanggal)).length} hari kerja`,
    days: dates.map((tanggal) => dayOf(kal, tanggal, today)),
    notes: notesOf(special),
  }
}

function dayOf(kal: Kalender, tanggal: string, today: string): CalendarDay {
  const khusus = hariKhususOf(kal, tanggal)
  const words = [
    khusus ? `${jenisHariLabels[khusus.jenis]}: ${khusus.nama}` : '',
    isRamadan(kal, tanggal) ? 'Ramadan' : '',
  ]
  return {
    day: dayOfMonth(tanggal),
    weekday: weekdayOf(tanggal),
    rest: !isWorkingDay(kal, tanggal),
    shape: khusus ? shapeOf[khusus.jenis] : undefined,
    line: isRamadan(kal, tanggal),
    today: tanggal === today,
    text: words.filter(Boolean).join(', ') || undefined,
  }
}

/** One note for all days of a month that have the same name and kind. */
function notesOf(special: readonly HariKhusus[]): CalendarNote[] {
  const groups = Map.groupBy(special, ({ jenis, nama }) => `${jenis} ${nama}`)
  return [...groups.values()].flatMap((days) => {
    const [first] = days
    if (!first) return []
    const kind = first.jenis === 'libur_nasional' ? '' : `${jenisHariLabels[first.jenis]}: `
    const when = rangesText(days.map(({ tanggal }) => dayOfMonth(tanggal)))
    return [{ shape: shapeOf[first.jenis], when, text: `${kind}${first.nama}` }]
  })
}

const dayOfMonth = (tanggal: string) => Number(tanggal.slice(8))

/** 2, 3, 4, 7 → 2–4, 7 */
export function rangesText(days: readonly number[]): string {
  const runs: [number, number][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ')
}
