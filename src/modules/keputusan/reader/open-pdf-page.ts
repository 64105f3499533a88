import { isInside, middleOf, type Box, type PageMarks, type Word } from './open-pdf-geometry.ts'
import { findGrids, type Grid, type GridCell } from './open-pdf-grid.ts'
import { cellText, lineText, segments, wordLines, type WordLine } from './open-pdf-words.ts'
import type { SourceCell } from './source.ts'

/** A piece of a page from top to bottom: a line of text or a row of a table. */
export type PagePiece =
  | { kind: 'line'; y: number; size: number; teks: string; words: WordLine }
  | {
      kind: 'row'
      y: number
      sel: SourceCell[]
      table: PdfTable
      /** the words of each cell, where rules bound it */
      inside?: Map<SourceCell, { words: Word[]; box: Box }>
      /** no rules bound the cells, and where some text stands is a guess */
      ragu?: true
    }

/** What all rows of a table share: its column edges, and whether it lacks the rule at its bottom. */
export type PdfTable = { xs: number[]; open: boolean }

/** Reads the tables that rules draw, and the lines of text around them. */
export function readPage(marks: PageMarks): PagePiece[] {
  const grids = findGrids(marks)
  const inTables = new Map<Grid, Word[]>(grids.map((grid) => [grid, []]))
  const outside: Word[] = []
  for (const word of marks.words) {
    const grid = grids.find(({ box }) => isInside(grown(box), middleOf(word)))
    const into = (grid && inTables.get(grid)) ?? outside
    into.push(word)
  }
  const rows = grids.flatMap((grid) => tableRows(grid, inTables.get(grid) ?? [], marks.shades))
  return [...linePieces(outside), ...rows].toSorted((a, b) => a.y - b.y)
}

/** Lines of running text; what a wide gap sets apart, such as two signatures, is a line of its own. */
export function linePieces(words: Word[]): PagePiece[] {
  return wordLines(words).flatMap((line) =>
    readableSegments(line).map((part) => ({
      kind: 'line' as const,
      y: line.y,
      size: line.size,
      teks: lineText(part),
      words: part,
    })),
  )
}

/** "Menimbang      : a. bahwa" stays together however wide the gap before its colon. */
function readableSegments(line: WordLine): WordLine[] {
  const parts: WordLine[] = []
  for (const part of segments(line, 5)) {
    const before = parts.at(-1)
    if (before && part.words[0]?.text.startsWith(':')) before.words.push(...part.words)
    else parts.push(part)
  }
  return parts
}

function tableRows(grid: Grid, words: Word[], shades: Box[]): PagePiece[] {
  const table: PdfTable = { xs: grid.xs, open: grid.open }
  const starting = [...new Set(grid.cells.map((cell) => cell.baris))].toSorted((a, b) => a - b)
  const wordsOf = new Map<GridCell, Word[]>(grid.cells.map((cell) => [cell, []]))
  for (const word of words) {
    const cell = grid.cells.find(({ box }) => isInside(box, middleOf(word)))
    wordsOf.get(cell ?? nearestCell(grid, word))?.push(word)
  }
  return starting.map((baris) => {
    const inside = new Map<SourceCell, { words: Word[]; box: Box }>()
    for (const cell of grid.cells.filter((each) => each.baris === baris)) {
      const own = wordsOf.get(cell) ?? []
      const rows = starting.filter((row) => row >= baris && row < baris + cell.rowspan)
      const teks = cellText(own, cell.box)
      const { kolom, colspan, box } = cell
      const sel: SourceCell = { teks, kolom, colspan, rowspan: rows.length }
      if (isShaded(box, shades)) sel.arsiran = true
      inside.set(sel, { words: own, box })
    }
    return { kind: 'row', y: grid.ys[baris] ?? 0, table, sel: [...inside.keys()], inside }
  })
}

function nearestCell(grid: Grid, word: Word): GridCell {
  const [x, y] = middleOf(word)
  const distance = ({ box }: { box: Box }): number =>
    Math.max(box.x0 - x, x - box.x1, 0) + Math.max(box.y0 - y, y - box.y1, 0)
  return grid.cells.reduce((best, cell) => (distance(cell) < distance(best) ? cell : best))
}

/** Shaded over some two fifths, which also finds bars that do not fill their cell. */
function isShaded(cell: Box, shades: Box[]): boolean {
  const area = (cell.x1 - cell.x0) * (cell.y1 - cell.y0)
  return shades.some((shade) => {
    const width = Math.min(cell.x1, shade.x1) - Math.max(cell.x0, shade.x0)
    const height = Math.min(cell.y1, shade.y1) - Math.max(cell.y0, shade.y0)
    return width > 0 && height > 0 && width * height >= area * 0.4
  })
}

function grown(box: Box): Box {
  return { x0: box.x0 - 2, y0: box.y0 - 2, x1: box.x1 + 2, y1: box.y1 + 2 }
}
