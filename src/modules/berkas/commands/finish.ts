import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { type Berkas, stateOfBerkas } from '../berkas.ts'
import { canFinish } from '../policy.ts'
import { berkasOf } from '../queries.ts'

/** What the check has found out about a file whose content is kept by now. */
export type Checked = {
  satkerKode: string
  id: string
  sha256: Buffer
  receivedSha256: Buffer
  bytes: number
  contentType: string
  pages: number | null
  preview: boolean
  takenAt: Date | null
  scanned: boolean
}

/** Releases a file that was checked. */
export const finishBerkas = command('berkas.finish', async (ctx, checked: Checked) => {
  const berkas = await findChecking(ctx, checked)
  await ctx.tx
    .updateTable('berkas')
    .set({
      sha256: checked.sha256,
      sha256_diterima: checked.receivedSha256,
      ukuran: checked.bytes,
      jenis_isi: checked.contentType,
      halaman: checked.pages,
      pratinjau: checked.preview,
      diambil_pada: checked.takenAt,
      scanned_at: checked.scanned ? ctx.now : null,
      ready_at: ctx.now,
    })
    .where('satker_kode', '=', berkas.satkerKode)
    .where('id', '=', berkas.id)
    .execute()
  await ctx.record('berkas.siap', thingOf(berkas), {
    sha256: checked.sha256.toString('hex'),
    jenisIsi: checked.contentType,
    ukuran: checked.bytes,
  })
})

type Rejected = { satkerKode: string; id: string; sebab: string }

/** Refuses a file for good, with a sentence for its sender. */
export const rejectBerkas = command('berkas.reject', async (ctx, { sebab, ...which }: Rejected) => {
  const berkas = await findChecking(ctx, which)
  await ctx.tx
    .updateTable('berkas')
    .set({ rejected_at: ctx.now, sebab })
    .where('satker_kode', '=', berkas.satkerKode)
    .where('id', '=', berkas.id)
    .execute()
  await ctx.record('berkas.ditolak', thingOf(berkas), { sebab })
})

async function findChecking(
  ctx: Ctx,
  { satkerKode, id }: { satkerKode: string; id: string },
): Promise<Berkas> {
  const [berkas] = await berkasOf(ctx, satkerKode, [id])
  if (!berkas) throw notFound('Berkas')
  allow(canFinish(ctx.actor, satkerKode))
  refuseIf(stateOfBerkas(berkas) !== 'checking', 'Berkas ini sudah selesai diperiksa.')
  return berkas
}

const thingOf = ({ satkerKode, id }: Berkas) => ({ satkerKode, benda: 'berkas', id })
