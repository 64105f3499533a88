import { readEnumerator } from './enumerator.ts'
import { columnAt, type Heading } from './columns.ts'
import { isMonthColumn, isTextColumn, roleAt } from './grid-heading.ts'
import { isMark, isNothing } from './grid-marks.ts'
import { readSchedule } from './schedule.ts'
import type { SourceCell } from './source.ts'
import { findArea } from './vocabulary.ts'

type PlacedCells = { cells: SourceCell[]; shifted: boolean }

/** Words long enough that they cannot be a number or a mark. */
const isWords = (text: string) => /\p{L}{3,}/u.test(text) && !isMark(text)

/**
 * Moves a run of texts that slipped into neighbouring columns back: to the left while words stand in
 * a month column, to the right when words stand in the column of numbers.
 */
export function placeShifted(cells: SourceCell[], heading: Heading): PlacedCells {
  const intruder = cells.findLast((cell) => isIntruder(cell, heading))
  if (intruder) return moveRun(cells, heading, intruder, -1)
  const first = cells.find((cell) => !isNothing(cell.teks))
  if (!first || roleAt(heading, first.kolom) !== 'no' || !isTitle(first.teks)) {
    return { cells, shifted: false }
  }
  return moveRow(cells, heading) ?? moveRun(cells, heading, first, 1)
}

function isIntruder(cell: SourceCell, heading: Heading): boolean {
  if (!isMonthColumn(columnAt(heading, cell.kolom)) || !isWords(cell.teks)) return false
  return readSchedule(cell.teks, null) === null
}

function isTitle(text: string): boolean {
  const bare = readEnumerator(text)?.rest ?? text
  return isWords(bare) && (findArea(text) !== null || bare.length > 12)
}

/** A row that lost its empty cells at the left is as much shorter; its marks slipped as well. */
function moveRow(cells: SourceCell[], heading: Heading): PlacedCells | null {
  const width = Math.max(...cells.map((cell) => cell.kolom + cell.colspan))
  const by = heading.lebar - width
  const moved = cells.map((cell) => ({ ...cell, kolom: cell.kolom + by }))
  const fits = moved.every((cell) => !isWords(cell.teks) || isTextColumn(heading, cell.kolom))
  return by > 0 && fits ? { cells: moved, shifted: true } : null
}

/** Moves the neighbouring texts that `cell` belongs to until it stands in a column of words. */
function moveRun(
  cells: SourceCell[],
  heading: Heading,
  cell: SourceCell,
  step: -1 | 1,
): PlacedCells {
  const run = runOf(cells, cell, step)
  const rest = cells.filter((one) => !run.has(one) && !isNothing(one.teks))
  const taken = new Set(rest.map((one) => one.kolom))
  let by = 0
  do {
    by += step
    const free = [...run].every((one) => one.kolom + by >= 0 && !taken.has(one.kolom + by))
    if (!free) return { cells, shifted: false }
  } while (!isTextColumn(heading, cell.kolom + by))
  const moved = [...run].map((one) => ({ ...one, kolom: one.kolom + by }))
  return { cells: [...rest, ...moved].toSorted((a, b) => a.kolom - b.kolom), shifted: true }
}

/** The texts side by side with `from`: those before it when moving left, behind it when moving right. */
function runOf(cells: SourceCell[], from: SourceCell, step: -1 | 1): Set<SourceCell> {
  const run = new Set([from])
  let end = step < 0 ? from.kolom : from.kolom + from.colspan
  const filled = cells.filter((cell) => isWords(cell.teks))
  for (const cell of step < 0 ? filled.toReversed() : filled) {
    const touches = step < 0 ? cell.kolom + cell.colspan === end : cell.kolom === end
    if (!touches) continue
    run.add(cell)
    end = step < 0 ? cell.kolom : cell.kolom + cell.colspan
  }
  return run
}
