import type { RenaksiArea, RenaksiKeputusan } from '../renaksi.ts'
import { readEnumerator } from './enumerator.ts'
import { settleAreas } from './grid-areas.ts'
import { readButir } from './grid-butir.ts'
import { tableFindings, textFindings } from './grid-findings.ts'
import { joinRows } from './grid-join.ts'
import { draftPlan, type AreaDraft } from './grid-plan.ts'
import { emptyTexts, type GridRow } from './grid-row.ts'
import { gridRows, type GridLine } from './grid-rows.ts'
import type { AnnexRead, SourceLine } from './source.ts'
import { findArea } from './vocabulary.ts'

/**
 * Reads an annex whose table has a column for each month: area, activity, sub-activity, indicators
 * and marks. Lines that are no part of the table stay neither placed nor noise.
 */
export function readGridTable(
  lines: SourceLine[],
  ctx: { keputusan: RenaksiKeputusan },
): AnnexRead {
  const read = gridRows(lines)
  const rows = read.lines.flatMap((line) => rowOf(line) ?? [])
  const columns = new Set(read.heading?.columns.map((column) => column.peran) ?? [])
  const tahun = ctx.keputusan.tahun
  const entries = joinRows(rows, columns)
  const plan = settleAreas(draftPlan(entries))
  const temuan = [...plan.temuan, ...tableFindings(entries, columns)]
  const area = plan.area.map((draft): RenaksiArea => ({
    nomor: draft.nomor,
    judul: draft.judul,
    kegiatan: draft.kegiatan.map((kegiatan) => ({
      nomor: kegiatan.nomor,
      judul: kegiatan.judul,
      butir: readButir(kegiatan.entries, tahun, temuan),
    })),
  }))
  temuan.push(...textFindings(area))
  return {
    jenis: kindOf(plan.area),
    tahun: null,
    bobot: [],
    area,
    temuan: temuan.toSorted((a, b) => (a.baris?.[0] ?? 0) - (b.baris?.[0] ?? 0)),
    placed: new Set(rows.map((row) => row.baris)),
    noise: read.noise,
  }
}

/** A row of the table, or the name of an area that stands between two tables. */
function rowOf(line: GridLine): GridRow | null {
  if (line.kind === 'row') return line.row
  const read = readEnumerator(line.teks)
  if (!findArea(read?.rest ?? line.teks)) return null
  return {
    ...emptyTexts(),
    no: read?.enumerator.label ?? '',
    area: read?.rest ?? line.teks,
    baris: line.baris,
    afterBreak: false,
    merges: false,
    covered: new Set(),
    bulan: [],
    beyond: 0,
    shifted: false,
    lain: '',
  }
}

/** An RB plan has areas that a ZI plan lacks, and more of them. */
function kindOf(areas: AreaDraft[]): 'RB' | 'ZI' {
  const named = areas.flatMap((area) => findArea(area.judul ?? '')?.area ?? [])
  return areas.length > 6 || named.some((area) => area.nomor.ZI === null) ? 'RB' : 'ZI'
}
