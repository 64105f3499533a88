import { documentOf, type ZipRow } from '#modules/eviden'
import { type Q, query } from '#platform/command.ts'
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
  const rows: ZipRow[] = []
  for (const row of chosen) rows.push(...(await rowsOf(q, page.tree.satkerKode, row, filter)))
  return { tree: page.tree, today: page.today, places: chosen.map(({ place }) => place), rows }
})

export type ZipPage = Awaited<ReturnType<typeof zipForStaff>>

async function rowsOf(
  q: Q,
  satkerKode: string,
  { place, checklist }: CompletenessRow,
  { diterima, isi }: ZipWanted,
): Promise<ZipRow[]> {
  const uses = [...checklist.slots.flatMap((slot) => slot.uses), ...checklist.others].filter(
    ({ state }) => (diterima ? state === 'accepted' : state !== 'returned'),
  )
  const rows: ZipRow[] = []
  for (const use of uses) {
    const document = isi ? await documentOf(q, { ...use.eviden, satkerKode }) : null
    rows.push({
      area: titleOf(place.area),
      kegiatan: titleOf(place.kegiatan),
      butir: butirTitle(place.butir),
      use,
      document: document?.isi ?? null,
    })
  }
  return rows
}
