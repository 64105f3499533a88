import type { FlatColumns } from './flattened-lines.ts'
import { newRow, type Group, type Row } from './flattened-groups.ts'
import { bestMatch, type KindedCell } from './flattened-kinds.ts'
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

/** Puts indicators, steps, evidence and target times to their butir. */
export function placeDetails(
  groups: Group[],
  cells: KindedCell[],
  columns: FlatColumns,
): DetailRead {
  const read: DetailRead = { repeated: [], guessed: [], left: [] }
  const owners = new Map<KindedCell, Owner>()
  for (const group of groups) {
    for (const row of group.rows) if (row.cell) owners.set(row.cell, { group, row })
    const first = group.rows[0]
    if (group.title && first) owners.set(group.title, { group, row: first })
  }
  const details = cells.filter((cell) => isDetail(cell) && !owners.has(cell))
  for (const block of blocksOf(details)) {
    const place = columns.langkah
      ? inRowOrder(block, cells, owners)
      : placeBlock(block, groups, cells, owners)
    for (const cell of block) attach(cell, place(cell), columns, owners, read)
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

/** With columns of steps and evidence every cell belongs to the row that opened last. */
function inRowOrder(block: KindedCell[], cells: KindedCell[], owners: Map<KindedCell, Owner>) {
  const before = cells.slice(0, block[0]?.urut).findLast((cell) => owners.has(cell))
  const owner = before ? owners.get(before) : undefined
  return () => (owner ? { owner, sure: true } : null)
}

function placeBlock(
  block: KindedCell[],
  groups: Group[],
  cells: KindedCell[],
  owners: Map<KindedCell, Owner>,
): (cell: KindedCell) => Place | null {
  const known = new Map(block.map((cell) => [cell, byPlan(cell, groups, cells, owners)]))
  const first = [...known.values()].find((owner) => owner !== null)
  const guess = first ?? byNeighbour(block, cells, owners) ?? byLikeness(block, groups)
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

/** Among the rows of the page, those whose words are most like; kegiatan without indicators first. */
function byLikeness(block: KindedCell[], groups: Group[]): Owner | null {
  const text = block.map((cell) => cell.teks).join(' ')
  const page = block[0]?.halaman
  let best: (Owner & { worth: number }) | null = null
  for (const group of groups) {
    const empty = group.rows.every((row) => row.indikator.length === 0) ? 0.1 : 0
    for (const row of group.rows) {
      if (row.cell?.halaman !== page) continue
      const likeness = Math.max(
        similarity(row.cell?.teks ?? '', text),
        similarity(group.title?.teks ?? '', text),
      )
      const worth = likeness + empty
      if (worth > (best?.worth ?? 0)) best = { group, row, worth }
    }
  }
  return best && best.worth >= alike ? { group: best.group, row: best.row } : null
}

function attach(
  cell: KindedCell,
  place: Place | null,
  columns: FlatColumns,
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
  else if (columns.langkah && row.langkah.length === 0) row.langkah.push(cell)
  else if (columns.langkah && columns.eviden) row.eviden.push(cell)
  else if (row.cell === null && !columns.langkah) row.cell = cell
  else row.indikator.push(cell)
}

/** A row for the steps of a kegiatan that has no butir. */
export function openStepRows(groups: Group[], cells: KindedCell[], columns: FlatColumns): void {
  if (!columns.langkah) return
  for (const cell of cells) {
    if (cell.kind !== 'kegiatan') continue
    const kegiatan = bestMatch(cell, 'kegiatan')?.entry.kegiatan ?? null
    if (groups.some((group) => group.kegiatan === kegiatan)) continue
    groups.push({ kegiatan, title: cell, rows: [newRow(null, null)], last: 0 })
  }
}
