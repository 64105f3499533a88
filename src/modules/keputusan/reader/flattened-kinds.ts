import { resultWords } from './flattened-atoms.ts'
import type { Cell } from './flattened-cells.ts'
import { weakArea } from './flattened-match.ts'
import { isTitle } from './national-plan.ts'
import type { PlanMatch } from './plan-index.ts'
import { isSchedule } from './schedule.ts'

/**
 * What a cell is taken for. `judul` is a title that the plan does not know, `lepas` a butir without
 * its mark, `teks` a text that is neither; `nomor` is a number alone.
 */
type CellKind =
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
/** "Pelaksanaan manajemen perubahan" is no area: without its number a title must be nearly exact. */
const bareAreaFloor = 0.9
const bodyFloor = 0.72

/** Says what each cell is, by its mark, its likeness to the plan and its shape. */
export function nameKinds(cells: Cell[]): KindedCell[] {
  const marked = cells.some((cell) => cell.mark?.main)
  let last: number | null = null
  const named: KindedCell[] = []
  for (const cell of cells) {
    const { mark } = cell
    const goesOn = mark?.main === true && last !== null && last > 0 && mark.value === last + 1
    let kind = goesOn ? 'butir' : kindOf(cell)
    // where butir carry no numbers, bullets may mark them
    if (!marked && mark?.style === 'bullet' && isLikeButir(cell)) kind = 'lepas'
    if (kind === 'indikator' && startsList(cell, named.at(-1))) kind = 'butir'
    if (kind === 'butir') last = mark?.value ?? null
    named.push({ ...cell, kind })
  }
  return named
}

function isLikeButir(cell: Cell): boolean {
  const body = cell.matches.find((match) => !isTitle(match.entry))
  return body?.entry.kind === 'butir' && body.similarity >= bodyFloor
}

/** Numbers of another shape right behind a title are its butir; elsewhere they count indicators. */
function startsList({ mark, urut }: Cell, before: KindedCell | undefined): boolean {
  if (mark?.style !== 'decimal' || !before) return false
  if (before.kind === 'butir' && before.urut + 1 === urut) {
    return !before.mark?.main && mark.value === (before.mark?.value ?? 0) + 1
  }
  return mark.value === 1 && (before.kind === 'judul' || before.kind === 'kegiatan')
}

/** The entry most like a cell among titles, butir or indicators. */
export function bestMatch(cell: Cell, kind: PlanMatch['entry']['kind']): PlanMatch | null {
  return cell.matches.find((match) => match.entry.kind === kind) ?? null
}

function kindOf(cell: Cell): CellKind {
  const { mark, teks } = cell
  if (teks === '') return 'nomor'
  if (isSchedule(teks)) return 'waktu'
  const lettered = mark?.main === true && mark.style === 'alpha'
  const title = titleKind(cell)
  if (title && !lettered) return title
  if (mark?.main) return cell.narrow && !lettered && cell.baris.length >= 3 ? 'judul' : 'butir'
  if (mark?.style === 'roman' || mark?.style === 'area') return 'judul'
  if (mark) return 'indikator'
  const body = cell.matches.find((match) => !isTitle(match.entry))
  if (body && body.similarity >= bodyFloor) {
    return body.entry.kind === 'butir' ? 'lepas' : 'indikator'
  }
  return looksLikeTitle(cell) ? 'judul' : 'teks'
}

function titleKind(cell: Cell): 'area' | 'kegiatan' | null {
  const [best] = cell.matches
  if (!best || best.similarity < titleFloor || !isTitle(best.entry)) return null
  if (best.entry.kind === 'kegiatan') return 'kegiatan'
  return cell.mark || best.similarity >= bareAreaFloor || isShortName(best) ? 'area' : null
}

/** Exactly the short name of an area, whose likeness was counted less. */
function isShortName({ similarity }: PlanMatch): boolean {
  return similarity === weakArea
}

/** Short lines only; many of them are a narrow column, whatever sign they end in. */
function looksLikeTitle(cell: Cell): boolean {
  if (!cell.narrow || !/^\p{Lu}/u.test(cell.teks) || resultWords.test(cell.teks)) return false
  return cell.baris.length >= 4 || (cell.teks.length <= 90 && !/[.;,:]$/.test(cell.teks))
}
