import type { Context } from 'hono'
import type { Caller } from '../command.ts'
import type { Actor } from '../identity/actor.ts'
import type { Services } from '../services.ts'

export type MenuItem = {
  href: string
  label: string
  count?: number | undefined
  tone?: 'late' | undefined
  current?: boolean | undefined
}
export type MenuGroup = { label?: string | undefined; items: readonly MenuItem[] }

export type Flash = { tone: 'ok' | 'late'; text: string }

/** What every request carries. */
export type HubEnv = {
  Variables: {
    services: Services
    requestId: string
    caller: Caller
    flash: Flash | null
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
