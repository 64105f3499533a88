import { utils, write } from '@e965/xlsx'
import { placeCells, type AnnexDocument } from './documents.ts'

/** Writes a decree as a workbook: the text in the first column, then the table with merged cells. */
export function annexXlsx(annex: AnnexDocument): Uint8Array {
  const { grid, merges } = layOut(annex)
  const sheet = utils.aoa_to_sheet(grid)
  sheet['!merges'] = merges.map(({ row, kolom, rowspan, colspan }) => ({
    s: { r: row, c: kolom },
    e: { r: row + rowspan - 1, c: kolom + colspan - 1 },
  }))
  const book = utils.book_new(sheet, 'Lampiran')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
}

/** Writes a decree as CSV; a merged cell has its text in the first of its places. */
export function annexCsv(annex: AnnexDocument, delimiter: ',' | ';' | '\t'): Uint8Array {
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const lines = layOut(annex).grid.map((row) => row.map(quote).join(delimiter))
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
}

type Merge = { row: number; kolom: number; rowspan: number; colspan: number }

function layOut(annex: AnnexDocument): { grid: string[][]; merges: Merge[] } {
  const width = annex.widths.length
  const textRow = (text: string): string[] => [text, ...Array.from({ length: width - 1 }, () => '')]
  const rows = [...annex.heading, ...annex.rows]
  const table = rows.map(() => textRow(''))
  const merges: Merge[] = []
  for (const cell of placeCells(rows, width)) {
    const row = table[cell.row]
    if (row) row[cell.kolom] = cell.teks
    if (cell.rowspan > 1 || cell.colspan > 1) {
      merges.push({ ...cell, row: cell.row + annex.before.length })
    }
  }
  return { grid: [...annex.before.map(textRow), ...table, ...annex.after.map(textRow)], merges }
}
