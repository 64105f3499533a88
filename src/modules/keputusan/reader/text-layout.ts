import { opensSignature } from './signature-words.ts'
import type { SourceCell, SourceLine } from './source.ts'
import { cellsOfLines, columnsOf, type CellsOfLine } from './text-layout-columns.ts'
import { headingAt, type LaidHeading } from './text-layout-heading.ts'
import { laidLine, segmentOf, type LaidLine } from './text-layout-line.ts'
import { groupRows, rowText, type CellLine, type RowColumn } from './text-layout-rows.ts'

/**
 * Finds tables that spaces set in columns, as `pdftotext -layout` and the print to a text file do, and
 * gives their lines cells. A row over several lines has its cells on the first; the others name it.
 */
export function tabulateLayout(lines: SourceLine[]): SourceLine[] {
  if (lines.some((line) => line.sel || line.teks.includes('\t'))) return lines
  const laid = lines.map(laidLine)
  const placed = new Map<number, SourceLine>()
  let heading: LaidHeading | null = null
  let at = 0
  while (at < laid.length) {
    const found = headingAt(laid, at)
    if (found) {
      heading = found
      for (const line of headingLines(lines, found)) placed.set(line.baris, line)
      at += found.lines
    } else if (heading) {
      const end = chunkEnd(laid, at)
      for (const line of rowLines(lines, laid.slice(at, end), heading)) placed.set(line.baris, line)
      if (isEnd(laid[end])) heading = null
      at = end
    } else at++
    if (heading && isEnd(laid[at])) heading = null
  }
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

/** The rows of one page below a heading. */
function rowLines(lines: SourceLine[], chunk: LaidLine[], heading: LaidHeading): SourceLine[] {
  const body = chunk.filter((line) => line.words.length > 0 && !isPageNumber(line))
  const columns = columnsOf(heading.columns, body)
  const cells = cellsOfLines(body, columns)
  const rights = columns.map((_, i) =>
    Math.max(0, ...cells.map((line) => line[i]?.at(-1)?.to ?? 0)),
  )
  const shape = heading.columns.map(({ peran }, i): RowColumn => ({ peran, right: rights[i] ?? 0 }))
  const at = new Map<CellLine, LaidLine>()
  const cellLines = body.map((line, i) => {
    const before = chunk[chunk.indexOf(line) - 1]
    const made = cellLine(cells[i] ?? [], before?.words.length === 0)
    at.set(made, line)
    return made
  })
  return groupRows(cellLines, shape).flatMap((row) => {
    const sel = shape.flatMap((column, kolom) => {
      const teks = rowText(row, kolom, column)
      return [cell(teks, kolom)]
    })
    const numbers = row.map((line) => at.get(line)?.baris ?? 0)
    const first = numbers[0] ?? 0
    return numbers.flatMap((baris, i): SourceLine[] => {
      const line = lines[baris - 1]
      if (!line) return []
      return [i === 0 ? { ...line, sel } : { ...line, bagian: first }]
    })
  })
}

function cellLine(cells: CellsOfLine, afterBlank: boolean): CellLine {
  return {
    afterBlank,
    cells: cells.map((words) => {
      const { teks, from, to } = segmentOf(words)
      return { teks, from, to }
    }),
  }
}

function isPageNumber(line: LaidLine): boolean {
  const [only, second] = line.segments
  return !second && only !== undefined && only.from > 8 && /^[-–\s]*\d{1,3}[-–\s]*$/.test(only.teks)
}
