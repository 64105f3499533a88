import { sql } from 'kysely'
import { type Q, query } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import {
  type Periode,
  periodOf,
  type PeriodState,
  periodState,
  periodsOf,
  type Selang,
  windowOf,
} from '../pemantauan.ts'
import { type Anggaran, type Angka, angkaOf, type Laju, lajuOf } from '../pemantauan-angka.ts'
import { canTakePemantauan } from '../pemantauan-policy.ts'
import { placesOf, type RencanaHead } from '../tree.ts'
import { indikatorRows } from './indikator.ts'
import { headPage, planPage } from './plan.ts'

type Key = Pick<RencanaHead, 'satkerKode' | 'id'>

export async function selangOf({ tx }: Pick<Q, 'tx'>, { satkerKode, id }: Key): Promise<Selang> {
  const row = await tx
    .selectFrom('rencana')
    .select('selang_pemantauan')
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Rencana aksi')
  return row.selang_pemantauan as Selang // the table's check allows no other
}

export type Pemantauan = Anggaran & {
  periode: string
  angka: Angka
  hambatan: string | null
  solusi: string | null
  simpulan: string
  at: Date
  oleh: string | null
}

/** What was taken for a plan, in the order of its taking. */
async function pemantauanOf({ tx }: Pick<Q, 'tx'>, { satkerKode, id }: Key): Promise<Pemantauan[]> {
  const rows = await tx
    .selectFrom('rencana_pemantauan')
    .select(['periode', 'angka', 'hambatan', 'solusi', 'simpulan', 'created_at as at'])
    .select(['pagu_anggaran as pagu', 'realisasi_anggaran as realisasi'])
    .select('capaian_perjanjian_kinerja as capaianKinerja')
    .select(sql<string | null>`hub.nama_pengguna(created_by)`.as('oleh'))
    .where('satker_kode', '=', satkerKode)
    .where('rencana_id', '=', id)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({ ...row, angka: row.angka as unknown as Angka })) // by takePemantauan
}

export type PeriodRow = {
  periode: Periode
  state: PeriodState
  jatuhTempo: string
  taken: Pemantauan | null
  laju: Laju | null
}

const canTake = ({ actor }: Q, head: RencanaHead) =>
  (head.state === 'approved' || head.state === 'closed') &&
  canTakePemantauan(actor, head.satkerKode)

/** The periods of a plan: taken, open, overdue or still to come. */
export const pemantauanForStaff = query(async (q, id: string) => {
  const { head, today } = await headPage(q, id)
  const selang = await selangOf(q, head)
  const taken = await pemantauanOf(q, head)
  const row = (periode: Periode): PeriodRow => {
    const found = taken.find((one) => one.periode === periode.kode) ?? null
    return {
      periode,
      state: periodState(head.tahun, periode, { today, taken: found !== null }),
      jatuhTempo: windowOf(head.tahun, periode).jatuhTempo,
      taken: found,
      laju: found && lajuOf(found.angka, found),
    }
  }
  const current = periodsOf(selang)
  // Taken at another interval before: they stay, below the rest.
  const earlier = taken.flatMap(({ periode }) => {
    const known = periodOf(periode)
    return known && !current.some(({ kode }) => kode === periode) ? [known] : []
  })
  return {
    head,
    selang,
    rows: current.map(row),
    earlier: earlier.map(row),
    can: {
      take: canTake(q, head),
      setSelang: head.state !== 'closed' && canTakePemantauan(q.actor, head.satkerKode),
    },
  }
})

export type PemantauanPage = Awaited<ReturnType<typeof pemantauanForStaff>>

/** One period: what was frozen, or the live figures that would be. */
export const onePemantauanForStaff = query(
  async (q, { id, kode }: { id: string; kode: string }) => {
    const { tree, today } = await planPage(q, id)
    const periode = periodOf(kode)
    if (!periode) throw notFound('Periode pemantauan')
    const taken = (await pemantauanOf(q, tree)).find((one) => one.periode === kode) ?? null
    const isOwn = periodsOf(await selangOf(q, tree)).some((one) => one.kode === kode)
    if (!taken && !isOwn) throw notFound('Periode pemantauan')
    const state = periodState(tree.tahun, periode, { today, taken: taken !== null })
    const places = placesOf(tree)
    const angka =
      taken?.angka ??
      angkaOf(
        places,
        await indikatorRows(q, tree, places),
        { ...periode, tahun: tree.tahun },
        today,
      )
    return {
      head: tree,
      periode,
      state,
      taken,
      angka,
      ...windowOf(tree.tahun, periode),
      can: { take: canTake(q, tree) && (state === 'open' || state === 'overdue') },
    }
  },
)

export type OnePemantauan = Awaited<ReturnType<typeof onePemantauanForStaff>>

/** A plan with its figures of a period: as they were taken, or as they stand today. */
export async function figuresOf(q: Q, { id, kode }: { id: string; kode: string }) {
  const { tree, today } = await planPage(q, id)
  const periode = periodOf(kode)
  if (!periode) throw notFound('Periode pemantauan')
  const taken = (await pemantauanOf(q, tree)).find((one) => one.periode === kode) ?? null
  const places = placesOf(tree)
  const rows = taken ? [] : await indikatorRows(q, tree, places)
  const angka = taken?.angka ?? angkaOf(places, rows, { ...periode, tahun: tree.tahun }, today)
  return { tree, angka, taken }
}
