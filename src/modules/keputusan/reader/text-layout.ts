import { opensSignature } from './signature-words.ts'
import type { SourceCell, SourceLine } from './source.ts'
import { cellsOfLines, columnsOf } from './text-layout-columns.ts'
import { headingAt, type LaidHeading } from './text-layout-heading.ts'
import { laidLine, segmentOf, type LaidLine } from './text-layout-line.ts'
import {
  addRows,
  rowText,
  type CellLine,
  type LaidRow,
  type RowColumn,
} from './text-layout-rows.ts'

/** A row of a table, or of its heading, with the numbers of the lines that it takes. */
export type TabledRow = { baris: number[]; sel: SourceCell[]; ragu: boolean }

/**
 * Finds tables that spaces set in columns, as `pdftotext -layout` and the print to a text file do, and
 * gives their lines cells. A row over several lines has its cells on the first; the others name it.
 */
export function tabulateLayout(lines: SourceLine[]): SourceLine[] {
  if (lines.some((line) => line.sel || line.teks.includes('\t'))) return lines
  const placed = new Map<number, Partial<SourceLine>>()
  for (const { baris, sel, ragu } of tablesOf(lines.map(laidLine))) {
    const [first = 0, ...further] = baris
    placed.set(first, ragu ? { sel, ragu } : { sel })
    for (const each of further) placed.set(each, { bagian: first })
  }
  return lines.map((line) => ({ ...line, ...placed.get(line.baris) }))
}

/** The rows of all tables below a heading of plan columns. */
export function tablesOf(laid: LaidLine[]): TabledRow[] {
  const tabled: TabledRow[] = []
  let heading: LaidHeading | null = null
  let rows: LaidRow[] = []
  const settle = (): void => {
    tabled.push(...rows.map(tabledRow))
    rows = []
  }
  for (let at = 0; at < laid.length;) {
    const found = headingAt(laid, at)
    if (found) {
      if (found.columns.length !== heading?.columns.length) settle()
      heading = found
      tabled.push(...headingRows(laid, found))
    }
    const end = found ? at + found.lines : heading ? chunkEnd(laid, at) : at + 1
    if (heading && !found) addPage(rows, laid.slice(at, end), heading)
    at = end
    if (isEnd(laid[at])) {
      settle()
      heading = null
    }
  }
  settle()
  return tabled
}

/** The lines of one page up to the next heading or to what ends a table. */
function chunkEnd(laid: LaidLine[], at: number): number {
  for (let end = at; end < laid.length; end++) {
    const line = laid[end]
    if (!line) break
    if (end > at && (line.halaman !== laid[at]?.halaman || headingAt(laid, end))) return end
    if (isEnd(line)) return Math.max(end, at + 1)
  }
  return laid.length
}

/** A signature or the next annex ends a table. */
function isEnd(line: LaidLine | undefined): boolean {
  const [only, second] = line?.segments ?? []
  if (!only || second) return false
  return opensSignature(only.teks) || /^LAMPIRAN\b/.test(only.teks)
}

function headingRows(laid: LaidLine[], heading: LaidHeading): TabledRow[] {
  const { first, columns, months } = heading
  const top: SourceCell[] = []
  const below: SourceCell[] = []
  columns.forEach((column, kolom) => {
    if (column.peran !== 'bulan') top.push(cell(column.teks, kolom))
    else below.push(cell(column.teks, kolom))
    if (months?.kolom === kolom) top.push({ ...cell(months.judul, kolom), colspan: months.jumlah })
  })
  const filled = laid.slice(first, first + heading.lines).filter((line) => line.words.length > 0)
  const numbers = filled.map((line) => line.baris)
  const monthLine = months ? laid[months.line]?.baris : undefined
  const upper = { baris: numbers.filter((baris) => baris !== monthLine), sel: top, ragu: false }
  if (monthLine === undefined) return [upper]
  return [upper, { baris: [monthLine], sel: below, ragu: false }]
}

function cell(teks: string, kolom: number): SourceCell {
  return { teks, kolom, colspan: 1, rowspan: 1 }
}

/** Adds the lines of one page below a heading to the rows. */
function addPage(rows: LaidRow[], page: LaidLine[], heading: LaidHeading): void {
  const body = page.filter((line) => line.words.length > 0 && !isPageNumber(line))
  const cells = cellsOfLines(body, columnsOf(heading.columns, body))
  const columns = heading.columns.map(({ peran }, i): RowColumn => {
    const right = Math.max(0, ...cells.map((line) => line.columns[i]?.at(-1)?.to ?? 0))
    return { peran, right, exact: page.some((line) => line.exact) }
  })
  const lines = body.map((line, i): CellLine => {
    const above = page[page.indexOf(line) - 1]
    return {
      baris: line.baris,
      afterBlank: above?.words.length === 0,
      ...(line.apart === undefined ? {} : { apart: line.apart }),
      ragu: cells[i]?.ragu ?? false,
      cells: (cells[i]?.columns ?? []).map((words) => {
        const { teks, from, to } = segmentOf(words)
        return { teks, from, to }
      }),
    }
  })
  addRows(rows, lines, columns)
}

function tabledRow(row: LaidRow): TabledRow {
  return {
    baris: row.lines.map((line) => line.baris),
    sel: row.columns.map((_, kolom) => cell(rowText(row, kolom), kolom)),
    ragu: row.lines.some((line) => line.ragu),
  }
}

function isPageNumber(line: LaidLine): boolean {
  const [only, second] = line.segments
  return !second && only !== undefined && only.from > 8 && /^[-–\s]*\d{1,3}[-–\s]*$/.test(only.teks)
}
