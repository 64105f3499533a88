import { randomBytes } from 'node:crypto'
import { APIError } from 'better-auth/api'
import { createLocalAccountIssuer } from 'better-auth/db'
import type { Services } from '#platform/services.ts'
import { attempt, doorKey, forgive } from './attempts.ts'
import { authNow, authOf } from './better-auth.ts'

export type Account = { id: string; nama: string; email: string }

const linkMinutes = 60
// better-auth's own name for the token that its resetPassword takes.
const resetKey = (token: string) => `reset-password:${token}`

/** A token as it stands in a link: 256 bits that cannot be guessed. */
export const newToken = (): string => randomBytes(32).toString('base64url')

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
  await auth.db.deleteFrom('verification').where('value', '=', owner.id).execute()
  await forgive(services, 'door', doorKey(owner.email, address))
  await forgive(services, 'account', owner.email)
  return true
}

export type ChangedPassword =
  | { ok: true; cookies: string[] }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'locked'; until: Date }

/** Changes one's own password; every session ends and this browser gets a new one. */
export async function changePassword(
  services: Services,
  headers: Headers,
  change: { email: string; current: string; next: string },
): Promise<ChangedPassword> {
  const here = doorKey(change.email, 'akun')
  const until = await attempt(services, 'door', here)
  if (until) return { ok: false, reason: 'locked', until }
  try {
    const changed = await authOf(services).api.changePassword({
      headers,
      body: {
        currentPassword: change.current,
        newPassword: change.next,
        revokeOtherSessions: true,
      },
      returnHeaders: true,
    })
    await forgive(services, 'door', here)
    return { ok: true, cookies: changed.headers.getSetCookie() }
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return { ok: false, reason: 'wrong' }
    throw error
  }
}
