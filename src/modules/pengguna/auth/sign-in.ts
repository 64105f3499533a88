import { APIError } from 'better-auth/api'
import type { Services } from '#platform/services.ts'
import { membershipsOf } from './actor.ts'
import { attempt, doorKey, forgive, takeBack } from './attempts.ts'
import { addressHeader, authOf } from './better-auth.ts'

export type Door = { address: string; userAgent: string }
export type Credentials = { email: string; password: string }

export type SignedIn =
  | { ok: true; userId: string; cookies: string[] }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'no-membership' }
  | { ok: false; reason: 'locked'; until: Date }

/** Signs in with e-mail and password. The answer is the same whether the account exists or not. */
export async function signIn(
  services: Services,
  given: Credentials,
  door: Door,
): Promise<SignedIn> {
  const checked = await checkPassword(services, given, door)
  if (!checked.ok) return checked
  if ((await membershipsOf(services, checked.userId)).length > 0) return checked
  await endSessionOf(services, checked.cookies)
  return { ok: false, reason: 'no-membership' }
}

/** The password alone, for an invitation to an office of someone who has an account; it opens a session. */
export async function checkPassword(
  services: Services,
  { email, password }: Credentials,
  door: Door,
): Promise<SignedIn> {
  const here = doorKey(email, door.address)
  // Tries at a door that is shut already count for nothing else: else they would shut the account everywhere.
  const until =
    (await attempt(services, 'door', here)) ??
    (await attempt(services, 'account', email)) ??
    (await attempt(services, 'address', door.address))
  if (until) return { ok: false, reason: 'locked', until }
  try {
    const { headers, response } = await authOf(services).api.signInEmail({
      body: { email: email.toLowerCase(), password },
      headers: doorHeaders(door),
      returnHeaders: true,
    })
    await forgive(services, 'door', here)
    await forgive(services, 'account', email)
    await takeBack(services, 'address', door.address)
    return { ok: true, userId: response.user.id, cookies: headers.getSetCookie() }
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return { ok: false, reason: 'wrong' }
    throw error
  }
}

/** Ends the session of these request headers; returns the cookies that clear it in the browser. */
export async function signOut(services: Services, headers: Headers): Promise<string[]> {
  const ended = await authOf(services).api.signOut({ headers, returnHeaders: true })
  return ended.headers.getSetCookie()
}

const endSessionOf = (services: Services, cookies: readonly string[]) =>
  signOut(services, new Headers({ cookie: cookies.map((c) => c.split(';')[0]).join('; ') }))

export const doorHeaders = ({ address, userAgent }: Door): Headers =>
  new Headers({ [addressHeader]: address, 'user-agent': userAgent })
