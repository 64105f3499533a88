import type { Mark } from './flattened-atoms.ts'
import { isTitle, type Cell } from './flattened-cells.ts'
import type { PlanMatch } from './plan-index.ts'
import { isSchedule } from './schedule.ts'

/**
 * What a cell is taken for. `judul` is a title that the plan does not know, `lepas` a butir without
 * its mark, `teks` a text that is neither; `nomor` is a number alone.
 */
export type CellKind =
  | 'nomor'
  | 'area'
  | 'kegiatan'
  | 'judul'
  | 'butir'
  | 'lepas'
  | 'indikator'
  | 'waktu'
  | 'teks'

export type KindedCell = Cell & { kind: CellKind }

const titleFloor = 0.8
const bodyFloor = 0.72

/** Says what each cell is, by its mark, its likeness to the plan and its shape. */
export function nameKinds(cells: Cell[]): KindedCell[] {
  const style = butirStyle(cells)
  return cells.map((cell) => ({ ...cell, kind: kindOf(cell, style) }))
}

/** Butir are lettered as a rule; where a decree has no letters they carry numbers or Roman numbers. */
export function butirStyle(cells: Cell[]): Mark['style'] | null {
  const count = (style: Mark['style']) => cells.filter((cell) => cell.mark?.style === style).length
  const styles: Mark['style'][] = ['alpha', 'decimal', 'roman']
  const known = styles.filter((style) => count(style) >= 3)
  const most = Math.max(0, ...known.map(count))
  return known.find((style) => count(style) * 3 >= most) ?? null
}

/** The entry most like a cell among titles, butir or indicators. */
export function bestMatch(cell: Cell, kind: PlanMatch['entry']['kind']): PlanMatch | null {
  return cell.matches.find((match) => match.entry.kind === kind) ?? null
}

function kindOf(cell: Cell, style: Mark['style'] | null): CellKind {
  if (cell.teks === '') return 'nomor'
  if (isSchedule(cell.teks)) return 'waktu'
  const title = titleKind(cell)
  const marked = cell.mark !== null && cell.mark.style === style
  if (title && !(marked && style === 'alpha')) return title
  if (marked) return 'butir'
  if (cell.mark?.style === 'roman' || cell.mark?.style === 'area') return 'judul'
  if (cell.mark) return 'indikator'
  const body = cell.matches.find((match) => !isTitle(match.entry))
  if (body && body.similarity >= bodyFloor) {
    return body.entry.kind === 'butir' ? 'lepas' : 'indikator'
  }
  return looksLikeTitle(cell) ? 'judul' : 'teks'
}

function titleKind(cell: Cell): 'area' | 'kegiatan' | null {
  const [best] = cell.matches
  if (!best || best.similarity < titleFloor || !isTitle(best.entry)) return null
  return best.entry.kind === 'area' ? 'area' : 'kegiatan'
}

function looksLikeTitle(cell: Cell): boolean {
  return cell.narrow && cell.teks.length <= 90 && /^\p{Lu}.*[^.;,]$/u.test(cell.teks)
}
