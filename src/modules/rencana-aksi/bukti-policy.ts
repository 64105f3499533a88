import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'
import { type ButirOwner, canMarkSel } from './policy.ts'

/** Whoever may mark a month of the butir may bring its evidence. */
export const canProve = canMarkSel

/** Verification: the coordinator of that area or the heads of the secretariat; never of one's own evidence. */
export const canVerify = (
  actor: Actor,
  satkerKode: string,
  { areaBaku }: Pick<ButirOwner, 'areaBaku'>,
): boolean =>
  actsFor(actor, satkerKode) &&
  (hasPeran(actor, 'sekretaris', 'kasubbag') ||
    actor.tugas.some(
      (tugas) =>
        tugas.peran === 'koordinator_area' &&
        (tugas.areaBaku === null || tugas.areaBaku === areaBaku),
    ))

/** The areas that this person verifies: all, or those of the coordinator; none for everyone else. */
export function verifiedAreas(actor: Actor): 'all' | number[] {
  const areas = actor.tugas.filter(({ peran }) => peran === 'koordinator_area')
  if (hasPeran(actor, 'sekretaris', 'kasubbag') || areas.some((tugas) => tugas.areaBaku === null))
    return 'all'
  return areas.flatMap(({ areaBaku }) => (areaBaku === null ? [] : [areaBaku]))
}

/** Does this person verify anything at all? */
export const isVerifier = (actor: Actor): boolean => verifiedAreas(actor).length > 0
