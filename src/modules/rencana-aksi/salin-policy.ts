import type { Actor } from '#platform/identity/actor.ts'
import { canCreateRencana } from './policy.ts'
import type { RencanaState } from './rencana.ts'

/** Whoever may make a plan may copy one that was approved. */
export const canCopyRencana = (
  actor: Actor,
  { satkerKode, state }: { satkerKode: string; state: RencanaState },
): boolean => isCopyable(state) && canCreateRencana(actor, satkerKode)

export const isCopyable = (state: RencanaState): boolean =>
  state === 'approved' || state === 'closed'
