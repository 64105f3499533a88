import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'

/** Reminding, writing digests and serving the feed is the work of the system. */
export const canRemind = (actor: Actor): boolean => hasPeran(actor, 'sistem')

/** How long before and after people are reminded: the office's own admin. */
export const canSetAturan = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && hasPeran(actor, 'admin_satker')
