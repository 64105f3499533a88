import { readEnumerator } from './enumerator.ts'
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
  const seen = new Set<string>()
  return pages.map((pieces, n) => {
    const rows = pieces.filter(isRow)
    const repeated = countHeadings(rows, seen)
    for (const row of rows) seen.add(rowText(row))
    const above = pages[n - 1]?.findLast(isRow)
    const goesOn = above !== undefined && rows[0] !== undefined && sharesColumns(above, rows[0])
    const rest = rows.slice(repeated)
    const [cut, next] = rest
    if (!goesOn || !cut) return pieces
    const owners = pages[n - 1]?.filter(isRow) ?? []
    if (!above.table.open && !looksCut(owners, cut)) {
      for (const cell of cut.sel) moveBack(owners, cut, cell)
      return pieces
    }
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

/** Rows at the top of a page that an earlier page holds word for word. */
function countHeadings(rows: TableRow[], seen: ReadonlySet<string>): number {
  const differs = rows.slice(0, deepest).findIndex((row) => !seen.has(rowText(row)))
  return differs < 0 ? Math.min(rows.length, deepest) : differs
}

/** Some programs rule off a row that goes on: then each of its texts follows one, most in small letters. */
function looksCut(owners: TableRow[], cut: TableRow): boolean {
  const last = owners.at(-1)
  if (!cut.inside) return false
  const filled = cut.sel.filter((cell) => cell.teks !== '')
  const begun = filled.filter((cell) => beginsSmall(cell.teks))
  return (
    begun.length * 2 > filled.length &&
    filled.every((cell) => last !== undefined && textAbove(last, cell) !== '') &&
    filled.every((cell) => (readEnumerator(cell.teks)?.enumerator.value ?? 2) > 1)
  )
}

/** A merged list that was cut although a row of its own follows: its small letters belong above. */
function moveBack(owners: TableRow[], cut: TableRow, cell: SourceCell): void {
  const owner = owners.findLast((row) => textAbove(row, cell) !== '')
  const above = owner?.sel.find((other) => other.kolom === cell.kolom)
  if (!owner || !above || !beginsSmall(cell.teks) || !endsInListItem(above.teks)) return
  const reachesEnd = owners.indexOf(owner) + above.rowspan >= owners.length
  if (!reachesEnd || !cut.inside?.has(cell)) return
  append(owners, cut, cell)
  cell.teks = ''
}

function endsInListItem(text: string): boolean {
  return readEnumerator(text.split('\n').at(-1) ?? '') !== null && !/[.;]$/.test(text)
}

function textAbove(row: TableRow, cell: SourceCell): string {
  return row.sel.find((other) => other.kolom === cell.kolom)?.teks ?? ''
}

function beginsSmall(text: string): boolean {
  return /^\W*\p{Ll}{2}/u.test(text) && readEnumerator(text) === null
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
