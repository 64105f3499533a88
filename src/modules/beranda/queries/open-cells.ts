import { sql } from 'kysely'
import type { Q } from '#platform/command.ts'

type Wanted = {
  satkerKode: string
  tahun: number
  limit: number
  offset: number
  /** due before this day (late), or due from one day to another; dates are YYYY-MM-DD */
  before?: string
  from?: string
  to?: string
}

/** Obligations of approved plans that are neither done nor waived, with whose they are, the oldest first. */
export async function openCells({ tx }: Pick<Q, 'tx'>, wanted: Wanted) {
  const { satkerKode, tahun, limit, offset, before, from, to } = wanted
  let cells = tx
    .selectFrom('rencana_sel as s')
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 's.satker_kode').onRef('r.id', '=', 's.rencana_id'),
    )
    .innerJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 's.satker_kode').onRef('b.id', '=', 's.butir_id'),
    )
    .innerJoin('rencana_kegiatan as k', (join) =>
      join.onRef('k.satker_kode', '=', 'b.satker_kode').onRef('k.id', '=', 'b.kegiatan_id'),
    )
    .innerJoin('rencana_area as a', (join) =>
      join.onRef('a.satker_kode', '=', 'k.satker_kode').onRef('a.id', '=', 'k.area_id'),
    )
    .leftJoin('pengguna as p', (join) =>
      join.onRef('p.satker_kode', '=', 'b.satker_kode').onRef('p.id', '=', 'b.penanggung_jawab_id'),
    )
    .leftJoin('unit as u', (join) =>
      join.onRef('u.satker_kode', '=', 'b.satker_kode').onRef('u.id', '=', 'b.unit_id'),
    )
    .select(['s.rencana_id as rencanaId', 's.butir_id as butirId', 's.bulan', 's.status'])
    .select(['s.jatuh_tempo as jatuhTempo', 'r.jenis', 'b.label', 'b.uraian', 'b.langkah'])
    .select(['a.area_baku as areaBaku', 'p.nama as orang', 'u.nama as unit'])
    .select((eb) => eb.fn.countAll<number>().over().as('total'))
    .where('s.satker_kode', '=', satkerKode)
    // as literals: only then a plan kept for all parameters can use the index of open cells
    .where('s.status', 'in', [sql.lit('planned'), sql.lit('in_progress')])
    .where('r.tahun', '=', tahun)
    .where('r.approved_at', 'is not', null)
    .where('b.removed_at', 'is', null)
  if (before !== undefined) cells = cells.where('s.jatuh_tempo', '<', before)
  if (from !== undefined) cells = cells.where('s.jatuh_tempo', '>=', from)
  if (to !== undefined) cells = cells.where('s.jatuh_tempo', '<=', to)
  return cells
    .orderBy('s.jatuh_tempo')
    .orderBy('a.urutan')
    .orderBy('b.urutan')
    .orderBy('s.butir_id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export type OpenCell = Awaited<ReturnType<typeof openCells>>[number]
