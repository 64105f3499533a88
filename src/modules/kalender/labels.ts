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

const zonaNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

export const zonaName = (zona: string): string => zonaNames[zona] ?? zona

/** [1, 2, 3, 4] → Senin–Kamis; [1, 5] → Senin, Jumat. */
export function hariRange(hari: readonly number[]): string {
  const names = hari.toSorted((a, b) => a - b).map((n) => hariNames[n - 1] ?? '')
  const [first, last] = [Math.min(...hari), Math.max(...hari)]
  const unbroken = last - first === hari.length - 1 && hari.length > 2
  return unbroken ? `${names[0]}–${names.at(-1)}` : names.join(', ')
}

export const masaLabels = { biasa: 'Hari biasa', ramadan: 'Ramadan' } as const

export const aturanLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hari_pertama: {
    berikutnya: 'Hari ke-1 adalah hari kerja sesudah hari diterima.',
    sama: 'Hari ke-1 adalah hari diterima, bila hari kerja dan jam kerja belum berakhir.',
  },
  cuti_bersama: {
    libur: 'Cuti bersama tidak dihitung sebagai hari kerja.',
    kerja: 'Cuti bersama dihitung sebagai hari kerja.',
  },
}
