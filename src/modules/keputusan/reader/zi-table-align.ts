import type { ColumnRole } from './column-words.ts'
import { columnAt, type Column } from './columns.ts'
import type { Enumerator } from './enumerator.ts'
import { startsWithEvidence } from './evidence-words.ts'
import { isMark, isNothing } from './grid-marks.ts'
import type { SourceCell } from './source.ts'
import {
  isDatedPart,
  isSchedulePart,
  type PlacedRow,
  type PlanRow,
  type TextRole,
} from './zi-table-row.ts'
import { labelOnly, readLabel } from './zi-table-label.ts'

const shifts = [0, -1, 1, -2, 2]
/** How the rows above stood, and whether rows are lines of cells rather than items. */
type Layout = { expected: number; wrapped: boolean }

const titleRoles = new Set<ColumnRole>(['no', 'area', 'kegiatan', 'butir'])

/**
 * Puts rows under the columns of their heading. Pages whose cells stand some columns to the left or
 * right of the heading are moved by what makes labels, texts and target times fit best.
 * `rows` are a labelled row by itself, or the rows between two labelled rows, which share a layout.
 */
export function placeRows(rows: PlanRow[], { expected, wrapped }: Layout): PlacedRow[] {
  const best = shifts
    .map((geser) => ({
      geser,
      score: scoreOf(rows, geser, wrapped) - Math.abs(geser - expected) * 1.5,
    }))
    .reduce((a, b) => (b.score > a.score ? b : a))
  return rows.map((row) => place(row, best.geser))
}

function scoreOf(rows: PlanRow[], geser: number, wrapped: boolean): number {
  return rows.reduce((sum, row) => {
    const seen = new Map<ColumnRole, number>()
    const labelled = row.cells.some((cell) => startsLabelled(cell))
    const lone = !wrapped && !labelled && !row.opens && row.cells.length === 1
    return sum + row.cells.reduce((score, cell) => score + fit(row, cell, geser, seen, lone), 0)
  }, 0)
}

function startsLabelled(cell: SourceCell): boolean {
  return labelOnly(cell.teks) !== null || readLabel(cell.teks) !== null
}

/** How well a cell fits the column it would stand under, from 3 to -4. */
function fit(
  row: PlanRow,
  cell: SourceCell,
  geser: number,
  seen: Map<ColumnRole, number>,
  lone: boolean,
): number {
  const role = columnAt(row.heading, cell.kolom - geser)?.peran
  if (role === undefined) return -3
  const label = labelOnly(cell.teks) !== null
  if (label) return titleRoles.has(role) ? 1 : role === 'bulan' ? 0 : -2
  const before = seen.get(role) ?? 0
  seen.set(role, before + 1)
  const crowded = before > 0 && role !== 'bulan' && role !== 'lain' ? -2 : 0
  if (role === 'bulan') return isMark(cell.teks) || isNothing(cell.teks) ? 0 : -3
  if (role === 'no') return -2
  if (role === 'waktu') return isSchedulePart(cell.teks) ? 3 : -3
  if (isDatedPart(cell.teks)) return -3
  const astray = lone && role !== 'eviden' && startsWithEvidence(cell.teks)
  return crowded + (astray && hasRole(row, 'eviden') ? -2 : 0)
}

function hasRole(row: PlanRow, role: ColumnRole): boolean {
  return row.heading.columns.some((column) => column.peran === role)
}

function place(row: PlanRow, geser: number): PlacedRow {
  const placed: PlacedRow = {
    baris: row.baris,
    opens: row.opens,
    ruled: row.ruled,
    heading: row.heading,
    covered: row.covered,
    geser,
    nomor: null,
    label: null,
    texts: {},
    bulan: [],
    tersesat: [],
  }
  for (const cell of row.cells) putCell(placed, cell, columnAt(row.heading, cell.kolom - geser))
  placed.label = ownLabel(placed)
  placed.bulan = [...new Set(placed.bulan)].toSorted((a, b) => a - b)
  return placed
}

/** The label in front of the words: "a. Unit kerja telah …". */
function ownLabel(row: PlacedRow): Enumerator | null {
  const words = row.texts.butir ?? row.texts.langkah ?? ''
  const read = readLabel(words)
  return read && read.rest !== '' ? read.enumerator : null
}

function putCell(row: PlacedRow, cell: SourceCell, column: Column | null): void {
  if (isNothing(cell.teks) && !cell.arsiran) return
  const label = labelOnly(cell.teks)
  if (column?.peran === 'bulan') row.bulan.push(...(column.bulan ?? []))
  else if (label && column && titleRoles.has(column.peran) && !row.nomor) row.nomor = label
  else if (isDatedPart(cell.teks) && column?.peran !== 'waktu' && hasWaktu(row))
    append(row, 'waktu', cell.teks)
  else if (!column || column.peran === 'bobot' || column.peran === 'no')
    row.tersesat.push(cell.teks)
  else if (column.peran === 'lain') append(row, 'lain', `${column.judul}: ${cell.teks}`)
  else if (column.peran === 'waktu' && row.texts.waktu !== undefined)
    row.texts.waktu += `${separatorOf(column)}${cell.teks}`
  else append(row, column.peran, cell.teks)
}

/** "MULAI" and "SELESAI" side by side are the ends of a range. */
function separatorOf(column: Column): string {
  return /selesai|akhir/i.test(column.judul) ? ' - ' : '\n'
}

function hasWaktu(row: PlacedRow): boolean {
  return row.texts.waktu === undefined && row.heading.columns.some((c) => c.peran === 'waktu')
}

function append(row: PlacedRow, role: TextRole, text: string): void {
  const before = row.texts[role]
  row.texts[role] = before === undefined ? text : `${before}\n${text}`
}
