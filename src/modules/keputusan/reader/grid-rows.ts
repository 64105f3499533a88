import { findHeadings, isColumnNumbers, type Heading } from './columns.ts'
import { gridRow } from './grid-cells.ts'
import { settleHeading } from './grid-heading.ts'
import type { GridRow } from './grid-row.ts'
import type { NoiseKind, SourceLine } from './source.ts'
import { filledCells, tableRow, type TableRow } from './table-row.ts'
import { cleanText } from './text.ts'

export type GridLine =
  | { kind: 'row'; row: GridRow }
  /** words outside the table, such as the name of an area between two tables */
  | { kind: 'words'; baris: number; teks: string }

type GridLines = {
  lines: GridLine[]
  noise: Map<number, NoiseKind>
  heading: Heading | null
}

const PAGE_NUMBER = /^\W*(?:hal(?:aman)?\W*)?\d{1,3}(?:\s*(?:dari|\/)\s*\d{1,3})?\W*$/i

/** Reads the lines of an annex as rows with roles; headings, page numbers and blank lines are noise. */
export function gridRows(lines: SourceLine[]): GridLines {
  const table = lines.flatMap((line) => (line.derau ? [] : (tableRow(line) ?? [])))
  const headings = findHeadings(table).map(settleHeading)
  const byLine = new Map(table.map((row) => [row.baris, row]))
  const noise = new Map<number, NoiseKind>()
  for (const heading of headings) {
    for (const baris of heading.baris) noise.set(baris, 'judul-tabel')
  }
  for (const line of lines) {
    const kind = noise.get(line.baris) ?? noiseOf(line, byLine.get(line.baris))
    if (kind) noise.set(line.baris, kind)
  }
  const read = readLines(lines, byLine, headings, noise)
  return { lines: read, noise, heading: headings[0] ?? null }
}

function readLines(
  lines: SourceLine[],
  byLine: Map<number, TableRow>,
  headings: Heading[],
  noise: Map<number, NoiseKind>,
): GridLine[] {
  const begins = new Map(headings.map((heading) => [heading.baris[0], heading]))
  const breaks = findBreaks(lines, noise)
  // a file without a single cell over several rows tells nothing about its empty cells
  const merges = lines.some((line) => line.sel?.some((cell) => cell.rowspan > 1))
  const spans = new Map<number, number>()
  const read: GridLine[] = []
  let heading = headings[0]
  for (const line of lines) {
    heading = begins.get(line.baris) ?? heading
    if (begins.has(line.baris)) spans.clear()
    if (noise.has(line.baris)) continue
    const row = byLine.get(line.baris)
    if (row && heading) {
      const texts = gridRow(row, heading, coveredColumns(row, spans))
      const afterBreak = breaks.has(line.baris)
      read.push({ kind: 'row', row: { ...texts, merges, afterBreak } })
    } else read.push({ kind: 'words', baris: line.baris, teks: cleanText(line.teks) })
  }
  return read
}

function noiseOf(line: SourceLine, row: TableRow | undefined): NoiseKind | null {
  if (line.derau) return line.derau
  if (row && filledCells(row).length > 0) return isColumnNumbers(row) ? 'nomor-kolom' : null
  if (row) return row.cells.some((cell) => cell.arsiran) ? null : 'kosong'
  if (/^[\s|:+-]*$/.test(cleanText(line.teks))) return 'kosong'
  return PAGE_NUMBER.test(line.teks) ? 'nomor-halaman' : null
}

/**
 * Lines before which a page ends: after a blank line, a repeated heading or on another page. Where
 * blank lines stand between most rows they tell nothing.
 */
function findBreaks(lines: SourceLine[], noise: ReadonlyMap<number, NoiseKind>): Set<number> {
  const pages = new Set<number>()
  const blanks = new Set<number>()
  let halaman: number | undefined
  let turned = false
  let blank = false
  let count = 0
  for (const line of lines) {
    const kind = noise.get(line.baris)
    if (kind === 'kosong') blank = true
    else if (kind) turned = true
    else {
      if (turned || (halaman !== undefined && halaman !== line.halaman)) pages.add(line.baris)
      else if (blank) blanks.add(line.baris)
      halaman = line.halaman
      turned = false
      blank = false
      count++
    }
  }
  return blanks.size * 2 < count ? new Set([...pages, ...blanks]) : pages
}

/** Columns that a merged cell from an earlier row covers; `spans` holds the rows left, by column. */
function coveredColumns(row: TableRow, spans: Map<number, number>): Set<number> {
  const covered = new Set([...spans].filter(([, left]) => left > 0).map(([kolom]) => kolom))
  for (const [kolom, left] of spans) spans.set(kolom, left - 1)
  for (const cell of row.cells) {
    for (let kolom = cell.kolom; kolom < cell.kolom + cell.colspan; kolom++) {
      covered.delete(kolom)
      spans.set(kolom, cell.rowspan - 1)
    }
  }
  return covered
}
