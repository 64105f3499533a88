import { command } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { canHappen } from '../impor.ts'
import { canImport } from '../policy.ts'
import { needsLook, placesOf, type Suntingan } from '../suntingan.ts'
import type { Tindakan } from '../temuan.ts'
import { findImpor, notInReview, readingOf, thingOf } from './find.ts'
import { saveSuntingan } from './revise.ts'

type Decide = { imporId: string; urutan: number; tindakan: Tindakan; catatan: string | null }

/** A person's word on one finding. It may be given again until the import is closed. */
export const decideTemuan = command('impor.decideTemuan', async (ctx, input: Decide) => {
  const { imporId, urutan, tindakan } = input
  const impor = await findImpor(ctx, imporId)
  const temuan = await ctx.tx
    .selectFrom('impor_temuan')
    .select(['urutan', 'kode'])
    .where('satker_kode', '=', impor.satkerKode)
    .where('impor_id', '=', impor.id)
    .where('urutan', '=', urutan)
    .executeTakeFirst()
  if (!temuan) throw notFound('Temuan')
  allow(canImport(ctx.actor, impor.satkerKode))
  refuseIf(!canHappen(impor.state, 'revise'), notInReview)
  const catatan = input.catatan?.trim() || null
  await ctx.tx
    .updateTable('impor_temuan')
    .set({ tindakan, catatan, decided_at: ctx.now, decided_by: ctx.actor.id })
    .where('satker_kode', '=', impor.satkerKode)
    .where('impor_id', '=', impor.id)
    .where('urutan', '=', urutan)
    .execute()
  const detail = { urutan, kode: temuan.kode, tindakan, catatan }
  await ctx.record('impor.temuan-diputuskan', thingOf(impor), detail)
})

/** Accepts every finding that nobody has decided, and every row that the reader was not sure of. */
export const acceptRemaining = command(
  'impor.acceptRemaining',
  async (ctx, { imporId }: { imporId: string }) => {
    const impor = await findImpor(ctx, imporId)
    allow(canImport(ctx.actor, impor.satkerKode))
    refuseIf(!canHappen(impor.state, 'revise'), notInReview)
    const decided = await ctx.tx
      .updateTable('impor_temuan')
      .set({ tindakan: 'diterima', decided_at: ctx.now, decided_by: ctx.actor.id })
      .where('satker_kode', '=', impor.satkerKode)
      .where('impor_id', '=', impor.id)
      .where('decided_at', 'is', null)
      .executeTakeFirst()
    const { suntingan } = readingOf(impor)
    const unsure = placesOf(suntingan.area).filter(({ butir }) => needsLook(butir)).length
    if (unsure > 0) await saveSuntingan(ctx, impor, allLookedAt(suntingan))
    const temuan = Number(decided.numUpdatedRows)
    await ctx.record('impor.sisa-temuan-diterima', thingOf(impor), { temuan, butir: unsure })
    return { temuan, butir: unsure }
  },
)

const allLookedAt = (suntingan: Suntingan): Suntingan => ({
  ...suntingan,
  area: suntingan.area.map((area) => ({
    ...area,
    kegiatan: area.kegiatan.map((kegiatan) => ({
      ...kegiatan,
      butir: kegiatan.butir.map((butir) =>
        needsLook(butir) ? { ...butir, diperiksa: true, versi: butir.versi + 1 } : butir,
      ),
    })),
  })),
})
