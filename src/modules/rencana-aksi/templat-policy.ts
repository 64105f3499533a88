import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'

/** KPU RI and the provinces have offices below, and so may keep templates for them. */
export const hasOfficesBelow = (satkerKode: string): boolean => satkerKode.length === 2

/** Making, publishing and pushing the templates of one's own office. */
export const canKeepTemplat = (actor: Actor, satkerKode: string): boolean =>
  hasOfficesBelow(satkerKode) &&
  actsFor(actor, satkerKode) &&
  hasPeran(actor, 'admin_satker', 'sekretaris', 'kasubbag')

/** Carrying out what was ordered: the queue alone. */
export const canWorkOff = (actor: Actor): boolean => hasPeran(actor, 'sistem')
