import {
  acceptUse,
  createEviden,
  type NewEviden,
  returnUse,
  unuse,
  useEviden,
  usesOfRatl,
} from '#modules/eviden'
import type { Ctx } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import type { RatlRow } from './find-temuan.ts'

type Result = { tautan: string | null; berkasIds: readonly string[] }

/** Puts the evidence of a result into the library and lets it prove the step; what stood there is used again. */
export async function proveRatl(ctx: Ctx, ratl: RatlRow, result: Result): Promise<void> {
  const { satkerKode, id: ratlId, aksi } = ratl
  const tanggal = localDate(ctx.now, ctx.actor.zonaWaktu)
  const earlier = await usesOfRatl(ctx, { satkerKode, ratlId })
  const isi: NewEviden['isi'][] = result.berkasIds.map((berkasId) => ({
    bentuk: 'berkas',
    berkasId,
  }))
  if (result.tautan) isi.push({ bentuk: 'tautan', url: result.tautan })
  for (const one of isi) {
    const known = earlier.find(({ eviden }) =>
      one.bentuk === 'berkas'
        ? eviden.berkas?.id === one.berkasId
        : one.bentuk === 'tautan' && eviden.url === one.url,
    )
    const judul = `Hasil RATL: ${aksi}`.slice(0, 300)
    const made = { satkerKode, judul, tanggal, sumber: 'Tindak lanjut temuan', isi: one }
    const evidenId = known?.eviden.id ?? (await createEviden(ctx, made)).id
    await useEviden(ctx, { satkerKode, evidenId, ratlId, tahun: Number(tanggal.slice(0, 4)) })
  }
}

/** The evidence that still waits shares the verdict on the step; the checker is a second person for both. */
export async function judgeEviden(
  ctx: Ctx,
  { satkerKode, id }: RatlRow,
  verdict: { berhasil: true } | { berhasil: false; catatan: string },
): Promise<void> {
  for (const pakaiId of await waitingIds(ctx, { satkerKode, id })) {
    if (verdict.berhasil) await acceptUse(ctx, { satkerKode, pakaiId })
    else await returnUse(ctx, { satkerKode, pakaiId, catatan: verdict.catatan })
  }
}

/** Takes the evidence of a report that is taken back off the step; it stays in the library. */
export async function releaseEviden(ctx: Ctx, { satkerKode, id }: RatlRow): Promise<void> {
  for (const pakaiId of await waitingIds(ctx, { satkerKode, id }))
    await unuse(ctx, { satkerKode, pakaiId })
}

async function waitingIds(ctx: Ctx, { satkerKode, id }: Pick<RatlRow, 'satkerKode' | 'id'>) {
  const uses = await usesOfRatl(ctx, { satkerKode, ratlId: id })
  return uses.filter(({ state }) => state === 'pending').map((use) => use.id)
}
