import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { usesIn, usesOf } from '#modules/eviden'
import { type Q, query } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { canProposeChange } from '../policy.ts'
import { placesOf, type RencanaHead } from '../tree.ts'
import { riwayatIn, riwayatOf, riwayatRows } from './history.ts'
import { percakapanOf } from './komentar.ts'
import { ownersOf } from './owners.ts'
import { padananIn, padananRows } from './padanan.ts'
import { canMarkPlace, ownerOf, planPage } from './plan.ts'

type OfButir = { id: string; butirId: string }

/** One butir in its plan, and what may be done with it. */
async function butirPage(q: Q, { id, butirId }: OfButir) {
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
    can: { ...page.can, proposeChange: change, mark: canMarkPlace(q.actor, page.tree, place) },
  }
}

/** The butir alone, for a question about it. */
export const oneButirForStaff = query(butirPage)

export type OneButirPage = Awaited<ReturnType<typeof butirPage>>

/** The butir with everything about it. */
export const butirForStaff = query(async (q, wanted: OfButir) => {
  const page = await butirPage(q, wanted)
  const { tree, place } = page
  return {
    ...page,
    ...(await recordsOf(q, tree, wanted.butirId)),
    uses: await usesOf(q, { satkerKode: tree.satkerKode, butirIds: [wanted.butirId] }),
    komentar: await percakapanOf(q, tree, place),
  }
})

/** What happened to a butir and what it counts for as well. */
async function recordsOf(q: Q, head: RencanaHead, butirId: string) {
  const { riwayat, padanan } = await q.tx
    .selectNoFrom([
      jsonArrayFrom(riwayatRows(q, head, { butirId })).as('riwayat'),
      jsonArrayFrom(padananRows(q, head, butirId).orderBy('urutan')).as('padanan'),
    ])
    .executeTakeFirstOrThrow()
  return { riwayat: await riwayatIn(q, head, riwayat), padanan: padanan.map(padananIn) }
}

/** The butir for its form; without `owners` when the actor may not change it. */
export const butirFormForStaff = query(async (q, wanted: OfButir) => {
  const page = await butirPage(q, wanted)
  const { tree, today, can } = page
  const may = can.edit || can.proposeChange
  return { ...page, owners: may ? await ownersOf(q, tree.satkerKode, today) : null }
})

export type ButirFormPage = Awaited<ReturnType<typeof butirFormForStaff>>

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
