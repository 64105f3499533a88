import type { ColumnRole } from './column-words.ts'
import { columnAt, type Column, type Heading } from './columns.ts'

/** The heading with one column a role: a second column of activities holds the butir. */
export function settleHeading(heading: Heading): Heading {
  const last = heading.columns.findLast((column) => column.peran === 'kegiatan')
  const first = heading.columns.find((column) => column.peran === 'kegiatan')
  const free = !heading.columns.some((column) => column.peran === 'butir')
  if (!last || last === first || !free) return heading
  const columns = heading.columns.map((column): Column =>
    column === last ? { ...column, peran: 'butir' } : column,
  )
  return { ...heading, columns }
}

/** A target-time column of twelve or more cells is a month grid whose month names were lost. */
export function isMonthColumn(column: Column | null): boolean {
  if (!column) return false
  return column.peran === 'bulan' || (column.peran === 'waktu' && column.lebar >= 12)
}

/** Months 1-12 that a mark in this position stands for. */
export function monthsAt(heading: Heading, kolom: number): number[] {
  const column = columnAt(heading, kolom)
  if (!column || !isMonthColumn(column)) return []
  return column.bulan ?? [Math.min(12, kolom - column.kolom + 1)]
}

/** First position to the right of all months, where surplus marks land; null without months. */
export function behindMonths(heading: Heading): number | null {
  const ends = heading.columns.filter(isMonthColumn).map((column) => column.kolom + column.lebar)
  return ends.length === 0 ? null : Math.max(...ends)
}

/** A column whose cells hold sentences. */
export function isTextColumn(heading: Heading, kolom: number): boolean {
  const column = columnAt(heading, kolom)
  if (!column || isMonthColumn(column)) return false
  return column.peran !== 'no' && column.peran !== 'ket'
}

export function roleAt(heading: Heading, kolom: number): ColumnRole | null {
  return columnAt(heading, kolom)?.peran ?? null
}
