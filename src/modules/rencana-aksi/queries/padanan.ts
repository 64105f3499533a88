import { type Q, query } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { butirTitle } from '../labels.ts'
import { butirText } from '../match.ts'
import { type Suggestion, suggest } from '../padanan.ts'
import { canCreateRencana } from '../policy.ts'
import type { JenisRencana } from '../rencana.ts'
import { type ButirPlace, placesOf, type RencanaHead } from '../tree.ts'
import { planPage } from './plan.ts'
import { rencanaTree } from './tree.ts'

export type Padanan = {
  /** the butir of the plan that is looked at */
  butirId: string
  padananId: string
  rencanaId: string
  jenis: JenisRencana
  teks: string
}

/** The counterparts of the butir of a plan in the office's other plan. */
export async function padananOf(q: Pick<Q, 'tx'>, head: Key): Promise<Padanan[]> {
  const rows = await padananRows(q, head).orderBy('urutan').execute()
  return rows.map(padananIn)
}

type Key = Pick<RencanaHead, 'satkerKode' | 'id'>

/** The rows that `padananIn` reads, of all butir of a plan or of one. A tie is stored once, from either side. */
export const padananRows = ({ tx }: Pick<Q, 'tx'>, head: Key, butirId?: string) =>
  sideRows(tx, ['butir_id', 'padanan_id'], { ...head, butirId }).unionAll(
    sideRows(tx, ['padanan_id', 'butir_id'], { ...head, butirId }),
  )

type PadananIn = Awaited<ReturnType<ReturnType<typeof padananRows>['execute']>>[number]

export const padananIn = ({
  butirId,
  padananId,
  rencanaId,
  jenis,
  ...text
}: PadananIn): Padanan => ({
  butirId,
  padananId,
  rencanaId,
  jenis: jenis as JenisRencana, // the table's check allows no other
  teks: butirTitle(text),
})

type Columns = readonly ['butir_id', 'padanan_id'] | readonly ['padanan_id', 'butir_id']
type Of = Key & { butirId: string | undefined }

/** Whichever side the plan's butir stands on, `own` names it. */
function sideRows(tx: Q['tx'], [own, other]: Columns, { satkerKode, id, butirId }: Of) {
  const rows = tx
    .selectFrom('butir_padanan as p')
    .innerJoin('rencana_butir as a', (join) =>
      join.onRef('a.satker_kode', '=', 'p.satker_kode').onRef('a.id', '=', `p.${own}`),
    )
    .innerJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 'p.satker_kode').onRef('b.id', '=', `p.${other}`),
    )
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 'b.satker_kode').onRef('r.id', '=', 'b.rencana_id'),
    )
    .select(['a.id as butirId', 'b.id as padananId', 'r.id as rencanaId', 'r.jenis'])
    .select(['b.urutan', 'b.label', 'b.uraian', 'b.langkah'])
    .where('p.satker_kode', '=', satkerKode)
    .where('a.rencana_id', '=', id)
    .where('b.removed_at', 'is', null)
  return butirId === undefined ? rows : rows.where('a.id', '=', butirId)
}

export type Other = {
  id: string
  areaBaku: number | null
  teks: string
  place: ButirPlace
}

/** The office's plan of the other kind and the same year, with its butir; null when there is none. */
async function otherPlan(q: Pick<Q, 'tx'>, head: RencanaHead) {
  const row = await q.tx
    .selectFrom('rencana')
    .select('id')
    .where('satker_kode', '=', head.satkerKode)
    .where('tahun', '=', head.tahun)
    .where('jenis', '=', head.jenis === 'ZI' ? 'RB' : 'ZI')
    .executeTakeFirst()
  if (!row) return null
  const tree = await rencanaTree(q, row.id)
  return { head: tree as RencanaHead, butir: placesOf(tree).map(candidateOf) }
}

const candidateOf = (place: ButirPlace): Other => ({
  id: place.butir.id,
  areaBaku: place.area.areaBaku,
  teks: butirText(place.butir),
  place,
})

export type PadananRow = { place: ButirPlace; linked: Padanan[]; suggestions: Suggestion<Other>[] }

async function padananPage(q: Q, id: string) {
  const { tree } = await planPage(q, id)
  const other = await otherPlan(q, tree)
  const linked = Map.groupBy(await padananOf(q, tree), ({ butirId }) => butirId)
  const link =
    tree.state !== 'closed' &&
    other !== null &&
    other.head.state !== 'closed' &&
    canCreateRencana(q.actor, tree.satkerKode)
  return { tree, other, linked, can: { link } }
}

/** Every butir of a plan with its counterparts, and for those without the likest of its area. */
export const padananForPlan = query(async (q, id: string) => {
  const { tree, other, linked, can } = await padananPage(q, id)
  const byArea = Map.groupBy(other?.butir ?? [], ({ areaBaku }) => areaBaku)
  const taken = new Set([...linked.values()].flat().map(({ padananId }) => padananId))
  const rows = placesOf(tree).map((place): PadananRow => {
    const own = candidateOf(place)
    const ties = linked.get(own.id) ?? []
    const free = (byArea.get(own.areaBaku) ?? []).filter((one) => !taken.has(one.id))
    return { place, linked: ties, suggestions: ties.length > 0 ? [] : suggest(own, free, 1) }
  })
  return { tree, other: other?.head ?? null, rows, can }
})

export type PlanPadanan = Awaited<ReturnType<typeof padananForPlan>>

/** One butir with its counterparts and what could be one: the likest first, then all the rest. */
export const padananForButir = query(
  async (q, { id, butirId }: { id: string; butirId: string }) => {
    const { tree, other, linked, can } = await padananPage(q, id)
    const place = placesOf(tree).find(({ butir }) => butir.id === butirId)
    if (!place) throw notFound('Butir')
    const ties = linked.get(butirId) ?? []
    const free = (other?.butir ?? []).filter(
      ({ id: otherId }) => !ties.some(({ padananId }) => padananId === otherId),
    )
    return {
      tree,
      other: other?.head ?? null,
      place,
      linked: ties,
      suggestions: suggest(candidateOf(place), free),
      choices: free,
      can,
    }
  },
)

export type ButirPadanan = Awaited<ReturnType<typeof padananForButir>>
