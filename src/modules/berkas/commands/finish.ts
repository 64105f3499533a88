import type { Updateable } from 'kysely'
import type { Berkas as Row } from '#db/schema.ts'
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
  await update(ctx, berkas, {
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
  await update(ctx, berkas, { rejected_at: ctx.now, sebab })
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

const update = ({ tx }: Ctx, { satkerKode, id }: Berkas, changes: Updateable<Row>) =>
  tx
    .updateTable('berkas')
    .set(changes)
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .execute()

const thingOf = ({ satkerKode, id }: Berkas) => ({ satkerKode, benda: 'berkas', id })
