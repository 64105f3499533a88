import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'

/** What of a butir decides who may work on it. */
export type ButirOwner = { areaBaku: number | null; penanggungJawabId: string | null }

const planners = ['admin_satker', 'sekretaris', 'kasubbag', 'koordinator_area', 'anggota_tim']

/** Is the office within what the actor may see at all? */
export const isWithinReach = (actor: Actor, satkerKode: string): boolean =>
  satkerKode >= actor.dari && satkerKode < actor.sampai

/** Only people of the office itself write its plan; offices above read it. */
export const canCreateRencana = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && hasPeran(actor, 'sistem', ...planners)

export const canEditDraft = (actor: Actor, satkerKode: string): boolean =>
  canCreateRencana(actor, satkerKode)

/** Naming who answers for a butir: also under an approved plan, since people come and go. */
export const canAssign = (actor: Actor, satkerKode: string): boolean =>
  canCreateRencana(actor, satkerKode)

export const canPropose = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) &&
  hasPeran(actor, 'admin_satker', 'sekretaris', 'kasubbag', 'koordinator_area')

/** Approval, return, decision on a proposal, closing: the chair or the secretary, or who acts for them. */
export const canDecide = (actor: Actor, satkerKode: string): boolean =>
  actsFor(actor, satkerKode) && hasPeran(actor, 'ketua', 'sekretaris')

export const canProposeChange = (actor: Actor, satkerKode: string, butir?: ButirOwner): boolean =>
  canCreateRencana(actor, satkerKode) || (butir !== undefined && isOwner(actor, satkerKode, butir))

/** Marking a month of a butir: its person, its area's coordinator or team, or the heads of the secretariat. */
export const canMarkSel = (actor: Actor, satkerKode: string, butir: ButirOwner): boolean =>
  actsFor(actor, satkerKode) &&
  (hasPeran(actor, 'admin_satker', 'sekretaris', 'kasubbag') ||
    actor.tugas.some(
      ({ peran, areaBaku }) =>
        (peran === 'koordinator_area' || peran === 'anggota_tim') &&
        (areaBaku === null || areaBaku === butir.areaBaku),
    ) ||
    isOwner(actor, satkerKode, butir))

const isOwner = (actor: Actor, satkerKode: string, { penanggungJawabId }: ButirOwner) =>
  actsFor(actor, satkerKode) && actor.id === penanggungJawabId

/** Those who see plans of offices below their own. */
export const canReadBelow = (actor: Actor): boolean => actor.satkerKode.length === 2
