import {
  checklistOf,
  countSlots,
  documentOf,
  type EvidenUse,
  useById,
  usesOf,
} from '#modules/eviden'
import { type Q, query } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { canProve, canVerify } from '../bukti-policy.ts'
import { isRunning } from '../rencana.ts'
import { type ButirPlace, placesOf } from '../tree.ts'
import { ownerOf, type PlanPage, planPage } from './plan.ts'
import { queueOf } from './verifikasi.ts'

/** May evidence be brought for this butir now? */
export const canProvePlace = (q: Q, { tree }: PlanPage, place: ButirPlace): boolean =>
  isRunning(tree.state) && canProve(q.actor, tree.satkerKode, ownerOf(place))

type OfButir = { id: string; butirId: string }

/** A butir for which evidence is to be brought. */
export const proveForStaff = query(async (q, { id, butirId }: OfButir) => {
  const page = await planPage(q, id)
  const place = placesOf(page.tree).find(({ butir }) => butir.id === butirId)
  if (!place) throw notFound('Butir')
  const { satkerKode } = page.tree
  return {
    ...page,
    place,
    uses: await usesOf(q, { satkerKode, butirIds: [butirId] }),
    prove: canProvePlace(q, page, place),
  }
})

export type ProvePage = Awaited<ReturnType<typeof proveForStaff>>

type OfBukti = { id: string; pakaiId: string }

/** One use of evidence: itself, its butir, its neighbours in the queue, and what may be done. */
export const buktiForStaff = query(async (q, { id, pakaiId }: OfBukti) => {
  const page = await planPage(q, id)
  const { tree } = page
  const use = await useById(q, tree.satkerKode, pakaiId)
  const place = placesOf(tree).find(({ butir }) => butir.id === use?.butirId)
  if (!use || !place) throw notFound('Pemakaian eviden')
  const verifier = isRunning(tree.state) && canVerify(q.actor, tree.satkerKode, ownerOf(place))
  const own = use.createdBy.id === q.actor.id
  const sel = place.butir.sel.find(({ bulan }) => bulan === use.bulan)
  return {
    ...page,
    place,
    use,
    document: await documentOf(q, { ...use.eviden, satkerKode: tree.satkerKode }),
    queue: verifier ? await queueOf(q) : [],
    /** the month it proves is marked done already */
    doneMonth: sel?.status === 'done' ? sel.bulan : null,
    can: {
      ...page.can,
      decide: verifier && !own,
      accept: verifier && !own && use.state === 'pending' && isChecked(use),
      return: verifier && !own && use.state !== 'returned',
      detach: use.state !== 'accepted' && (verifier || (own && canProvePlace(q, page, place))),
      point: verifier || (own && canProvePlace(q, page, place)),
    },
  }
})

const isChecked = ({ eviden: { berkas } }: EvidenUse) => berkas === null || berkas.state === 'ready'

export type BuktiPage = Awaited<ReturnType<typeof buktiForStaff>>

/** The whole plan with what every butir asks for and what was given. */
export async function completenessOf(q: Q, id: string) {
  const page = await planPage(q, id)
  const places = placesOf(page.tree)
  const { satkerKode } = page.tree
  const uses = Map.groupBy(
    await usesOf(q, { satkerKode, butirIds: places.map(({ butir }) => butir.id) }),
    ({ butirId }) => butirId,
  )
  const rows = places.map((place) => {
    const checklist = checklistOf(place.butir.eviden, uses.get(place.butir.id) ?? [])
    return {
      place,
      checklist,
      counts: countSlots(checklist.slots),
      prove: canProvePlace(q, page, place),
    }
  })
  return { ...page, rows }
}

export const completenessForStaff = query(completenessOf)

export type CompletenessPage = Awaited<ReturnType<typeof completenessOf>>
export type CompletenessRow = CompletenessPage['rows'][number]
