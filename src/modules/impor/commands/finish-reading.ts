import {
  checkDasarHukum,
  citingOf,
  loadRegister,
  type Reading,
  type RenaksiKeputusan,
  type Temuan,
} from '#modules/keputusan'
import { command, type Ctx } from '#platform/command.ts'
import { storable } from '#platform/db/storable.ts'
import { allow, refuseIf } from '#platform/errors.ts'
import { canHappen } from '../impor.ts'
import { canFinishReading } from '../policy.ts'
import { suntinganFrom } from '../suntingan.ts'
import { findImpor, type ImporRow, thingOf } from './find.ts'

const alreadyRead = 'Berkas ini sudah selesai dibaca atau dibatalkan.'

type Finish = { imporId: string; reading: Reading; projectRoot: string }

/** Keeps what was read, with the reader's findings and those about the legal bases. */
export const finishReading = command('impor.finishReading', async (ctx, input: Finish) => {
  const impor = await findImpor(ctx, input.imporId)
  allow(canFinishReading(ctx.actor, impor.satkerKode))
  refuseIf(!canHappen(impor.state, 'finish'), alreadyRead)
  const { renaksi, baris } = storable(input.reading)
  await ctx.tx
    .updateTable('impor')
    .set({
      baris: JSON.stringify(baris),
      hasil: JSON.stringify(renaksi),
      suntingan: JSON.stringify(suntinganFrom(renaksi)),
      read_at: ctx.now,
    })
    .where('satker_kode', '=', impor.satkerKode)
    .where('id', '=', impor.id)
    .execute()
  const register = await loadRegister(ctx.tx, input.projectRoot)
  const temuan = [
    ...(await foreignOffice(ctx, impor, renaksi.keputusan)),
    ...(renaksi.temuan ?? []).map((each) => ({ ...each, asal: 'pembaca' as const })),
    ...checkDasarHukum(citingOf(renaksi), register).map((each) => ({
      ...each,
      asal: 'dasar_hukum' as const,
    })),
  ]
  await insertTemuan(ctx, impor, { temuan, from: 1 })
  await ctx.record('impor.dibaca', thingOf(impor), { temuan: temuan.length })
})

/** A decree of another office is easily uploaded by mistake. */
async function foreignOffice(
  { tx }: Ctx,
  { satkerKode }: ImporRow,
  { tingkat, wilayah, penerbit }: RenaksiKeputusan,
): Promise<Found[]> {
  const office = await tx
    .selectFrom('satker')
    .select(['nama', 'jenis', 'wilayah'])
    .where('kode', '=', satkerKode)
    .executeTakeFirstOrThrow()
  const same =
    tingkat === office.jenis &&
    (tingkat === 'pusat' || wilayah?.toLowerCase() === office.wilayah.toLowerCase())
  if (tingkat === undefined || same) return []
  return [
    {
      asal: 'pembaca',
      kode: 'satker-berbeda',
      pesan: `Keputusan ini diterbitkan oleh ${penerbit}, sedangkan impor ini untuk ${office.nama}.`,
      keputusan: `Dicatat sebagai keputusan ${office.nama}. Batalkan impor bila salah berkas.`,
    },
  ]
}

type Found = Temuan & { asal: 'pembaca' | 'dasar_hukum' }

/** Adds findings to an import, numbered from `from`. */
export async function insertTemuan(
  ctx: Ctx,
  impor: Pick<ImporRow, 'satkerKode' | 'id'>,
  { temuan, from }: { temuan: readonly Found[]; from: number },
): Promise<void> {
  if (temuan.length === 0) return
  const rows = temuan.map((each, index) => ({
    satker_kode: impor.satkerKode,
    impor_id: impor.id,
    urutan: from + index,
    asal: each.asal,
    kode: each.kode,
    baris: each.baris ?? [],
    pesan: each.pesan,
    keputusan: each.keputusan ?? null,
    alternatif: each.alternatif ?? null,
  }))
  await ctx.tx.insertInto('impor_temuan').values(rows).execute()
}

/** Ends an import whose file cannot be read: the sentence stays, the file goes. */
export const failReading = command(
  'impor.failReading',
  async (ctx, { imporId, pesan }: { imporId: string; pesan: string }) => {
    const impor = await findImpor(ctx, imporId)
    allow(canFinishReading(ctx.actor, impor.satkerKode))
    refuseIf(!canHappen(impor.state, 'fail'), alreadyRead)
    await ctx.tx
      .updateTable('impor')
      .set({ pesan, failed_at: ctx.now, isi: null })
      .where('satker_kode', '=', impor.satkerKode)
      .where('id', '=', impor.id)
      .execute()
    await ctx.record('impor.gagal', thingOf(impor), { pesan })
  },
)
