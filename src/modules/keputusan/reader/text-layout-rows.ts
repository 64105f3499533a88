import type { ColumnRole } from './column-words.ts'
import { readEnumerator } from './enumerator.ts'
import { monthOf } from './months.ts'

/** What one physical line holds in one column. */
export type LineCell = { teks: string; from: number; to: number }
export type CellLine = {
  baris: number
  cells: LineCell[]
  afterBlank: boolean
  /** where rows are set apart by white: whether white stands above this line */
  apart?: boolean
  ragu: boolean
}
export type RowColumn = { peran: ColumnRole | null; right: number; exact: boolean }

/** A row over the lines it takes; `columns` are those of its page. */
export type LaidRow = { lines: CellLine[]; columns: RowColumn[] }

/**
 * Adds the lines of one page to the rows so far, by signs that a line begins a row of its own. The
 * first lines may go on with the last row of the page before.
 */
export function addRows(rows: LaidRow[], lines: CellLine[], columns: RowColumn[]): void {
  for (const line of lines) {
    const row = rows.at(-1)
    const fits = row?.columns.length === columns.length
    const numbers = row?.lines.length === 1 && row.lines.some(numbersColumns)
    if (row && fits && !numbers && rowSign(row.lines, line, columns) <= 0) row.lines.push(line)
    else rows.push({ lines: [line], columns })
    giveBack(rows, line)
  }
}

/** A merged cell goes on beside the next row: what begins with a small letter belongs above. */
function giveBack(rows: LaidRow[], line: CellLine): void {
  const [above, row] = rows.slice(-2)
  if (!above || !row) return
  const earlier = row.lines.filter((each) => each !== line)
  row.columns.forEach(({ peran }, i) => {
    const cell = line.cells[i]
    const before = above.lines.at(-1)?.cells[i]
    if ((peran !== 'indikator' && peran !== 'eviden') || !cell || !before) return
    if (earlier.some((each) => each.cells[i]?.teks !== '')) return
    if (before.teks === '' || /[.;]$/.test(before.teks) || !/^\p{Ll}/u.test(cell.teks)) return
    if (readEnumerator(cell.teks)) return
    before.teks = `${before.teks} ${cell.teks}`
    before.to = cell.to
    cell.teks = ''
  })
}

/** "1 2 3 4 …" below a heading is a row of its own. */
function numbersColumns({ cells }: CellLine): boolean {
  const filled = cells.filter((cell) => cell.teks !== '')
  return filled.length >= 3 && filled.every((cell) => /^\(?\d{1,2}\)?$/.test(cell.teks))
}

/** Above 0 where `line` begins a row of its own rather than going on with `row`. */
function rowSign(row: CellLine[], line: CellLine, columns: RowColumn[]): number {
  let sign = line.afterBlank ? 1 : 0
  if (line.apart !== undefined) sign += line.apart ? 3 : -8
  const finest = columns.flatMap(({ peran }, i) => (isFinest(peran, columns) ? [i] : []))
  const isFilled = (each: CellLine, kolom: number): boolean => each.cells[kolom]?.teks !== ''
  if (finest.every((kolom) => !isFilled(line, kolom))) sign -= 4
  const ticks = (each: CellLine): boolean =>
    columns.some(({ peran }, i) => peran === 'bulan' && isFilled(each, i))
  if (ticks(line)) sign += row.some(ticks) ? 4 : 0
  columns.forEach((column, i) => {
    const cell = line.cells[i]
    if (!cell || cell.teks === '' || column.peran === 'bulan') return
    const before = row.findLast((each) => isFilled(each, i))?.cells[i] ?? null
    const adjacent = before !== null && row.at(-1)?.cells[i] === before
    sign += cellSign({ before, cell, adjacent, column, finest: finest.includes(i) })
  })
  return sign
}

function isFinest(peran: ColumnRole | null, columns: RowColumn[]): boolean {
  if (peran === 'butir' || peran === 'langkah') return true
  const hasItems = columns.some((each) => each.peran === 'butir' || each.peran === 'langkah')
  return peran === 'kegiatan' && !hasItems
}

type CellPair = {
  before: LineCell | null
  cell: LineCell
  /** the line above holds `before` */
  adjacent: boolean
  column: RowColumn
  finest: boolean
}

function cellSign({ before, cell, adjacent, column, finest }: CellPair): number {
  const { teks } = cell
  if (column.peran === 'no') return 5
  if (before && adjacent && isOpenEnd(before.teks)) return -4
  const listed = readEnumerator(teks)?.enumerator
  if (listed && finest) return 5
  if (listed) return listed.value === 1 ? 2 : -2
  if (/^\W*\p{Ll}/u.test(teks)) return before && adjacent ? -4 : -2
  if (!before) return finest ? 3 : 1
  if (!adjacent) return 3
  if (column.peran === 'waktu') return timeSign(before.teks, teks)
  const width = column.right - Math.min(before.from, cell.from)
  const word = /^\S+/.exec(teks)?.[0].length ?? 0
  const room = column.right - before.to - 1 - word
  return (/[.;]$/.test(before.teks) ? 1.5 : 0) + (room > width * 0.2 ? 1.5 : -1)
}

function isOpenEnd(text: string): boolean {
  return /[,/&–-]$|\b(?:s\/d|s\.d\.?|dan|atau|serta|di|ke|dari|pada|untuk|oleh|dengan)$/i.test(text)
}

function timeSign(before: string, text: string): number {
  const complete = /\b20\d\d$/.test(before)
  if (/^(?:20\d\d|s\/d|s\.d|-|–|dan)/i.test(text)) return -4
  const begins = /^\d{1,2}\b/.test(text) || monthOf(text.split(/[\s,]/)[0] ?? '') !== null
  return begins && complete ? 2 : -1
}

/** The text of a cell over the lines of its row; a list keeps its line breaks. */
export function rowText({ lines, columns }: LaidRow, kolom: number): string {
  const column = columns[kolom]
  const cells = lines.flatMap((line) => {
    const cell = line.cells[kolom]
    return cell && cell.teks !== '' ? [cell] : []
  })
  return cells.reduce((text, cell, i) => {
    const before = cells[i - 1]
    if (!before) return cell.teks
    return text + (beginsItem(before, cell, column) ? '\n' : ' ') + cell.teks
  }, '')
}

function beginsItem(before: LineCell, cell: LineCell, column: RowColumn | undefined): boolean {
  if (readEnumerator(cell.teks)) return true
  if (column?.peran !== 'eviden' && column?.peran !== 'indikator') return false
  if (isOpenEnd(before.teks) || (!column.exact && !/^\p{Lu}/u.test(cell.teks))) return false
  const word = /^\S+/.exec(cell.teks)?.[0].length ?? 0
  const width = column.right - Math.min(before.from, cell.from)
  return column.right - before.to - 1 - word > (column.exact ? 1 : width * 0.25)
}
