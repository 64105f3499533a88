import { peopleOf } from '#modules/pengguna'
import { type Q, query } from '#platform/command.ts'
import { planPage } from './plan.ts'

/** The people and the units that a butir can be given to today. */
export const ownersOf = async (q: Q, satkerKode: string, today: string) => ({
  people: await peopleOf(q, satkerKode),
  units: await unitRows(q, satkerKode, today).orderBy('nama').execute(),
})

const unitRows = ({ tx }: Pick<Q, 'tx'>, satkerKode: string, today: string) =>
  tx
    .selectFrom('unit')
    .select(['id', 'nama'])
    .where('satker_kode', '=', satkerKode)
    .where('dari', '<=', today)
    .where((eb) => eb.or([eb('sampai', 'is', null), eb('sampai', '>', today)]))

/** The ids of all that `ownersOf` offers, in one statement. */
export async function ownerIds(
  q: Pick<Q, 'tx'>,
  satkerKode: string,
  today: string,
): Promise<Set<string>> {
  const people = q.tx
    .selectFrom('pengguna')
    .select(['id', 'nama'])
    .where('satker_kode', '=', satkerKode)
    .where('deactivated_at', 'is', null)
  const rows = await people.unionAll(unitRows(q, satkerKode, today)).execute()
  return new Set(rows.map(({ id }) => id))
}

/** The plan with the people and units that its butir can be given to. */
export const ownersForStaff = query(async (q, id: string) => {
  const page = await planPage(q, id)
  return { ...page, owners: await ownersOf(q, page.tree.satkerKode, page.today) }
})
