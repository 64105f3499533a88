import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'

/** Units and posts are the office's own to keep. */
export const canManageUnit = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && hasPeran(actor, 'admin_satker', 'sekretaris')

/** The list of offices is for those who look after more than one. */
export const canListSatker = (actor: Actor): boolean => actor.satkerKode.length === 2
