import {
  hariKhususOf,
  isRamadan,
  isWorkingDay,
  type JenisHari,
  type Kalender,
  selangKerja,
  type Selang,
} from './kalender.ts'
import { belumPastiOf } from './kepastian.ts'
import { addDays } from './tanggal.ts'
import { localOf, momentOf } from './zona.ts'

/** How much working time is given: whole working days (1 or more), or working minutes (0 or more). */
export type Tempo = { hari: number } | { menit: number }

/** One calendar day on the way to the due moment. */
export type HariDijelaskan = {
  tanggal: string
  kerja: boolean
  sebab: 'kerja' | 'akhir_pekan' | JenisHari
  /** the holiday's name, or null on a plain day */
  nama: string | null
  dasar: string | null
  ramadan: boolean
  /** the day's stretches of work, minutes since local midnight */
  selang: readonly Selang[]
  /** what this day added: a working day (0 or 1), or minutes */
  dihitung: number
  /** the sum so far, in the same unit */
  jumlah: number
  /** the day the clock started on but did not count */
  diterima: boolean
}

export type JatuhTempo = {
  /** always inside a stretch of work or at its closing end */
  jatuhTempo: Date
  penjelasan: HariDijelaskan[]
  satuan: 'hari' | 'menit'
  /** something on the way is not loaded or not verified yet, so the moment may still change */
  belumPasti: boolean
  /** why, in sentences */
  catatan: string[]
}

const msOfMinute = 60_000
const isCount = (n: number, least: number) => Number.isSafeInteger(n) && n >= least

/**
 * The moment at which so much working time after `start` has passed, and why, day by day.
 * Working days fall due when the last of them closes; see docs/hukum/hari-kerja.md.
 */
export function dueAfter(kal: Kalender, start: Date, tempo: Tempo): JatuhTempo {
  if ('hari' in tempo) {
    if (!isCount(tempo.hari, 1)) throw new RangeError('working days must be a whole number from 1')
    return dueAfterDays(kal, start, tempo.hari)
  }
  if (!isCount(tempo.menit, 0)) throw new RangeError('working minutes must be a whole number')
  return dueAfterMinutes(kal, start, tempo.menit)
}

function dueAfterDays(kal: Kalender, start: Date, n: number): JatuhTempo {
  const received = localOf(start, kal.offset)
  const penjelasan: HariDijelaskan[] = []
  let jumlah = 0
  for (let tanggal = received.tanggal; ; tanggal = addDays(tanggal, 1)) {
    const diterima = tanggal === received.tanggal
    const counts = isWorkingDay(kal, tanggal) && (!diterima || countsOnReceipt(kal, received))
    jumlah += counts ? 1 : 0
    const day = explain(kal, tanggal, counts ? 1 : 0, jumlah)
    penjelasan.push({ ...day, diterima: diterima && !counts })
    if (jumlah === n) {
      const [, close] = day.selang.at(-1) ?? [0, 0]
      return result(kal, tanggal, close * msOfMinute, penjelasan, 'hari')
    }
  }
}

/** Does the day of receipt count itself? Only by that rule, and only before its work closes. */
function countsOnReceipt(kal: Kalender, received: { tanggal: string; ms: number }): boolean {
  const close = selangKerja(kal, received.tanggal).at(-1)?.[1] ?? 0
  return kal.hariPertama === 'sama' && received.ms <= close * msOfMinute
}

function dueAfterMinutes(kal: Kalender, start: Date, menit: number): JatuhTempo {
  const received = localOf(start, kal.offset)
  const penjelasan: HariDijelaskan[] = []
  let left = menit * msOfMinute
  for (let tanggal = received.tanggal; ; tanggal = addDays(tanggal, 1)) {
    const from = tanggal === received.tanggal ? received.ms : 0
    const { due, used } = spend(selangKerja(kal, tanggal), from, left)
    left -= used
    const jumlah = menit - left / msOfMinute
    penjelasan.push(explain(kal, tanggal, used / msOfMinute, jumlah))
    if (due !== null) return result(kal, tanggal, due, penjelasan, 'menit')
  }
}

/** Takes working time from a day's stretches from a local time on; `due` is where it ran out, in ms of the day. */
function spend(
  selang: readonly Selang[],
  from: number,
  wanted: number,
): { due: number | null; used: number } {
  let used = 0
  for (const [open, close] of selang) {
    const begin = Math.max(from, open * msOfMinute)
    const room = close * msOfMinute - begin
    if (room < 0) continue
    if (wanted - used <= room) return { due: begin + wanted - used, used: wanted }
    used += room
  }
  return { due: null, used }
}

function explain(kal: Kalender, tanggal: string, dihitung: number, jumlah: number): HariDijelaskan {
  const khusus = hariKhususOf(kal, tanggal)
  const selang = selangKerja(kal, tanggal)
  const plain = selang.length > 0 ? 'kerja' : 'akhir_pekan'
  return {
    tanggal,
    kerja: selang.length > 0,
    sebab: khusus?.jenis ?? plain,
    nama: khusus?.nama ?? null,
    dasar: khusus?.dasar ?? null,
    ramadan: isRamadan(kal, tanggal),
    selang,
    dihitung,
    jumlah,
    diterima: false,
  }
}

function result(
  kal: Kalender,
  tanggal: string,
  ms: number,
  penjelasan: HariDijelaskan[],
  satuan: JatuhTempo['satuan'],
): JatuhTempo {
  const catatan = belumPastiOf(
    kal,
    penjelasan.map((day) => day.tanggal),
  )
  return {
    jatuhTempo: momentOf(tanggal, ms, kal.offset),
    penjelasan,
    satuan,
    belumPasti: catatan.length > 0,
    catatan,
  }
}
