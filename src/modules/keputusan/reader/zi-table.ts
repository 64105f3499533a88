import type { RenaksiKeputusan, Temuan } from '../renaksi.ts'
import type { Heading } from './columns.ts'
import type { AnnexRead, SourceLine } from './source.ts'
import { joinLines } from './text.ts'
import { placeRows } from './zi-table-align.ts'
import { buildAreas } from './zi-table-build.ts'
import { joinDoubles } from './zi-table-doubles.ts'
import { findOddities } from './zi-table-findings.ts'
import { habitsOf, isWrapped } from './zi-table-habits.ts'
import { isJunk } from './zi-table-junk.ts'
import { planLines, type PlanLine } from './zi-table-lines.ts'
import { dropJunk, readRow, readSection, type Reading } from './zi-table-read.ts'
import { labelOnly, readLabel, styleOf } from './zi-table-label.ts'
import type { PlacedRow, PlanRow } from './zi-table-row.ts'
import { findArea } from './vocabulary.ts'
import { areaStyle, sectionOf, titlesEnd, type Section } from './zi-table-section.ts'

type Step =
  | { kind: 'section'; section: Section; baris: number[] }
  | { kind: 'row'; row: PlacedRow }
  | { kind: 'junk'; row: PlanRow }

/**
 * Reads an annex whose rows have texts in columns: points with action step, evidence and target
 * time, their areas and activities in columns of their own or in rows between. Lines that are no
 * part of the table stay neither placed nor noise.
 */
export function readZiTable(lines: SourceLine[], ctx: { keputusan: RenaksiKeputusan }): AnnexRead {
  const sorted = planLines(lines)
  const printed = sorted.lines.flatMap((line) => (line.kind === 'row' ? line.row : []))
  const wrapped = isWrapped(printed)
  const steps = stepsOf(sorted.lines, wrapped)
  const rows = steps.flatMap((step) => (step.kind === 'row' ? step.row : []))
  const sections = steps.flatMap((step) => (step.kind === 'section' ? step.section : []))
  const reading: Reading = {
    plan: { area: [], temuan: shiftFindings(rows) },
    habits: habitsOf(rows, wrapped),
    areaStyle: areaStyle(sections),
    placed: new Set(),
    noise: sorted.noise,
  }
  for (const step of steps) {
    if (step.kind === 'section') readSection(reading, step.section, step.baris)
    else if (step.kind === 'row') readRow(reading, step.row)
    else dropJunk(reading, step.row)
  }
  joinDoubles(reading.plan)
  const tahun = ctx.keputusan.tahun
  const timed = rows.some((row) => row.texts.waktu !== undefined)
  const area = buildAreas(reading.plan, { tahun, timed, wrapped })
  return {
    jenis: 'ZI',
    tahun: null,
    bobot: [],
    area,
    temuan: [...reading.plan.temuan, ...findOddities(area)],
    placed: reading.placed,
    noise: reading.noise,
  }
}

function stepsOf(lines: PlanLine[], wrapped: boolean): Step[] {
  const rows = lines.flatMap((line) => (line.kind === 'row' ? line.row : []))
  const own = itemStyle(rows)
  const steps: Step[] = []
  let run: PlanRow[] = []
  let geser = 0
  const flush = () => {
    if (run.length === 0) return
    const [first] = run
    const expected = first && !first.opens && isOutline(first.heading) ? geser : 0
    const placed = placeRows(run, { expected, wrapped })
    geser = placed[0]?.geser ?? 0
    steps.push(...placed.map((row): Step => ({ kind: 'row', row })))
    run = []
  }
  for (const line of lines) {
    const afterSection = run.length === 0 && steps.at(-1)?.kind === 'section'
    const section = titleOf(line, afterSection, own)
    if (section) {
      flush()
      const baris = line.kind === 'row' ? line.row.baris : line.baris
      addSection(steps, section, baris)
    } else if (line.kind === 'row' && isJunk(line.row)) {
      steps.push({ kind: 'junk', row: line.row })
    } else if (line.kind === 'row') {
      if (startsRun(line.row)) flush()
      run.push(line.row)
      if (rowLabel(line.row)) flush()
    }
  }
  flush()
  return steps
}

/** A title without a number goes on with the one above, unless that is the whole name of an area. */
function addSection(steps: Step[], section: Section, baris: number): void {
  const last = steps.at(-1)
  if (last?.kind !== 'section' || !goesOn(last.section, section)) {
    steps.push({ kind: 'section', section, baris: [baris] })
    return
  }
  last.section = { ...last.section, judul: joinLines([last.section.judul, section.judul]) }
  last.baris.push(baris)
}

function goesOn(before: Section, next: Section): boolean {
  if (next.nomor !== null) return false
  const whole = findArea(before.judul)?.similarity ?? 0
  if (whole === 0) return before.nomor !== null || !findArea(next.judul)
  return (findArea(`${before.judul} ${next.judul}`)?.similarity ?? 0) > whole
}

/** The kind of label that rows with more than a title carry. */
function itemStyle(rows: PlanRow[]): string | null {
  const styles = rows
    .filter((row) => isOutline(row.heading) && sectionOf(row, false) === null)
    .flatMap((row) => styleOf(rowLabel(row)) ?? [])
  const counts = Map.groupBy(styles, (style) => style)
  return [...counts].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? null
}

function titleOf(line: PlanLine, afterSection: boolean, own: string | null): Section | null {
  const row = line.kind === 'row' ? line.row : titleRow(line)
  if (!row) return null
  const wide = (row.cells[0]?.colspan ?? 1) * 2 > row.heading.lebar
  if (!isOutline(row.heading) && !wide) return null
  const section = sectionOf(row, afterSection)
  if (!section || section.judul === '') return null
  const style = styleOf(section.label)
  return style !== null && style === own && !afterSection ? null : section
}

/** A line of text between two tables, as a row that the title fills. */
function titleRow(line: Extract<PlanLine, { kind: 'text' }>): PlanRow | null {
  const { heading, baris, teks } = line
  if (!heading || teks.trim().length > 120) return null
  if (!findArea(teks) && (baris < (heading.baris[0] ?? 0) || !readLabel(teks))) return null
  const cells = [{ teks: teks.trim(), kolom: 0, colspan: heading.lebar, rowspan: 1 }]
  return { baris, heading, opens: true, ruled: false, cells, covered: new Set() }
}

/** Areas and activities have no column of their own, but rows. */
function isOutline(heading: Heading): boolean {
  return !heading.columns.some((column) => column.peran === 'area' || column.peran === 'kegiatan')
}

/** Rows between two labels share a layout; a labelled row, and any row in a plain table, stands alone. */
function startsRun(row: PlanRow): boolean {
  return !isOutline(row.heading) || row.opens || rowLabel(row) !== null
}

function rowLabel(row: PlanRow): ReturnType<typeof labelOnly> {
  const [first] = row.cells
  if (!first || first.kolom >= titlesEnd(row.heading)) return null
  return labelOnly(first.teks) ?? readLabel(first.teks)?.enumerator ?? null
}

function shiftFindings(rows: PlacedRow[]): Temuan[] {
  const moved = rows.filter((row) => row.geser !== 0)
  if (moved.length === 0) return []
  return [
    {
      kode: 'kolom-bergeser',
      baris: moved.map((row) => row.baris),
      pesan: `${moved.length} baris tercetak di luar kolom judulnya.`,
      keputusan: 'Baris dibaca menurut urutan selnya.',
    },
  ]
}
