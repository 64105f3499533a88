import { limits, tooManyColumns } from './limits.ts'
import type { SourceCell } from './source.ts'

export type DocxCell = {
  paragraphs: string[]
  colspan: number
  vertical: 'restart' | 'continue' | null
  joinsLeft: boolean
  shaded: boolean
}
export type DocxRow = { cells: DocxCell[]; before: number; deleted: boolean }
export type DocxTable = {
  rows: DocxRow[]
  /** widths of the grid columns in twentieths of a point */
  grid: number[]
  /** rules by the table's own properties or else by its style; null until told */
  bordered: boolean | null
  ownBorders: boolean
  cellBorders: boolean
}

export function newTable(): DocxTable {
  return { rows: [], grid: [], bordered: null, ownBorders: false, cellBorders: false }
}

export function newRow(): DocxRow {
  return { cells: [], before: 0, deleted: false }
}

export function newCell(): DocxCell {
  return { paragraphs: [], colspan: 1, vertical: null, joinsLeft: false, shaded: false }
}

/**
 * True for a table that only places text, as decrees do with "Menimbang : a. bahwa …": few columns
 * and no visible rule.
 */
export function isLayout(table: DocxTable): boolean {
  const width = Math.max(0, ...table.rows.map((row) => row.cells.length))
  return width <= 4 && table.bordered !== true && !table.cellBorders
}

/** The text of a table without rules, line by line as it reads. */
export function flattenTable(table: DocxTable): string[] {
  return table.rows.filter((row) => !row.deleted).flatMap(flattenRow)
}

/** Labels in front ("Mengingat", ":", "1.") join the first paragraph after them. */
function flattenRow(row: DocxRow): string[] {
  const filled = row.cells.map((cell) => filledParagraphs(cell)).filter((texts) => texts.length > 0)
  const last = filled.at(-1) ?? []
  if (filled.slice(0, -1).some((texts) => texts.length > 1)) return filled.flat()
  const first = [...filled.slice(0, -1).flat(), last[0] ?? ''].join(' ')
  return [first, ...last.slice(1)]
}

/** The rows of a table in cells with their spans; a cell that continues one above is left out. */
export function tableCells(table: DocxTable): SourceCell[][] {
  const columns = collapsedColumns(table.grid)
  const open = new Map<number, SourceCell>()
  const kept = table.rows.filter((row) => !row.deleted)
  return kept.map((row) => rowCells(row, columns, open)).filter((cells) => cells.length > 0)
}

function rowCells(
  row: DocxRow,
  columns: (boundary: number) => number,
  open: Map<number, SourceCell>,
): SourceCell[] {
  const cells: SourceCell[] = []
  let boundary = row.before
  for (const cell of row.cells) {
    const kolom = columns(boundary)
    boundary += cell.colspan
    const colspan = Math.max(1, columns(boundary) - kolom)
    if (kolom + colspan > limits.columns) throw tooManyColumns()
    const left = cells.at(-1)
    const above = open.get(kolom)
    if (cell.joinsLeft && left) left.colspan += colspan
    else if (cell.vertical === 'continue' && above) above.rowspan++
    else {
      const placed: SourceCell = { teks: cellText(cell), kolom, colspan, rowspan: 1 }
      if (cell.shaded) placed.arsiran = true
      cells.push(placed)
      for (let covered = kolom; covered < kolom + colspan; covered++) open.delete(covered)
      if (cell.vertical === 'restart') open.set(kolom, placed)
    }
  }
  return cells
}

function cellText(cell: DocxCell): string {
  return filledParagraphs(cell).join('\n')
}

function filledParagraphs(cell: DocxCell): string[] {
  return cell.paragraphs.map((text) => text.trim()).filter((text) => text !== '')
}

/**
 * Numbers the columns by their boundaries. Word leaves slivers where rows were drawn by hand with edges
 * that almost meet; a sliver is no column.
 */
function collapsedColumns(grid: number[]): (boundary: number) => number {
  const sorted = grid.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  const sliver = Math.min(120, median / 4)
  const numbers = [0]
  for (const width of grid) {
    const at = numbers.at(-1) ?? 0
    numbers.push(width < sliver ? at : at + 1)
  }
  return (boundary) => numbers[boundary] ?? (numbers.at(-1) ?? 0) + boundary - grid.length
}
