import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'

/** National holidays, a new year's decree and Ramadan are KPU RI's to keep; the database holds it to that. */
export const canSetNational = (actor: Actor): boolean =>
  actsFor(actor, '00') && hasPeran(actor, 'admin_satker')

/** Its own days and hours an office keeps itself. */
export const canSetLocal = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && hasPeran(actor, 'admin_satker', 'sekretaris', 'kasubbag')
