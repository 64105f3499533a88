import { sql } from 'kysely'
import type { Q } from '#platform/command.ts'
import { localHour, type LocalHour, type Setelan } from '../setelan.ts'
import type { JenisPemberitahuan } from '../jenis.ts'
import { setelanBawaan } from './setelan.ts'

/** Someone with an account and what of his mail of today stands. */
export type Mailable = LocalHour & {
  satkerKode: string
  id: string
  nama: string
  zonaWaktu: string
  setelan: Setelan
  /** today's digest has been written */
  hasRingkasan: boolean
  /** today's letter about what could not wait has been written */
  hasMendesak: boolean
}

/** Everyone within reach who can get mail, in one statement. */
export async function mailablePeople(q: Q): Promise<Mailable[]> {
  const bawaan = await setelanBawaan(q)
  const { rows } = await sql<
    Omit<Mailable, keyof LocalHour | 'setelan'> & { setelan: Setelan | null }
  >`
    select p.satker_kode as "satkerKode", p.id, p.nama, s.zona_waktu as "zonaWaktu",
      case when t.pengguna_id is null then null else jsonb_build_object(
        'jenisSurat', t.jenis_surat, 'jamRingkasan', t.jam_ringkasan, 'heningDari', t.hening_dari,
        'heningSampai', t.hening_sampai, 'jedaSampai', t.jeda_sampai) end as setelan,
      coalesce(k.jenis @> '{ringkasan}', false) as "hasRingkasan",
      coalesce(k.jenis @> '{mendesak}', false) as "hasMendesak"
    from pengguna p
    join satker s on s.kode = p.satker_kode
    left join pemberitahuan_setelan t on t.satker_kode = p.satker_kode and t.pengguna_id = p.id
    left join lateral (
      select array_agg(jenis) as jenis from pengiriman k
      where k.satker_kode = p.satker_kode and k.pengguna_id = p.id
        and k.tanggal = (${q.now}::timestamptz at time zone s.zona_waktu)::date) k on true
    where p.satker_kode >= ${q.actor.dari} and p.satker_kode < ${q.actor.sampai}
      and p.user_id is not null and p.deactivated_at is null
    order by p.satker_kode, p.id`.execute(q.tx)
  return rows.map((row) => ({
    ...row,
    setelan: row.setelan ?? bawaan,
    ...localHour(q.now, row.zonaWaktu),
  }))
}

export type Unmailed = { id: string; penerimaId: string; jenis: JenisPemberitahuan; judul: string }

/** Notices of these people that were neither read nor mailed, the oldest first. */
export async function unmailedOf(
  { tx }: Pick<Q, 'tx'>,
  satkerKode: string,
  people: readonly string[],
): Promise<Unmailed[]> {
  if (people.length === 0) return []
  const rows = await tx
    .selectFrom('pemberitahuan')
    .select(['id', 'penerima_id as penerimaId', 'jenis', 'judul'])
    .where('satker_kode', '=', satkerKode)
    .where('penerima_id', 'in', [...people])
    .where('read_at', 'is', null)
    .where('mailed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, jenis: row.jenis as JenisPemberitahuan }))
}
