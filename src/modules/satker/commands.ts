import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import type { UnitInput } from './forms.ts'
import { canManageUnit } from './policy.ts'

/** Adds a unit to an office from a day on. */
export const addUnit = command(
  'satker.addUnit',
  async (ctx, { satkerKode, unit }: { satkerKode: string; unit: UnitInput }) => {
    await findSatker(ctx, satkerKode)
    allow(canManageUnit(ctx.actor, satkerKode))
    await refuseDouble(ctx, satkerKode, unit)
    const id = ctx.newId()
    await ctx.tx
      .insertInto('unit')
      .values({ satker_kode: satkerKode, id, ...unit })
      .execute()
    await ctx.record(
      'ditambah',
      { satkerKode, benda: 'unit', id },
      { nama: unit.nama, dari: unit.dari },
    )
    return id
  },
)

type Ending = { satkerKode: string; id: string; sampai: string; versi: number }

/** Ends a unit: `sampai` is the first day it is no more. What it did keeps its name. */
export const endUnit = command(
  'satker.endUnit',
  async (ctx, { satkerKode, id, sampai, versi }: Ending) => {
    const unit = await ctx.tx
      .selectFrom('unit')
      .select(['nama', 'dari', 'sampai', 'versi'])
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!unit) throw notFound('Unit')
    allow(canManageUnit(ctx.actor, satkerKode))
    refuseIf(
      unit.versi !== versi,
      'Unit ini baru saja diubah orang lain. Buka kembali halamannya, lalu ulangi.',
    )
    refuseIf(sampai <= unit.dari, 'Tanggal berakhir harus sesudah tanggal mulai unit.')
    await ctx.tx
      .updateTable('unit')
      .set({ sampai, versi: versi + 1 })
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', id)
      .execute()
    await ctx.record('diakhiri', { satkerKode, benda: 'unit', id }, { nama: unit.nama, sampai })
  },
)

async function findSatker(ctx: Ctx, kode: string): Promise<void> {
  const inReach = kode >= ctx.actor.dari && kode < ctx.actor.sampai
  const row = await ctx.tx
    .selectFrom('satker')
    .select('kode')
    .where('kode', '=', kode)
    .executeTakeFirst()
  if (!row || !inReach) throw notFound('Satuan kerja')
}

async function refuseDouble(
  ctx: Ctx,
  satkerKode: string,
  { nama, dari }: UnitInput,
): Promise<void> {
  const same = await ctx.tx
    .selectFrom('unit')
    .select('id')
    .where('satker_kode', '=', satkerKode)
    .where('nama', '=', nama)
    .where((eb) => eb.or([eb('sampai', 'is', null), eb('sampai', '>', dari)]))
    .executeTakeFirst()
  refuseIf(same !== undefined, `Unit "${nama}" masih berlaku. Akhiri dahulu, atau pakai nama lain.`)
}
