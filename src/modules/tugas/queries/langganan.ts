import { sql } from 'kysely'
import { openFollowUps } from '#modules/monitoring'
import { peopleOf } from '#modules/pengguna'
import { openSelOfPerson } from '#modules/rencana-aksi'
import { query } from '#platform/command.ts'
import type { Db } from '#platform/db/database.ts'
import { localDate } from '#platform/date.ts'
import { daysLater } from '../waktu.ts'
import { milikOf } from './mine.ts'

const mostEvents = 1000
const daysAhead = 400

/** One's own subscriptions, without those that ended. */
export const ownLangganan = query(async ({ tx, actor }) =>
  tx
    .selectFrom('langganan_kalender')
    .select(['id', 'nama', 'created_at as createdAt', 'read_at as readAt'])
    .where('satker_kode', '=', actor.satkerKode)
    .where('pengguna_id', '=', actor.id)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute(),
)

export type Langganan = Awaited<ReturnType<typeof ownLangganan>>[number]

export type Pelanggan = { satkerKode: string; id: string; penggunaId: string; zonaWaktu: string }

/** Whose tasks a secret address opens; null for an unknown or revoked one. */
export async function pelangganOf(db: Db, tokenHash: Buffer): Promise<Pelanggan | null> {
  const { rows } = await sql<Pelanggan>`
    select satker_kode as "satkerKode", id, pengguna_id as "penggunaId", zona_waktu as "zonaWaktu"
    from hub.langganan_dari_token(${tokenHash})`.execute(db)
  return rows[0] ?? null
}

/** Everything with a due date that is open for one person, for the calendar. */
export const dueForFeed = query(async (q, { satkerKode, penggunaId, zonaWaktu }: Pelanggan) => {
  const today = localDate(q.now, zonaWaktu)
  const person = (await peopleOf(q, satkerKode)).find(({ id }) => id === penggunaId)
  const milik = milikOf({ id: penggunaId, tugas: person?.tugas ?? [] }, today)
  const sampai = daysLater(today, daysAhead)
  return {
    sel: await openSelOfPerson(q, { satkerKode, sampai, milik, most: mostEvents }),
    tindakLanjut: await openFollowUps(q, { satkerKode, penanggungJawabId: penggunaId }),
  }
})
