import type { RenaksiButir, RenaksiKegiatan, RenaksiKeputusan, Temuan } from '../renaksi.ts'
import { splitEvidence } from './evidence.ts'
import { gatherAreas, type AreaGroup } from './flattened-areas.ts'
import { cutCells } from './flattened-cells.ts'
import { mendCuts } from './flattened-cuts.ts'
import { cellMatcher } from './flattened-match.ts'
import { placeDetails, type DetailRead } from './flattened-details.ts'
import {
  cutFindings,
  detailFinding,
  endFinding,
  linesOf,
  repeatedFinding,
  rowFindings,
  tableFindings,
  titleFindings,
} from './flattened-findings.ts'
import { groupButir, type Group, type Row } from './flattened-groups.ts'
import { nameKinds, type KindedCell } from './flattened-kinds.ts'
import { readFlatText, type FlatColumns, type FlatText } from './flattened-lines.ts'
import { inTextOrder, openStepGroups, placeSteps, settleStepKinds } from './flattened-steps.ts'
import { placeTitles, type TitleRead } from './flattened-titles.ts'
import { planEntries } from './national-plan.ts'
import { readSchedule } from './schedule.ts'
import type { AnnexRead, NoiseKind, SourceLine } from './source.ts'

/**
 * Reads an annex whose table came out as single lines, cells out of order. The wording is that of
 * the source; the stored national plan only helps to find cells, their order and their parents.
 */
export function readFlattened(
  lines: SourceLine[],
  ctx: { keputusan: RenaksiKeputusan },
): AnnexRead {
  const { keputusan } = ctx
  const text = readFlatText(lines, keputusan)
  const jenis = kindOfPlan(text, keputusan)
  const entries = planEntries(jenis, shortOffice(keputusan.penerbit))
  const match = cellMatcher(entries)
  const mended = mendCuts(cutCells(text, entries, match), match)
  const cells = nameKinds(mended.cells)
  const { areas, titles, details } = restore(cells, text.columns)
  const tahun = planYear(keputusan)
  const placed = placedLines(areas, titles, details)
  return {
    jenis,
    tahun,
    bobot: [],
    area: areas.map((area) => ({
      nomor: area.nomor?.mark?.label ?? null,
      judul: area.title?.teks ?? null,
      kegiatan: area.groups.map((group) => toKegiatan(group, details, titles, tahun)),
    })),
    temuan: [
      ...findings(areas, titles, details, text),
      ...cutFindings(mended.unsure),
      ...endFinding(areas, jenis),
    ],
    placed,
    noise: new Map([...text.noise, ...pageNumbers(cells, placed)]),
  }
}

type Restored = { areas: AreaGroup[]; titles: TitleRead; details: DetailRead }

function restore(cells: KindedCell[], columns: FlatColumns): Restored {
  if (columns.langkah) settleStepKinds(cells, columns)
  const groups = groupButir(cells)
  if (columns.langkah) openStepGroups(groups, cells)
  const titles = placeTitles(groups, cells)
  if (columns.langkah) inTextOrder(groups)
  const details = columns.langkah ? placeSteps(groups, cells, columns) : placeDetails(groups, cells)
  return { areas: gatherAreas(groups, cells, titles), titles, details }
}

/** ZI or RB: by the title of the decree, else by the columns, which differ. */
function kindOfPlan(text: FlatText, keputusan: RenaksiKeputusan): 'RB' | 'ZI' {
  const title = keputusan.judul.toLowerCase()
  if (/zona\s*integritas|\bzi\b|wbk|wbbm|bebas\s*(?:dari\s*)?korupsi/.test(title)) return 'ZI'
  if (/reformasi\s*birokrasi|\brb\b/.test(title)) return 'RB'
  return text.columns.eviden || text.columns.langkah ? 'ZI' : 'RB'
}

function planYear(keputusan: RenaksiKeputusan): number | null {
  const years = [...keputusan.judul.matchAll(/\btahun\s+(\d{4})/gi)]
  const last = years.at(-1)?.[1]
  return last ? Number(last) : keputusan.tahun || null
}

function shortOffice(penerbit: string): string {
  return penerbit.replace(/^komisi pemilihan umum/i, 'KPU')
}

function toKegiatan(
  group: Group,
  details: DetailRead,
  titles: TitleRead,
  tahun: number | null,
): RenaksiKegiatan {
  const { title } = group
  return {
    nomor: title?.mark?.label ?? null,
    judul: title?.teks ?? null,
    butir: group.rows.map((row) => toButir(row, certainty(row, group, details, titles), tahun)),
  }
}

function toButir(row: Row, keyakinan: number, tahun: number | null): RenaksiButir {
  const { cell, indikator, langkah, eviden, waktu } = row
  const asli = waktu.map((each) => each.teks).join(' ')
  return {
    label: cell?.mark?.label ?? null,
    uraian: cell?.teks ?? null,
    langkah: langkah.length > 0 ? langkah.map((each) => each.teks).join(' ') : null,
    indikator: indikator.map((each) => each.teks),
    eviden: eviden.flatMap((each) => splitEvidence(each.teks, new Map()).nama),
    jadwal: asli === '' ? null : readSchedule(asli, tahun),
    keterangan: null,
    baris: linesOf([...(cell ? [cell] : []), ...indikator, ...langkah, ...eviden, ...waktu]),
    keyakinan,
  }
}

/** How sure the place of a row is: likeness to the plan, a printed title, letters that follow. */
function certainty(row: Row, group: Group, details: DetailRead, titles: TitleRead): number {
  let sure = row.match ? 0.6 + 0.35 * Math.min(1, row.match.similarity) : 0.6
  if (row.ragu.length > 0) sure = Math.min(sure, 0.6)
  if (!group.title || titles.guessed.has(group)) sure = Math.min(sure, 0.7)
  if (details.guessed.some((guess) => guess.row === row)) sure = Math.min(sure, 0.75)
  return Math.round(sure * 100) / 100
}

function cellsOf(areas: AreaGroup[]): KindedCell[] {
  return areas.flatMap((area) => [
    ...[area.title, area.nomor].flatMap((cell) => cell ?? []),
    ...area.groups.flatMap((group) => [
      ...(group.title ? [group.title] : []),
      ...group.rows.flatMap((row) => [
        ...(row.cell ? [row.cell] : []),
        ...row.indikator,
        ...row.langkah,
        ...row.eviden,
        ...row.waktu,
      ]),
    ]),
  ])
}

function placedLines(areas: AreaGroup[], titles: TitleRead, details: DetailRead): Set<number> {
  const cells = [...cellsOf(areas), ...titles.repeated, ...details.repeated]
  return new Set(cells.flatMap((cell) => cell.baris))
}

/** Numbers alone at the edge of a page that no area claims. */
function pageNumbers(cells: KindedCell[], placed: Set<number>): [number, NoiseKind][] {
  return cells.flatMap((cell, at) => {
    const atEdge = [cells[at - 1], cells[at + 1]].some((next) => next?.halaman !== cell.halaman)
    if (cell.kind !== 'nomor' || !atEdge) return []
    return cell.baris.flatMap((baris) => (placed.has(baris) ? [] : [[baris, 'nomor-halaman']]))
  })
}

function findings(
  areas: AreaGroup[],
  titles: TitleRead,
  details: DetailRead,
  text: FlatText,
): Temuan[] {
  const first = text.lines[0]?.baris
  if (first === undefined) return []
  const guesses = details.guessed.map(({ cell, row }) => detailFinding(cell, row.cell))
  return [
    ...tableFindings(first, text.ticks, !text.columns.waktu),
    ...titleFindings(areas, titles.guessed),
    ...rowFindings(areas),
    ...guesses,
    ...repeatedFinding([...titles.repeated, ...details.repeated]),
  ]
}
