import type { Cell } from './flattened-cells.ts'
import type { MatchCell } from './flattened-match.ts'
import { isTitle } from './national-plan.ts'
import { joinLines } from './text.ts'

type Mended = {
  cells: Cell[]
  /** cells joined where the plan does not know the whole */
  unsure: Cell[]
}

/** How far from the edge of a page the halves of a cut cell are looked for, in cells. */
const reach = 12
const firstCells = 3
const known = 0.8
const gain = 0.08

/** Joins cells that a page break cut in two, the halves apart by what the page ends with. */
export function mendCuts(cells: Cell[], match: MatchCell): Mended {
  const unsure: Cell[] = []
  const gone = new Set<Cell>()
  for (const page of new Set(cells.map((cell) => cell.halaman))) {
    const before = cells.filter((cell) => cell.halaman === page - 1 && isOpen(cell)).slice(-reach)
    const heads = cells.filter((cell) => cell.halaman === page).slice(0, firstCells)
    for (const head of heads.filter(isBody)) {
      const free = before.filter((cell) => !gone.has(cell))
      const tail = halfOf(head, free, match)
      if (!tail) continue
      if (tail.unsure) unsure.push(tail.cell)
      join(tail.cell, head, match)
      gone.add(head)
    }
  }
  const kept = cells.filter((cell) => !gone.has(cell))
  kept.forEach((cell, urut) => {
    cell.urut = urut
  })
  return { cells: kept, unsure }
}

function isBody(cell: Cell): boolean {
  const [best] = cell.matches
  return cell.mark === null && cell.teks !== '' && !(best && best.similarity >= known)
}

/** Breaks off without a sign at its end, and is no title. */
function isOpen(cell: Cell): boolean {
  const [best] = cell.matches
  const titled = best !== undefined && isTitle(best.entry) && best.similarity >= known
  return cell.teks !== '' && !titled && !/[.;!?]$/.test(cell.teks)
}

function halfOf(
  head: Cell,
  before: Cell[],
  match: MatchCell,
): { cell: Cell; unsure: boolean } | null {
  let best: { cell: Cell; likeness: number } | null = null
  for (const cell of before) {
    const whole = likenessOf(match({ teks: joinLines([cell.teks, head.teks]), ...shape(cell) }))
    const better = whole - Math.max(likenessOf(cell.matches), likenessOf(head.matches))
    if (whole >= known && better >= gain && whole > (best?.likeness ?? 0)) {
      best = { cell, likeness: whole }
    }
  }
  if (best) return { cell: best.cell, unsure: false }
  const [only, ...others] = before.filter((cell) => !cell.narrow && !isKnown(cell))
  const goesOn = /^\p{Ll}/u.test(head.teks) && !head.narrow
  return goesOn && only && others.length === 0 ? { cell: only, unsure: true } : null
}

function isKnown(cell: Cell): boolean {
  return likenessOf(cell.matches) >= known
}

function likenessOf(matches: Cell['matches']): number {
  return matches.find((each) => !isTitle(each.entry))?.similarity ?? 0
}

function shape({ mark }: Cell) {
  return { mark, titled: false }
}

function join(tail: Cell, head: Cell, match: MatchCell): void {
  tail.teks = joinLines([tail.teks, head.teks])
  tail.baris = [...tail.baris, ...head.baris]
  tail.matches = match({ teks: tail.teks, ...shape(tail) })
}
