import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'

/** Sending files: whoever has a duty at the office itself other than reading. */
export const canReceive = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && actor.tugas.some(({ peran }) => peran !== 'pembaca')

/** Saying what a file is after it was checked: the work of the system alone. */
export const canFinish = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && hasPeran(actor, 'sistem')
