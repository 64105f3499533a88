import { bestMatch, type KindedCell } from './flattened-kinds.ts'
import type { PlanKegiatan } from './national-plan.ts'
import type { PlanMatch } from './plan-index.ts'

/** A butir of the lost table with what is found to belong to it. */
export type Row = {
  cell: KindedCell | null
  match: PlanMatch | null
  indikator: KindedCell[]
  langkah: KindedCell[]
  eviden: KindedCell[]
  waktu: KindedCell[]
  /** reasons to doubt its place */
  ragu: string[]
}

/** The rows of one kegiatan. */
export type Group = {
  /** null where the stored plan has no counterpart */
  kegiatan: PlanKegiatan | null
  title: KindedCell | null
  rows: Row[]
  /** number of the last marked butir, for the next one to follow */
  last: number
}

const enough = 0.65
const certain = 0.75

export function newRow(cell: KindedCell | null, match: PlanMatch | null): Row {
  return { cell, match, indikator: [], langkah: [], eviden: [], waktu: [], ragu: [] }
}

/** Gathers butir into kegiatan, by the stored plan where it knows them, else by their letters. */
export function groupButir(cells: KindedCell[]): Group[] {
  const marked = cells.filter((cell) => cell.kind === 'butir')
  const titled = new Set(
    cells
      .filter((cell) => cell.kind === 'kegiatan')
      .flatMap((cell) => bestMatch(cell, 'kegiatan')?.entry.kegiatan ?? []),
  )
  const matches = alignButir(marked)
  const groups: Group[] = []
  let current: Group | null = null
  for (const cell of marked) {
    current = placeMarked(groups, current, cell, matches.get(cell) ?? null, titled)
  }
  placeLoose(groups, cells, new Set([...matches.values()].map((match) => match.entry)))
  for (const group of groups) {
    if (!isKnown(group)) group.kegiatan = null
    const [first] = group.rows
    if ((first?.cell?.mark?.value ?? 1) > 1) first?.ragu.push('hurufnya bukan yang pertama')
  }
  return groups
}

/** One butir like the plan's does not make a long kegiatan that of the plan. */
function isKnown({ rows }: Group): boolean {
  return rows.filter((row) => row.match).length * 3 >= rows.length
}

/** Pairs marked butir with those of the plan in order; what is out of order is paired afterwards. */
function alignButir(cells: KindedCell[]): Map<KindedCell, PlanMatch> {
  const order = new Map<PlanMatch['entry'], number>()
  const all = cells.flatMap((cell) => cell.matches.map((match) => match.entry))
  for (const entry of all) if (entry.kind === 'butir') order.set(entry, placeOf(entry))
  const entries = [...order.keys()].toSorted((a, b) => placeOf(a) - placeOf(b))
  const column = new Map(entries.map((entry, at) => [entry, at]))
  const gains = cells.map((cell) =>
    cell.matches.flatMap((match) => {
      const at = column.get(match.entry)
      if (at === undefined || match.similarity < enough) return []
      const sameMark = cell.mark?.value === (match.entry.butir ?? -1) + 1
      return [{ at, match, gain: match.similarity + (sameMark ? 0.1 : 0) }]
    }),
  )
  const pairs = longestPairing(gains, entries.length)
  const paired = new Map(pairs.map(({ row, match }) => [cells[row] as KindedCell, match]))
  const used = new Set(pairs.map(({ match }) => match.entry))
  cells.forEach((cell, row) => {
    const free = gains[row]?.find(
      ({ match }) => match.similarity >= certain && !used.has(match.entry),
    )
    if (paired.has(cell) || !free) return
    paired.set(cell, free.match)
    used.add(free.match.entry)
  })
  return paired
}

function placeOf(entry: PlanMatch['entry']): number {
  return (entry.kegiatan?.nomor ?? 0) * 100 + (entry.butir ?? 0)
}

type Gain = { at: number; match: PlanMatch; gain: number }

/** The order-preserving pairing of rows with columns that gains most. */
function longestPairing(gains: Gain[][], width: number): { row: number; match: PlanMatch }[] {
  const best = Array.from({ length: gains.length + 1 }, () => new Float64Array(width + 1))
  const at = (row: number, column: number) => best[row]?.[column] ?? 0
  for (let row = gains.length - 1; row >= 0; row--) {
    const byColumn = new Map(gains[row]?.map((each) => [each.at, each.gain]))
    for (let column = width - 1; column >= 0; column--) {
      const paired = (byColumn.get(column) ?? Number.NEGATIVE_INFINITY) + at(row + 1, column + 1)
      const value = Math.max(at(row + 1, column), at(row, column + 1), paired)
      const line = best[row]
      if (line) line[column] = value
    }
  }
  const pairs: { row: number; match: PlanMatch }[] = []
  let column = 0
  for (let row = 0; row < gains.length && column < width;) {
    const here = gains[row]?.find((each) => each.at === column)
    if (here && at(row, column) === here.gain + at(row + 1, column + 1)) {
      pairs.push({ row: row++, match: here.match })
      column++
    } else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return pairs
}

function placeMarked(
  groups: Group[],
  current: Group | null,
  cell: KindedCell,
  match: PlanMatch | null,
  titled: Set<PlanKegiatan>,
): Group {
  const value = cell.mark?.value ?? 0
  const row = newRow(cell, match)
  const follows = current !== null && value > 1 && current.last === value - 1
  const kegiatan = match?.entry.kegiatan ?? null
  let group = kegiatan ? (groups.find((each) => each.kegiatan === kegiatan) ?? null) : null
  if (kegiatan && !group && follows && current && joins(current, match, titled)) group = current
  if (!kegiatan) {
    group = follows ? current : value > 1 ? openGroup(groups, current, cell) : null
    row.ragu.push('tidak ada padanannya dalam susunan baku')
    if (!follows && group) row.ragu.push('urutan hurufnya terputus')
  }
  if (!group) {
    group = { kegiatan, title: null, rows: [], last: 0 }
    groups.push(group)
  }
  group.kegiatan ??= kegiatan
  group.rows.push(row)
  group.last = value
  return group
}

/** A letter that goes on stays in its kegiatan, unless the plan and a title of the source say no. */
function joins(current: Group, match: PlanMatch | null, titled: Set<PlanKegiatan>): boolean {
  const kegiatan = match?.entry.kegiatan
  if (!kegiatan || !match) return true
  if (current.kegiatan === null) return true
  return !titled.has(kegiatan) || match.similarity < certain
}

/** The kegiatan whose last letter comes just before, the latest first, on this page or the last. */
function openGroup(groups: Group[], current: Group | null, cell: KindedCell): Group | null {
  const before = (cell.mark?.value ?? 0) - 1
  const near = (group: Group) => (group.rows.at(-1)?.cell?.halaman ?? 0) >= cell.halaman - 1
  return groups.findLast((group) => group.last === before && near(group)) ?? current
}

/** Butir that carry no mark stand where the plan has them. */
function placeLoose(groups: Group[], cells: KindedCell[], used: Set<PlanMatch['entry']>): void {
  const loose = cells
    .filter((cell) => cell.kind === 'lepas')
    .flatMap((cell) => ({ cell, match: bestMatch(cell, 'butir') }))
    .toSorted((a, b) => (b.match?.similarity ?? 0) - (a.match?.similarity ?? 0))
  for (const { cell, match } of loose) {
    if (!match?.entry.kegiatan || used.has(match.entry)) {
      cell.kind = 'teks'
      continue
    }
    used.add(match.entry)
    insertLoose(groups, cell, match, match.entry.kegiatan)
  }
}

function insertLoose(
  groups: Group[],
  cell: KindedCell,
  match: PlanMatch,
  kegiatan: PlanKegiatan,
): void {
  const row = newRow(cell, match)
  const known = groups.find((group) => group.kegiatan === kegiatan)
  if (known) {
    const butir = match.entry.butir ?? 0
    const at = known.rows.findIndex((each) => (each.match?.entry.butir ?? -1) > butir)
    known.rows.splice(at < 0 ? known.rows.length : at, 0, row)
    return
  }
  const group = { kegiatan, title: null, rows: [row], last: 0 }
  groups.splice(placeInPlan(groups, kegiatan), 0, group)
}

/**
 * Where a kegiatan of the plan goes among those found. Kegiatan that the plan does not know stay
 * with the area before them.
 */
function placeInPlan(groups: Group[], kegiatan: PlanKegiatan): number {
  const isBefore = (group: Group) =>
    group.kegiatan !== null && group.kegiatan.nomor < kegiatan.nomor
  const before = groups.findLastIndex(isBefore)
  if (groups[before]?.kegiatan?.area === kegiatan.area) return before + 1
  const behind = groups.findIndex((group, at) => at > before && group.kegiatan !== null)
  return behind < 0 ? groups.length : behind
}
