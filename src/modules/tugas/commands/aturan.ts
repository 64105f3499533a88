import { command } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import type { Aturan } from '../pengingat.ts'
import { canSetAturan } from '../policy.ts'
import { aturanOf } from '../queries/aturan.ts'

type SaveAturan = Aturan & { satkerKode: string; alasan: string; versi: number }

/** Chooses the office's own numbers; they hold from the next reminding on. */
export const saveAturan = command('pengingat.saveAturan', async (ctx, input: SaveAturan) => {
  const { satkerKode, versi, alasan, ...aturan } = input
  const { actor, tx, now } = ctx
  if (satkerKode < actor.dari || satkerKode >= actor.sampai) throw notFound('Satuan kerja')
  allow(canSetAturan(actor, satkerKode), 'Pengingat diatur oleh admin satuan kerja itu sendiri.')
  const before = await aturanOf(ctx, satkerKode)
  const values = {
    sebelum_hari: [...aturan.sebelumHari],
    terlambat_hari: aturan.terlambatHari,
    ulang_hari: aturan.ulangHari,
    kasubbag_hari: aturan.kasubbagHari,
    sekretaris_hari: aturan.sekretarisHari,
    alasan,
    versi: versi + 1,
    updated_at: now,
    updated_by: actor.id,
  }
  const stored = await tx
    .insertInto('pengingat_setelan')
    .values({ satker_kode: satkerKode, ...values })
    .onConflict((on) =>
      on.column('satker_kode').doUpdateSet(values).where('pengingat_setelan.versi', '=', versi),
    )
    .executeTakeFirstOrThrow()
  refuseIf(
    Number(stored.numInsertedOrUpdatedRows) === 0,
    'Angka ini baru saja diubah orang lain. Muat ulang halaman, lalu ubah lagi.',
  )
  const thing = { satkerKode, benda: 'satker', id: satkerKode }
  await ctx.record('pengingat.diatur', thing, { sebelum: before.aturan, sesudah: aturan, alasan })
})
