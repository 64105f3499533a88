import type { HeatCell } from '#ui/plot/heat-table.tsx'
import { figureText } from '../labels.ts'
import type { Ukuran } from '../rekap.ts'
import { cellOf, type HeatLine } from '../wilayah.ts'

/** One figure of a heat table. Counts of all areas together stay untinted: they would outshine each area. */
export function heatCell(line: HeatLine, column: string, ukuran: Ukuran): HeatCell {
  const value = cellOf(line, column, ukuran)
  if (value === null) return { value }
  const text = figureText(value, ukuran)
  return ukuran === 'terlambat' && column === 'semua' ? { value: null, text } : { value, text }
}
