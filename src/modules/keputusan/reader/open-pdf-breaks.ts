import type { Word } from './open-pdf-geometry.ts'
import type { PagePiece } from './open-pdf-page.ts'
import { cellText, wordLines } from './open-pdf-words.ts'
import type { SourceCell } from './source.ts'

export type TableRow = Extract<PagePiece, { kind: 'row' }>

/** Heading rows that a table repeats at most on each page. */
const deepest = 4

/**
 * Joins rows that a page break cut: a table without a rule at its bottom goes on in the first row of
 * the next page below the repeated heading. The second part of such a row is taken out.
 */
export function joinCutRows(pages: PagePiece[][]): PagePiece[][] {
  let headings: string[] = []
  return pages.map((pieces, n) => {
    const rows = pieces.filter(isRow)
    const above = pages[n - 1]?.findLast(isRow)
    const goesOn = above !== undefined && rows[0] !== undefined && sharesColumns(above, rows[0])
    if (!goesOn) headings = rows.slice(0, deepest).map(rowText)
    const rest = rows.slice(countHeadings(rows, goesOn ? headings : []))
    const [cut, next] = rest
    if (!goesOn || !cut || !above.table.open) return pieces
    const owners = pages[n - 1]?.filter(isRow) ?? []
    for (const cell of cut.sel) {
      append(owners, cut, cell)
      if (next && cell.rowspan > 1) carryOn(next, cell)
    }
    return pieces.filter((piece) => piece !== cut)
  })
}

function isRow(piece: PagePiece): piece is TableRow {
  return piece.kind === 'row'
}

function sharesColumns(a: TableRow, b: TableRow): boolean {
  const near = (x: number | undefined, y: number | undefined): boolean =>
    Math.abs((x ?? 0) - (y ?? 0)) < 5
  return near(a.table.xs[0], b.table.xs[0]) && near(a.table.xs.at(-1), b.table.xs.at(-1))
}

function rowText(row: TableRow): string {
  return row.sel.map((cell) => cell.teks).join('\t')
}

function countHeadings(rows: TableRow[], headings: string[]): number {
  const differs = rows.findIndex((row, i) => rowText(row) !== headings[i])
  return differs < 0 ? rows.length : differs
}

/** Puts what a cell holds after the break below what it held before. */
function append(owners: TableRow[], cut: TableRow, cell: SourceCell): void {
  const owner = owners.findLast((row) => row.sel.some((other) => other.kolom === cell.kolom))
  const before = owner?.sel.find((other) => other.kolom === cell.kolom)
  const first = before && owner?.inside?.get(before)
  const second = cut.inside?.get(cell)
  if (!before || !first || !second) return
  first.words = [...first.words, ...movedBelow(first.words, second.words)]
  before.teks = cellText(first.words, first.box)
  if (cell.arsiran) before.arsiran = true
}

function movedBelow(above: Word[], words: Word[]): Word[] {
  const last = wordLines(above).at(-1)
  const first = wordLines(words)[0]
  if (!last || !first) return words
  const shift = last.y + last.size * 1.2 - first.y
  return words.map((word) => ({ ...word, y: word.y + shift }))
}

/** A cell over several rows that began before the break covers those after the cut row as well. */
function carryOn(next: TableRow, cell: SourceCell): void {
  const rest: SourceCell = { ...cell, teks: '', rowspan: cell.rowspan - 1 }
  next.sel = [...next.sel, rest].toSorted((a, b) => a.kolom - b.kolom)
}
