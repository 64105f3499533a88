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

/** Gathers kegiatan into areas: by the stored plan, by a title nearby, else with their neighbours. */
export function gatherAreas(groups: Group[], cells: KindedCell[], titles: TitleRead): AreaGroup[] {
  const areas: AreaGroup[] = []
  const marks = cells.filter((cell) => isAreaTitle(cell, groups, titles))
  const lead = titlesLead(marks, groups, cells)
  let current: AreaGroup | null = null
  let waiting: Group[] = []
  groups.forEach((group, at) => {
    const title = titleOfArea(group, groups[at - 1], marks, lead)
    const kode = group.kegiatan?.area ?? (title ? kodeOf(title) : null)
    if (!kode && !title && !current) {
      waiting.push(group)
      return
    }
    if (kode) current = areas.find((area) => area.kode === kode) ?? newArea(kode, null)
    else if (title) current = areas.find((area) => area.title === title) ?? newArea(null, title)
    if (!current) return
    if (!areas.includes(current)) areas.push(current)
    current.groups.push(...waiting, group)
    waiting = []
  })
  if (waiting.length > 0) areas.push({ ...newArea(null, null), groups: waiting })
  nameAreas(areas, cells, titles)
  return inOrder(areas)
}

/** By their printed numbers, as far as these tell areas apart; others stay where they were found. */
function inOrder(areas: AreaGroup[]): AreaGroup[] {
  const numbers = areas.map((area) => area.nomor?.mark?.value ?? null)
  const told = numbers.filter((number) => number !== null)
  if (new Set(told).size < told.length) return areas
  let last = 0
  const keyed = areas.map((area, at) => {
    last = numbers[at] ?? last + 0.01
    return { area, place: last }
  })
  return keyed.toSorted((a, b) => a.place - b.place).map(({ area }) => area)
}

/** A known area, or a numbered title that is neither known nor the title of a kegiatan. */
function isAreaTitle(cell: KindedCell, groups: Group[], titles: TitleRead): boolean {
  if (cell.kind === 'area') return true
  if (cell.kind !== 'judul' || cell.mark?.style !== 'area') return false
  return !groups.some((group) => group.title === cell) && !titles.repeated.includes(cell)
}

/** Whether titles of areas stand before their rows, or after them as merged cells do. */
function titlesLead(marks: KindedCell[], groups: Group[], cells: KindedCell[]): boolean {
  const places = marks.flatMap((mark) => {
    const own = groups.filter((group) => group.kegiatan?.area === kodeOf(mark))
    const rows = own.flatMap((group) => group.rows.flatMap((row) => row.cell ?? []))
    const page = rows.filter((cell) => cell.halaman === mark.halaman)
    return page.length === 0 ? [] : [page.every((cell) => cell.urut > mark.urut)]
  })
  if (places.length > 0) return places.filter(Boolean).length * 2 >= places.length
  const first = cells.find((cell) => cell.kind === 'butir')
  return (marks[0]?.urut ?? Infinity) < (first?.urut ?? 0)
}

/** The title of an area beside that of a kegiatan, or between its rows and those before. */
function titleOfArea(
  group: Group,
  before: Group | undefined,
  marks: KindedCell[],
  lead: boolean,
): KindedCell | null {
  const title = group.title
  const beside = title && marks.find((mark) => isBeside(mark, title))
  if (beside) return beside
  const start = firstPlace(group)
  if (start === null || !lead) return null
  const since = before ? (firstPlace(before) ?? -1) : -1
  return marks.findLast((mark) => mark.urut > since && mark.urut < start) ?? null
}

function isBeside(mark: KindedCell, title: KindedCell): boolean {
  return mark.halaman === title.halaman && Math.abs(mark.urut - title.urut) === 1
}

function kodeOf(title: KindedCell): AreaKode | null {
  return title.kind === 'area' ? (bestMatch(title, 'area')?.entry.area ?? null) : null
}

function newArea(kode: AreaKode | null, title: KindedCell | null): AreaGroup {
  return { kode, title: kode ? null : title, nomor: kode ? null : title, groups: [] }
}

function nameAreas(areas: AreaGroup[], cells: KindedCell[], titles: TitleRead): void {
  for (const cell of cells) {
    if (cell.kind !== 'area') continue
    const kode = bestMatch(cell, 'area')?.entry.area
    const area = areas.find((each) => each.kode === kode)
    if (!area) continue
    if (area.title) titles.repeated.push(cell, ...numberBeside(cell, cells))
    else area.title = cell
  }
  for (const area of areas) area.nomor ??= numberOf(area, cells)
}

/** The number of an area: its own mark, or a number alone right beside its title. */
function numberOf(area: AreaGroup, cells: KindedCell[]): KindedCell | null {
  const { title } = area
  if (!title) return null
  return title.mark ? title : (numberBeside(title, cells)[0] ?? null)
}

function numberBeside(title: KindedCell, cells: KindedCell[]): KindedCell[] {
  const beside = [cells[title.urut - 1], cells[title.urut + 1]]
  return beside.flatMap((cell) => (cell?.kind === 'nomor' ? cell : []))
}
