import { createMiddleware } from 'hono/factory'
import { notFound } from '#platform/errors.ts'
import { actorOf, type HubContext, type HubEnv, type Session } from '#platform/http/env.ts'
import { type Account, findAccountById } from './auth/account.ts'
import { forgetTickets, openSession } from './auth/enter.ts'
import { endOtherSessions } from './auth/sessions.ts'
import type { SecondFactor } from './auth/session-door.ts'
import { doorOf, keepCookies } from './browser.ts'
import { secureAccount, type SecurityChange } from './commands/akun.ts'
import { deviceName } from './device.ts'

const recentMinutes = 15

/** The account behind a signed-in actor; only jobs act without one. */
export function userIdOf(c: HubContext): string {
  const { userId } = actorOf(c)
  if (!userId) throw notFound('Akun')
  return userId
}

export async function accountOf(c: HubContext): Promise<Account> {
  const account = await findAccountById(c.get('services'), userIdOf(c))
  if (!account) throw notFound('Akun')
  return account
}

export function sessionOf(c: HubContext): Session {
  const session = c.get('session')
  if (!session) throw notFound('Sesi')
  return session
}

/** Ways into an account change only within 15 minutes of a proof; else the password is asked again first. */
export const recentlyProven = createMiddleware<HubEnv>(async (c, next) => {
  const { now } = c.get('caller')
  const age = now.getTime() - sessionOf(c).provenAt.getTime()
  if (age <= recentMinutes * 60_000) return next()
  // A form's own page, since what was posted cannot be carried through the question.
  const page = c.req.method === 'GET' ? c.req.path : c.req.path.replace(/\/(mulai|pastikan)$/, '')
  return c.redirect(`/kerja/akun/konfirmasi?ke=${encodeURIComponent(page)}`, 303)
})

/** Does something to one's own account and writes it down, with the device that it was done from. */
export const secureOwn = (
  c: HubContext,
  { rincian = {}, ...change }: Omit<SecurityChange, 'penggunaId'>,
) =>
  secureAccount(c.get('caller'), {
    ...change,
    penggunaId: actorOf(c).id,
    rincian: { perangkat: deviceName(doorOf(c).userAgent), ...rincian },
  })

/**
 * After the first factor: this browser gets a new session that holds it, and sessions that were
 * opened with the password alone end, remembered browsers are forgotten.
 */
export async function renewSession(c: HubContext, secondFactor: SecondFactor): Promise<void> {
  const services = c.get('services')
  await endOtherSessions(services, userIdOf(c), sessionOf(c).id)
  await forgetTickets(services, userIdOf(c))
  keepCookies(c, await openSession(services, userIdOf(c), doorOf(c), secondFactor))
}
