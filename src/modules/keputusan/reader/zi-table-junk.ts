import { columnAt } from './columns.ts'
import { isNothing } from './grid-marks.ts'
import { labelOnly } from './zi-table-label.ts'
import { isSchedulePart, type PlanRow } from './zi-table-row.ts'

/** Marks of a bad scan: a target time that is none, beside cells that are hardly words. */
export function isJunk(row: PlanRow): boolean {
  const cells = row.cells.filter((cell) => !isNothing(cell.teks))
  const times = cells.filter((cell) => columnAt(row.heading, cell.kolom)?.peran === 'waktu')
  const others = cells.filter((cell) => !times.includes(cell))
  if (times.length === 0 || times.some((cell) => isSchedulePart(cell.teks))) return false
  if (others.some((cell) => labelOnly(cell.teks))) return false
  return others.some((cell) => letterShare(cell.teks) < 0.4)
}

function letterShare(text: string): number {
  const signs = text.replace(/\s/g, '')
  return signs === '' ? 1 : signs.replace(/[^\p{L}]/gu, '').length / signs.length
}
