import { columnAt, type Heading } from './columns.ts'
import { isMark, isNothing } from './grid-marks.ts'
import { readEnumerator } from './enumerator.ts'
import type { SourceCell } from './source.ts'
import { findArea } from './vocabulary.ts'

/** Words long enough that they cannot be a number or a mark. */
const isWords = (text: string) => /\p{L}{3,}/u.test(text) && !isMark(text)

/**
 * Moves a run of texts that slipped into neighbouring columns back: to the left while words stand in
 * a month column, to the right when words stand in the column of numbers.
 */
export function placeShifted(
  cells: SourceCell[],
  heading: Heading,
): { cells: SourceCell[]; shifted: boolean } {
  const intruder = cells.findLast((cell) => isWords(cell.teks) && isMonth(heading, cell.kolom))
  if (intruder) return moveRun(cells, heading, intruder, -1)
  const first = cells.find((cell) => !isNothing(cell.teks))
  const slipped = first && columnAt(heading, first.kolom)?.peran === 'no' && isTitle(first.teks)
  return slipped ? moveRun(cells, heading, first, 1) : { cells, shifted: false }
}

function isMonth(heading: Heading, kolom: number): boolean {
  const column = columnAt(heading, kolom)
  return column?.peran === 'bulan' || (column?.peran === 'waktu' && column.lebar >= 12)
}

function isTitle(text: string): boolean {
  const bare = readEnumerator(text)?.rest ?? text
  return isWords(bare) && (findArea(text) !== null || bare.length > 12)
}

/** Moves the neighbouring texts that `cell` belongs to until it stands in a column of words. */
function moveRun(
  cells: SourceCell[],
  heading: Heading,
  cell: SourceCell,
  step: -1 | 1,
): { cells: SourceCell[]; shifted: boolean } {
  const run = runOf(cells, cell, step)
  const filled = new Set(cells.filter((c) => !run.has(c) && !isNothing(c.teks)).map((c) => c.kolom))
  let by = 0
  do {
    by += step
    const free = [...run].every((c) => c.kolom + by >= 0 && !filled.has(c.kolom + by))
    if (!free) return { cells, shifted: false }
  } while (!isTextColumn(heading, cell.kolom + by))
  const rest = cells.filter((c) => !run.has(c) && !isNothing(c.teks))
  const moved = [...run].map((c) => ({ ...c, kolom: c.kolom + by }))
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

function isTextColumn(heading: Heading, kolom: number): boolean {
  const peran = columnAt(heading, kolom)?.peran
  return peran !== undefined && peran !== 'bulan' && peran !== 'no' && peran !== 'ket'
}
