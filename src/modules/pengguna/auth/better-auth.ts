import { betterAuth } from 'better-auth'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Services } from '#platform/services.ts'
import { leastPasswordLength, mostPasswordLength } from '../password-rules.ts'
import { sessionDoor } from './session-door.ts'
import type { AuthDb } from './tables.ts'

/** A working day: who signs in in the morning need not do so again until the evening. */
const sessionSeconds = 12 * 60 * 60

/** Our own request header for the network address; a client's header of that name never gets here. */
export const addressHeader = 'x-hub-address'

/** A column of ours in a table of better-auth: it reads it along and never takes it from a form. */
const ownField = <T extends 'date' | 'boolean' | 'string'>(type: T) =>
  ({ type, required: false, input: false }) as const

/** better-auth on schema auth. Its HTTP interface is not mounted: our forms call `api`. */
function createAuth(services: Services) {
  const db = new Kysely<AuthDb>({ dialect: new PostgresDialect({ pool: services.authPool }) })
  const auth = betterAuth({
    baseURL: services.config.baseUrl,
    secret: services.secret,
    database: { db, type: 'postgres', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: leastPasswordLength,
      maxPasswordLength: mostPasswordLength,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      additionalFields: {
        factorSince: ownField('date'),
        obligedSince: ownField('date'),
        mustEnrol: ownField('boolean'),
      },
    },
    session: {
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      additionalFields: {
        provenAt: ownField('date'),
        seenAt: ownField('date'),
        secondFactor: ownField('string'),
      },
    },
    plugins: [sessionDoor],
    verification: { storeIdentifier: 'hashed' },
    advanced: {
      cookies: { session_token: { name: 'hub_sesi' } },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { joins: true },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => services.log[level]({ dari: 'better-auth' }, message),
    },
  })
  return { ...auth, db }
}

export type Auth = ReturnType<typeof createAuth>

const made = new WeakMap<Services, Auth>()

/** The one instance of a process. */
export function authOf(services: Services): Auth {
  const found = made.get(services) ?? createAuth(services)
  made.set(services, found)
  return found
}

/** The moment by the server's own clock: better-auth takes no other, so times that it compares come from here. */
export async function authNow(services: Services): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select now()`.execute(authOf(services).db)
  const [row] = rows
  if (!row) throw new Error('the database did not tell the time')
  return row.now
}
