import type { ColumnRole } from './column-words.ts'
import { columnAt, findHeadings, isColumnNumbers, isPlanHeading, type Heading } from './columns.ts'
import type { NoiseKind, SourceCell, SourceLine } from './source.ts'
import { tableRow, type TableRow } from './table-row.ts'
import type { PlanRow } from './zi-table-row.ts'

/** A line of the plan: a row of its table, or a text between two tables. */
export type PlanLine =
  | { kind: 'row'; row: PlanRow }
  | { kind: 'text'; baris: number; teks: string; heading: Heading | null }

type Span = { rest: number; peran: ColumnRole }

type Sorting = {
  lines: PlanLine[]
  noise: Map<number, NoiseKind>
  heading: Heading | null
  first: Heading | null
  opens: boolean
  halaman: number | undefined
  spans: Span[]
}

/** Sorts the lines of a plan: rows under their heading, texts between the tables, and noise. */
export function planLines(source: SourceLine[]): Pick<Sorting, 'lines' | 'noise'> {
  const rows = new Map(source.flatMap((line) => tableRow(line) ?? []).map((r) => [r.baris, r]))
  const headings = new Map(findHeadings([...rows.values()]).map((each) => [each.baris[0], each]))
  const sorting: Sorting = {
    lines: [],
    noise: new Map(),
    heading: null,
    first: [...headings.values()].find(isPlanHeading) ?? null,
    opens: true,
    halaman: undefined,
    spans: [],
  }
  for (const line of source) {
    const heading = headings.get(line.baris)
    if (heading) startTable(sorting, heading)
    sortLine(sorting, line, rows.get(line.baris) ?? null)
  }
  return { lines: sorting.lines, noise: sorting.noise }
}

function startTable(sorting: Sorting, heading: Heading): void {
  sorting.heading = isPlanHeading(heading) ? heading : null
  sorting.spans = []
  for (const baris of heading.baris) sorting.noise.set(baris, 'judul-tabel')
}

function sortLine(sorting: Sorting, line: SourceLine, row: TableRow | null): void {
  const noise = sorting.noise.get(line.baris) ?? noiseOf(line, row)
  const turned = line.halaman !== undefined && line.halaman !== sorting.halaman
  if (noise || turned) sorting.opens = true
  sorting.halaman = line.halaman ?? sorting.halaman
  if (noise) {
    sorting.noise.set(line.baris, noise)
    return
  }
  const { heading, opens } = sorting
  if (!heading || !row) {
    const { baris, teks } = line
    sorting.lines.push({ kind: 'text', baris, teks, heading: heading ?? sorting.first })
  } else {
    const covered = passSpans(sorting, row, heading)
    const cells = row.cells.filter(holdsSomething)
    const ruled = line.sel !== undefined
    sorting.lines.push({
      kind: 'row',
      row: { baris: line.baris, heading, opens, ruled, cells, covered },
    })
  }
  sorting.opens = false
}

function noiseOf(line: SourceLine, row: TableRow | null): NoiseKind | null {
  if (line.teks.trim() === '' && !row?.cells.some(holdsSomething)) return 'kosong'
  if (row && isColumnNumbers(row)) return 'nomor-kolom'
  if (/^\s*\|[\s|:-]+\|\s*$/.test(line.teks)) return 'judul-tabel'
  return /^\W*(?:hal(?:aman)?\.?\s*)?\d{1,3}\W*$/i.test(line.teks) ? 'nomor-halaman' : null
}

function holdsSomething(cell: SourceCell): boolean {
  return cell.teks.trim() !== '' || cell.arsiran === true
}

/** The roles that merged cells of rows above still cover in this row. */
function passSpans(sorting: Sorting, row: TableRow, heading: Heading): Set<ColumnRole> {
  const covered = new Set(sorting.spans.map((span) => span.peran))
  const next = sorting.spans.map((span) => ({ ...span, rest: span.rest - 1 }))
  for (const cell of row.cells) {
    const peran = columnAt(heading, cell.kolom)?.peran
    if (peran && cell.rowspan > 1) next.push({ rest: cell.rowspan - 1, peran })
  }
  sorting.spans = next.filter((span) => span.rest > 0)
  return covered
}
