import { linePieces, type PagePiece, type PdfTable } from './open-pdf-page.ts'
import { wordLines, type WordLine } from './open-pdf-words.ts'
import { lineOfWords, type LaidLine } from './text-layout-line.ts'
import { tablesOf, type TabledRow } from './text-layout.ts'

type PlacedLine = { page: number; line: WordLine; apart?: boolean }

/**
 * Finds tables set without rules: below a heading of plan columns the places of the words tell their
 * columns, as they do in a text set with spaces. A page with rules ends such a table.
 */
export function tabulateUnruled(pages: PagePiece[][]): PagePiece[][] {
  const result = pages.map((pieces) => pieces)
  let run: number[] = []
  const settle = (): void => {
    const done = tabulateRun(run.map((page) => pages[page] ?? []))
    run.forEach((page, i) => {
      result[page] = done[i] ?? []
    })
    run = []
  }
  pages.forEach((pieces, page) => {
    if (pieces.some((piece) => piece.kind === 'row')) settle()
    else run.push(page)
  })
  settle()
  return result
}

function tabulateRun(pages: PagePiece[][]): PagePiece[][] {
  const placed = pages.flatMap((pieces, page) =>
    withWhite(linesOf(pieces)).map((line) => ({ page, ...line })),
  )
  const rows = tablesOf(placed.map(laidLine))
  if (rows.length === 0) return pages
  const taken = new Set(rows.flatMap((row) => row.baris))
  return pages.map((_, page) => {
    const isRest = (each: PlacedLine, i: number): boolean => each.page === page && !taken.has(i + 1)
    const rest = placed.filter(isRest).flatMap(({ line }) => line.words)
    const own = rows.flatMap((row) => {
      const first = placed[(row.baris[0] ?? 0) - 1]
      return first?.page === page ? [rowPiece(row, first.line)] : []
    })
    return [...linePieces(rest), ...own].toSorted((a, b) => a.y - b.y)
  })
}

function linesOf(pieces: PagePiece[]): WordLine[] {
  return wordLines(pieces.flatMap((piece) => (piece.kind === 'line' ? piece.words.words : [])))
}

/** Tells which lines stand apart from the one above, where some do; evenly set lines do not tell. */
function withWhite(lines: WordLine[]): Omit<PlacedLine, 'page'>[] {
  const gaps = lines.slice(1).map((line, i) => line.y - (lines[i]?.y ?? line.y))
  const tight = Math.min(...gaps.filter((gap) => gap > 2))
  const loose = gaps.filter((gap) => gap > tight * 1.3)
  const isSpaced = loose.length >= 2 && loose.length < gaps.length
  return lines.map((line, i) => {
    const gap = gaps[i - 1]
    return isSpaced && gap !== undefined ? { line, apart: gap > tight * 1.3 } : { line }
  })
}

/** White between two words of one cell, in letter sizes, at most. */
const widest = 1

/** Letters are about half as wide as high. */
function laidLine({ page, line, apart }: PlacedLine, i: number): LaidLine {
  const wide = Math.max(1, line.size / 2)
  const words = line.words.map((word, at) => {
    const before = line.words[at - 1]
    const white = before ? (word.x0 - before.x1) / line.size : Infinity
    const gap = white > widest ? Math.max(2, white * 2) : 1
    const from = word.x0 / wide
    return { teks: word.text, from, to: Math.max(from + 1, word.x1 / wide), gap }
  })
  const laid = { ...lineOfWords(i + 1, page + 1, words), exact: true as const }
  return apart === undefined ? laid : { ...laid, apart }
}

/** Its columns count from 0 on all pages; the places only keep them apart. */
function rowPiece({ sel, ragu }: TabledRow, { y }: WordLine): PagePiece {
  const width = Math.max(...sel.map((cell) => cell.kolom + cell.colspan))
  const table: PdfTable = { xs: Array.from({ length: width + 1 }, (_, i) => i * 100), open: false }
  const row = { kind: 'row' as const, y, sel, table }
  return ragu ? { ...row, ragu } : row
}
