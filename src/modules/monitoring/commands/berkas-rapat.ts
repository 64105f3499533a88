import { command } from '#platform/command.ts'
import { notFound, refuseIf } from '#platform/errors.ts'
import { namaDokumen } from '../labels-rapat.ts'
import type { Dokumen } from '../rapat.ts'
import { findForChange, happened } from './rapat.ts'

type Attach = { rapatId: string; dokumen: Dokumen; berkasIds: readonly string[] }

/** Puts uploaded files into the pack as one of its documents. */
export const attachBerkasRapat = command(
  'monitoring.attachBerkasRapat',
  async (ctx, { rapatId, dokumen, berkasIds }: Attach) => {
    const rapat = await findForChange(ctx, rapatId)
    refuseIf(berkasIds.length === 0, 'Pilih paling sedikit satu berkas.')
    for (const berkasId of berkasIds) {
      const berkas = await ctx.tx
        .selectFrom('berkas')
        .select(['id', 'nama', 'rejected_at', 'sebab'])
        .where('satker_kode', '=', rapat.satkerKode)
        .where('id', '=', berkasId)
        .executeTakeFirst()
      if (!berkas) throw notFound('Berkas')
      refuseIf(berkas.rejected_at !== null, `Berkas ${berkas.nama} ditolak: ${berkas.sebab}.`)
      await ctx.tx
        .insertInto('rapat_berkas')
        .values({
          satker_kode: rapat.satkerKode,
          rapat_id: rapat.id,
          berkas_id: berkasId,
          dokumen,
          created_at: ctx.now,
          created_by: ctx.actor.id,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    await happened(ctx, rapat, 'berkas_attached', {
      catatan: `${namaDokumen[dokumen]}, ${berkasIds.length} berkas`,
      rincian: { berkasIds },
    })
  },
)

/** Takes a file out of the pack; the file itself stays kept. */
export const detachBerkasRapat = command(
  'monitoring.detachBerkasRapat',
  async (ctx, { rapatId, berkasId }: { rapatId: string; berkasId: string }) => {
    const rapat = await findForChange(ctx, rapatId)
    const row = await ctx.tx
      .deleteFrom('rapat_berkas')
      .where('satker_kode', '=', rapat.satkerKode)
      .where('rapat_id', '=', rapat.id)
      .where('berkas_id', '=', berkasId)
      .returning('dokumen')
      .executeTakeFirst()
    if (!row) throw notFound('Berkas')
    await happened(ctx, rapat, 'berkas_detached', { rincian: { berkasId, ...row } })
  },
)
