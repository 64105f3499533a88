import type { Ctx } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { isFromAbove } from '../queries/temuan-origin.ts'
import { lanjutState, type LanjutState } from '../temuan.ts'
import { ratlState, type RatlState } from '../ratl.ts'

export type TemuanRow = {
  satkerKode: string
  id: string
  tahun: number
  areaBaku: number | null
  uraian: string
  versi: number
  /** recorded by someone who is not of the office */
  fromAbove: boolean
  lanjut: LanjutState
  lanjutTahun: number | null
  lanjutJenis: 'RB' | 'ZI' | null
}

/** The finding, held until the command ends. */
export async function findTemuan({ tx }: Ctx, id: string): Promise<TemuanRow> {
  const row = await tx
    .selectFrom('temuan_monev as t')
    .leftJoin('rencana_usulan as u', (join) =>
      join.onRef('u.satker_kode', '=', 't.satker_kode').onRef('u.id', '=', 't.lanjut_usulan_id'),
    )
    .select(['t.satker_kode', 't.id', 't.tahun', 't.area_baku', 't.uraian', 't.versi'])
    .select(['t.lanjut_at', 't.lanjut_tahun', 't.lanjut_jenis', 't.lanjut_butir_id'])
    .select(['t.lanjut_usulan_id', 'u.rejected_at as usulan_rejected_at'])
    .select(isFromAbove.as('fromAbove'))
    .where('t.id', '=', id)
    .forUpdate('t')
    .executeTakeFirst()
  if (!row) throw notFound('Temuan')
  return {
    satkerKode: row.satker_kode,
    id: row.id,
    tahun: row.tahun,
    areaBaku: row.area_baku,
    uraian: row.uraian,
    versi: row.versi,
    fromAbove: row.fromAbove,
    lanjut: lanjutState(row),
    lanjutTahun: row.lanjut_tahun,
    lanjutJenis: row.lanjut_jenis as 'RB' | 'ZI' | null, // the table's check allows no other
  }
}

export type RatlRow = {
  satkerKode: string
  id: string
  aksi: string
  jatuhTempo: string
  penanggungJawabId: string | null
  reportedBy: string | null
  createdBy: string
  versi: number
  state: RatlState
}

/** One step of follow-up, held until the command ends. */
export async function findRatl({ tx }: Ctx, id: string): Promise<RatlRow> {
  const row = await tx
    .selectFrom('ratl')
    .select(['satker_kode', 'id', 'aksi', 'jatuh_tempo', 'penanggung_jawab_id', 'reported_by'])
    .select(['created_by', 'versi', 'reported_at', 'closed_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('RATL')
  return {
    satkerKode: row.satker_kode,
    id: row.id,
    aksi: row.aksi,
    jatuhTempo: row.jatuh_tempo,
    penanggungJawabId: row.penanggung_jawab_id,
    reportedBy: row.reported_by,
    createdBy: row.created_by,
    versi: row.versi,
    state: ratlState(row),
  }
}
