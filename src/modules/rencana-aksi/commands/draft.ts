import { command } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { canCreateRencana, canEditDraft, isWithinReach } from '../policy.ts'
import { rencanaTree } from '../queries/tree.ts'
import type { JenisRencana } from '../rencana.ts'
import { isiOf } from '../tree.ts'
import { findRencana } from './find.ts'
import { insertRencana } from './import.ts'
import { noteChange } from './riwayat.ts'

type NewDraft = { satkerKode: string; jenis: JenisRencana; tahun: number; judul: string }

/** Starts an empty plan; one of a kind a year. */
export const createDraft = command('rencana-aksi.createDraft', async (ctx, input: NewDraft) => {
  const { satkerKode, jenis, tahun, judul } = input
  if (!isWithinReach(ctx.actor, satkerKode)) throw notFound('Satuan kerja')
  allow(canCreateRencana(ctx.actor, satkerKode))
  const id = await insertRencana(ctx, { ...input, keputusanId: null })
  await noteChange(ctx, {
    rencana: { satkerKode, id },
    peristiwa: 'created',
    sesudah: { jenis, tahun, judul },
  })
  return { id }
})

/** Throws away a plan that was never proposed; what it held stays in the audit chain. */
export const discardDraft = command(
  'rencana-aksi.discardDraft',
  async (ctx, { rencanaId }: { rencanaId: string }) => {
    const rencana = await findRencana(ctx, rencanaId)
    allow(canEditDraft(ctx.actor, rencana.satkerKode))
    refuseIf(rencana.state !== 'draft', onlyDraft)
    const copy = await ctx.tx
      .selectFrom('rencana')
      .select('judul')
      .where('satker_kode', '=', rencana.satkerKode)
      .where('disalin_dari', '=', rencana.id)
      .executeTakeFirst()
    refuseIf(!!copy, `Draf ini tidak dapat dibuang: ${copy?.judul} disalin darinya.`)
    const isi = isiOf(await rencanaTree(ctx, rencana.id))
    await ctx.tx
      .deleteFrom('rencana')
      .where('satker_kode', '=', rencana.satkerKode)
      .where('id', '=', rencana.id)
      .execute()
    await ctx.record('rencana-aksi.discarded', thingOf(rencana), { judul: rencana.judul, isi })
  },
)

export const thingOf = (rencana: { satkerKode: string; id: string }) => ({
  satkerKode: rencana.satkerKode,
  benda: 'rencana',
  id: rencana.id,
})

export const onlyDraft =
  'Hanya draf yang dapat disusun ulang. Untuk rencana yang sudah disahkan, ajukan usulan perubahan.'
