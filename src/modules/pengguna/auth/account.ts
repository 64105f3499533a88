import { APIError } from 'better-auth/api'
import { createLocalAccountIssuer } from 'better-auth/db'
import type { Services } from '#platform/services.ts'
import { doorKey, forgive } from './attempts.ts'
import { authNow, authOf } from './better-auth.ts'
import { type Door, forgetTickets, openSession } from './enter.ts'
import { endOtherSessions, secondFactorOf } from './sessions.ts'
import { provePassword } from './sign-in.ts'
import { newToken } from './token.ts'

export type Account = { id: string; nama: string; email: string }

const linkMinutes = 60
// better-auth's own name for the token that its resetPassword takes.
const resetKey = (token: string) => `reset-password:${token}`

export async function findAccount(services: Services, email: string): Promise<Account | null> {
  const found = await authOf(services)
    .db.selectFrom('user')
    .select(['id', 'name as nama', 'email'])
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
  return found ?? null
}

export async function findAccountById(services: Services, id: string): Promise<Account | null> {
  const { internalAdapter } = await authOf(services).$context
  const user = await internalAdapter.findUserById(id)
  return user ? { id: user.id, nama: user.name, email: user.email } : null
}

/** Makes an account; the invitation has proven the address. Fails when the address has one already. */
export async function createAccount(
  services: Services,
  { email, nama, password }: { email: string; nama: string; password: string },
): Promise<string> {
  const { internalAdapter, password: scrypt } = await authOf(services).$context
  const hash = await scrypt.hash(password)
  const user = await internalAdapter.createUser(
    { email: email.toLowerCase(), name: nama, emailVerified: true },
    { method: 'email-password' },
  )
  await internalAdapter.createAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    issuer: createLocalAccountIssuer('credential'),
    password: hash,
  })
  return user.id
}

/** A link token for a new password: valid one hour, once. */
export async function issueResetToken(services: Services, userId: string): Promise<string> {
  const { internalAdapter } = await authOf(services).$context
  const token = newToken()
  const expiresAt = new Date((await authNow(services)).getTime() + linkMinutes * 60_000)
  await internalAdapter.createVerificationValue({
    identifier: resetKey(token),
    value: userId,
    expiresAt,
  })
  return token
}

/** Whose password a link may set; null when it is used, expired or never was. */
export async function ownerOfResetToken(
  services: Services,
  token: string,
): Promise<Account | null> {
  const { internalAdapter } = await authOf(services).$context
  const kept = await internalAdapter.findVerificationValue(resetKey(token))
  if (!kept || kept.expiresAt < (await authNow(services))) return null
  return findAccountById(services, kept.value)
}

/** Uses up the link and sets the password. All sessions end, other links die, the lock at `address` opens. False: too late. */
export async function setPasswordByToken(
  services: Services,
  token: string,
  { password, address }: { password: string; address: string },
): Promise<boolean> {
  const owner = await ownerOfResetToken(services, token)
  if (!owner) return false
  const auth = authOf(services)
  try {
    await auth.api.resetPassword({ body: { token, newPassword: password } })
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return false
    throw error
  }
  await forgetTickets(services, owner.id)
  await forgive(services, 'door', doorKey(owner.email, address))
  await forgive(services, 'account', owner.email)
  return true
}

export type ChangedPassword =
  | { ok: true; cookies: string[] }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'locked'; until: Date }

/**
 * Changes one's own password. Every session ends, remembered browsers are forgotten, links for a
 * password die; this browser gets a new session, with the second factor that it had.
 */
export async function changePassword(
  services: Services,
  change: { userId: string; email: string; sessionId: string; current: string; next: string },
  door: Door,
): Promise<ChangedPassword> {
  const { userId } = change
  const given = { email: change.email, password: change.current }
  const proven = await provePassword(services, given, door)
  if (!proven.ok) return proven.reason === 'no-membership' ? { ok: false, reason: 'wrong' } : proven
  const { internalAdapter, password: scrypt } = await authOf(services).$context
  const credential = await internalAdapter.findCredentialAccount(userId)
  if (!credential) return { ok: false, reason: 'wrong' }
  const held = await secondFactorOf(services, change.sessionId)
  await internalAdapter.updateAccount(credential.id, { password: await scrypt.hash(change.next) })
  await endOtherSessions(services, userId, null)
  await forgetTickets(services, userId)
  return { ok: true, cookies: await openSession(services, userId, door, held) }
}

/** By which address an account signs in, and since when its present password holds. */
export async function signInOf(
  services: Services,
  userId: string,
): Promise<{ email: string; passwordSince: Date | null } | null> {
  const found = await authOf(services)
    .db.selectFrom('user as u')
    .leftJoin('account as a', (join) =>
      join.onRef('a.userId', '=', 'u.id').on('a.providerId', '=', 'credential'),
    )
    .select(['u.email', 'a.updatedAt as passwordSince'])
    .where('u.id', '=', userId)
    .executeTakeFirst()
  return found ?? null
}
