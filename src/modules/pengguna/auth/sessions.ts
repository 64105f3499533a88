import { sql } from 'kysely'
import type { Services } from '#platform/services.ts'
import { authOf } from './better-auth.ts'
import { secondFactors, type SecondFactor } from './session-door.ts'

/** Writing down each request would cost one write each; this is near enough to know one's devices by. */
const touchMilliseconds = 5 * 60_000

export type OwnSession = {
  id: string
  since: Date
  seen: Date
  address: string
  userAgent: string
  secondFactor: string | null
  current: boolean
}

/** The open sessions of an account, that with id `currentId` first. */
export async function ownSessions(
  services: Services,
  { userId, currentId }: { userId: string; currentId: string },
): Promise<OwnSession[]> {
  const rows = await authOf(services)
    .db.selectFrom('session')
    .select(['id', 'createdAt', 'seenAt', 'ipAddress', 'userAgent', 'secondFactor'])
    .where('userId', '=', userId)
    // By the server's clock, as better-auth compares it.
    .where('expiresAt', '>', sql<Date>`now()`)
    .orderBy('createdAt', 'desc')
    .limit(50)
    .execute()
  return rows
    .map((row) => ({
      id: row.id,
      since: row.createdAt,
      seen: row.seenAt ?? row.createdAt,
      address: row.ipAddress ?? '',
      userAgent: row.userAgent ?? '',
      secondFactor: row.secondFactor,
      current: row.id === currentId,
    }))
    .toSorted((a, b) => Number(b.current) - Number(a.current))
}

/** Ends one session of one's own account; false when it is not there. */
export async function endSession(
  services: Services,
  userId: string,
  sessionId: string,
): Promise<boolean> {
  const ended = await authOf(services)
    .db.deleteFrom('session')
    .where('id', '=', sessionId)
    .where('userId', '=', userId)
    .executeTakeFirst()
  return ended.numDeletedRows === 1n
}

/** Ends every session of an account but the one named; null = all. Returns how many. */
export async function endOtherSessions(
  services: Services,
  userId: string,
  keepId: string | null,
): Promise<number> {
  const ended = await authOf(services)
    .db.deleteFrom('session')
    .where('userId', '=', userId)
    .$if(keepId !== null, (qb) => qb.where('id', '<>', keepId ?? ''))
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}

/** Notes that a session was used, every few minutes. */
export async function touchSession(
  services: Services,
  session: { id: string; seenAt?: Date | null | undefined },
  now: Date,
): Promise<void> {
  if (session.seenAt && now.getTime() - session.seenAt.getTime() < touchMilliseconds) return
  await authOf(services)
    .db.updateTable('session')
    .set({ seenAt: now })
    .where('id', '=', session.id)
    .execute()
}

/** The owner of a session has proven himself again, by password. */
export async function markProven(services: Services, sessionId: string, now: Date): Promise<void> {
  await authOf(services)
    .db.updateTable('session')
    .set({ provenAt: now })
    .where('id', '=', sessionId)
    .execute()
}

/** The second factor that a session was opened with. */
export async function secondFactorOf(
  services: Services,
  sessionId: string,
): Promise<SecondFactor | null> {
  const found = await authOf(services)
    .db.selectFrom('session')
    .select('secondFactor')
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return secondFactors.find((factor) => factor === found?.secondFactor) ?? null
}
