import type { Services } from '#platform/services.ts'
import { authNow, authOf } from './better-auth.ts'

export type OwnSession = {
  id: string
  since: Date
  address: string
  userAgent: string
  current: boolean
}

/** The open sessions of the account behind these request headers, this one first. */
export async function ownSessions(services: Services, headers: Headers): Promise<OwnSession[]> {
  const auth = authOf(services)
  const found = await auth.api.getSession({ headers })
  if (!found) return []
  const rows = await auth.db
    .selectFrom('session')
    .select(['id', 'createdAt', 'ipAddress', 'userAgent'])
    .where('userId', '=', found.user.id)
    .where('expiresAt', '>', await authNow(services))
    .orderBy('createdAt', 'desc')
    .limit(50)
    .execute()
  return rows
    .map((row) => ({
      id: row.id,
      since: row.createdAt,
      address: row.ipAddress ?? '',
      userAgent: row.userAgent ?? '',
      current: row.id === found.session.id,
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

/** Ends every session of the account but the one of these headers. */
export const endOtherSessions = (services: Services, headers: Headers) =>
  authOf(services).api.revokeOtherSessions({ headers })
