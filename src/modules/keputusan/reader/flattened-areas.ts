import { firstPlace, type TitleRead } from './flattened-titles.ts'
import type { Group } from './flattened-groups.ts'
import { bestMatch, type KindedCell } from './flattened-kinds.ts'
import type { AreaKode } from './vocabulary.ts'

/** An area of the lost table with its kegiatan. */
export type AreaGroup = {
  /** null for an area that no plan knows */
  kode: AreaKode | null
  title: KindedCell | null
  nomor: KindedCell | null
  groups: Group[]
}

/** Gathers kegiatan into areas: those of the stored plan, else the area of their neighbours. */
export function gatherAreas(groups: Group[], cells: KindedCell[], titles: TitleRead): AreaGroup[] {
  const areas: AreaGroup[] = []
  const unknown = cells.filter((cell) => isUnknownArea(cell, groups, titles))
  let current: AreaGroup | null = null
  for (const group of groups) {
    current = areaOf(group, current, areas, unknown, cells)
    if (!areas.includes(current)) areas.push(current)
    current.groups.push(group)
  }
  nameAreas(areas, cells, titles)
  return areas
}

/** A numbered title that is neither a known area nor the title of a kegiatan. */
function isUnknownArea(cell: KindedCell, groups: Group[], titles: TitleRead): boolean {
  if (cell.kind !== 'judul' || cell.mark?.style !== 'area') return false
  return !groups.some((group) => group.title === cell) && !titles.repeated.includes(cell)
}

function areaOf(
  group: Group,
  current: AreaGroup | null,
  areas: AreaGroup[],
  unknown: KindedCell[],
  cells: KindedCell[],
): AreaGroup {
  const place = firstPlace(group) ?? 0
  const kode = group.kegiatan?.area ?? areaBefore(cells, place)
  if (kode) return areas.find((area) => area.kode === kode) ?? newArea(kode, null)
  const own = unknown.findLast((cell) => cell.urut < place)
  if (own && own.urut > placeOfArea(current)) return newArea(null, own)
  return current ?? newArea(null, own ?? null)
}

function newArea(kode: AreaKode | null, title: KindedCell | null): AreaGroup {
  return { kode, title, nomor: title, groups: [] }
}

function placeOfArea(area: AreaGroup | null): number {
  const group = area?.groups.at(-1)
  return area?.title?.urut ?? (group ? (firstPlace(group) ?? -1) : -1)
}

/** The area whose title stands right before a kegiatan that the plan does not know. */
function areaBefore(cells: KindedCell[], place: number): AreaKode | null {
  const before = [cells[place - 1], cells[place - 2]].find((cell) => cell && cell.kind !== 'nomor')
  return before?.kind === 'area' ? (bestMatch(before, 'area')?.entry.area ?? null) : null
}

function nameAreas(areas: AreaGroup[], cells: KindedCell[], titles: TitleRead): void {
  for (const cell of cells) {
    if (cell.kind !== 'area') continue
    const kode = bestMatch(cell, 'area')?.entry.area
    const area = areas.find((each) => each.kode === kode)
    if (!area) continue
    if (area.title) titles.repeated.push(cell)
    else area.title = cell
  }
  for (const area of areas) area.nomor ??= numberOf(area, cells)
}

/** The number of an area: its own mark, or a number alone right beside its title. */
function numberOf(area: AreaGroup, cells: KindedCell[]): KindedCell | null {
  const { title } = area
  if (!title) return null
  if (title.mark) return title
  const beside = [cells[title.urut + 1], cells[title.urut - 1]]
  return beside.find((cell) => cell?.kind === 'nomor') ?? null
}
