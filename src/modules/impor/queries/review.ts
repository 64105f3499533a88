import type { BarisSumber, Renaksi } from '#modules/keputusan'
import { compareWithRencana, type Comparison } from '#modules/rencana-aksi'
import { type Q, query } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { columnsOf, type GridKey } from '../grid.ts'
import {
  type ButirPlace,
  type Missing,
  missingFacts,
  needsLook,
  placesOf,
  renaksiFrom,
  type Suntingan,
  type SuntinganArea,
} from '../suntingan.ts'
import { openImpor, type Opened, openReview, type OpenReview } from './open.ts'

/** An import in whatever state it is; for the page that follows it and the one after its end. */
export const imporState = query(async (q, id: string): Promise<StateView> => {
  const opened = await openImpor(q, id)
  return { ...opened, rencana: opened.state === 'accepted' ? await planOf(q, opened) : null }
})

export type StateView = Opened & { rencana: { id: string; judul: string } | null }

async function planOf(q: Q, { satkerKode, id }: Opened): Promise<StateView['rencana']> {
  const row = await q.tx
    .selectFrom('impor')
    .select(['hasil', 'suntingan'])
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  // written by this module alone
  const [suntingan, hasil] = [row.suntingan, row.hasil] as unknown as [Suntingan, Renaksi]
  const renaksi = renaksiFrom(suntingan, hasil)
  const found = await compareWithRencana(q, { satkerKode, renaksi })
  return found ? { id: found.rencanaId, judul: found.judul } : null
}

export type AreaTab = { id: string; label: string; butir: number; periksa: number }

export type PlanView = OpenReview & {
  tabs: AreaTab[]
  /** the areas shown: one of the plan, or in the filter all rows that need a look */
  shown: SuntinganArea[]
  /** the area shown; null in the filter */
  areaId: string | null
  columns: GridKey[]
  /** the part of the source that the shown rows come from */
  baris: BarisSumber[]
}

type PlanInput = { id: string; areaId: string | null; periksa: boolean }

/** One area of the rows beside its part of the source. Null when the import is not being checked. */
export const planForReview = query(async (q, input: PlanInput): Promise<PlanView | null> => {
  const review = await openReview(q, input.id)
  if (!review) return null
  const { area } = review.suntingan
  const one = area.find(({ id }) => id === input.areaId) ?? area[0]
  const shown = input.periksa ? onlyUnsure(area) : one ? [one] : []
  return {
    ...review,
    tabs: area.map(tabOf),
    shown,
    areaId: input.periksa ? null : (one?.id ?? null),
    columns: columnsOf(review.suntingan),
    baris: await linesAround(q, review, { shown, periksa: input.periksa }),
  }
})

const tabOf = (area: SuntinganArea, index: number): AreaTab => {
  const places = placesOf([area])
  return {
    id: area.id,
    label: area.nomor ?? String(index + 1),
    butir: places.length,
    periksa: places.filter(({ butir }) => needsLook(butir)).length,
  }
}

const onlyUnsure = (area: readonly SuntinganArea[]): SuntinganArea[] =>
  area
    .map((each) => ({
      ...each,
      kegiatan: each.kegiatan
        .map((kegiatan) => ({ ...kegiatan, butir: kegiatan.butir.filter(needsLook) }))
        .filter(({ butir }) => butir.length > 0),
    }))
    .filter(({ kegiatan }) => kegiatan.length > 0)

type Shown = { shown: SuntinganArea[]; periksa: boolean }

/** An area shows the lines from its first row to its last; the filter only the lines of its rows. */
async function linesAround(q: Q, review: OpenReview, { shown, periksa }: Shown) {
  const used = placesOf(shown).flatMap(({ butir }) => butir.baris)
  if (used.length === 0) return []
  const lines = await sourceLines(q, review)
  if (periksa) return lines.filter(({ baris }) => used.includes(baris))
  const from = used.reduce((a, b) => Math.min(a, b))
  const to = used.reduce((a, b) => Math.max(a, b))
  return lines.filter(({ baris, kelas }) => baris >= from && baris <= to && kelas !== 'kosong')
}

/** Every line of the source with what became of it. */
async function sourceLines(q: Q, { satkerKode, id }: Opened): Promise<BarisSumber[]> {
  const row = await q.tx
    .selectFrom('impor')
    .select('baris')
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return (row.baris ?? []) as unknown as BarisSumber[] // written by finishReading alone
}

export type RowView = OpenReview & { place: ButirPlace; baris: BarisSumber[]; above: boolean }

/** One row with its lines, for the page where it is edited without a grid, split or joined. */
export const rowForReview = query(
  async (q, input: { id: string; butirId: string }): Promise<RowView | null> => {
    const review = await openReview(q, input.id)
    if (!review) return null
    const place = placesOf(review.suntingan.area).find(({ butir }) => butir.id === input.butirId)
    if (!place) throw notFound('Butir')
    const lines = await sourceLines(q, review)
    return {
      ...review,
      place,
      baris: lines.filter(({ baris }) => place.butir.baris.includes(baris)),
      above: place.kegiatan.butir[0]?.id !== place.butir.id,
    }
  },
)

export type FactsView = OpenReview & { baris: BarisSumber[] }

/** The facts of the decree, with the source up to the first row of the plan. */
export const factsForReview = query(async (q, id: string): Promise<FactsView | null> => {
  const review = await openReview(q, id)
  if (!review) return null
  const used = placesOf(review.suntingan.area).flatMap(({ butir }) => butir.baris)
  const first = used.reduce((a, b) => Math.min(a, b), Infinity)
  const lines = await sourceLines(q, review)
  return {
    ...review,
    baris: lines.filter(({ baris, kelas }) => baris < first && kelas !== 'kosong').slice(0, 500),
  }
})

/** The frame alone: a section, a question before something final. */
export const frameForReview = query(async (q, id: string): Promise<OpenReview | null> =>
  openReview(q, id),
)

export type SisaView = OpenReview & { baris: BarisSumber[] }

/** What found no place, each line with its neighbours. */
export const sisaForReview = query(async (q, id: string): Promise<SisaView | null> => {
  const review = await openReview(q, id)
  if (!review) return null
  const lines = (await sourceLines(q, review)).filter(({ kelas }) => kelas !== 'kosong')
  const near = lines.filter((_, index) =>
    lines.slice(Math.max(0, index - 1), index + 2).some(({ kelas }) => kelas === 'sisa'),
  )
  return { ...review, baris: near.slice(0, 500) }
})

export type AcceptView = OpenReview & { missing: Missing[]; comparison: Comparison | null }

/** What taking over would do: what is still missing, and how the office's plan would change. */
export const acceptForReview = query(async (q, id: string): Promise<AcceptView | null> => {
  const review = await openReview(q, id)
  if (!review) return null
  const { suntingan, hasil, satkerKode } = review
  const missing = missingFacts(suntingan)
  const ready = missing.every(({ field }) => field === 'area')
  const comparison = ready
    ? await compareWithRencana(q, { satkerKode, renaksi: renaksiFrom(suntingan, hasil) })
    : null
  return { ...review, missing, comparison }
})
