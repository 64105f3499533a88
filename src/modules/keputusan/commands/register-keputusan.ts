import type { Ctx, Q } from '#platform/command.ts'
import { refused } from '#platform/errors.ts'
import { nomorKeputusan } from '../nomor.ts'
import type { RenaksiKeputusan } from '../renaksi.ts'

type Registration = { satkerKode: string; keputusan: RenaksiKeputusan; beritaAcara: string | null }

/**
 * Enters a decree with its legal bases into the office's register, inside the caller's command; returns its id.
 * Refuses (409) a number that the office has already used in that year.
 */
export async function registerKeputusan(
  ctx: Ctx,
  { satkerKode, keputusan, beritaAcara }: Registration,
): Promise<string> {
  const { nomor, tahun } = keputusan
  const known = await findKeputusan(ctx, { satkerKode, nomor, tahun })
  if (known)
    throw refused(
      `Keputusan ${nomorKeputusan({ nomor, tahun })} sudah terdaftar. Buka keputusan itu, atau perbaiki nomornya.`,
    )
  const id = ctx.newId()
  await ctx.tx
    .insertInto('keputusan')
    .values({
      satker_kode: satkerKode,
      id,
      ...factsOf(keputusan),
      berita_acara: beritaAcara,
      mengubah_id: await amendedId(ctx, satkerKode, keputusan),
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .execute()
  await writeDasarHukum(ctx, satkerKode, id, keputusan)
  await ctx.record('didaftarkan', { satkerKode, benda: 'keputusan', id }, { nomor, tahun })
  return id
}

type Numbered = { satkerKode: string; nomor: string; tahun: number }

/** The decree of an office that bears this number in this year, if it is in the register. */
export const findKeputusan = ({ tx }: Pick<Q, 'tx'>, { satkerKode, nomor, tahun }: Numbered) =>
  tx
    .selectFrom('keputusan')
    .select(['id', 'judul', 'tanggal'])
    .where('satker_kode', '=', satkerKode)
    .where('nomor', '=', nomor)
    .where('tahun', '=', tahun)
    .executeTakeFirst()

/** The columns of a decree from what was read. */
export const factsOf = (k: RenaksiKeputusan) => ({
  penerbit: k.penerbit,
  nomor: k.nomor,
  tahun: k.tahun,
  judul: k.judul,
  tanggal: k.tanggal,
  tempat: k.tempat ?? null,
  ketua: k.ketua ?? null,
  penyalin_nama: k.penyalin?.nama ?? null,
  penyalin_jabatan: k.penyalin?.jabatan ?? null,
  menimbang: JSON.stringify(k.menimbang ?? []),
  memperhatikan: JSON.stringify(k.memperhatikan ?? []),
  diktum: JSON.stringify(k.diktum ?? []),
  mengubah_nomor: k.mengubah ?? null,
})

/** The earlier decree of the office that this one amends, when it is in the register. */
async function amendedId(
  ctx: Ctx,
  satkerKode: string,
  keputusan: RenaksiKeputusan,
): Promise<string | null> {
  if (!keputusan.mengubah) return null
  const row = await ctx.tx
    .selectFrom('keputusan')
    .select('id')
    .where('satker_kode', '=', satkerKode)
    .where('nomor', '=', keputusan.mengubah)
    .orderBy('tahun', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function writeDasarHukum(
  ctx: Ctx,
  satkerKode: string,
  id: string,
  keputusan: RenaksiKeputusan,
): Promise<void> {
  const rows = (keputusan.mengingat ?? []).map((m, i) => ({
    satker_kode: satkerKode,
    keputusan_id: id,
    urutan: i + 1,
    kode: m.kode,
    judul: m.judul,
    perubahan: JSON.stringify(m.perubahan ?? []),
  }))
  if (rows.length > 0) await ctx.tx.insertInto('keputusan_dasar_hukum').values(rows).execute()
}
