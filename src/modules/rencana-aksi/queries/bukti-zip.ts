import { documentsOf, type EvidenUse, type ZipRow } from '#modules/eviden'
import { query } from '#platform/command.ts'
import { butirTitle, titleOf } from '../labels.ts'
import { completenessOf, type CompletenessRow } from './bukti.ts'

/** '' = all; `diterima` = only what was accepted. */
export type ZipFilter = {
  id: string
  area: string
  butir: string
  diterima: boolean
}

/** `isi`: with the figures of the system's records, which only the archive itself needs. */
type ZipWanted = ZipFilter & { isi: boolean }

/** The evidence of a plan, an area or a butir, in the order of the plan, as an archive lists it. */
export const zipForStaff = query(async (q, filter: ZipWanted) => {
  const page = await completenessOf(q, filter.id)
  const chosen = page.rows.filter(
    ({ place: { area, butir } }) =>
      (filter.area === '' || area.id === filter.area) &&
      (filter.butir === '' || butir.id === filter.butir),
  )
  const listed = chosen.flatMap(({ place, checklist }) =>
    usesIn(checklist, filter).map((use) => ({ place, use })),
  )
  const wanted = filter.isi ? listed.map(({ use }) => use.eviden) : []
  const documents = await documentsOf(q, page.tree.satkerKode, wanted)
  const rows = listed.map(({ place, use }): ZipRow => ({
    area: titleOf(place.area),
    kegiatan: titleOf(place.kegiatan),
    butir: butirTitle(place.butir),
    use,
    document: documents.get(use.eviden.id) ?? null,
  }))
  return { tree: page.tree, today: page.today, places: chosen.map(({ place }) => place), rows }
})

export type ZipPage = Awaited<ReturnType<typeof zipForStaff>>

/** What was returned is never in it. */
const usesIn = (
  { slots, others }: CompletenessRow['checklist'],
  { diterima }: ZipWanted,
): EvidenUse[] =>
  [...slots.flatMap((slot) => slot.uses), ...others].filter(({ state }) =>
    diterima ? state === 'accepted' : state !== 'returned',
  )
