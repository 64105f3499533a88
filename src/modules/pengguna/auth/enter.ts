import type { Services } from '#platform/services.ts'
import { enrolmentDue, shortestGrace } from '../faktor/kewajiban.ts'
import { membershipsOf } from './actor.ts'
import { addressHeader, authOf } from './better-auth.ts'
import { browserCookie, cookieHeader, cookieOf, dropCookie, stepCookie } from './cookies.ts'
import type { SecondFactor } from './session-door.ts'
import { issueTicket, readTicket } from './ticket.ts'

/** From where, with what, and with which cookies someone signs in. */
export type Door = { address: string; userAgent: string; cookie?: string }

/** `enrolBy`: when the account will be held at the page that sets a second factor; null = not at all. */
export type Entered = { cookies: string[]; secondStep: boolean; enrolBy: Date | null }

const stepMinutes = 10
const browserDays = 30

/**
 * After the first factor: a session, or the way to the second step when the account has a second
 * factor that this proof does not hold (`secondFactor`) and this browser is not remembered.
 */
export async function enter(
  services: Services,
  userId: string,
  door: Door,
  secondFactor: SecondFactor | null,
): Promise<Entered> {
  const { factorSince } = await accountOf(services, userId)
  let proof = secondFactor
  if (proof === null && factorSince !== null) {
    const remembered = cookieOf(cookiesOf(door), browserCookie(services, userId))
    if ((await readTicket(services, 'peramban', remembered)) !== userId)
      return { cookies: [await stepTicket(services, userId)], secondStep: true, enrolBy: null }
    proof = 'peramban'
  }
  const cookies = await openSession(services, userId, door, proof)
  return { cookies, secondStep: false, enrolBy: await enrolByOf(services, userId) }
}

/** Opens the session itself; the one that this browser held before ends. Returns the cookies. */
export async function openSession(
  services: Services,
  userId: string,
  door: Door,
  secondFactor: SecondFactor | null,
): Promise<string[]> {
  await noteObligation(services, userId)
  const { headers } = await authOf(services).api.openSession({
    body: { userId, at: services.clock(), secondFactor },
    headers: doorHeaders(door),
    returnHeaders: true,
  })
  return [...headers.getSetCookie(), dropCookie(services, stepCookie)]
}

/** A cookie by which this browser needs no second step for 30 days. */
export async function rememberBrowser(services: Services, userId: string): Promise<string> {
  const token = await issueTicket(services, 'peramban', {
    value: userId,
    minutes: browserDays * 24 * 60,
  })
  const name = browserCookie(services, userId)
  return cookieHeader(services, name, { value: token, seconds: browserDays * 86_400 })
}

/** Forgets every remembered browser and every way to a second step; links for passwords die too. */
export async function forgetTickets(services: Services, userId: string): Promise<void> {
  await authOf(services).db.deleteFrom('verification').where('value', '=', userId).execute()
}

async function stepTicket(services: Services, userId: string): Promise<string> {
  const token = await issueTicket(services, 'langkah-kedua', {
    value: userId,
    minutes: stepMinutes,
  })
  return cookieHeader(services, stepCookie, { value: token, seconds: stepMinutes * 60 })
}

async function enrolByOf(services: Services, userId: string): Promise<Date | null> {
  const memberships = await membershipsOf(services, userId)
  const graces = memberships.map((m) => m.tenggang_hari)
  return enrolmentDue(await accountOf(services, userId), graces, services.clock())
}

const accountOf = (services: Services, userId: string) =>
  authOf(services)
    .db.selectFrom('user')
    .select(['factorSince', 'obligedSince', 'mustEnrol'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()

/** The grace of an obliged account runs from its first sign-in under the obligation. */
async function noteObligation(services: Services, userId: string): Promise<void> {
  const memberships = await membershipsOf(services, userId)
  const obliged = shortestGrace(memberships.map((m) => m.tenggang_hari)) !== null
  await authOf(services)
    .db.updateTable('user')
    .set({ obligedSince: obliged ? services.clock() : null })
    .where('id', '=', userId)
    .where('obligedSince', obliged ? 'is' : 'is not', null)
    .execute()
}

const cookiesOf = ({ cookie = '' }: Door) => new Headers({ cookie })

const doorHeaders = ({ address, userAgent, cookie = '' }: Door): Headers =>
  new Headers({ [addressHeader]: address, 'user-agent': userAgent, cookie })
