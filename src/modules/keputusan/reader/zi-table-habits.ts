import { columnAt } from './columns.ts'
import { isSchedule } from './schedule.ts'
import { hasYear, type Habits } from './zi-table-continue.ts'
import type { SourceCell } from './source.ts'
import { labelOnly, readLabel } from './zi-table-label.ts'
import { isSchedulePart, type PlacedRow, type PlanRow } from './zi-table-row.ts'
import { findArea } from './vocabulary.ts'

/** Sees from all rows what is usual in this plan. */
export function habitsOf(rows: PlacedRow[], wrapped: boolean): Habits {
  const items = rows.filter((row) => step(row) !== '')
  const labelled = items.filter((row) => (row.label ?? row.nomor) && !row.texts.area)
  const timed = rows.flatMap((row) => row.texts.waktu ?? [])
  return {
    labelled: labelled.length * 2 > items.length || (wrapped && labelled.length > 2),
    wrapped,
    years: timed.filter(hasYear).length * 2 > timed.length,
    numbersRows: numbersRows(items),
  }
}

/** Many rows without a number begin in small letters: they are lines, and their words wrap. */
export function isWrapped(rows: PlanRow[]): boolean {
  const times = rows.flatMap((row) => row.cells.map((cell) => cell.teks).filter(isSchedulePart))
  const dated = times.some(hasYear)
  const isWhole = ({ teks }: SourceCell) => isSchedule(teks) && (!dated || hasYear(teks))
  const worded = rows.flatMap((row) => {
    const cells = row.cells.filter((cell) => columnAt(row.heading, cell.kolom)?.peran !== 'eviden')
    return cells.length > 0 ? [{ ...row, cells }] : []
  })
  const small = worded.filter(
    ({ opens, cells }) =>
      !opens && !labelOnly(cells[0]?.teks ?? '') && cells.some(startsSmall) && !cells.some(isWhole),
  )
  return small.length > 2 && small.length * 8 > worded.length
}

function startsSmall(cell: SourceCell): boolean {
  return /^\p{Ll}/u.test(cell.teks.trim()) && !readLabel(cell.teks)
}

/** Numbers that run on without a title, or with the title of the row above, count the rows. */
function numbersRows(items: PlacedRow[]): boolean {
  const numbered = items.filter((row) => row.nomor?.style === 'decimal')
  const titled = numbered.filter((row) => row.texts.area !== undefined)
  if ((numbered.length - titled.length) * 2 > numbered.length) return true
  const byArea = Map.groupBy(titled, (row) => areaKey(row.texts.area ?? ''))
  return [...byArea.values()].some((rows) => new Set(rows.map((r) => r.nomor?.value)).size > 1)
}

function areaKey(title: string): string {
  return findArea(title)?.area.kode ?? title.trim().toLowerCase()
}

function step(row: PlacedRow): string {
  return row.texts.butir ?? row.texts.langkah ?? ''
}
