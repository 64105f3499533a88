import type { Context } from 'hono'
import type { Caller } from '../command.ts'
import type { Actor } from '../identity/actor.ts'
import type { Services } from '../services.ts'
import type { Multipart } from './multipart.ts'

export type MenuItem = {
  href: string
  label: string
  count?: number | undefined
  tone?: 'late' | undefined
  current?: boolean | undefined
}
export type MenuGroup = { label?: string | undefined; items: readonly MenuItem[] }

export type Flash = { tone: 'ok' | 'late'; text: string }

/** The session behind a request: how its owner proved himself, and by when a second factor is due. */
export type Session = {
  id: string
  /** when the owner last proved who he is */
  provenAt: Date
  hasSecondFactor: boolean
  /** a role held now must have a second factor */
  obliged: boolean
  /** from then on only the page that sets a second factor opens; null = none is owed */
  enrolBy: Date | null
}

/** What every request carries. */
export type HubEnv = {
  Variables: {
    services: Services
    requestId: string
    caller: Caller
    /** null for guests */
    session: Session | null
    flash: Flash | null
    /** the multipart form of this request, once someone has asked for it */
    multipart?: Promise<Multipart>
    /** notices that the signed-in actor has not read, at most 100 */
    unread: number
    /** menu of the signed-in actor, filled by the app for staff pages */
    menu: MenuGroup[]
    /** the signed-in actor's role in words */
    roleLabel: string
  }
}

export type HubContext = Context<HubEnv>

/** The signed-in actor; only routes below /kerja may call it, where the app has seen to it. */
export function actorOf(c: HubContext): Actor {
  const { actor } = c.get('caller')
  if (!actor) throw new Error('route outside /kerja asked for an actor')
  return actor
}
