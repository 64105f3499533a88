import { hasYear, type Habits } from './zi-table-continue.ts'
import type { PlacedRow } from './zi-table-row.ts'
import { findArea } from './vocabulary.ts'

/** Sees from all rows what is usual in this plan. */
export function habitsOf(rows: PlacedRow[]): Habits {
  const items = rows.filter(
    (row) => row.texts.butir !== undefined || row.texts.langkah !== undefined,
  )
  const labelled = items.filter((row) => row.label !== null || /^\W*\w{1,3}[.)]\s/.test(step(row)))
  const timed = rows.flatMap((row) => row.texts.waktu ?? [])
  const wrapped = isWrapped(items)
  return {
    labelled: labelled.length * 2 > items.length || (wrapped && labelled.length > 2),
    wrapped,
    years: timed.filter(hasYear).length * 2 > timed.length,
    numbersRows: numbersRows(items),
  }
}

/** Many rows inside a page begin in small letters: they are lines, and their words wrap. */
function isWrapped(items: PlacedRow[]): boolean {
  const inside = items.filter((row) => !row.opens && !row.label)
  const small = inside.filter((row) => /^\p{Ll}/u.test(step(row)))
  return small.length > 2 && small.length * 5 > items.length
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
