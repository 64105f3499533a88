import { monthsOfHeading } from './column-months.ts'
import { roleOfHeading, type ColumnRole } from './column-words.ts'
import type { SourceCell } from './source.ts'
import { filledCells, rowWidth, type TableRow } from './table-row.ts'
import { normalizeSpaces } from './text.ts'
import { findArea } from './vocabulary.ts'

export type Column = {
  kolom: number
  /** columns covered, from `kolom` to the right */
  lebar: number
  peran: ColumnRole
  judul: string
  /** months 1-12 that a tick here stands for; a quarter has three */
  bulan?: number[]
}

/** The heading of a table, or its repetition on a later page. */
export type Heading = {
  baris: number[]
  columns: Column[]
  lebar: number
}

/** How many rows a heading has at most: names, months, weeks, numbers of the columns. */
const deepest = 4

/** Finds the headings among the rows of an annex, in order, repeated ones too. */
export function findHeadings(rows: TableRow[]): Heading[] {
  const headings: Heading[] = []
  for (let at = 0; at < rows.length; at++) {
    const heading = headingAt(rows, at)
    if (!heading) continue
    headings.push(heading)
    at += heading.baris.length - 1
  }
  return headings
}

/** True for the heading of an action plan, as against one of weights or of another table. */
export function isPlanHeading(heading: Heading): boolean {
  const roles = new Set(heading.columns.map((column) => column.peran))
  if (roles.has('bobot') && !roles.has('waktu') && !roles.has('bulan')) return false
  return ['butir', 'langkah', 'kegiatan'].some((role) => roles.has(role as ColumnRole))
}

/** True where a row only numbers the columns: "1 2 3 4 …" or "(1) (2) (3) …". */
export function isColumnNumbers(row: TableRow): boolean {
  const numbers = filledCells(row).map((cell) => /^\(?(\d{1,2})\)?\.?$/.exec(cell.teks.trim())?.[1])
  if (numbers.length < 3 || numbers.length * 3 < rowWidth(row)) return false
  const values = numbers.map(Number)
  return values[0] === 1 && values.every((n, i) => i === 0 || n > (values[i - 1] ?? 0))
}

/** The column that position `kolom` lies in. */
export function columnAt(heading: Heading, kolom: number): Column | null {
  const over = (column: Column) => column.kolom <= kolom && kolom < column.kolom + column.lebar
  return heading.columns.find(over) ?? null
}

function headingAt(rows: TableRow[], at: number): Heading | null {
  const first = rows[at]
  if (!first || !isHeadingRow(first)) return null
  const width = Math.max(rowWidth(first), ...rows.slice(at + 1, at + 2).map(rowWidth))
  let columns = columnsFrom(first, width)
  const baris = [first.baris]
  for (const row of rows.slice(at + 1, at + deepest)) {
    if (isColumnNumbers(row) && startsAtFirst(row)) baris.push(row.baris)
    else if (continuesHeading(row, columns)) {
      columns = refined(columns, row)
      baris.push(row.baris)
    } else break
  }
  return { baris, columns: settled(columns), lebar: width }
}

/** Heading words side by side, or above a run of months, with few unknown words between. */
function isHeadingRow(row: TableRow): boolean {
  const cells = filledCells(row)
  if (cells.some((cell) => isContent(cell.teks)) || /^\d/.test(cells[0]?.teks ?? '')) return false
  const named = cells.flatMap((cell) => roleOfHeading(cell.teks) ?? [])
  const bare = bareMonths(cells)
  const months = cells.filter((cell) => bare.has(cell) || monthsOfHeading(cell.teks, null))
  const telling = new Set(named.filter((role) => role !== 'no'))
  if ((named.length + months.length) * 2 < cells.length) return false
  if (months.length >= 3) return telling.size > 0
  return telling.size > 2 || (telling.size === 2 && named.includes('no'))
}

/** Small letters at the start, or the name of an area of change: rows of the plan have these. */
function isContent(text: string): boolean {
  return /^\p{Ll}/u.test(text.trim()) || findArea(text) !== null
}

/** Twelve cells "1" to "12" or "I" to "XII" side by side are months, even where no heading says so. */
function bareMonths(cells: SourceCell[]): ReadonlyMap<SourceCell, number[]> {
  for (let at = 0; at + 12 <= cells.length; at++) {
    const run = cells.slice(at, at + 12)
    const months = run.map((cell) => monthsOfHeading(cell.teks, 'bulan'))
    const counts = months.every((bulan, i) => bulan?.length === 1 && bulan[0] === i + 1)
    if (counts) return new Map(run.map((cell, i) => [cell, [i + 1]]))
  }
  return new Map()
}

function monthRole(text: string): ColumnRole | null {
  return monthsOfHeading(text, null) ? 'bulan' : null
}

function columnsFrom(row: TableRow, width: number): Column[] {
  const cells = filledCells(row)
  const bare = bareMonths(cells)
  return cells.map((cell, i) => {
    const end = cells[i + 1]?.kolom ?? Math.max(width, cell.kolom + cell.colspan)
    const bulan = bare.get(cell)
    if (bulan) return { kolom: cell.kolom, lebar: 1, peran: 'bulan', judul: cell.teks, bulan }
    return column(cell.kolom, end - cell.kolom, normalizeSpaces(cell.teks), null)
  })
}

function column(kolom: number, lebar: number, judul: string, parent: Column | null): Column {
  // what stands under a month are its weeks
  if (parent?.peran === 'bulan') return { ...parent, kolom, lebar }
  const bulan = monthsOfHeading(judul, parent?.peran === 'waktu' ? parent.judul : null)
  if (bulan) return { kolom, lebar, peran: 'bulan', judul, bulan }
  const whole = parent ? `${parent.judul} ${judul}` : judul
  const peran = roleOfHeading(whole) ?? roleOfHeading(judul) ?? parent?.peran ?? 'lain'
  return { kolom, lebar, peran, judul: whole }
}

function startsAtFirst(row: TableRow): boolean {
  return filledCells(row)[0]?.kolom === 0
}

/** A second heading row stands under the first and holds only months, weeks or heading words. */
function continuesHeading(row: TableRow, columns: Column[]): boolean {
  const cells = filledCells(row)
  return cells.length > 0 && cells.every((cell) => isSubheading(cell, columns))
}

function isSubheading(cell: SourceCell, columns: Column[]): boolean {
  const parent = parentOf(cell, columns)
  if (!parent || parent.peran === 'no' || isContent(cell.teks)) return false
  const dated = parent.peran === 'waktu' || parent.peran === 'bulan'
  if (dated && /^\W*(?:\d{1,2}|[ivx]{1,4}|m(?:inggu)?\W*\d)\W*$/i.test(cell.teks)) return true
  return (parent.lebar > 1 && monthRole(cell.teks) !== null) || roleOfHeading(cell.teks) !== null
}

function parentOf(cell: SourceCell, columns: Column[]): Column | undefined {
  return columns.find((c) => c.kolom <= cell.kolom && cell.kolom < c.kolom + c.lebar)
}

function refined(columns: Column[], row: TableRow): Column[] {
  return columns.flatMap((parent) => {
    const children = filledCells(row).filter((cell) => parentOf(cell, [parent]))
    const first = children[0]
    if (!first) return [parent]
    const ends = [...children.slice(1).map((cell) => cell.kolom), parent.kolom + parent.lebar]
    const parts = children.map((cell, i) => {
      const end = ends[i] ?? cell.kolom + 1
      return column(cell.kolom, end - cell.kolom, normalizeSpaces(cell.teks), parent)
    })
    const before = first.kolom - parent.kolom
    return before > 0 ? [{ ...parent, lebar: before }, ...parts] : parts
  })
}

/** Gives words that mean different things in different tables the role that is left for them. */
function settled(columns: Column[]): Column[] {
  const has = (role: ColumnRole) => columns.some((column) => column.peran === role)
  const step = columns.findIndex((c) => c.peran === 'langkah' || c.peran === 'butir')
  let kegiatan = 0
  const area = columns.findIndex((column) => column.peran === 'area')
  return columns.map((column, i) => {
    // "AREA PERUBAHAN | KOMPONEN": the broader word comes first
    if (column.peran === 'area' && i > area && !has('kegiatan')) {
      return { ...column, peran: 'kegiatan' }
    }
    const single = area < 0 && !has('butir') && step > i
    // beside areas an indicator is what they divide into; without them each one is an item
    if (single && /^indikator\b(?!.*program)/i.test(column.judul)) {
      return { ...column, peran: 'butir' }
    }
    if (column.peran === 'indikator' && !has('kegiatan') && step > i) {
      return { ...column, peran: 'kegiatan' }
    }
    if (column.peran === 'kegiatan') kegiatan++
    const finest = column.peran === 'kegiatan' && !has('butir') && !has('langkah')
    const last = columns.filter((c) => c.peran === 'kegiatan').length === kegiatan
    if (finest && last) return { ...column, peran: 'butir' }
    return column
  })
}
