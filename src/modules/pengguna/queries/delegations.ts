import { query } from '#platform/command.ts'
import { allow } from '#platform/errors.ts'
import { findOffice } from '../commands/find.ts'
import { canManage, canReadPeople } from '../policy.ts'
import { pageSize, peopleOf } from './people.ts'
import { delegationsOf } from './roles.ts'

/** The delegations of an office; with the people to choose from when the actor may give one. */
export const delegationsForStaff = query(async (q, input: { satkerKode: string; page: number }) => {
  const office = await findOffice(q, input.satkerKode)
  allow(canReadPeople(q.actor, office.kode))
  const manage = canManage(q.actor, office.kode)
  const { total } = await q.tx
    .selectFrom('delegasi')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('satker_kode', '=', office.kode)
    .executeTakeFirstOrThrow()
  return {
    office,
    page: input.page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    total,
    rows: await delegationsOf(q, {
      satkerKode: office.kode,
      today: office.today,
      offset: (input.page - 1) * pageSize,
      limit: pageSize,
    }),
    people: manage ? await peopleOf(q, office.kode) : [],
    can: { manage },
  }
})

export type DelegationList = Awaited<ReturnType<typeof delegationsForStaff>>
