import { parse } from 'hono/utils/cookie'
import { sql } from 'kysely'
import type { Session } from '#platform/http/env.ts'
import { reachOf, type Actor, type Tugas } from '#platform/identity/actor.ts'
import type { Services } from '#platform/services.ts'
import { enrolmentDue, shortestGrace } from '../faktor/kewajiban.ts'
import { authOf } from './better-auth.ts'
import { touchSession } from './sessions.ts'

/** The cookie that keeps which office is worked for; only choices among one's own count. */
export const satkerCookie = 'hub_satker'

export type Membership = {
  satker_kode: string
  satker_nama: string
  zona_waktu: string
  pengguna_id: string
  nama: string
  tugas: Tugas[]
  /** notices not read yet, at most 100 */
  belum_dibaca: number
  /** days within which the roles of today oblige to set a second factor; null = they do not */
  tenggang_hari: number | null
}

type Asker = { actor: Actor | null; now: Date; unread: number; session: Session | null }

/**
 * Who asks, from the session cookie; null when no one has signed in or no office has him any more.
 * Two queries: the session, then memberships with the roles in force at each office's local date.
 */
export async function actorFromRequest(services: Services, headers: Headers): Promise<Asker> {
  const now = services.clock()
  const guest = { actor: null, now, unread: 0, session: null }
  const cookie = headers.get('cookie')
  if (!cookie) return guest
  const found = await authOf(services).api.getSession({ headers })
  if (!found) return guest
  const { user } = found
  await touchSession(services, found.session, now)
  const memberships = await membershipsOf(services, user.id)
  const chosen = parse(cookie, satkerCookie)[satkerCookie]
  const actor = chooseActor(memberships, chosen, user.id)
  const unread = memberships.find((m) => m.pengguna_id === actor?.id)?.belum_dibaca ?? 0
  const account = {
    factorSince: user.factorSince ?? null,
    obligedSince: user.obligedSince ?? null,
    mustEnrol: user.mustEnrol ?? false,
  }
  const graces = memberships.map((m) => m.tenggang_hari)
  const session = {
    id: found.session.id,
    provenAt: found.session.provenAt ?? found.session.createdAt,
    hasSecondFactor: account.factorSince !== null,
    obliged: shortestGrace(graces) !== null,
    enrolBy: enrolmentDue(account, graces, now),
  }
  return { actor, now, unread, session }
}

/** The active memberships of an account, each with its roles of today. */
export async function membershipsOf(services: Services, userId: string): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    select k.*, hub.belum_dibaca(k.satker_kode, k.pengguna_id) as belum_dibaca
    from hub.keanggotaan(${userId}, ${services.clock()}) k`.execute(services.db)
  return rows
}

/** The actor at the office chosen, else at the first. */
export function chooseActor(
  memberships: readonly Membership[],
  chosen: string | undefined,
  userId: string,
): Actor | null {
  const membership = memberships.find((m) => m.satker_kode === chosen) ?? memberships[0]
  if (!membership) return null
  return {
    id: membership.pengguna_id,
    userId,
    nama: membership.nama,
    satkerKode: membership.satker_kode,
    satkerNama: membership.satker_nama,
    zonaWaktu: membership.zona_waktu,
    tugas: membership.tugas,
    ...reachOf(membership.satker_kode),
  }
}

/** Who holds a role at an office now, as an actor; null when nobody does. For the CLI and the sample offices. */
export async function actorHolding(
  services: Services,
  satkerKode: string,
  peran: string,
): Promise<Actor | null> {
  const { rows } = await services.ownerPool.query<{ user_id: string; id: string }>(
    `select p.user_id, p.id from satker s
     join pengguna p on p.satker_kode = s.kode and p.deactivated_at is null and p.user_id is not null
     join hub.tugas_pada(s.kode, ($3::timestamptz at time zone s.zona_waktu)::date) t
       on t.pengguna_id = p.id and t.peran = $2
     where s.kode = $1 order by t.lewat, p.created_at, p.id limit 1`,
    [satkerKode, peran, services.clock()],
  )
  const holder = rows[0]
  if (!holder) return null
  return chooseActor(await membershipsOf(services, holder.user_id), satkerKode, holder.user_id)
}
