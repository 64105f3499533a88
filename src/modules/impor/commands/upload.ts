import { createHash } from 'node:crypto'
import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf, refused } from '#platform/errors.ts'
import { mostBytes } from '../impor.ts'
import { canImport } from '../policy.ts'
import { thingOf } from './find.ts'

type Upload = { satkerKode: string; nama: string; bytes: Uint8Array }

/** What a refusal of a file that already waits carries, to lead there. */
export type AlreadyWaiting = { imporId: string }

/** Keeps a file and queues its reading. Refuses (409) what is empty, too large, or already waits. */
export const upload = command('impor.upload', async (ctx, input: Upload) => {
  const { satkerKode, bytes } = input
  const nama = input.nama.replaceAll(/\p{Cc}/gu, ' ').slice(0, 200)
  if (satkerKode < ctx.actor.dari || satkerKode >= ctx.actor.sampai) throw notFound('Satuan kerja')
  allow(canImport(ctx.actor, satkerKode))
  refuseIf(bytes.length === 0, 'Berkas ini kosong (0 byte). Pilih berkas yang berisi.')
  refuseIf(
    bytes.length > mostBytes,
    `Berkas lebih besar dari ${mostBytes / 1024 / 1024} MB. Unggah hanya keputusan dan lampirannya, atau perkecil gambar di dalamnya.`,
  )
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const id = ctx.newId()
  const row = await ctx.tx
    .insertInto('impor')
    .values({
      satker_kode: satkerKode,
      id,
      nama_berkas: nama,
      ukuran: bytes.length,
      sha256,
      isi: Buffer.from(bytes),
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['satker_kode', 'sha256'])
        .where('failed_at', 'is', null)
        .where('discarded_at', 'is', null)
        .where('accepted_at', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!row) throw await alreadyWaiting(ctx, satkerKode, sha256)
  const thing = thingOf({ satkerKode, id })
  await ctx.record('impor.diunggah', thing, { nama, ukuran: bytes.length, sha256 })
  await ctx.later('impor.read', { satkerKode, id })
  return { id }
})

async function alreadyWaiting({ tx }: Ctx, satkerKode: string, sha256: string) {
  const waiting = await tx
    .selectFrom('impor')
    .select('id')
    .where('satker_kode', '=', satkerKode)
    .where('sha256', '=', sha256)
    .where('failed_at', 'is', null)
    .where('accepted_at', 'is', null)
    .where('discarded_at', 'is', null)
    .executeTakeFirst()
  const detail: AlreadyWaiting | undefined = waiting && { imporId: waiting.id }
  return refused('Berkas yang sama sudah diunggah dan masih menunggu diperiksa.', detail)
}
