import { findPakai, type PakaiRow } from '#modules/eviden'
import type { Ctx } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { butirTitle } from '../labels.ts'
import type { ButirOwner } from '../policy.ts'
import { findRencana, type RencanaRow } from './find.ts'

/** What of a butir its evidence depends on. */
export type ProvedButir = ButirOwner & { id: string; judul: string; slots: string[] }

export async function findProvedButir(
  { tx }: Ctx,
  rencana: RencanaRow,
  butirId: string,
): Promise<ProvedButir> {
  const row = await tx
    .selectFrom('rencana_butir as b')
    .innerJoin('rencana_kegiatan as k', (join) =>
      join.onRef('k.satker_kode', '=', 'b.satker_kode').onRef('k.id', '=', 'b.kegiatan_id'),
    )
    .innerJoin('rencana_area as a', (join) =>
      join.onRef('a.satker_kode', '=', 'k.satker_kode').onRef('a.id', '=', 'k.area_id'),
    )
    .select(['b.id', 'b.label', 'b.uraian', 'b.langkah', 'b.eviden', 'b.penanggung_jawab_id'])
    .select('a.area_baku')
    .where('b.satker_kode', '=', rencana.satkerKode)
    .where('b.rencana_id', '=', rencana.id)
    .where('b.id', '=', butirId)
    .where('b.removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound('Butir')
  return {
    id: row.id,
    judul: butirTitle(row),
    slots: row.eviden,
    areaBaku: row.area_baku,
    penanggungJawabId: row.penanggung_jawab_id,
  }
}

export type Bukti = { rencana: RencanaRow; butir: ProvedButir; pakai: PakaiRow }

/** One use of evidence with the butir and the plan it proves; 404 when it is not of this plan. */
export async function findBukti(ctx: Ctx, rencanaId: string, pakaiId: string): Promise<Bukti> {
  const rencana = await findRencana(ctx, rencanaId)
  const pakai = await findPakai(ctx, rencana.satkerKode, pakaiId)
  if (pakai.butirId === null) throw notFound('Pemakaian eviden')
  return { rencana, butir: await findProvedButir(ctx, rencana, pakai.butirId), pakai }
}
