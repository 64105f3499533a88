import { writeFile } from 'node:fs/promises'
import { utils, write } from '@e965/xlsx'

const titles = ['NO', 'AREA PERUBAHAN', 'KEGIATAN', 'SUB KEGIATAN', 'INDIKATOR KEBERHASILAN']
const widths = [5, 28, 32, 44, 44, ...Array.from({ length: 12 }, () => 4), 20]
const monthsFrom = titles.length
const keterangan = monthsFrom + 12

/** What a person fills in above the table; the words are those the reader looks for. */
const heading = [
  'KEPUTUSAN KETUA KOMISI PEMILIHAN UMUM …',
  'NOMOR … TAHUN …',
  'TENTANG',
  'RENCANA AKSI REFORMASI BIROKRASI DI LINGKUNGAN KOMISI PEMILIHAN UMUM … TAHUN …',
  'DENGAN RAHMAT TUHAN YANG MAHA ESA',
  'KETUA KOMISI PEMILIHAN UMUM …,',
  'MEMUTUSKAN:',
  'KESATU : Menetapkan rencana aksi sebagaimana tercantum dalam Lampiran Keputusan ini.',
  'Ditetapkan di …',
  'pada tanggal …',
  'KETUA KOMISI PEMILIHAN UMUM …,',
  'ttd.',
  '…',
  'LAMPIRAN',
]

/** Rows of the table as the template lays them out: number, area, kegiatan, sub kegiatan, indikator, twelve months, note. */
export type TemplateRow = string[]

/** Writes the workbook that an office fills in and imports; `rows` stay empty for a template. */
export function templateBytes(
  head: readonly string[] = heading,
  rows: readonly TemplateRow[] = emptyRows,
): Uint8Array {
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1))
  const first = head.length
  const sheet = utils.aoa_to_sheet([
    ...head.map((text) => [text]),
    [...titles, 'PELAKSANAAN (BULAN)', ...months.slice(1).map(() => ''), 'KET.'],
    [...titles.map(() => ''), ...months, ''],
    ...rows,
  ])
  sheet['!merges'] = [
    ...[...titles.keys(), keterangan].map((c) => area(first, first + 1, c, c)),
    area(first, first, monthsFrom, monthsFrom + 11),
  ]
  sheet['!cols'] = widths.map((wch) => ({ wch }))
  const book = utils.book_new(sheet, 'Rencana Aksi')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
}

/** Writes the empty template to a file. */
export const templateXlsx = (path: string): Promise<void> => writeFile(path, templateBytes())

const area = (fromRow: number, toRow: number, fromColumn: number, toColumn: number) => ({
  s: { r: fromRow, c: fromColumn },
  e: { r: toRow, c: toColumn },
})

const emptyRows: TemplateRow[] = Array.from({ length: 40 }, (_, index) => [
  index === 0 ? '1.' : '',
  ...Array.from({ length: keterangan }, () => ''),
])
