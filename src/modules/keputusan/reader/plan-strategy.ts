import type { RenaksiKeputusan } from '../renaksi.ts'
import { findHeadings, isPlanHeading, type Heading } from './columns.ts'
import { readFlattened } from './flattened.ts'
import { readGridTable } from './grid-table.ts'
import type { AnnexRead, SourceLine } from './source.ts'
import { tableRows } from './table-row.ts'
import { readZiTable } from './zi-table.ts'

export type ReadPlan = (lines: SourceLine[], ctx: { keputusan: RenaksiKeputusan }) => AnnexRead

/**
 * How to read a plan, by the shape of its lines: a table with months or with an activity on every
 * level is a grid, another table has texts in columns, and lines without a table are flattened.
 */
export function planStrategy(lines: SourceLine[]): ReadPlan {
  const rows = tableRows(lines)
  const heading = findHeadings(rows).find(isPlanHeading)
  if (!heading || rows.length * 4 < lines.filter((line) => line.teks.trim() !== '').length) {
    return readFlattened
  }
  return isGrid(heading) ? readGridTable : readZiTable
}

function isGrid(heading: Heading): boolean {
  const roles = new Set(heading.columns.map((column) => column.peran))
  const titled = roles.has('area') || roles.has('kegiatan')
  if (roles.has('bulan')) return titled
  return roles.has('area') && roles.has('kegiatan') && roles.has('butir') && roles.has('indikator')
}
