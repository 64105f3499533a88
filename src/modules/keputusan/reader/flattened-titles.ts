import { resultWords } from './flattened-atoms.ts'
import type { Group } from './flattened-groups.ts'
import { newRow } from './flattened-groups.ts'
import { bestMatch, type KindedCell } from './flattened-kinds.ts'
import { containment, similarity } from './similarity.ts'

export type TitleRead = {
  /** titles printed again on a later page */
  repeated: KindedCell[]
  /** groups whose title was chosen by its place */
  guessed: Set<Group>
}

const enough = 0.5

/** Gives each kegiatan its title as printed: by the stored plan, then by place and likeness. */
export function placeTitles(groups: Group[], cells: KindedCell[]): TitleRead {
  const read: TitleRead = { repeated: [], guessed: new Set() }
  const open: KindedCell[] = []
  const named = cells.some((cell) => cell.kind === 'judul' && cell.mark?.style !== 'area')
  for (const cell of cells) {
    // a number without a dot is that of an area, unless no other titles are left for kegiatan
    if (cell.kind === 'judul' && !(named && cell.mark?.style === 'area')) open.push(cell)
    if (cell.kind !== 'kegiatan') continue
    const kegiatan = bestMatch(cell, 'kegiatan')?.entry.kegiatan
    const group = groups.find((each) => each.kegiatan === kegiatan)
    if (!group) open.push(cell)
    else if (group.title) read.repeated.push(cell)
    else group.title = cell
  }
  pairByPlace(groups, open, cells, read)
  pairInOrder(groups, open, read)
  pairBefore(groups, cells, read)
  repeatUnknown(groups, open, read)
  const left = open.filter((cell) => !isTaken(groups, read, cell))
  for (const cell of left) startGroup(groups, cell, cells)
  return read
}

function isTaken(groups: Group[], read: TitleRead, cell: KindedCell): boolean {
  return groups.some((group) => group.title === cell) || read.repeated.includes(cell)
}

type Pair = { cell: KindedCell; group: Group; worth: number }

function pairByPlace(
  groups: Group[],
  open: KindedCell[],
  cells: KindedCell[],
  read: TitleRead,
): void {
  const pairs: Pair[] = groups
    .filter((group) => group.title === null)
    .flatMap((group) =>
      open.map((cell) => ({ cell, group, worth: titleWorth(cell, group, cells) })),
    )
    .filter((pair) => pair.worth >= enough)
    .toSorted((a, b) => b.worth - a.worth)
  for (const { cell, group } of pairs) {
    if (group.title !== null || isTaken(groups, read, cell)) continue
    group.title = cell
    if (titleLikeness(cell, group) < 0.75) read.guessed.add(group)
  }
}

/** As many titles as kegiatan are left on a page: they are paired in their order. */
function pairInOrder(groups: Group[], open: KindedCell[], read: TitleRead): void {
  for (const page of new Set(open.map((cell) => cell.halaman))) {
    const titles = open.filter((cell) => cell.halaman === page && !isTaken(groups, read, cell))
    const untitled = groups.filter(
      (group) => group.title === null && group.rows[0]?.cell?.halaman === page,
    )
    if (titles.length !== untitled.length) continue
    untitled.forEach((group, i) => {
      group.title = titles[i] ?? null
      read.guessed.add(group)
    })
  }
}

/** Where titles stand right before their rows, a longer text there is a title too. */
function pairBefore(groups: Group[], cells: KindedCell[], read: TitleRead): void {
  const first = (group: Group) => group.rows[0]?.cell ?? null
  const titled = groups.filter((group) => group.title && first(group))
  const own = titled.filter((group) => (group.title?.urut ?? 0) + 1 === first(group)?.urut)
  if (own.length * 2 < titled.length || own.length === 0) return
  for (const group of groups) {
    const before = cells[(first(group)?.urut ?? 0) - 1]
    if (group.title || !before || before.mark || !['teks', 'indikator'].includes(before.kind)) {
      continue
    }
    if (/[.;,]$/.test(before.teks) || resultWords.test(before.teks)) continue
    before.kind = 'judul'
    group.title = before
    read.guessed.add(group)
  }
}

/** How well a title fits a group: a cell before its first row, a name like the plan's, shared words. */
function titleWorth(cell: KindedCell, group: Group, cells: KindedCell[]): number {
  const rows = group.rows.flatMap((row) => row.cell ?? [])
  const first = rows[0]
  const last = rows.at(-1)
  if (!first || !last) return 0
  const samePage = rows.some((row) => row.halaman === cell.halaman)
  if (!samePage) return 0
  const before = cells[cell.urut + 1] === first ? 1 : 0
  const after = cell.urut > last.urut ? 0.2 : 0
  const words = containment(cell.teks, rows.map((row) => row.teks).join(' '))
  const likeness = titleLikeness(cell, group)
  // a title before the first row of another kegiatan belongs there
  const elsewhere = before === 0 && cells[cell.urut + 1]?.kind === 'butir' ? -0.6 : 0
  return before + after + Math.max(0, words - 0.5) + likeness + elsewhere
}

function titleLikeness(cell: KindedCell, group: Group): number {
  if (!group.kegiatan) return 0
  const names = [group.kegiatan.judul, ...group.kegiatan.sebutan]
  return Math.max(...names.map((name) => similarity(name, cell.teks)))
}

/** A title that the plan does not know is repeated on the next page like any other. */
function repeatUnknown(groups: Group[], open: KindedCell[], read: TitleRead): void {
  for (const cell of open) {
    if (isTaken(groups, read, cell)) continue
    const same = groups.some(
      (group) => group.title && similarity(group.title.teks, cell.teks) > 0.9,
    )
    if (same) read.repeated.push(cell)
  }
}

/** A title with no butir of its own but with text behind it opens a kegiatan of one row. */
function startGroup(groups: Group[], cell: KindedCell, cells: KindedCell[]): void {
  const next = cells[cell.urut + 1]
  if (next?.kind !== 'teks' && next?.kind !== 'indikator') return
  const kegiatan = bestMatch(cell, 'kegiatan')?.entry.kegiatan ?? null
  const row = newRow(null, null)
  row.ragu.push('butirnya tidak berhuruf dan tidak dikenal')
  const known = cell.kind === 'kegiatan' ? kegiatan : null
  const group: Group = { kegiatan: known, title: cell, rows: [row], last: 0 }
  groups.splice(placeFor(groups, group, cell), 0, group)
}

/** Behind the kegiatan that the plan has before it, else behind those that come before in the text. */
function placeFor(groups: Group[], { kegiatan }: Group, cell: KindedCell): number {
  const inPlan = groups.findLastIndex(
    (group) =>
      kegiatan !== null && group.kegiatan !== null && group.kegiatan.nomor < kegiatan.nomor,
  )
  if (inPlan >= 0) return inPlan + 1
  return groups.findLastIndex((group) => (firstPlace(group) ?? Infinity) < cell.urut) + 1
}

/** Place of the first cell of a group in the text. */
export function firstPlace(group: Group): number | null {
  const places = [group.title, ...group.rows.map((row) => row.cell)].flatMap((c) => c?.urut ?? [])
  return places.length === 0 ? null : Math.min(...places)
}
