import type { RenaksiJadwal, Temuan } from '../renaksi.ts'
import type { GridEntry } from './grid-entry.ts'
import { monthName } from './months.ts'
import { readSchedule } from './schedule.ts'
import { cleanText } from './text.ts'

export type EntrySchedule = { jadwal: RenaksiJadwal | null; inherited: boolean }

/** The schedule of each entry of one activity, in order; months of a merged cell reach downwards. */
export function readSchedules(
  entries: GridEntry[],
  tahun: number | null,
  temuan: Temuan[],
): EntrySchedule[] {
  const read: EntrySchedule[] = []
  entries.forEach((entry, at) => {
    const own = ownSchedule(entry, tahun)
    const above = read.at(-1)?.jadwal ?? null
    const shares = own === null && above !== null && sharesMonths(entries, at)
    read.push({ jadwal: shares ? above : own, inherited: shares })
    if (shares) temuan.push(inheritedMonths(entry, above))
    if (own?.bulan.length === 0) temuan.push(unreadTime(entry))
    if (isSlipped(entry)) temuan.push(beyondDecember(entry))
  })
  return read
}

/**
 * Marks count before words, unless words of the same months also tell the days; words that are no
 * target time are kept as printed, without months.
 */
function ownSchedule(entry: GridEntry, tahun: number | null): RenaksiJadwal | null {
  const asli = cleanText(entry.waktu) || null
  const told = asli === null ? null : readSchedule(asli, tahun)
  if (entry.bulan.length === 0) {
    return told ?? (asli === null ? null : { bulan: [], mulai: null, selesai: null, asli })
  }
  const agrees = told?.bulan.join() === entry.bulan.join()
  return agrees ? told : { bulan: entry.bulan, mulai: null, selesai: null, asli }
}

/** Where only emptiness speaks for a merged cell, one row below with marks of its own speaks against. */
function sharesMonths(entries: GridEntry[], at: number): boolean {
  const sharing = entries[at]?.bulanSharing
  if (sharing !== 'assumed') return sharing === 'merged'
  let start = at
  while (start > 0 && entries[start]?.indikatorSharing !== 'own') start--
  const group = entries.slice(start + 1)
  const end = group.findIndex((entry) => entry.indikatorSharing === 'own')
  return group.slice(0, end < 0 ? undefined : end).every((entry) => entry.bulan.length === 0)
}

function inheritedMonths(entry: GridEntry, jadwal: RenaksiJadwal): Temuan {
  return {
    kode: 'jadwal-diwarisi',
    baris: entry.baris,
    pesan: 'Baris ini tidak memuat tanda bulan; selnya tampak menyatu dengan baris di atasnya.',
    keputusan: `Memakai bulan baris di atasnya: ${monthList(jadwal.bulan)}.`,
    alternatif: 'Jadwal dikosongkan.',
  }
}

function unreadTime(entry: GridEntry): Temuan {
  return {
    kode: 'waktu-tak-terbaca',
    baris: entry.baris,
    pesan: `Waktu pelaksanaan "${cleanText(entry.waktu)}" tidak menyebut bulan.`,
    keputusan: 'Teksnya dicatat apa adanya tanpa bulan.',
    alternatif: null,
  }
}

/** Single marks to the right of December, as against a row marked from some month to the end. */
export function isSlipped(entry: GridEntry): boolean {
  return entry.beyond > 0 && !runsToDecember(entry.bulan)
}

/** A half-yearly row on a page with surplus columns: its first mark may have slipped from June. */
export function isHalfYear(bulan: number[]): boolean {
  return bulan.join() === '7,12'
}

/** Months without a gap up to December: surplus columns change nothing. */
function runsToDecember(bulan: number[]): boolean {
  return bulan.length > 2 && bulan.every((month, i) => month === 13 - bulan.length + i)
}

/** Twelve months cannot hold thirteen marks: the page has more columns than the year has months. */
function beyondDecember(entry: GridEntry): Temuan {
  return {
    kode: 'bulan-melewati-desember',
    baris: entry.baris,
    pesan: `Ada ${entry.beyond} tanda di sebelah kanan kolom Desember.`,
    keputusan: `Tanda itu dibaca sebagai Desember: ${monthList(entry.bulan)}.`,
    alternatif: isHalfYear(entry.bulan) ? 'Juni, Desember' : null,
  }
}

function monthList(bulan: number[]): string {
  const [first] = bulan
  if (first !== undefined && runsToDecember(bulan)) return `${monthName(first)} sampai Desember`
  return bulan.map(monthName).join(', ')
}
