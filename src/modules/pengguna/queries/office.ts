import { query } from '#platform/command.ts'
import { allow } from '#platform/errors.ts'
import { findOffice } from '../commands/find.ts'
import { assignablePeran } from './roles.ts'

/** The office that a form invites to, with the roles that the actor may give there. */
export const officeToInviteTo = query(async (q, input: { satkerKode: string }) => {
  const office = await findOffice(q, input.satkerKode)
  const assignable = assignablePeran(q, office.kode)
  allow(assignable.length > 0)
  return { office, assignable }
})
