import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'
import { type ButirOwner, canEditDraft, canMarkSel } from './policy.ts'
import type { RencanaState } from './rencana.ts'

/** Measure, unit and target: the drafters while it is a draft, then the area's coordinator and the secretariat. */
export function canEditIndikator(
  actor: Actor,
  satkerKode: string,
  state: RencanaState,
  { areaBaku }: ButirOwner,
): boolean {
  if (!actsFor(actor, satkerKode)) return false
  if (state === 'draft') return canEditDraft(actor, satkerKode)
  return (
    hasPeran(actor, 'admin_satker', 'sekretaris', 'kasubbag') ||
    actor.tugas.some(
      (tugas) =>
        tugas.peran === 'koordinator_area' &&
        (tugas.areaBaku === null || tugas.areaBaku === areaBaku),
    )
  )
}

/** Measuring is part of the work: whoever marks the months of the butir. */
export const canSetNilai = canMarkSel
