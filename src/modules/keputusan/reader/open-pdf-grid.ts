import { cluster, nearest, type Box, type PageMarks, type Rule } from './open-pdf-geometry.ts'

export type GridCell = { baris: number; kolom: number; rowspan: number; colspan: number; box: Box }
/** A ruled table on a page: the places of its rules and its cells, row by row. */
export type Grid = {
  xs: number[]
  ys: number[]
  box: Box
  cells: GridCell[]
  /** no rule closes it at the bottom */
  open: boolean
}

/** Rules that lie this near to each other, in points, are one. */
const near = 2.5
const touch = 3.5

/** Finds the tables that the rules of a page draw, from top to bottom. */
export function findGrids(marks: PageMarks): Grid[] {
  const horizontal = mergeRules(marks.horizontal).filter((rule) => rule.to - rule.from > 8)
  const vertical = mergeRules(marks.vertical).filter((rule) => rule.to - rule.from > 5)
  return withLoneSides(connected(horizontal, vertical))
    .map(({ horizontal: h, vertical: v }) => gridOf(h, v))
    .filter((grid): grid is Grid => grid !== null)
    .toSorted((a, b) => a.box.y0 - b.box.y0)
}

/** Joins the pieces of a rule: those on one line that meet or nearly meet. */
function mergeRules(rules: Rule[]): Rule[] {
  const lines = cluster(
    rules.map((rule) => rule.at),
    near / 2,
  )
  const byLine = new Map<number, Rule[]>()
  for (const rule of rules) {
    const line = nearest(lines, rule.at)
    byLine.set(line, [...(byLine.get(line) ?? []), rule])
  }
  return [...byLine].flatMap(([line, pieces]) => joinPieces(lines[line] ?? 0, pieces))
}

function joinPieces(at: number, pieces: Rule[]): Rule[] {
  const joined: Rule[] = []
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && piece.from - last.to <= near) last.to = Math.max(last.to, piece.to)
    else joined.push({ ...piece, at })
  }
  return joined
}

type RuleSet = { horizontal: Rule[]; vertical: Rule[] }

/** Sorts rules into sets that cross or touch each other; each set is a table. */
function connected(horizontal: Rule[], vertical: Rule[]): RuleSet[] {
  const sets: RuleSet[] = []
  const left = new Set(vertical)
  const unused = new Set(horizontal)
  for (const start of vertical) {
    if (!left.delete(start)) continue
    const set: RuleSet = { horizontal: [], vertical: [start] }
    for (const rule of set.vertical) {
      for (const crossing of [...unused].filter((other) => crosses(other, rule))) {
        unused.delete(crossing)
        set.horizontal.push(crossing)
        for (const next of [...left].filter((other) => crosses(crossing, other))) {
          left.delete(next)
          set.vertical.push(next)
        }
      }
    }
    sets.push(set)
  }
  return sets
}

/**
 * A merged cell as tall as the page leaves its sides without any crossing rule; they belong to the
 * table that is as tall.
 */
function withLoneSides(sets: RuleSet[]): RuleSet[] {
  const tables = sets.filter((set) => set.horizontal.length > 0)
  for (const { vertical } of sets.filter((set) => set.horizontal.length === 0)) {
    for (const side of vertical) {
      const table = tables.find((set) => set.vertical.some((rule) => isAsTall(rule, side)))
      table?.vertical.push(side)
    }
  }
  return tables
}

function isAsTall(a: Rule, b: Rule): boolean {
  return Math.abs(a.from - b.from) < touch && Math.abs(a.to - b.to) < touch
}

function crosses(horizontal: Rule, vertical: Rule): boolean {
  return (
    covers(horizontal, vertical.at, vertical.at, touch) &&
    covers(vertical, horizontal.at, horizontal.at, touch)
  )
}

function covers(rule: Rule, from: number, to: number, tolerance: number): boolean {
  return rule.from - tolerance <= from && to <= rule.to + tolerance
}

/** A page break or an open side leaves a table without its outer rule; its ends stand in. */
function gridOf(horizontal: Rule[], vertical: Rule[]): Grid | null {
  const edges = (along: Rule[], across: Rule[]): number[] => {
    const ends = across.flatMap((rule) => [rule.from, rule.to])
    const places = along.map((rule) => rule.at)
    const outer = [Math.min(...ends), Math.max(...ends)].filter((end) =>
      places.every((place) => Math.abs(place - end) > touch * 1.5),
    )
    return cluster([...places, ...outer], near)
  }
  const xs = edges(vertical, horizontal)
  const ys = edges(horizontal, vertical)
  if (xs.length < 3 || ys.length < 2) return null
  const box = { x0: xs[0] ?? 0, y0: ys[0] ?? 0, x1: xs.at(-1) ?? 0, y1: ys.at(-1) ?? 0 }
  const open = horizontal.every((rule) => Math.abs(rule.at - box.y1) > touch)
  return { xs, ys, box, open, cells: cellsOf(xs, ys, horizontal, vertical) }
}

function cellsOf(xs: number[], ys: number[], horizontal: Rule[], vertical: Rule[]): GridCell[] {
  const columns = xs.length - 1
  const rows = ys.length - 1
  const rightOf = wallTable(vertical, xs, ys)
  const below = wallTable(horizontal, ys, xs)
  const taken = new Set<number>()
  const cells: GridCell[] = []
  for (let baris = 0; baris < rows; baris++) {
    for (let kolom = 0; kolom < columns; kolom++) {
      if (taken.has(baris * columns + kolom)) continue
      let right = kolom + 1
      while (right < columns && !rightOf(right, baris) && !taken.has(baris * columns + right)) {
        right++
      }
      let bottom = baris + 1
      const isOpen = (row: number): boolean =>
        range(kolom, right).every((column) => !below(row, column)) &&
        range(kolom + 1, right).every((column) => !rightOf(column, row))
      while (bottom < rows && isOpen(bottom)) bottom++
      for (const row of range(baris, bottom)) {
        for (const column of range(kolom, right)) taken.add(row * columns + column)
      }
      cells.push({
        baris,
        kolom,
        rowspan: bottom - baris,
        colspan: right - kolom,
        box: { x0: xs[kolom] ?? 0, x1: xs[right] ?? 0, y0: ys[baris] ?? 0, y1: ys[bottom] ?? 0 },
      })
    }
  }
  return cells
}

/** Whether a rule stands at line `line` along the stretch `stretch` between two crossing lines. */
function wallTable(
  rules: Rule[],
  lines: number[],
  stretches: number[],
): (line: number, stretch: number) => boolean {
  const walls = new Set<number>()
  for (const rule of rules) {
    const line = nearest(lines, rule.at)
    for (let stretch = 0; stretch + 1 < stretches.length; stretch++) {
      const from = stretches[stretch] ?? 0
      const to = stretches[stretch + 1] ?? 0
      const shared = Math.min(rule.to, to) - Math.max(rule.from, from)
      if (shared >= (to - from) * 0.6) walls.add(line * stretches.length + stretch)
    }
  }
  return (line, stretch) => walls.has(line * stretches.length + stretch)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
}
