import { command } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { canReceive } from '../policy.ts'

/** A file that lies complete and flushed in the receiving folder under this id. */
export type Received = { satkerKode: string; id: string; nama: string; ukuran: number }

export const checkJob = 'berkas.periksa'
export const checkKey = (id: string): string => `${checkJob}:${id}`

/** Takes a whole file into the books and queues its check. Done twice by the same person, it does nothing. */
export const receiveBerkas = command('berkas.receive', async (ctx, input: Received) => {
  const { satkerKode, id, nama, ukuran } = input
  if (satkerKode < ctx.actor.dari || satkerKode >= ctx.actor.sampai) throw notFound('Satuan kerja')
  allow(canReceive(ctx.actor, satkerKode))
  refuseIf(ukuran === 0, `Berkas ${nama} kosong (0 byte). Pilih berkas yang berisi.`)
  const row = await ctx.tx
    .insertInto('berkas')
    .values({
      satker_kode: satkerKode,
      id,
      nama,
      ukuran_diterima: ukuran,
      received_at: ctx.now,
      received_by: ctx.actor.id,
    })
    .onConflict((conflict) => conflict.columns(['satker_kode', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return
  await ctx.record('berkas.diterima', { satkerKode, benda: 'berkas', id }, { nama, ukuran })
  await ctx.later(checkJob, { satkerKode, id }, { key: checkKey(id) })
})
