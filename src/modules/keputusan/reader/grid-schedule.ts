import type { RenaksiJadwal, Temuan } from '../renaksi.ts'
import type { GridEntry } from './grid-entry.ts'
import { monthName } from './months.ts'
import { readSchedule } from './schedule.ts'

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
    if (entry.beyond > 0) temuan.push(beyondDecember(entry))
  })
  return read
}

function ownSchedule(entry: GridEntry, tahun: number | null): RenaksiJadwal | null {
  if (entry.waktu !== '') {
    const read = readSchedule(entry.waktu, tahun)
    if (read) return read
  }
  if (entry.bulan.length === 0) return null
  return { bulan: entry.bulan, mulai: null, selesai: null, asli: null }
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

/** Twelve months cannot hold thirteen marks: the page has more columns than the year has months. */
function beyondDecember(entry: GridEntry): Temuan {
  const half = entry.bulan.join() === '7,12'
  return {
    kode: 'bulan-melewati-desember',
    baris: entry.baris,
    pesan: `Ada ${entry.beyond} tanda di sebelah kanan kolom Desember.`,
    keputusan: `Tanda itu dibaca sebagai Desember: ${monthList(entry.bulan)}.`,
    alternatif: half ? 'Juni, Desember' : null,
  }
}

function monthList(bulan: number[]): string {
  return bulan.length === 12 ? 'Januari sampai Desember' : bulan.map(monthName).join(', ')
}
