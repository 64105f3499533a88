import { type Actor, hasPeran } from '#platform/identity/actor.ts'

/** Handing letters to the mail server is the work of the queue. */
export const canDeliver = (actor: Actor): boolean => hasPeran(actor, 'sistem')
