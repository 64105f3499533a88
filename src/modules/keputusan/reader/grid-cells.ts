import { columnAt, type Heading } from './columns.ts'
import { behindMonths, isMonthColumn, monthsAt, roleAt } from './grid-heading.ts'
import { isMark, isNothing, isSign } from './grid-marks.ts'
import { emptyTexts, isTextRole, type GridRow, type TextRole } from './grid-row.ts'
import { placeShifted } from './grid-shift.ts'
import { readSchedule } from './schedule.ts'
import type { SourceCell } from './source.ts'
import { filledCells, type TableRow } from './table-row.ts'
import { cleanText } from './text.ts'
import { findArea } from './vocabulary.ts'

type Marks = { bulan: Set<number>; beyond: number }

/** Gives the cells of a row the roles of their columns. `covered` lists columns under merged cells. */
export function gridRow(
  row: TableRow,
  heading: Heading,
  covered: ReadonlySet<number>,
): Omit<GridRow, 'merges' | 'afterBreak'> {
  const title = titleRow(row, heading)
  const { cells, shifted } = placeShifted(title ? [] : row.cells, heading)
  const texts = { ...emptyTexts(), ...title }
  const lain: string[] = []
  const marks: Marks = { bulan: new Set(), beyond: 0 }
  for (const cell of cells) {
    if (takeMark(cell, heading, marks)) continue
    const teks = cellText(cell.teks)
    if (teks === '') continue
    const column = columnAt(heading, cell.kolom)
    const role = isMonthColumn(column) && readSchedule(teks, null) ? 'waktu' : column?.peran
    if (role && isTextRole(role)) texts[role] = [texts[role], teks].filter(Boolean).join('\n')
    else lain.push(column?.judul ? `${column.judul}: ${teks}` : teks)
  }
  return {
    ...texts,
    baris: row.baris,
    covered: new Set([...covered].flatMap((kolom) => roleAt(heading, kolom) ?? [])),
    bulan: [...marks.bulan].toSorted((a, b) => a - b),
    beyond: marks.beyond,
    shifted,
    lain: lain.join('\n'),
  }
}

/** A row with nothing but a title across the table, or in its first columns, names an area. */
function titleRow(row: TableRow, heading: Heading): Partial<Record<TextRole, string>> | null {
  const filled = filledCells(row)
  const first = filled[0]
  if (!first || row.cells.some((cell) => cell.arsiran)) return null
  const numbered = filled.length === 2 && roleAt(heading, first.kolom) === 'no'
  const title = numbered ? filled[1] : first
  if (!title || filled.length !== (numbered ? 2 : 1)) return null
  const teks = cellText(title.teks)
  const no = numbered ? cellText(first.teks) : ''
  const wide = title.colspan >= 3 && title.colspan * 2 > heading.lebar
  const ahead = title.kolom <= 1 && !isMark(teks)
  if ((wide || ahead) && findArea(teks)) return { no, area: teks }
  return wide ? { no, kegiatan: teks } : null
}

/** Counts a cell that marks a month, or holds nothing; false when it holds words. */
function takeMark(cell: SourceCell, heading: Heading, marks: Marks): boolean {
  const behind = behindMonths(heading)
  if (!isMonthColumn(columnAt(heading, cell.kolom))) {
    if (behind === null || cell.kolom < behind || !isSign(cell.teks)) return false
    marks.beyond++
    marks.bulan.add(12)
    return true
  }
  if (cell.arsiran !== true && isNothing(cell.teks)) return true
  if (cell.arsiran !== true && !isMark(cell.teks)) return false
  for (let kolom = cell.kolom; kolom < cell.kolom + cell.colspan; kolom++) {
    for (const bulan of monthsAt(heading, kolom)) marks.bulan.add(bulan)
  }
  return isNothing(cell.teks) || isMark(cell.teks)
}

/** A cell's words, each of its lines cleaned. */
function cellText(text: string): string {
  return text
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n')
}
