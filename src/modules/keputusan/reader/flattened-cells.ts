import { cutAtoms, type Atom } from './flattened-atoms.ts'
import type { FlatText } from './flattened-lines.ts'
import type { Mark } from './flattened-marks.ts'
import { isTitle, type PlanEntry } from './national-plan.ts'
import type { MatchCell } from './flattened-match.ts'
import type { PlanMatch } from './plan-index.ts'
import { isSchedule } from './schedule.ts'
import { comparisonKey } from './similarity.ts'
import { joinLines } from './text.ts'

/** A cell of the lost table: neighbouring pieces of text that belong together. */
export type Cell = {
  /** place among the cells, from 0 */
  urut: number
  baris: number[]
  halaman: number
  /** as printed, on one line, without its mark */
  teks: string
  mark: Mark | null
  /** entries of the stored plan like it, best first */
  matches: PlanMatch[]
  /** every line of it is short, as in the columns of titles */
  narrow: boolean
}

const longestCell = 18
/** No likeness to the plan outweighs so many signs of a new cell inside a cell. */
const mostCrossed = 30
const shortTitle = 8
/** A letter of recognised text counts up to 1, one of unknown text so much. */
const unknownWorth = 0.3
const titleWorth = 0.4

/** Cuts the text of a flattened table into cells, weighing shape against likeness to the plan. */
export function cutCells(text: FlatText, entries: PlanEntry[], match: MatchCell): Cell[] {
  const atoms = cutAtoms(text, entries)
  const widths = text.lines.map((line) => line.teks.length).toSorted((a, b) => a - b)
  const narrow = Math.max(18, (widths[Math.floor(widths.length * 0.9)] ?? 0) * 0.55)
  const judge = (from: number, to: number) => {
    const judged = judgeCell(atoms.slice(from, to), match, narrow)
    if (text.columns.waktu && isTime(judged.cell)) judged.worth = judged.cell.teks.length
    if (isShortTitle(judged.cell, atoms, from, to)) judged.worth += shortTitle
    return judged
  }
  return bestCut(atoms, judge).map((cell, urut) => ({ ...cell, urut }))
}

function isTime({ teks, mark }: Omit<Cell, 'urut'>): boolean {
  return mark === null && teks.length <= 60 && isSchedule(teks)
}

/** A name as short as "SOP" that fills its line: it weighs too little by its letters. */
function isShortTitle(cell: Omit<Cell, 'urut'>, atoms: Atom[], from: number, to: number): boolean {
  const [best] = cell.matches
  if (!best || !isTitle(best.entry) || best.similarity < 0.97 || cell.teks.length > 8) return false
  const opens = atoms[from - 1]?.baris !== atoms[from]?.baris
  return opens && atoms[to]?.baris !== atoms[to - 1]?.baris
}

type Judged = { cell: Omit<Cell, 'urut'>; worth: number }

/** The cut of all atoms into cells that is worth most. */
function bestCut(atoms: Atom[], judge: (from: number, to: number) => Judged): Omit<Cell, 'urut'>[] {
  const worth = [0]
  const chosen: { from: number; cell: Omit<Cell, 'urut'> }[] = []
  for (let to = 1; to <= atoms.length; to++) {
    let best = Number.NEGATIVE_INFINITY
    let crossed = 0
    for (let from = to - 1; from >= 0 && to - from <= longestCell; from--) {
      const start = atoms[from]?.start ?? 0
      const judged = judge(from, to)
      const sum = (worth[from] ?? 0) + start + judged.worth - crossed
      if (sum > best) {
        best = sum
        chosen[to] = { from, cell: judged.cell }
      }
      crossed += Math.max(0, start)
      if (isWall(atoms[from]) || crossed > mostCrossed) break
    }
    worth[to] = best
  }
  const cells: Omit<Cell, 'urut'>[] = []
  for (let to = atoms.length; to > 0;) {
    const step = chosen[to]
    if (!step) break
    cells.unshift(step.cell)
    to = step.from
  }
  return cells
}

/** No cell reaches back over a mark at the beginning of a line. */
function isWall(atom: Atom | undefined): boolean {
  return atom?.mark !== null && atom?.mark !== undefined && atom.start > 12
}

function judgeCell(atoms: Atom[], match: MatchCell, narrowest: number): Judged {
  const [first] = atoms
  const teks = joinAtoms(atoms)
  const key = comparisonKey(teks)
  const mark = first?.mark ?? null
  const narrow = atoms.every((atom) => atom.width <= narrowest)
  const titled = narrow && !mark && !/[;.,]$/.test(teks) && /^\p{Lu}/u.test(teks)
  const matches = match({ teks, mark, titled })
  const shape = titled ? titleWorth : unknownWorth
  const known = matches[0] ? recognised(matches[0]) : 0
  const worth = key.length * Math.max(shape, known)
  const baris = [...new Set(atoms.map((atom) => atom.baris))]
  const cell = { baris, halaman: first?.halaman ?? 1, teks, mark, matches, narrow }
  return { cell, worth }
}

/** A title that is not quite known may hold more than the title. */
function recognised({ entry, similarity }: PlanMatch): number {
  if (similarity >= 0.97) return 1
  const likeness = Math.max(0, (similarity - 0.5) / 0.5)
  return isTitle(entry) ? likeness * 0.9 : likeness
}

function joinAtoms(atoms: Atom[]): string {
  const lines: string[] = []
  for (const atom of atoms) {
    if (atom.glued && lines.length > 0) lines.push(`${lines.pop() ?? ''}${atom.teks}`)
    else lines.push(atom.teks)
  }
  return joinLines(lines)
}
