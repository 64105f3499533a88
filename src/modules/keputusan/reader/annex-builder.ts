import type { RenaksiKeputusan } from '../renaksi.ts'
import { readGridTable } from './grid-table.ts'
import type { AnnexRead, SourceCell, SourceLine } from './source.ts'

/** Builds the lines of made-up annexes for tests, and reads them. */

const keputusan: RenaksiKeputusan = {
  penerbit: 'Komisi Pemilihan Umum Kabupaten Sukamaju',
  nomor: '5',
  tahun: 2026,
  judul: 'Rencana Aksi Reformasi Birokrasi Tahun 2026',
  tanggal: '2026-01-12',
}

export const readAnnex = (lines: SourceLine[]): AnnexRead => readGridTable(lines, { keputusan })

/** Lines of a text file; `|` stands for the tab. */
export function text(...rows: string[]): SourceLine[] {
  return rows.map((row, i) => ({ baris: i + 1, teks: row.replaceAll('|', '\t') }))
}

type Cell = string | Partial<SourceCell>

/** Lines of a file with real tables: cells from the left, `null` where a merged cell reaches down. */
export function table(...rows: (Cell | null)[][]): SourceLine[] {
  return rows.map((cells, i) => {
    let kolom = 0
    const sel: SourceCell[] = []
    for (const cell of cells) {
      const part = typeof cell === 'string' ? { teks: cell } : cell
      if (part) sel.push({ teks: '', kolom, colspan: 1, rowspan: 1, ...part })
      kolom += part?.colspan ?? 1
    }
    return { baris: i + 1, teks: sel.map((cell) => cell.teks).join('\t'), sel }
  })
}

/** Twelve month cells, marked with `mark` in the given months. */
export const months = (marked: number[], mark = '✓') =>
  Array.from({ length: 12 }, (_, i) => (marked.includes(i + 1) ? mark : ''))
export const shades = (shaded: number[]) =>
  Array.from({ length: 12 }, (_, i): Cell => ({ teks: '', arsiran: shaded.includes(i + 1) }))
export const numbers = Array.from({ length: 12 }, (_, i) => String(i + 1))
export const names = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'Mei',
  'Jun',
  'Jul',
  'Agt',
  'Sep',
  'Okt',
  'Nov',
  'Des',
]

export const gap = '|'.repeat(11)
/** The usual heading of an RB annex in a text file, on two lines. */
export const heading = [
  `NO|AREA PERUBAHAN|KEGIATAN|SUB KEGIATAN|INDIKATOR KEBERHASILAN|PELAKSANAAN (BULAN)${gap}|KET.`,
  `|||||${numbers.join('|')}|`,
]
/** A line of a text file: its cells up to the indicator, and the months marked. */
export const row = (cells: string, marked: number[] = [], mark?: string) =>
  `${cells}|${months(marked, mark).join('|')}|`

/** The plan as lines: area, activity, and butir with months and number of indicators. */
export function outline({ area }: AnnexRead): string[] {
  return area.flatMap((one) => [
    `${one.nomor ?? '-'} ${one.judul}`,
    ...one.kegiatan.flatMap((kegiatan) => [
      `  ${kegiatan.nomor ?? '-'} ${kegiatan.judul}`,
      ...kegiatan.butir.map((butir) => {
        const bulan = butir.jadwal ? butir.jadwal.bulan.join(',') : 'tanpa jadwal'
        return `    ${butir.label ?? '-'} ${butir.uraian ?? butir.langkah} [${bulan}] ${butir.indikator.join(' + ')}`
      }),
    ]),
  ])
}
