import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'

export const isWithinReach = (actor: Actor, satkerKode: string): boolean =>
  satkerKode >= actor.dari && satkerKode < actor.sampai

/** KPU RI and the provinces see reports of offices below. */
export const hasOfficesBelow = (satkerKode: string): boolean => satkerKode.length === 2

const secretariat = ['admin_satker', 'sekretaris', 'kasubbag'] as const
const leaders = ['ketua', 'sekretaris', 'kasubbag'] as const

/** Keeping the record of a meeting: who prepares and writes it. */
export const canWriteRapat = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) &&
  hasPeran(actor, ...secretariat, 'ketua', 'koordinator_area', 'anggota_tim')

/** Closing, reopening and cancelling: who signs for the meeting. */
export const canCloseRapat = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && hasPeran(actor, ...leaders)

export const canOpenPutaran = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) &&
  hasPeran(actor, ...secretariat, 'verifikator_provinsi', 'pengawas_nasional')

/** Carrying out what was ordered: the queue alone. */
export const canWorkOff = (actor: Actor): boolean => hasPeran(actor, 'sistem')

/** Filling in the circle of an area: its coordinator and team, or the secretariat. */
export const canFillArea = (actor: Actor, satkerKode: string, areaBaku: number | null): boolean =>
  actsFor(actor, satkerKode) &&
  (hasPeran(actor, ...secretariat) ||
    actor.tugas.some(
      (tugas) =>
        (tugas.peran === 'koordinator_area' || tugas.peran === 'anggota_tim') &&
        (tugas.areaBaku === null || tugas.areaBaku === areaBaku),
    ))

export const canSubmitLaporan = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && hasPeran(actor, 'sekretaris', 'kasubbag')

/**
 * The verifier of the province for its kabupaten and kota, KPU RI for the provinces and itself. Never
 * who submitted: that is a rule of its own, refused by the database too.
 */
export const canVerifyLaporan = (actor: Actor, satkerKode: string): boolean => {
  if (!isWithinReach(actor, satkerKode)) return false
  if (satkerKode.length === 4)
    return actsFor(actor, satkerKode.slice(0, 2)) && hasPeran(actor, 'verifikator_provinsi')
  return actsFor(actor, '00') && hasPeran(actor, 'pengawas_nasional')
}

/** Recording a finding: the office itself, or who oversees it from above. */
export const canRecordTemuan = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode)
    ? hasPeran(actor, ...secretariat, 'ketua', 'koordinator_area', 'asesor', 'verifikator_provinsi')
    : overseesFromAbove(actor, satkerKode)

/** Correcting a finding: what was found from above is not reworded by the office that it concerns. */
export const canEditTemuan = (
  actor: Actor,
  { satkerKode, fromAbove }: { satkerKode: string; fromAbove: boolean },
): boolean => canRecordTemuan(actor, satkerKode) && !(fromAbove && actsFor(actor, satkerKode))

const overseesFromAbove = (actor: Actor, satkerKode: string) =>
  isWithinReach(actor, satkerKode) &&
  !actsFor(actor, satkerKode) &&
  hasPeran(actor, 'verifikator_provinsi', 'pengawas_nasional')

/** Planning the follow-up is the office's own affair. */
export const canPlanRatl = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && hasPeran(actor, ...secretariat, 'ketua', 'koordinator_area')

export const canReportRatl = (
  actor: Actor,
  ratl: { satkerKode: string; penanggungJawabId: string | null },
): boolean =>
  actsFor(actor, ratl.satkerKode) &&
  (actor.id === ratl.penanggungJawabId || canPlanRatl(actor, ratl.satkerKode))

/** Checking a result: leaders and assessors of the office, or who oversees it; never who reported it. */
export const canCheckRatl = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode)
    ? hasPeran(actor, ...leaders, 'asesor')
    : overseesFromAbove(actor, satkerKode)
