import { command, type Ctx } from '#platform/command.ts'
import { allow, refuseIf } from '#platform/errors.ts'
import { areaBakuOf } from '../isi.ts'
import { canEditDraft } from '../policy.ts'
import { rencanaTree } from '../queries/tree.ts'
import { onlyDraft } from './draft.ts'
import { findArea, findKegiatan, findRencana } from './find.ts'
import { refreshRekap } from './rekap.ts'
import { noteChange } from './riwayat.ts'

type Titled = { nomor: string | null; judul: string | null }

/** The draft that may be edited now: found, permitted, still a draft. */
export async function findDraft(ctx: Ctx, rencanaId: string) {
  const rencana = await findRencana(ctx, rencanaId)
  allow(canEditDraft(ctx.actor, rencana.satkerKode))
  refuseIf(rencana.state !== 'draft', onlyDraft)
  return rencana
}

export const addArea = command(
  'rencana-aksi.addArea',
  async (ctx, { rencanaId, ...titled }: Titled & { rencanaId: string }) => {
    const rencana = await findDraft(ctx, rencanaId)
    const id = ctx.newId()
    await ctx.tx
      .insertInto('rencana_area')
      .values((eb) => ({
        satker_kode: rencana.satkerKode,
        id,
        rencana_id: rencana.id,
        urutan: eb
          .selectFrom('rencana_area')
          .where('satker_kode', '=', rencana.satkerKode)
          .where('rencana_id', '=', rencana.id)
          .select((e) => e(e.fn.coalesce(e.fn.max('urutan'), e.lit(0)), '+', 1).as('next')),
        ...titled,
        area_baku: areaBakuOf(rencana.jenis, titled),
      }))
      .execute()
    await noteChange(ctx, { rencana, peristiwa: 'area_added', sesudah: titled })
    return { id }
  },
)

/** The canonical area follows the title again, unless one is chosen. */
export const editArea = command(
  'rencana-aksi.editArea',
  async (
    ctx,
    input: Titled & { rencanaId: string; areaId: string; areaBaku?: number | null | undefined },
  ) => {
    const rencana = await findDraft(ctx, input.rencanaId)
    const before = await findArea(ctx, rencana, input.areaId)
    const { nomor, judul } = input
    const areaBaku = input.areaBaku ?? areaBakuOf(rencana.jenis, { nomor, judul })
    await ctx.tx
      .updateTable('rencana_area')
      .set({ nomor, judul, area_baku: areaBaku })
      .where('satker_kode', '=', rencana.satkerKode)
      .where('id', '=', before.id)
      .execute()
    await refreshRekap(ctx, rencana)
    const sesudah = { nomor, judul, areaBaku }
    await noteChange(ctx, { rencana, peristiwa: 'area_changed', sebelum: before, sesudah })
  },
)

/** Takes an area out with everything in it; the history keeps what it held. */
export const removeArea = command(
  'rencana-aksi.removeArea',
  async (ctx, { rencanaId, areaId }: { rencanaId: string; areaId: string }) => {
    const rencana = await findDraft(ctx, rencanaId)
    await findArea(ctx, rencana, areaId)
    const tree = await rencanaTree(ctx, rencanaId)
    await ctx.tx
      .deleteFrom('rencana_area')
      .where('satker_kode', '=', rencana.satkerKode)
      .where('id', '=', areaId)
      .execute()
    await refreshRekap(ctx, rencana)
    const sebelum = tree.area.find(({ id }) => id === areaId)
    await noteChange(ctx, { rencana, peristiwa: 'area_removed', sebelum })
  },
)

export const addKegiatan = command(
  'rencana-aksi.addKegiatan',
  async (ctx, { rencanaId, areaId, ...titled }: Titled & { rencanaId: string; areaId: string }) => {
    const rencana = await findDraft(ctx, rencanaId)
    const area = await findArea(ctx, rencana, areaId)
    const id = ctx.newId()
    await ctx.tx
      .insertInto('rencana_kegiatan')
      .values((eb) => ({
        satker_kode: rencana.satkerKode,
        id,
        rencana_id: rencana.id,
        area_id: area.id,
        urutan: eb
          .selectFrom('rencana_kegiatan')
          .where('satker_kode', '=', rencana.satkerKode)
          .where('rencana_id', '=', rencana.id)
          .select((e) => e(e.fn.coalesce(e.fn.max('urutan'), e.lit(0)), '+', 1).as('next')),
        ...titled,
      }))
      .execute()
    await noteChange(ctx, { rencana, peristiwa: 'kegiatan_added', sesudah: titled })
    return { id }
  },
)

export const editKegiatan = command(
  'rencana-aksi.editKegiatan',
  async (ctx, input: Titled & { rencanaId: string; kegiatanId: string }) => {
    const rencana = await findDraft(ctx, input.rencanaId)
    const before = await findKegiatan(ctx, rencana, input.kegiatanId)
    const { nomor, judul } = input
    await ctx.tx
      .updateTable('rencana_kegiatan')
      .set({ nomor, judul })
      .where('satker_kode', '=', rencana.satkerKode)
      .where('id', '=', before.id)
      .execute()
    const sesudah = { nomor, judul }
    await noteChange(ctx, { rencana, peristiwa: 'kegiatan_changed', sebelum: before, sesudah })
  },
)

/** Takes a kegiatan out with everything in it; the history keeps what it held. */
export const removeKegiatan = command(
  'rencana-aksi.removeKegiatan',
  async (ctx, { rencanaId, kegiatanId }: { rencanaId: string; kegiatanId: string }) => {
    const rencana = await findDraft(ctx, rencanaId)
    await findKegiatan(ctx, rencana, kegiatanId)
    const tree = await rencanaTree(ctx, rencanaId)
    await ctx.tx
      .deleteFrom('rencana_kegiatan')
      .where('satker_kode', '=', rencana.satkerKode)
      .where('id', '=', kegiatanId)
      .execute()
    await refreshRekap(ctx, rencana)
    const sebelum = tree.area.flatMap((area) => area.kegiatan).find(({ id }) => id === kegiatanId)
    await noteChange(ctx, { rencana, peristiwa: 'kegiatan_removed', sebelum })
  },
)
