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

/**
 * Finds tables that spaces set in columns, as `pdftotext -layout` and the print to a text file do, and
 * gives their lines cells. A row over several lines has its cells on the first; the others name it.
 */
export function tabulateLayout(lines: SourceLine[]): SourceLine[] {
  if (lines.some((line) => line.sel || line.teks.includes('\t'))) return lines
  const laid = lines.map(laidLine)
  const placed = new Map<number, SourceLine>()
  let heading: LaidHeading | null = null
  let rows: LaidRow[] = []
  const settle = (): void => {
    for (const line of rows.flatMap((row) => linesOfRow(row, lines))) placed.set(line.baris, line)
    rows = []
  }
  for (let at = 0; at < laid.length;) {
    const found = headingAt(laid, at)
    if (found) {
      if (found.columns.length !== heading?.columns.length) settle()
      heading = found
      for (const line of headingLines(lines, found)) placed.set(line.baris, line)
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
  return placed.size === 0 ? lines : lines.map((line) => placed.get(line.baris) ?? line)
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

function headingLines(lines: SourceLine[], heading: LaidHeading): SourceLine[] {
  const { first, columns, months } = heading
  const own = lines.slice(first, first + heading.lines)
  const monthLine = months ? own[months.line - first] : undefined
  const top: SourceCell[] = []
  const below: SourceCell[] = []
  columns.forEach((column, kolom) => {
    if (column.peran !== 'bulan') top.push(cell(column.teks, kolom))
    else below.push(cell(column.teks, kolom))
    if (months?.kolom === kolom) {
      top.push({ ...cell(months.judul, kolom), colspan: months.jumlah })
    }
  })
  const head = own.find((line) => line !== monthLine && line.teks.trim() !== '')
  if (!head) return []
  return own.map((line) => {
    if (line === head) return { ...line, sel: top }
    if (line === monthLine) return { ...line, sel: below }
    return { ...line, bagian: head.baris }
  })
}

function cell(teks: string, kolom: number): SourceCell {
  return { teks, kolom, colspan: 1, rowspan: 1 }
}

/** Adds the lines of one page below a heading to the rows. */
function addPage(rows: LaidRow[], page: LaidLine[], heading: LaidHeading): void {
  const body = page.filter((line) => line.words.length > 0 && !isPageNumber(line))
  const cells = cellsOfLines(body, columnsOf(heading.columns, body))
  const columns = heading.columns.map(({ peran }, i): RowColumn => {
    return { peran, right: Math.max(0, ...cells.map((line) => line.columns[i]?.at(-1)?.to ?? 0)) }
  })
  const lines = body.map((line, i): CellLine => {
    const above = page[page.indexOf(line) - 1]
    return {
      baris: line.baris,
      afterBlank: above?.words.length === 0,
      ragu: cells[i]?.ragu ?? false,
      cells: (cells[i]?.columns ?? []).map((words) => {
        const { teks, from, to } = segmentOf(words)
        return { teks, from, to }
      }),
    }
  })
  addRows(rows, lines, columns)
}

function linesOfRow(row: LaidRow, lines: SourceLine[]): SourceLine[] {
  const sel = row.columns.map((_, kolom) => cell(rowText(row, kolom), kolom))
  const first = row.lines[0]?.baris ?? 0
  return row.lines.flatMap(({ baris }, i): SourceLine[] => {
    const line = lines[baris - 1]
    if (!line) return []
    if (i > 0) return [{ ...line, bagian: first }]
    return [row.lines.some((each) => each.ragu) ? { ...line, sel, ragu: true } : { ...line, sel }]
  })
}

function isPageNumber(line: LaidLine): boolean {
  const [only, second] = line.segments
  return !second && only !== undefined && only.from > 8 && /^[-–\s]*\d{1,3}[-–\s]*$/.test(only.teks)
}
