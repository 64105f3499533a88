import { command } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import type { PeraturanInput } from '../forms.ts'
import { canCorrectPeraturan } from '../policy.ts'

type Correction = { kode: string; facts: PeraturanInput }

/** Corrects a rule in the register, with its source; a corrected rule is not loaded over by later reference data. */
export const correctPeraturan = command(
  'peraturan.correct',
  async (ctx, { kode, facts }: Correction) => {
    const before = await ctx.tx
      .selectFrom('peraturan')
      .select([
        'judul',
        'berlaku_dari',
        'berlaku_sampai',
        'sumber',
        'keyakinan',
        'catatan',
        'versi',
      ])
      .where('kode', '=', kode)
      .forUpdate()
      .executeTakeFirst()
    if (!before) throw notFound('Peraturan')
    allow(canCorrectPeraturan(ctx.actor))
    refuseIf(
      before.versi !== facts.versi,
      'Peraturan ini baru saja diubah orang lain. Buka kembali halamannya, lalu ulangi.',
      before,
    )
    await ctx.tx
      .updateTable('peraturan')
      .set({ ...facts, versi: before.versi + 1 })
      .where('kode', '=', kode)
      .execute()
    const thing = { satkerKode: ctx.actor.satkerKode, benda: 'peraturan', id: kode }
    await ctx.record('diperbaiki', thing, { sebelum: before, sesudah: facts })
  },
)
