import type { Services } from '#platform/services.ts'
import { mostPasswordLength } from '../password-rules.ts'
import { membershipsOf } from './actor.ts'
import { attempt, doorKey, forgive, takeBack } from './attempts.ts'
import { authOf } from './better-auth.ts'
import { type Door, enter, type Entered } from './enter.ts'

type Credentials = { email: string; password: string }

type Refused =
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'no-membership' }
  /** `account`: tries at this account shut it, not those at others from the same address */
  | { ok: false; reason: 'locked'; until: Date; account: boolean }

export type Proven = { ok: true; userId: string } | Refused
export type SignedIn = ({ ok: true; userId: string } & Entered) | Refused

/** Signs in with e-mail and password. The answer is the same whether the account exists or not. */
export async function signIn(
  services: Services,
  given: Credentials,
  door: Door,
): Promise<SignedIn> {
  const proven = await provePassword(services, given, door)
  if (!proven.ok) return proven
  if ((await membershipsOf(services, proven.userId)).length === 0)
    return { ok: false, reason: 'no-membership' }
  return { ...proven, ...(await enter(services, proven.userId, door, null)) }
}

/** The same for someone who has no office yet: an invitation is taken up with the account's password. */
export async function checkPassword(
  services: Services,
  given: Credentials,
  door: Door,
): Promise<SignedIn> {
  const proven = await provePassword(services, given, door)
  return proven.ok ? { ...proven, ...(await enter(services, proven.userId, door, null)) } : proven
}

/** Whose password this is; tries are counted before they are made. Opens no session. */
export async function provePassword(
  services: Services,
  { email, password }: Credentials,
  door: Door,
): Promise<Proven> {
  const here = doorKey(email, door.address)
  // Tries at a door that is shut already count for nothing else: else they would shut the account everywhere.
  const shut =
    (await attempt(services, 'door', here)) ?? (await attempt(services, 'account', email))
  const until = shut ?? (await attempt(services, 'address', door.address))
  if (until) return { ok: false, reason: 'locked', until, account: shut !== null }
  const userId = await ownerOfPassword(services, email, password)
  if (!userId) return { ok: false, reason: 'wrong' }
  await forgive(services, 'door', here)
  await forgive(services, 'account', email)
  await takeBack(services, 'address', door.address)
  return { ok: true, userId }
}

/** Takes as long for an address without account as for a wrong password: both hash once. */
async function ownerOfPassword(
  services: Services,
  email: string,
  given: string,
): Promise<string | null> {
  const { internalAdapter, password: scrypt } = await authOf(services).$context
  const password = given.slice(0, mostPasswordLength + 1)
  const found = await internalAdapter.findUserByEmail(email.trim().toLowerCase(), {
    includeAccounts: true,
  })
  const hash = found?.accounts.find((account) => account.providerId === 'credential')?.password
  if (!found || !hash) {
    await scrypt.hash(password)
    return null
  }
  return (await scrypt.verify({ hash, password })) ? found.user.id : null
}

/** Ends the session of these request headers; returns the cookies that clear it in the browser. */
export async function signOut(services: Services, headers: Headers): Promise<string[]> {
  const ended = await authOf(services).api.signOut({ headers, returnHeaders: true })
  return ended.headers.getSetCookie()
}
