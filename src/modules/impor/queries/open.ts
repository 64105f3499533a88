import { sql } from 'kysely'
import type { Renaksi } from '#modules/keputusan'
import type { Q } from '#platform/command.ts'
import { allow, notFound } from '#platform/errors.ts'
import { isUuid } from '#platform/id.ts'
import { type ImporState, stateOf } from '../impor.ts'
import { canImport } from '../policy.ts'
import { needsLook, placesOf, type Suntingan } from '../suntingan.ts'

export type Opened = {
  satkerKode: string
  id: string
  namaBerkas: string
  ukuran: number
  state: ImporState
  pesan: string | null
  createdAt: Date
  createdBy: string
  keputusanId: string | null
  versi: number
}

export type Counts = {
  butir: number
  periksa: number
  temuan: number
  terbuka: number
  sisa: number
}

/** An import that is being checked, with the numbers that every page of it shows. */
export type OpenReview = Opened & { suntingan: Suntingan; hasil: Renaksi; counts: Counts }

/** The import itself; 404 outside the actor's reach, 403 for those who may not import. */
export async function openImpor({ tx, actor }: Q, id: string): Promise<Opened> {
  if (!isUuid(id)) throw notFound('Impor')
  const row = await tx
    .selectFrom('impor')
    .select(['satker_kode', 'id', 'nama_berkas', 'ukuran', 'pesan', 'created_at', 'keputusan_id'])
    .select(['versi', 'read_at', 'failed_at', 'accepted_at', 'discarded_at'])
    .select(sql<string | null>`hub.nama_pengguna(created_by)`.as('nama'))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Impor')
  allow(canImport(actor, row.satker_kode))
  return {
    satkerKode: row.satker_kode,
    id: row.id,
    namaBerkas: row.nama_berkas,
    ukuran: row.ukuran,
    state: stateOf(row),
    pesan: row.pesan,
    createdAt: row.created_at,
    createdBy: row.nama ?? 'Sistem KPU HUB',
    keputusanId: row.keputusan_id,
    versi: row.versi,
  }
}

/** The same with what was read; null when it is not, or no longer, being checked. */
export async function openReview(q: Q, id: string): Promise<OpenReview | null> {
  const opened = await openImpor(q, id)
  if (opened.state !== 'review') return null
  const row = await q.tx
    .selectFrom('impor')
    .select(['suntingan', 'hasil'])
    .where('satker_kode', '=', opened.satkerKode)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const found = await q.tx
    .selectFrom('impor_temuan')
    .select((eb) => [
      eb.fn.countAll<number>().as('temuan'),
      eb.fn.countAll<number>().filterWhere('decided_at', 'is', null).as('terbuka'),
    ])
    .where('satker_kode', '=', opened.satkerKode)
    .where('impor_id', '=', id)
    .executeTakeFirstOrThrow()
  const suntingan = row.suntingan as unknown as Suntingan // written by this module alone
  const hasil = row.hasil as unknown as Renaksi
  const places = placesOf(suntingan.area)
  const counts = {
    butir: places.length,
    periksa: places.filter(({ butir }) => needsLook(butir)).length,
    ...found,
    sisa: hasil.sisa?.length ?? 0,
  }
  return { ...opened, suntingan, hasil, counts }
}
