import type { Group, Row } from './flattened-groups.ts'
import type { KindedCell } from './flattened-kinds.ts'
import { similarity } from './similarity.ts'

export type DetailRead = {
  /** printed again for the same kegiatan on a later page */
  repeated: KindedCell[]
  /** placed by neighbourhood, not by the stored plan */
  guessed: { cell: KindedCell; row: Row }[]
  /** found no place */
  left: KindedCell[]
}

type Owner = { group: Group; row: Row }
type Place = { owner: Owner; sure: boolean }

const enough = 0.72
const alike = 0.35

/** Puts indicators, and target times where there are any, to their butir. */
export function placeDetails(groups: Group[], cells: KindedCell[]): DetailRead {
  const read: DetailRead = { repeated: [], guessed: [], left: [] }
  const owners = new Map<KindedCell, Owner>()
  for (const group of groups) {
    for (const row of group.rows) if (row.cell) owners.set(row.cell, { group, row })
    const first = group.rows[0]
    if (group.title && first) owners.set(group.title, { group, row: first })
  }
  const details = cells.filter((cell) => isDetail(cell) && !owners.has(cell))
  for (const block of blocksOf(details)) {
    const place = placeBlock(block, groups, cells, owners)
    for (const cell of block) attach(cell, place(cell), owners, read)
  }
  return read
}

function isDetail(cell: KindedCell): boolean {
  return ['indikator', 'teks', 'waktu', 'lepas'].includes(cell.kind)
}

/** Items of one list stand in one cell of the table: "- …; - …; - ….", "1. … 2. …". */
function blocksOf(details: KindedCell[]): KindedCell[][] {
  const blocks: KindedCell[][] = []
  for (const cell of details) {
    const block = blocks.at(-1)
    const before = block?.at(-1)
    if (block && before && continuesList(before, cell)) block.push(cell)
    else blocks.push([cell])
  }
  return blocks
}

function continuesList(before: KindedCell, cell: KindedCell): boolean {
  if (!before.mark || before.mark.style !== cell.mark?.style) return false
  if (before.urut + 1 !== cell.urut) return false
  if (cell.mark.value !== null) return cell.mark.value === (before.mark.value ?? 0) + 1
  return !before.teks.endsWith('.')
}

function placeBlock(
  block: KindedCell[],
  groups: Group[],
  cells: KindedCell[],
  owners: Map<KindedCell, Owner>,
): (cell: KindedCell) => Place | null {
  const known = new Map(block.map((cell) => [cell, byPlan(cell, groups, cells, owners)]))
  const first = [...known.values()].find((owner) => owner !== null)
  const guess =
    first ?? byNeighbour(block, cells, owners) ?? byLikeness(block, groups, cells, owners)
  return (cell) => {
    const owner = known.get(cell)
    // a list stays together, as it stood in one cell
    if (owner && (block.length === 1 || owner.group === first?.group)) return { owner, sure: true }
    return guess ? { owner: guess, sure: block.length > 1 && first !== undefined } : null
  }
}

/** The row whose indicator in the stored plan is like the cell; a row just before counts more. */
function byPlan(
  cell: KindedCell,
  groups: Group[],
  cells: KindedCell[],
  owners: Map<KindedCell, Owner>,
): Owner | null {
  const previous = cells[cell.urut - 1]
  const neighbour = previous ? owners.get(previous) : undefined
  let best: (Owner & { worth: number }) | null = null
  for (const { entry, similarity: likeness } of cell.matches) {
    if (entry.kind !== 'indikator' || likeness < enough) continue
    const group = groups.find((each) => each.kegiatan === entry.kegiatan)
    const row =
      group?.rows.find((each) => entry.butir !== null && each.match?.entry.butir === entry.butir) ??
      group?.rows[0]
    if (!group || !row) continue
    const near = neighbour?.row === row ? 0.1 : neighbour?.group === group ? 0.05 : 0
    const worth = likeness + near
    if (worth > (best?.worth ?? 0)) best = { group, row, worth }
  }
  return best && { group: best.group, row: best.row }
}

/** A cell in the midst of rows belongs to the row before it; cells at the end of a page may not. */
function byNeighbour(
  block: KindedCell[],
  cells: KindedCell[],
  owners: Map<KindedCell, Owner>,
): Owner | null {
  const [first] = block
  const before = first && cells[first.urut - 1]
  const owner = before && before.halaman === first.halaman ? owners.get(before) : undefined
  if (!first || !owner || !before) return null
  const titled = before.kind === 'kegiatan' || before.kind === 'judul'
  const page = cells.filter((cell) => cell.halaman === first.halaman)
  const rowAhead = page.some((cell) => cell.urut > first.urut && cell.kind === 'butir')
  return titled || rowAhead || isRowWise(page, owners) ? owner : null
}

/** Rows came out one after the other when a butir is often followed by its details. */
function isRowWise(page: KindedCell[], owners: Map<KindedCell, Owner>): boolean {
  const butir = page.filter((cell) => cell.kind === 'butir' && owners.has(cell))
  const followed = butir.filter((cell) => {
    const next = page.find((each) => each.urut === cell.urut + 1)
    return next !== undefined && isDetail(next)
  })
  return followed.length * 2 >= butir.length && butir.length > 0
}

/** Among the rows that may own it, those whose words are most like; rows without indicators first. */
function byLikeness(
  block: KindedCell[],
  groups: Group[],
  cells: KindedCell[],
  owners: Map<KindedCell, Owner>,
): Owner | null {
  const text = block.map((cell) => cell.teks).join(' ')
  const { candidates, between } = candidateRows(block, groups, cells, owners)
  let best: (Owner & { worth: number }) | null = null
  for (const { group, row } of candidates) {
    const likeness = Math.max(
      similarity(row.cell?.teks ?? '', text),
      similarity(group.title?.teks ?? '', text),
    )
    const worth = likeness + (row.indikator.length === 0 ? 0.1 : 0)
    if (worth > (best?.worth ?? 0)) best = { group, row, worth }
  }
  return best && (between || best.worth >= alike) ? { group: best.group, row: best.row } : null
}

/** The rows between those of the indicators before and behind it, else all rows of the page. */
function candidateRows(
  block: KindedCell[],
  groups: Group[],
  cells: KindedCell[],
  owners: Map<KindedCell, Owner>,
): { candidates: Owner[]; between: boolean } {
  const all = groups.flatMap((group) => group.rows.map((row) => ({ group, row })))
  const first = block[0]?.urut ?? 0
  const last = block.at(-1)?.urut ?? 0
  const before = cells[first - 1]
  const behind = cells[last + 1]
  const low = before && isDetail(before) ? owners.get(before)?.row : undefined
  const high = behind && isDetail(behind) ? byPlan(behind, groups, cells, owners)?.row : undefined
  const from = all.findIndex(({ row }) => row === low)
  const to = all.findIndex(({ row }) => row === high)
  if (from >= 0 && to > from) return { candidates: all.slice(from, to), between: true }
  const page = block[0]?.halaman
  return { candidates: all.filter(({ row }) => row.cell?.halaman === page), between: false }
}

function attach(
  cell: KindedCell,
  place: Place | null,
  owners: Map<KindedCell, Owner>,
  read: DetailRead,
): void {
  if (!place) {
    read.left.push(cell)
    return
  }
  const { group, row } = place.owner
  const twice = group.rows
    .flatMap((each) => each.indikator)
    .some((other) => similarity(other.teks, cell.teks) >= 0.97)
  if (twice) {
    read.repeated.push(cell)
    return
  }
  owners.set(cell, place.owner)
  if (!place.sure) read.guessed.push({ cell, row })
  if (cell.kind === 'waktu') row.waktu.push(cell)
  else if (row.cell === null) row.cell = cell
  else row.indikator.push(cell)
}
