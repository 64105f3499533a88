import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { type Q, query } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { isUuid } from '#platform/id.ts'
import { canCorrectKeputusan } from '../policy.ts'
import type { RenaksiDasarHukum } from '../renaksi.ts'

export const keputusanPageSize = 50

export type KeputusanFilter = { cari: string; tahun: number | null; halaman: number }

/** Decrees in reach, newest first. */
export const keputusanForStaff = query(
  async ({ tx }, { cari, tahun, halaman }: KeputusanFilter) => {
    let found = tx
      .selectFrom('keputusan')
      .innerJoin('satker', 'satker.kode', 'keputusan.satker_kode')
    if (tahun) found = found.where('keputusan.tahun', '=', tahun)
    if (cari) {
      const pattern = `%${cari.replace(/[%_\\]/g, '\\$&')}%`
      found = found.where((eb) =>
        eb.or([
          eb('keputusan.nomor', 'ilike', pattern),
          eb('keputusan.judul', 'ilike', pattern),
          eb('satker.nama', 'ilike', pattern),
        ]),
      )
    }
    const { total } = await found
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await found
      .select([
        'keputusan.satker_kode',
        'keputusan.id',
        'keputusan.nomor',
        'keputusan.tahun',
        'keputusan.judul',
      ])
      .select(['keputusan.tanggal', 'satker.nama as satker_nama'])
      .orderBy('keputusan.tanggal', 'desc')
      .orderBy('keputusan.id')
      .limit(keputusanPageSize)
      .offset((halaman - 1) * keputusanPageSize)
      .execute()
    return { rows, total }
  },
)

type OfKeputusan = { satkerKode: string; id: string }

/** One decree with its clauses, legal bases, and the chain of decrees before and after it. */
export const keputusanDetail = query(async (q, { satkerKode, id }: OfKeputusan) => {
  if (!isUuid(id)) throw notFound('Keputusan')
  const found = await q.tx
    .selectFrom('keputusan')
    .innerJoin('satker', 'satker.kode', 'keputusan.satker_kode')
    .selectAll('keputusan')
    .select('satker.nama as satker_nama')
    .select(jsonArrayFrom(dasarHukumRows(q, { satkerKode, id })).as('dasar_hukum'))
    .where('keputusan.satker_kode', '=', satkerKode)
    .where('keputusan.id', '=', id)
    .executeTakeFirst()
  if (!found) throw notFound('Keputusan')
  const { dasar_hukum, ...keputusan } = found
  return {
    keputusan: {
      ...keputusan,
      menimbang: keputusan.menimbang as string[],
      memperhatikan: keputusan.memperhatikan as string[],
      diktum: keputusan.diktum as { label: string; isi: string }[],
    },
    mengingat: dasar_hukum.map((b): RenaksiDasarHukum => ({
      kode: b.kode,
      judul: b.judul,
      perubahan: b.perubahan as { kode: string; judul: string }[],
    })),
    rantai: await rantaiOf(q, { satkerKode, id }),
    can: { correct: canCorrectKeputusan(q.actor, satkerKode) },
  }
})

const dasarHukumRows = ({ tx }: Q, { satkerKode, id }: OfKeputusan) =>
  tx
    .selectFrom('keputusan_dasar_hukum')
    .select(['kode', 'judul', 'perubahan'])
    .where('satker_kode', '=', satkerKode)
    .where('keputusan_id', '=', id)
    .orderBy('urutan')

type Link = { id: string; nomor: string; tahun: number; tanggal: string; judul: string }

/** The decree with those that it amends and that amend it, the oldest first. */
async function rantaiOf({ tx }: Q, { satkerKode, id }: OfKeputusan): Promise<Link[]> {
  const { rows } = await sql<Link>`
    with recursive sebelum as (
      select k.* from keputusan k where k.satker_kode = ${satkerKode} and k.id = ${id}
      union select k.* from keputusan k join sebelum s on k.satker_kode = s.satker_kode and k.id = s.mengubah_id
    ), sesudah as (
      select k.* from keputusan k where k.satker_kode = ${satkerKode} and k.id = ${id}
      union select k.* from keputusan k join sesudah s on k.satker_kode = s.satker_kode and k.mengubah_id = s.id
    )
    select id, nomor, tahun, tanggal, judul from (select * from sebelum union select * from sesudah) r
    order by tanggal, id`.execute(tx)
  return rows
}

export type KeputusanList = Awaited<ReturnType<typeof keputusanForStaff>>
export type KeputusanDetail = Awaited<ReturnType<typeof keputusanDetail>>
