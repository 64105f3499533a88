import { query } from '#platform/command.ts'
import { allow } from '#platform/errors.ts'
import { findPerson } from '../commands/find.ts'
import { maskEmail, maskNip } from '../mask.ts'
import {
  canDeactivate,
  canManage,
  canReadPeople,
  canResetFactor,
  canSeeIdentity,
} from '../policy.ts'
import { assignablePeran, delegationsOf, rolesOf } from './roles.ts'

/** One person with all roles and delegations, shaped for the page of an admin. */
export const personForStaff = query(async (q, input: { id: string }) => {
  const person = await findPerson(q, input.id)
  const { office } = person
  const manage = canManage(q.actor, office.kode)
  allow(person.id === q.actor.id || canReadPeople(q.actor, office.kode))
  const whole = canSeeIdentity(q.actor, { satkerKode: office.kode, id: person.id })
  const roles = await rolesOf(q, office.kode, person.id, office.today)
  return {
    id: person.id,
    nama: person.nama,
    email: whole ? person.email : maskEmail(person.email),
    nip: person.nip && (whole ? person.nip : maskNip(person.nip)),
    versi: person.versi,
    active: person.deactivated_at === null,
    deactivatedAt: person.deactivated_at,
    createdAt: person.created_at,
    hasAccount: person.user_id !== null,
    office,
    roles,
    delegations: await delegationsOf(q, {
      satkerKode: office.kode,
      today: office.today,
      penggunaId: person.id,
    }),
    can: {
      edit: manage,
      deactivate: canDeactivate(q.actor, { satkerKode: office.kode, id: person.id }),
      assign: assignablePeran(q, office.kode),
      resetFactor:
        person.user_id !== null &&
        canResetFactor(q.actor, {
          satkerKode: office.kode,
          id: person.id,
          isAdmin: roles.some((r) => r.state === 'current' && r.peran === 'admin_satker'),
        }),
    },
  }
})

export type PersonView = Awaited<ReturnType<typeof personForStaff>>
