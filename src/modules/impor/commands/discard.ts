import { command } from '#platform/command.ts'
import { allow, refuseIf } from '#platform/errors.ts'
import { canHappen } from '../impor.ts'
import { canImport } from '../policy.ts'
import { findImpor, thingOf } from './find.ts'

/** Gives up an import; the file and what was read from it go, the audit chain tells that it was. */
export const discard = command('impor.discard', async (ctx, { imporId }: { imporId: string }) => {
  const impor = await findImpor(ctx, imporId)
  allow(canImport(ctx.actor, impor.satkerKode))
  refuseIf(
    !canHappen(impor.state, 'discard'),
    'Impor ini sudah diterima atau sudah dibatalkan, sehingga tidak dapat dibatalkan lagi.',
  )
  await ctx.tx
    .updateTable('impor')
    .set({ discarded_at: ctx.now, discarded_by: ctx.actor.id })
    .set({ isi: null, baris: null, hasil: null, suntingan: null })
    .where('satker_kode', '=', impor.satkerKode)
    .where('id', '=', impor.id)
    .execute()
  await ctx.tx
    .deleteFrom('impor_temuan')
    .where('satker_kode', '=', impor.satkerKode)
    .where('impor_id', '=', impor.id)
    .execute()
  await ctx.record('impor.dibatalkan', thingOf(impor), { nama: impor.namaBerkas })
})
