import type { DetailRead } from './flattened-details.ts'
import { newRow, type Group, type Row } from './flattened-groups.ts'
import { bestMatch, type KindedCell } from './flattened-kinds.ts'
import type { FlatColumns } from './flattened-lines.ts'
import { firstPlace } from './flattened-titles.ts'

/**
 * Plans with columns of steps, evidence and target times come out row by row; there a title opens
 * a row, and other texts belong to the row before.
 */
export function settleStepKinds(cells: KindedCell[], columns: FlatColumns): void {
  const marked = cells.some((cell) => cell.kind === 'butir')
  cells.forEach((cell, at) => {
    if (cell.mark || cell.kind === 'area' || cell.kind === 'waktu' || cell.kind === 'nomor') return
    if (marked && cell.kind === 'lepas' && isButirOf(cell, cells[at - 1])) return
    const before = cells[at - 1]?.kind
    const next = cells[at + 1]?.kind
    const opens = before === undefined || ['waktu', 'area', 'nomor'].includes(before)
    if (cell.kind === 'kegiatan') {
      if (columns.waktu && !opens && next !== 'butir') cell.kind = 'teks'
      return
    }
    const titled = opens && !marked && columns.waktu && cell.teks.length <= 90
    cell.kind = titled && next !== 'waktu' && next !== 'butir' ? 'judul' : 'teks'
  })
}

/** A single butir without a letter stands right behind the title of its kegiatan. */
function isButirOf(cell: KindedCell, title: KindedCell | undefined): boolean {
  const kegiatan = title?.kind === 'kegiatan' ? bestMatch(title, 'kegiatan')?.entry.kegiatan : null
  return Boolean(kegiatan) && kegiatan === bestMatch(cell, 'butir')?.entry.kegiatan
}

/** Opens a kegiatan for each title whose rows are not marked, in the order of the text. */
export function openStepGroups(groups: Group[], cells: KindedCell[]): void {
  for (const cell of cells) {
    if (cell.kind !== 'kegiatan') continue
    const kegiatan = bestMatch(cell, 'kegiatan')?.entry.kegiatan ?? null
    if (groups.some((group) => group.kegiatan === kegiatan)) continue
    groups.push({ kegiatan, title: cell, rows: [], last: 0 })
  }
  inTextOrder(groups)
}

export function inTextOrder(groups: Group[]): void {
  groups.sort((a, b) => (firstPlace(a) ?? 0) - (firstPlace(b) ?? 0))
}

/** Gives each row its step, its evidence and its target time, in the order of the text. */
export function placeSteps(groups: Group[], cells: KindedCell[], columns: FlatColumns): DetailRead {
  const read: DetailRead = { repeated: [], guessed: [], left: [] }
  let group: Group | null = null
  let row: Row | null = null
  for (const cell of cells) {
    const opened = groups.find((each) => opens(each, cell))
    if (opened) {
      group = opened
      row = opened.rows.find((each) => each.cell === cell) ?? null
    } else if (cell.kind === 'teks' || cell.kind === 'indikator' || cell.kind === 'waktu') {
      if (!group) read.left.push(cell)
      else {
        row = row && !isComplete(row, cell) ? row : openRow(group)
        addStep(row, cell, columns)
      }
    }
  }
  return read
}

function opens(group: Group, cell: KindedCell): boolean {
  return group.title === cell || group.rows.some((row) => row.cell === cell)
}

/** Behind a target time a new row begins. */
function isComplete(row: Row, cell: KindedCell): boolean {
  return row.waktu.length > 0 && cell.kind !== 'waktu'
}

function openRow(group: Group): Row {
  const row = newRow(null, null)
  group.rows.push(row)
  return row
}

function addStep(row: Row, cell: KindedCell, columns: FlatColumns): void {
  if (cell.kind === 'waktu') row.waktu.push(cell)
  else if (row.langkah.length === 0 || !columns.eviden) row.langkah.push(cell)
  else row.eviden.push(cell)
}
