import { command } from '#platform/command.ts'
import { notFound, refuseIf } from '#platform/errors.ts'
import { findForChange, happened } from './rapat.ts'

/** Adds what the meeting decided; each decision may become a step of follow-up. */
export const addKeputusanRapat = command(
  'monitoring.addKeputusanRapat',
  async (ctx, { rapatId, uraian }: { rapatId: string; uraian: string }) => {
    const rapat = await findForChange(ctx, rapatId)
    const last = await ctx.tx
      .selectFrom('rapat_keputusan')
      .select((eb) => eb.fn.max('urutan').as('urutan'))
      .where('satker_kode', '=', rapat.satkerKode)
      .where('rapat_id', '=', rapat.id)
      .executeTakeFirst()
    const id = ctx.newId()
    await ctx.tx
      .insertInto('rapat_keputusan')
      .values({
        satker_kode: rapat.satkerKode,
        id,
        rapat_id: rapat.id,
        urutan: (last?.urutan ?? 0) + 1,
        uraian,
      })
      .execute()
    await happened(ctx, rapat, 'keputusan_added', { catatan: uraian })
    return { id }
  },
)

/** Takes a decision back while no step of follow-up hangs on it. */
export const removeKeputusanRapat = command(
  'monitoring.removeKeputusanRapat',
  async (ctx, { rapatId, keputusanId }: { rapatId: string; keputusanId: string }) => {
    const rapat = await findForChange(ctx, rapatId)
    const row = await ctx.tx
      .selectFrom('rapat_keputusan as k')
      .leftJoin('ratl as r', (join) =>
        join
          .onRef('r.satker_kode', '=', 'k.satker_kode')
          .onRef('r.rapat_keputusan_id', '=', 'k.id'),
      )
      .select(['k.id', 'k.uraian', 'r.id as ratl_id'])
      .where('k.satker_kode', '=', rapat.satkerKode)
      .where('k.rapat_id', '=', rapat.id)
      .where('k.id', '=', keputusanId)
      .executeTakeFirst()
    if (!row) throw notFound('Keputusan rapat')
    refuseIf(row.ratl_id !== null, 'Keputusan ini sudah menjadi RATL, jadi tidak dapat dihapus.')
    await ctx.tx
      .deleteFrom('rapat_keputusan')
      .where('satker_kode', '=', rapat.satkerKode)
      .where('id', '=', keputusanId)
      .execute()
    await happened(ctx, rapat, 'keputusan_removed', { catatan: row.uraian })
  },
)
