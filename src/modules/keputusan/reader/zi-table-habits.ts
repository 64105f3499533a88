import { columnAt } from './columns.ts'
import { readEnumerator } from './enumerator.ts'
import { isSchedule } from './schedule.ts'
import { hasYear, type Habits } from './zi-table-continue.ts'
import type { SourceCell } from './source.ts'
import { labelOnly, type PlacedRow, type PlanRow } from './zi-table-row.ts'
import { findArea } from './vocabulary.ts'

/** Sees from all rows what is usual in this plan. */
export function habitsOf(rows: PlacedRow[], wrapped: boolean): Habits {
  const items = rows.filter((row) => step(row) !== '')
  const labelled = items.filter((row) => row.label !== null && row.texts.area === undefined)
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
  const worded = rows.flatMap((row) => {
    const cells = row.cells.filter((cell) => columnAt(row.heading, cell.kolom)?.peran !== 'eviden')
    return cells.length > 0 ? [{ ...row, cells }] : []
  })
  const small = worded.filter(
    ({ opens, cells }) =>
      !opens && !labelOnly(cells[0]?.teks ?? '') && cells.some(startsSmall) && !cells.some(isTime),
  )
  return small.length > 2 && small.length * 8 > worded.length
}

function isTime(cell: SourceCell): boolean {
  return isSchedule(cell.teks)
}

function startsSmall(cell: SourceCell): boolean {
  return /^\p{Ll}/u.test(cell.teks.trim()) && !readEnumerator(cell.teks)
}

/** Numbers that run on where the area stays the same count the rows. */
function numbersRows(items: PlacedRow[]): boolean {
  const numbered = items.filter((row) => row.label?.style === 'decimal')
  const titled = numbered.filter((row) => row.texts.area !== undefined)
  const titles = new Set(titled.map((row) => areaKey(row.texts.area ?? '')))
  const untitled = numbered.length - titled.length
  return untitled * 2 > numbered.length || (titled.length > 0 && titles.size * 2 < titled.length)
}

function areaKey(title: string): string {
  return findArea(title)?.area.kode ?? title.trim().toLowerCase()
}

function step(row: PlacedRow): string {
  return row.texts.butir ?? row.texts.langkah ?? ''
}
