import { type Actor, actsFor, hasPeran } from '#platform/identity/actor.ts'
import { fitsSatker, type Peran } from './peran.ts'

const isSystem = (actor: Actor) => hasPeran(actor, 'sistem')

const reaches = (actor: Actor, satkerKode: string) =>
  actor.dari <= satkerKode && satkerKode < actor.sampai

/** Keeping people, roles, invitations and delegations of an office: its own admin. */
export const canManage = (actor: Actor, satkerKode: string): boolean =>
  isSystem(actor) || (actsFor(actor, satkerKode) && hasPeran(actor, 'admin_satker'))

/** Closing the office to a person: its admin, but not to himself. */
export const canDeactivate = (actor: Actor, person: { satkerKode: string; id: string }): boolean =>
  canManage(actor, person.satkerKode) && person.id !== actor.id

/**
 * Giving a role. Admins give the roles of their own office; an admin above may give an office below
 * its admin, and a province its verifier. No role reaches above the office that it is given at.
 */
export function canAssign(actor: Actor, satkerKode: string, peran: Peran): boolean {
  if (!fitsSatker(peran, satkerKode)) return false
  if (canManage(actor, satkerKode)) return true
  const fromAbove = peran === 'admin_satker' || peran === 'verifikator_provinsi'
  return fromAbove && hasPeran(actor, 'admin_satker') && reaches(actor, satkerKode)
}

/** Who sees the people of an office: its admin and heads, and those above who verify or oversee. */
export const canReadPeople = (actor: Actor, satkerKode: string): boolean =>
  canManage(actor, satkerKode) ||
  (actsFor(actor, satkerKode) && hasPeran(actor, 'ketua', 'sekretaris', 'kasubbag')) ||
  (reaches(actor, satkerKode) &&
    hasPeran(actor, 'admin_satker', 'verifikator_provinsi', 'pengawas_nasional'))

/** E-mail and NIP in full: oneself, and the admin who keeps them. */
export const canSeeIdentity = (actor: Actor, person: { satkerKode: string; id: string }): boolean =>
  person.id === actor.id || canManage(actor, person.satkerKode)

/**
 * Taking away a lost second factor: the office's admin for everyone there but himself. An admin is
 * also helped by the admin of an office above, since his own office may have no other.
 */
export const canResetFactor = (
  actor: Actor,
  person: { satkerKode: string; id: string; isAdmin: boolean },
): boolean =>
  person.id !== actor.id &&
  (canManage(actor, person.satkerKode) ||
    (person.isAdmin && hasPeran(actor, 'admin_satker') && reaches(actor, person.satkerKode)))

/** Which roles must have a second factor is decided for the whole nation, by KPU RI. */
export const canSetFactorPolicy = (actor: Actor): boolean => canManage(actor, '00')
