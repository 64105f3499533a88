import type { ColumnRole } from './column-words.ts'
import { columnAt, findHeadings, isColumnNumbers, type Column, type Heading } from './columns.ts'
import { isMark, isNothing, isSign } from './grid-marks.ts'
import { emptyTexts, isTextRole, type GridRow } from './grid-row.ts'
import { placeShifted } from './grid-shift.ts'
import type { NoiseKind, SourceCell, SourceLine } from './source.ts'
import { filledCells, tableRow, type TableRow } from './table-row.ts'
import { cleanText } from './text.ts'

export type GridLine =
  | { kind: 'row'; row: GridRow }
  /** words outside the table, such as the name of an area between two tables */
  | { kind: 'words'; baris: number; teks: string; afterBreak: boolean }

export type GridLines = {
  lines: GridLine[]
  noise: Map<number, NoiseKind>
  heading: Heading | null
}

const PAGE_NUMBER = /^\W*(?:hal(?:aman)?\W*)?\d{1,3}(?:\s*(?:dari|\/)\s*\d{1,3})?\W*$/i

/** Reads the lines of an annex as rows with roles; headings, page numbers and blank lines are noise. */
export function gridRows(lines: SourceLine[]): GridLines {
  const table = lines.flatMap((line) => tableRow(line) ?? [])
  const headings = findHeadings(table)
  const byLine = new Map(table.map((row) => [row.baris, row]))
  const read: GridLines = { lines: [], noise: new Map(), heading: headings[0] ?? null }
  for (const heading of headings) {
    for (const baris of heading.baris) read.noise.set(baris, 'judul-tabel')
  }
  const isBreak = breaks(lines, read.noise)
  const spans = new Map<number, number>()
  let heading = headings[0]
  for (const line of lines) {
    const later = headings.find((one) => one.baris[0] === line.baris)
    if (later) heading = later
    if (read.noise.has(line.baris)) continue
    const row = byLine.get(line.baris)
    const kind = noiseOf(line, row)
    if (kind) read.noise.set(line.baris, kind)
    else if (row && heading) {
      const covered = coveredColumns(row, spans)
      const merges = line.sel !== undefined
      const made = gridRow(row, heading, covered)
      const afterBreak = isBreak.has(line.baris)
      read.lines.push({ kind: 'row', row: { ...made, merges, afterBreak } })
    } else {
      const afterBreak = isBreak.has(line.baris)
      read.lines.push({ kind: 'words', baris: line.baris, teks: cleanText(line.teks), afterBreak })
    }
  }
  return read
}

function noiseOf(line: SourceLine, row: TableRow | undefined): NoiseKind | null {
  if (row && filledCells(row).length > 0) return isColumnNumbers(row) ? 'nomor-kolom' : null
  if (row) return row.cells.some((cell) => cell.arsiran) ? null : 'kosong'
  if (cleanText(line.teks) === '') return 'kosong'
  return PAGE_NUMBER.test(line.teks) ? 'nomor-halaman' : null
}

/**
 * Lines before which a page ends: after a blank line, a repeated heading or on another page. Where
 * blank lines stand between most rows they tell nothing.
 */
function breaks(lines: SourceLine[], headings: ReadonlyMap<number, NoiseKind>): Set<number> {
  const found = { page: new Set<number>(), blank: new Set<number>() }
  let before: SourceLine | null = null
  let since: 'blank' | 'heading' | null = null
  let count = 0
  for (const line of lines) {
    if (headings.has(line.baris)) since = 'heading'
    else if (line.teks.trim() === '' && !line.sel) since ??= 'blank'
    else {
      const turned = before?.halaman !== undefined && before.halaman !== line.halaman
      if (since === 'heading' || turned) found.page.add(line.baris)
      else if (since === 'blank') found.blank.add(line.baris)
      before = line
      since = null
      count++
    }
  }
  const rare = found.blank.size * 2 < count
  return rare ? new Set([...found.page, ...found.blank]) : found.page
}

/** Columns that a merged cell from an earlier row covers; `spans` holds rows left, by column. */
function coveredColumns(row: TableRow, spans: Map<number, number>): Set<number> {
  const covered = new Set<number>()
  for (const [kolom, left] of spans) {
    if (left > 0) covered.add(kolom)
    spans.set(kolom, left - 1)
  }
  for (const cell of row.cells) {
    for (let kolom = cell.kolom; kolom < cell.kolom + cell.colspan; kolom++) {
      covered.delete(kolom)
      spans.set(kolom, cell.rowspan - 1)
    }
  }
  return covered
}

function gridRow(
  row: TableRow,
  heading: Heading,
  covered: ReadonlySet<number>,
): Omit<GridRow, 'merges' | 'afterBreak'> {
  const { cells, shifted } = placeShifted(row.cells, heading)
  const texts = emptyTexts()
  const lain: string[] = []
  const marks = { bulan: new Set<number>(), beyond: 0 }
  for (const cell of cells) {
    const column = columnAt(heading, cell.kolom)
    if (takeMark(cell, column, heading, marks)) continue
    const teks = cellText(cell.teks)
    if (teks === '') continue
    const role = column?.peran ?? 'lain'
    if (isTextRole(role)) texts[role] = [texts[role], teks].filter((t) => t !== '').join('\n')
    else lain.push(teks)
  }
  return {
    ...texts,
    baris: row.baris,
    covered: rolesCovered(covered, heading),
    bulan: [...marks.bulan].toSorted((a, b) => a - b),
    beyond: marks.beyond,
    shifted,
    lain: lain.join('\n'),
  }
}

function rolesCovered(covered: ReadonlySet<number>, heading: Heading): Set<ColumnRole> {
  return new Set([...covered].flatMap((kolom) => columnAt(heading, kolom)?.peran ?? []))
}

/** Counts a cell that marks a month, or holds nothing; false when it holds words. */
function takeMark(
  cell: SourceCell,
  column: Column | null,
  heading: Heading,
  marks: { bulan: Set<number>; beyond: number },
): boolean {
  const last = lastMonthColumn(heading)
  const inMonths = column !== null && monthColumn(column)
  const behind = last !== null && cell.kolom >= last && !inMonths
  if (behind && !isSign(cell.teks)) return false
  if (!inMonths && !behind) return false
  if (isNothing(cell.teks) && !cell.arsiran) return true
  if (!cell.arsiran && !isMark(cell.teks)) return false
  if (behind) marks.beyond++
  for (let kolom = cell.kolom; kolom < cell.kolom + cell.colspan; kolom++) {
    for (const bulan of monthsAt(heading, kolom)) marks.bulan.add(bulan)
  }
  if (behind) marks.bulan.add(12)
  return true
}

/** A target-time column of twelve or more cells is a month grid whose month names were lost. */
function monthColumn(column: Column): boolean {
  return column.peran === 'bulan' || (column.peran === 'waktu' && column.lebar >= 12)
}

function lastMonthColumn(heading: Heading): number | null {
  const ends = heading.columns.filter(monthColumn).map((column) => column.kolom + column.lebar)
  return ends.length === 0 ? null : Math.max(...ends)
}

function monthsAt(heading: Heading, kolom: number): number[] {
  const column = columnAt(heading, kolom)
  if (!column || !monthColumn(column)) return []
  return column.bulan ?? [Math.min(12, kolom - column.kolom + 1)]
}

/** A cell's words, each of its lines cleaned. */
function cellText(text: string): string {
  return text
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n')
}
