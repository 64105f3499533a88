import { usesIn, usesOf } from '#modules/eviden'
import { type PersonChoice, peopleOf } from '#modules/pengguna'
import { type Q, query } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { canProposeChange } from '../policy.ts'
import { placesOf } from '../tree.ts'
import { padananOf } from './padanan.ts'
import { riwayatOf } from './history.ts'
import { percakapanOf } from './komentar.ts'
import { canMarkPlace, ownerOf, planPage } from './plan.ts'

export type UnitChoice = { id: string; nama: string }

/** The people and the units that a butir can be given to today. */
export async function ownersOf(
  q: Q,
  satkerKode: string,
  today: string,
): Promise<{ people: PersonChoice[]; units: UnitChoice[] }> {
  const units = await q.tx
    .selectFrom('unit')
    .select(['id', 'nama'])
    .where('satker_kode', '=', satkerKode)
    .where('dari', '<=', today)
    .where((eb) => eb.or([eb('sampai', 'is', null), eb('sampai', '>', today)]))
    .orderBy('nama')
    .execute()
  return { people: await peopleOf(q, satkerKode), units }
}

type OfButir = { id: string; butirId: string }

/** One butir with everything about it, and what may be done with it. */
export const butirForStaff = query(async (q, { id, butirId }: OfButir) => {
  const page = await planPage(q, id)
  const places = placesOf(page.tree)
  const index = places.findIndex(({ butir }) => butir.id === butirId)
  const place = places[index]
  if (!place) throw notFound('Butir')
  const { satkerKode, state } = page.tree
  const change = state === 'approved' && canProposeChange(q.actor, satkerKode, ownerOf(place))
  return {
    ...page,
    place,
    next: places[index + 1]?.butir.id ?? null,
    previous: places[index - 1]?.butir.id ?? null,
    riwayat: await riwayatOf(q, page.tree, { butirId }),
    padanan: await padananOf(q, page.tree, butirId),
    uses: await usesOf(q, { satkerKode, butirIds: [butirId] }),
    komentar: await percakapanOf(q, page.tree, place),
    owners: page.can.edit || change ? await ownersOf(q, satkerKode, page.today) : null,
    can: { ...page.can, proposeChange: change, mark: canMarkPlace(q.actor, page.tree, place) },
  }
})

/** The plan with the people and units that its butir can be given to. */
export const ownersForStaff = query(async (q, id: string) => {
  const page = await planPage(q, id)
  return { ...page, owners: await ownersOf(q, page.tree.satkerKode, page.today) }
})

type OfSel = OfButir & { bulan: number }

/** One obligation: a month of a butir, who touched it, and what may be done. */
export const selForStaff = query(async (q, { id, butirId, bulan }: OfSel) => {
  const page = await planPage(q, id)
  const place = placesOf(page.tree).find(({ butir }) => butir.id === butirId)
  const sel = place?.butir.sel.find((cell) => cell.bulan === bulan)
  if (!place || !sel) throw notFound('Kewajiban')
  return {
    ...page,
    place,
    sel,
    uses: usesIn(await usesOf(q, { satkerKode: page.tree.satkerKode, butirIds: [butirId] }), bulan),
    riwayat: await riwayatOf(q, page.tree, { butirId, bulan }),
    mark: canMarkPlace(q.actor, page.tree, place),
  }
})
