import { longDate } from '#platform/date.ts'
import { timeText } from './jam.ts'
import type { JenisHari, Selang } from './kalender.ts'
import type { HariDijelaskan } from './tempo.ts'
import { weekdayOf } from './tanggal.ts'

export const jenisHariLabels: Readonly<Record<JenisHari, string>> = {
  libur_nasional: 'Libur nasional',
  cuti_bersama: 'Cuti bersama',
  libur_lokal: 'Libur lokal',
  kerja_pengganti: 'Hari kerja pengganti',
}

export const hariNames = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const

export const hariName = (tanggal: string): string => hariNames[weekdayOf(tanggal) - 1] ?? ''

/** 2026-03-18 → Rabu, 18 Maret 2026. */
export const fullDate = (tanggal: string): string => `${hariName(tanggal)}, ${longDate(tanggal)}`

/** 07.30–12.00 dan 13.00–16.00 */
export const selangText = (selang: readonly Selang[]): string =>
  selang.map(([open, close]) => `${timeText(open)}–${timeText(close)}`).join(' dan ')

/** Why a day counted or not, in words. */
export function sebabText(day: HariDijelaskan): string {
  if (day.sebab === 'akhir_pekan') return 'Akhir pekan'
  if (day.sebab !== 'kerja') return `${jenisHariLabels[day.sebab]}: ${day.nama ?? ''}`
  const plain = day.ramadan ? 'Hari kerja, jam Ramadan' : 'Hari kerja'
  return day.diterima ? `${plain}, hari diterima tidak dihitung` : plain
}
