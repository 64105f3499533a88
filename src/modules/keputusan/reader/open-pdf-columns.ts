import { monthsOfHeading } from './column-months.ts'
import { roleOfHeading } from './column-words.ts'
import type { Word } from './open-pdf-geometry.ts'
import { linePieces, type PagePiece, type PdfTable } from './open-pdf-page.ts'
import { cellText, lineText, segments, wordLines, type WordLine } from './open-pdf-words.ts'

type Span = { x0: number; x1: number }
/** The edges of the columns, and which of them stand under a common heading of months. */
type Columns = { xs: number[]; months: { kolom: number; colspan: number } | null }

/**
 * Finds tables set without rules: below a heading of plan columns the white lanes down the page part
 * the columns. Pages that follow keep the columns as long as their lines fit.
 */
export function tabulateUnruled(pages: PagePiece[][]): PagePiece[][] {
  let columns: Columns | null = null
  return pages.map((pieces) => {
    if (pieces.some((piece) => piece.kind === 'row')) {
      columns = null
      return pieces
    }
    const lines = wordLines(
      pieces.flatMap((piece) => (piece.kind === 'line' ? piece.words.words : [])),
    )
    const start = lines.findIndex(isHeading)
    const heading = lines[start]
    columns = heading ? columnsBelow(lines, start) : columns
    const body = heading ? lines.slice(start + 1) : lines
    if (!columns || !fits(body, columns.xs, heading ? 2 : 1)) {
      columns = null
      return pieces
    }
    const rows = rowPieces(body, columns.xs)
    if (!heading) return rows
    const before = lines.slice(0, start).flatMap((line) => line.words)
    return [...linePieces(before), headingPiece(heading, columns), ...rows]
  })
}

function isHeading(line: WordLine): boolean {
  const roles = segments(line, 1).map((part) => roleOfHeading(lineText(part)))
  const known = roles.filter((role) => role !== null && role !== 'no')
  return roles.length >= 3 && new Set(known).size >= 2 && known.length * 2 >= roles.length
}

/** Puts an edge into the emptiest lane between each heading and the next. */
function columnsBelow(lines: WordLine[], start: number): Columns | null {
  const { spans, months } = headingSpans(lines, start)
  if (spans.length < 3) return null
  const body = lines.slice(start).flatMap((line) => line.words)
  const left = Math.min(...body.map((word) => word.x0)) - 2
  const right = Math.max(...body.map((word) => word.x1)) + 2
  const inner = spans.slice(1).map((span, i) => {
    const before = spans[i] ?? span
    return emptiestLane(body, (before.x0 + before.x1) / 2, (span.x0 + span.x1) / 2)
  })
  return { xs: [left, ...inner, right], months }
}

/** The headings from left to right; months below a common heading take its place. */
function headingSpans(
  lines: WordLine[],
  start: number,
): { spans: Span[]; months: Columns['months'] } {
  const first = lines[start]
  const upper = first ? segments(first, 1).map(spanOf) : []
  for (const line of lines.slice(start + 1, start + 3)) {
    const parts = segments(line, 0.6)
    const months = parts.filter((part) => monthsOfHeading(lineText(part), 'BULAN'))
    if (months.length < 2 || months.length < parts.length * 0.7) continue
    const inner = months.map(spanOf)
    const from = inner[0]?.x0 ?? 0
    const to = inner.at(-1)?.x1 ?? 0
    const left = upper.filter((span) => span.x1 < from)
    const right = upper.filter((span) => span.x0 > to)
    const place = { kolom: left.length, colspan: inner.length }
    return { spans: [...left, ...inner, ...right], months: place }
  }
  return { spans: upper, months: null }
}

function spanOf(line: WordLine): Span {
  return { x0: line.words[0]?.x0 ?? 0, x1: line.words.at(-1)?.x1 ?? 0 }
}

/** The middle of the widest stretch between two places that fewest words cover. */
function emptiestLane(words: Word[], from: number, to: number): number {
  const steps = Math.max(2, Math.round(to - from))
  const covering = Array.from({ length: steps }, (_, i) => {
    const x = from + ((to - from) * (i + 0.5)) / steps
    return words.filter((word) => word.x0 - 1 < x && x < word.x1 + 1).length
  })
  const fewest = Math.min(...covering)
  let best = { start: 0, length: 0 }
  let run = { start: 0, length: 0 }
  covering.forEach((count, i) => {
    run = count > fewest ? { start: i + 1, length: 0 } : { ...run, length: run.length + 1 }
    if (run.length > best.length) best = run
  })
  return from + ((to - from) * (best.start + best.length / 2)) / steps
}

/** Running text crosses the lanes between columns; a table does not. */
function fits(lines: WordLine[], xs: number[], lanes: number): boolean {
  const crossing = lines.filter((line) => crosses(line, xs, lanes))
  return lines.length > 0 && crossing.length <= lines.length * 0.2
}

function crosses(line: WordLine, xs: number[], lanes: number): boolean {
  const inner = xs.slice(1, -1)
  return segments(line, 0.6)
    .map(spanOf)
    .some(({ x0, x1 }) => inner.filter((x) => x0 + 2 < x && x < x1 - 2).length >= lanes)
}

/** The heading row; a heading over several months covers all of them. */
function headingPiece(line: WordLine, { xs, months }: Columns): PagePiece {
  const cells = segments(line, 1).map((part) => {
    const { x0, x1 } = spanOf(part)
    const at = Math.max(
      0,
      xs.findLastIndex((x) => x <= (x0 + x1) / 2),
    )
    const isOver = months && at >= months.kolom && at < months.kolom + months.colspan
    const place = isOver ? months : { kolom: at, colspan: 1 }
    return { teks: lineText(part), rowspan: 1, ...place }
  })
  return { kind: 'row', y: line.y, table: { xs, open: false }, sel: cells }
}

function rowPieces(lines: WordLine[], xs: number[]): PagePiece[] {
  const table: PdfTable = { xs, open: false }
  return grouped(lines).flatMap((group): PagePiece[] => {
    const crossing = group.every((line) => crosses(line, xs, 2))
    if (crossing) return linePieces(group.flatMap((line) => line.words))
    const words = group.flatMap((line) => line.words)
    const sel = xs.slice(0, -1).map((x0, kolom) => {
      const x1 = xs[kolom + 1] ?? x0
      const own = words.filter((word) => x0 <= middle(word) && middle(word) < x1)
      return { teks: cellText(own, { x0, x1 }), kolom, colspan: 1, rowspan: 1 }
    })
    return [{ kind: 'row', y: group[0]?.y ?? 0, sel, table }]
  })
}

function middle(word: Word): number {
  return (word.x0 + word.x1) / 2
}

/** Lines set closer than the others make one row; evenly set lines stay apart. */
function grouped(lines: WordLine[]): WordLine[][] {
  const gaps = lines.slice(1).map((line, i) => line.y - (lines[i]?.y ?? line.y))
  const tight = Math.min(...gaps.filter((gap) => gap > 2))
  const loose = gaps.filter((gap) => gap > tight * 1.3)
  const isSpaced = loose.length >= 2 && loose.length < gaps.length
  const groups: WordLine[][] = []
  lines.forEach((line, i) => {
    const group = groups.at(-1)
    const gap = gaps[i - 1] ?? Infinity
    if (group && isSpaced && gap <= tight * 1.3) group.push(line)
    else groups.push([line])
  })
  return groups
}
