import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { type Q, query } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import {
  capaianOf,
  type IndikatorState,
  indikatorState,
  type NilaiBulan,
  type Trend,
  trendOf,
} from '../indikator.ts'
import { canEditIndikator, canSetNilai } from '../indikator-policy.ts'
import { type IndikatorLama, type TahunLalu, tahunLaluOf } from '../indikator-tahun-lalu.ts'
import type { CaraHitung, JenisIndikator } from '../jenis-indikator.ts'
import { isRunning } from '../rencana.ts'
import { type ButirPlace, type IndikatorNode, placesOf, type RencanaHead } from '../tree.ts'
import { ownerOf, planPage } from './plan.ts'

export const indikatorPageSize = 50

export type NilaiRow = NilaiBulan & { catatan: string | null; versi: number }

export type IndikatorRow = {
  place: ButirPlace
  indikator: IndikatorNode
  nilai: NilaiRow[]
  capaian: number | null
  state: IndikatorState
  tahunLalu: TahunLalu
  trend: Trend
}

type PlanKey = Pick<RencanaHead, 'satkerKode' | 'id'>

/** Every indicator of a plan with what was measured and what last year's plan says, in one statement. */
export async function indikatorRows(
  q: Pick<Q, 'tx'>,
  head: PlanKey & Pick<RencanaHead, 'jenis' | 'tahun'>,
  places: readonly ButirPlace[],
): Promise<IndikatorRow[]> {
  const rows = await q.tx
    .selectNoFrom([
      jsonArrayFrom(nilaiRows(q, head)).as('nilai'),
      jsonArrayFrom(correctedRows(q, head)).as('corrected'),
      jsonArrayFrom(lamaRows(q, head)).as('lama'),
    ])
    .executeTakeFirstOrThrow()
  const nilai = Map.groupBy(rows.nilai, ({ indikatorId }) => indikatorId)
  const corrected = new Set(rows.corrected.map((row) => row.id))
  const lama = indikatorLamaIn(rows.lama)
  return places.flatMap((place) =>
    place.butir.indikator.map((indikator) => {
      const measured = nilai.get(indikator.id) ?? []
      const capaian = capaianOf(indikator, measured)
      const stored = { ...indikator, corrected: corrected.has(indikator.id) }
      const tahunLalu = tahunLaluOf(stored, lama)
      return {
        place,
        indikator,
        nilai: measured,
        capaian,
        state: indikatorState(indikator, capaian),
        tahunLalu,
        trend: trendOf(indikator.arah, capaian, tahunLalu.nilai),
      }
    }),
  )
}

const nilaiRows = ({ tx }: Pick<Q, 'tx'>, { satkerKode, id }: PlanKey) =>
  tx
    .selectFrom('rencana_indikator_nilai as n')
    .innerJoin('rencana_indikator as i', (join) =>
      join.onRef('i.satker_kode', '=', 'n.satker_kode').onRef('i.id', '=', 'n.indikator_id'),
    )
    .select(['n.indikator_id as indikatorId', 'n.bulan', 'n.nilai', 'n.catatan', 'n.versi'])
    .where('n.satker_kode', '=', satkerKode)
    .where('i.rencana_id', '=', id)
    .orderBy('n.bulan')

/** The indicators whose value of last year was corrected by hand. */
const correctedRows = ({ tx }: Pick<Q, 'tx'>, { satkerKode, id }: PlanKey) =>
  tx
    .selectFrom('rencana_indikator')
    .select('id')
    .where('satker_kode', '=', satkerKode)
    .where('rencana_id', '=', id)
    .where('nilai_tahun_lalu_by', 'is not', null)

type YearKey = Pick<RencanaHead, 'satkerKode' | 'jenis' | 'tahun'>

/** The indicators of the same office's plan of the year before, of the same kind. */
const lamaRows = ({ tx }: Pick<Q, 'tx'>, { satkerKode, jenis, tahun }: YearKey) =>
  tx
    .selectFrom('rencana_indikator as i')
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 'i.satker_kode').onRef('r.id', '=', 'i.rencana_id'),
    )
    .innerJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 'i.satker_kode').onRef('b.id', '=', 'i.butir_id'),
    )
    .leftJoin('rencana_indikator_nilai as n', (join) =>
      join.onRef('n.satker_kode', '=', 'i.satker_kode').onRef('n.indikator_id', '=', 'i.id'),
    )
    .select(['i.id', 'i.rencana_id', 'i.teks', 'i.jenis', 'i.cara_hitung', 'n.bulan', 'n.nilai'])
    .where('r.satker_kode', '=', satkerKode)
    .where('r.tahun', '=', tahun - 1)
    .where('r.jenis', '=', jenis)
    .where('b.removed_at', 'is', null)
    .orderBy('b.urutan')
    .orderBy('i.urutan')
    .orderBy('n.bulan')

type LamaRow = Awaited<ReturnType<ReturnType<typeof lamaRows>['execute']>>[number]

/** One indicator of each, with its months. */
const indikatorLamaIn = (rows: readonly LamaRow[]): IndikatorLama[] =>
  [...Map.groupBy(rows, (row) => row.id)].flatMap(([id, parts]) => {
    const first = parts[0]
    if (!first) return []
    return {
      id,
      rencanaId: first.rencana_id,
      teks: first.teks,
      // The checks of the table allow no others.
      jenis: first.jenis as JenisIndikator,
      caraHitung: first.cara_hitung as CaraHitung,
      nilai: parts.flatMap(({ bulan, nilai }) =>
        bulan === null || nilai === null ? [] : [{ bulan, nilai }],
      ),
    }
  })

export type IndikatorFilter = { area: string; keadaan: IndikatorState | ''; page: number }

/** The indicators of a plan, fifty a page, with the figures of all of them. */
export const indikatorForStaff = query(
  async (q, { id, filter }: { id: string; filter: IndikatorFilter }) => {
    const { tree, today, can } = await planPage(q, id)
    const all = await indikatorRows(q, tree, placesOf(tree))
    const shown = all.filter(
      ({ place, state }) =>
        (filter.area === '' || place.area.id === filter.area) &&
        (filter.keadaan === '' || state === filter.keadaan),
    )
    const from = (filter.page - 1) * indikatorPageSize
    return {
      tree,
      today,
      can,
      filter,
      total: shown.length,
      pages: Math.max(1, Math.ceil(shown.length / indikatorPageSize)),
      rows: shown.slice(from, from + indikatorPageSize),
      figures: {
        indikator: all.length,
        measured: all.filter(({ capaian }) => capaian !== null).length,
        reached: all.filter(({ state }) => state === 'reached').length,
        better: all.filter(({ trend }) => trend === 'better').length,
        worse: all.filter(({ trend }) => trend === 'worse').length,
      },
    }
  },
)

export type IndikatorListPage = Awaited<ReturnType<typeof indikatorForStaff>>

/** One indicator with its months, last year's months, and what may be done. */
export const oneIndikatorForStaff = query(
  async (q, { id, indikatorId }: { id: string; indikatorId: string }) => {
    const { tree, today } = await planPage(q, id)
    const rows = await indikatorRows(q, tree, placesOf(tree))
    const index = rows.findIndex(({ indikator }) => indikator.id === indikatorId)
    const row = rows[index]
    if (!row) throw notFound('Indikator')
    const owner = ownerOf(row.place)
    const { satkerKode, state } = tree
    return {
      tree,
      today,
      row,
      next: rows[index + 1]?.indikator.id ?? null,
      previous: rows[index - 1]?.indikator.id ?? null,
      can: {
        edit:
          (state === 'draft' || state === 'approved') &&
          canEditIndikator(q.actor, satkerKode, state, owner),
        measure: isRunning(state) && canSetNilai(q.actor, satkerKode, owner),
      },
    }
  },
)

export type OneIndikatorPage = Awaited<ReturnType<typeof oneIndikatorForStaff>>
