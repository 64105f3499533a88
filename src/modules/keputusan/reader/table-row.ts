import type { SourceCell, SourceLine } from './source.ts'

/** A line that is a row of a table, in cells. Empty cells stay, since a position carries meaning. */
export type TableRow = {
  baris: number
  cells: SourceCell[]
}

/** The row that a line holds: its own cells, or its text cut at tabs or at the bars of a Markdown table. */
export function tableRow(line: SourceLine): TableRow | null {
  if (line.sel) return { baris: line.baris, cells: line.sel }
  const texts = cut(line.teks)
  if (texts === null) return null
  const cells = texts.map((teks, kolom) => ({ teks: teks.trim(), kolom, colspan: 1, rowspan: 1 }))
  return { baris: line.baris, cells }
}

export function tableRows(lines: SourceLine[]): TableRow[] {
  return lines.flatMap((line) => tableRow(line) ?? [])
}

/** The cells that hold a text. */
export function filledCells(row: TableRow): SourceCell[] {
  return row.cells.filter((cell) => cell.teks.trim() !== '')
}

/** How many columns a row reaches over. */
export function rowWidth(row: TableRow): number {
  return row.cells.reduce((width, cell) => Math.max(width, cell.kolom + cell.colspan), 0)
}

function cut(text: string): string[] | null {
  if (text.includes('\t')) return text.split('\t')
  const bars = /^\s*\|(.+)\|\s*$/.exec(text)?.[1]
  if (bars === undefined) return null
  return /^[\s|:-]+$/.test(bars) ? null : bars.split('|')
}
