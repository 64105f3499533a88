import { query } from '#platform/command.ts'
import { allow } from '#platform/errors.ts'
import { findOffice } from '../commands/find.ts'
import { maskEmail } from '../mask.ts'
import type { Peran } from '../peran.ts'
import { canAssign, canManage, canReadPeople } from '../policy.ts'
import { assignablePeran } from './roles.ts'
import { pageSize } from './people.ts'

export type InvitationState = 'waiting' | 'expired' | 'accepted' | 'revoked'

/** The invitations of an office, the latest first. */
export const invitationsForStaff = query(async (q, input: { satkerKode: string; page: number }) => {
  const office = await findOffice(q, input.satkerKode)
  allow(canReadPeople(q.actor, office.kode))
  const found = await q.tx
    .selectFrom('undangan')
    .select(['id', 'email', 'nama', 'peran', 'area_baku', 'expires_at', 'created_at'])
    .select(['accepted_at', 'revoked_at'])
    .select((eb) => eb.fn.countAll<number>().over().as('total'))
    .where('satker_kode', '=', office.kode)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((input.page - 1) * pageSize)
    .execute()
  const whole = canManage(q.actor, office.kode)
  const total = found[0]?.total ?? 0
  return {
    office,
    page: input.page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    total,
    assignable: assignablePeran(q, office.kode),
    rows: found.map((row) => {
      const state = stateOf(row, q.now)
      const open = state === 'waiting' || state === 'expired'
      return {
        id: row.id,
        nama: row.nama,
        email: whole ? row.email : maskEmail(row.email),
        peran: row.peran,
        areaBaku: row.area_baku,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        state,
        canChange: open && canAssign(q.actor, office.kode, row.peran as Peran),
      }
    }),
  }
})

export type InvitationList = Awaited<ReturnType<typeof invitationsForStaff>>

type Dates = { accepted_at: Date | null; revoked_at: Date | null; expires_at: Date }

export function stateOf(
  { accepted_at, revoked_at, expires_at }: Dates,
  now: Date,
): InvitationState {
  if (accepted_at) return 'accepted'
  if (revoked_at) return 'revoked'
  return expires_at <= now ? 'expired' : 'waiting'
}
