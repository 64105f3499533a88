import { sql } from 'kysely'
import { type Caller, query } from '#platform/command.ts'
import { systemActor } from '#platform/identity/actor.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { tokenHash } from '../commands/undangan.ts'
import { type InvitationState, stateOf } from './invitations.ts'

export type GuestInvitation = {
  id: string
  email: string
  nama: string
  peran: string
  areaBaku: number | null
  satkerKode: string
  satkerNama: string
  state: InvitationState
  /** works as the system for the office that invites, and for no other */
  caller: Caller
}

/** The invitation behind a link; null when no link was ever like that. */
export async function invitationByToken(
  services: Services,
  token: string,
): Promise<GuestInvitation | null> {
  const { rows } = await sql<{ satker_kode: string; id: string }>`
    select satker_kode, id from hub.undangan_dari_token(${tokenHash(token)})`.execute(services.db)
  const found = rows[0]
  if (!found) return null
  const caller = callerOf(services, systemActor(found.satker_kode))
  return {
    ...(await invitationForGuest(caller, { satkerKode: found.satker_kode, id: found.id })),
    caller,
  }
}

const invitationForGuest = query(
  async (q, { satkerKode, id }: { satkerKode: string; id: string }) => {
    const row = await q.tx
      .selectFrom('undangan as u')
      .innerJoin('satker as s', 's.kode', 'u.satker_kode')
      .select(['u.email', 'u.nama', 'u.peran', 'u.area_baku', 'u.expires_at', 'u.accepted_at'])
      .select(['u.revoked_at', 's.nama as satkerNama'])
      .where('u.satker_kode', '=', satkerKode)
      .where('u.id', '=', id)
      .executeTakeFirstOrThrow()
    const { email, nama, peran, satkerNama } = row
    return {
      id,
      email,
      nama,
      peran,
      areaBaku: row.area_baku,
      satkerKode,
      satkerNama,
      state: stateOf(row, q.now),
    }
  },
)
