import type { Ctx, Q } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { type ButirEdit, editOf } from '../butir-edit.ts'
import type { LastChange } from '../conflict.ts'
import { type JenisRencana, type RencanaState, stateOf } from '../rencana.ts'
import { rencanaTree } from '../queries/tree.ts'
import { placesOf } from '../tree.ts'

export type RencanaRow = {
  satkerKode: string
  id: string
  jenis: JenisRencana
  tahun: number
  judul: string
  versi: number
  state: RencanaState
  proposedBy: string | null
}

/** The plan, held until the command ends so that two changes to it follow one another. */
export async function findRencana({ tx }: Ctx, id: string): Promise<RencanaRow> {
  const row = await tx
    .selectFrom('rencana')
    .select(['satker_kode', 'id', 'jenis', 'tahun', 'judul', 'versi', 'proposed_by'])
    .select(['proposed_at', 'approved_at', 'closed_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('Rencana aksi')
  return {
    satkerKode: row.satker_kode,
    id: row.id,
    jenis: row.jenis as JenisRencana, // the table's check allows no other
    tahun: row.tahun,
    judul: row.judul,
    versi: row.versi,
    state: stateOf(row),
    proposedBy: row.proposed_by,
  }
}

export type ButirRow = {
  id: string
  versi: number
  areaBaku: number | null
  penanggungJawabId: string | null
  edit: ButirEdit
  changed: LastChange
}

type Key = { satkerKode: string; id: string }

/** One butir of the plan with its place and its values; 404 when it is not in this plan. */
export async function findButir(
  q: Pick<Q, 'tx'>,
  rencana: Key,
  butirId: string,
): Promise<ButirRow> {
  const place = placesOf(await rencanaTree(q, rencana.id)).find(({ butir }) => butir.id === butirId)
  const last = await q.tx
    .selectFrom('rencana_butir as b')
    .leftJoin('pengguna as p', (join) =>
      join.onRef('p.satker_kode', '=', 'b.satker_kode').onRef('p.id', '=', 'b.updated_by'),
    )
    .select(['b.updated_at', 'p.nama'])
    .where('b.satker_kode', '=', rencana.satkerKode)
    .where('b.id', '=', butirId)
    .executeTakeFirst()
  if (!place || !last) throw notFound('Butir')
  const { area, kegiatan, butir } = place
  return {
    id: butir.id,
    versi: butir.versi,
    areaBaku: area.areaBaku,
    penanggungJawabId: butir.penanggungJawab?.id ?? null,
    edit: editOf(butir, kegiatan.id),
    changed: { nama: last.nama, at: last.updated_at },
  }
}

export type AreaRow = {
  id: string
  nomor: string | null
  judul: string | null
  areaBaku: number | null
}

export async function findArea({ tx }: Ctx, rencana: Key, areaId: string): Promise<AreaRow> {
  const row = await tx
    .selectFrom('rencana_area')
    .select(['id', 'nomor', 'judul', 'area_baku as areaBaku'])
    .where('satker_kode', '=', rencana.satkerKode)
    .where('rencana_id', '=', rencana.id)
    .where('id', '=', areaId)
    .executeTakeFirst()
  if (!row) throw notFound('Area')
  return row
}

export type KegiatanRow = {
  id: string
  areaId: string
  nomor: string | null
  judul: string | null
}

export async function findKegiatan({ tx }: Ctx, rencana: Key, id: string): Promise<KegiatanRow> {
  const row = await tx
    .selectFrom('rencana_kegiatan')
    .select(['id', 'area_id as areaId', 'nomor', 'judul'])
    .where('satker_kode', '=', rencana.satkerKode)
    .where('rencana_id', '=', rencana.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Kegiatan')
  return row
}
