import { sql } from 'kysely'
import { type Q, query } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { monthIn } from '../figures.ts'
import { isVerifier } from '../bukti-policy.ts'
import { canCreateRencana, canReadBelow } from '../policy.ts'
import { type JenisRencana, type RencanaState, stateOf } from '../rencana.ts'

export const pageSize = 50

export type ListFilter = {
  tahun: number | null
  jenis: JenisRencana | ''
  keadaan: RencanaState | ''
  /** an office or province code, '' for all within reach */
  satker: string
  page: number
}

export type ListRow = {
  id: string
  satkerKode: string
  satkerNama: string
  jenis: JenisRencana
  tahun: number
  judul: string
  versi: number
  state: RencanaState
  /** obligations up to today's month, those done, and those late */
  kewajiban: number
  selesai: number
  terlambat: number
}

/** The plans within the actor's reach, fifty a page, the newest year first. */
export const listRencana = query(async (q: Q, filter: ListFilter) => {
  const { actor, now } = q
  const today = localDate(now, actor.zonaWaktu)
  const rows = await planRows(q, filter, today)
  const total = rows[0]?.total ?? 0
  return {
    filter,
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    years: await yearsIn(q),
    offices: canReadBelow(actor) ? await officesBelow(q) : [],
    rows: rows.map(({ total: _, ...row }): ListRow => row),
    can: {
      create: canCreateRencana(actor, actor.satkerKode),
      readBelow: canReadBelow(actor),
      verify: isVerifier(actor),
    },
  }
})

async function planRows({ tx }: Q, filter: ListFilter, today: string) {
  let plans = tx
    .selectFrom('rencana as r')
    .innerJoin('satker as s', 's.kode', 'r.satker_kode')
    .select(['r.id', 'r.satker_kode as satkerKode', 's.nama as satkerNama', 'r.jenis', 'r.tahun'])
    .select(['r.judul', 'r.versi', 'r.proposed_at', 'r.approved_at', 'r.closed_at'])
    .select((eb) => eb.fn.countAll<number>().over().as('total'))
  if (filter.satker !== '')
    plans = plans
      .where('r.satker_kode', '>=', filter.satker)
      .where('r.satker_kode', '<', `${filter.satker}~`)
  if (filter.tahun !== null) plans = plans.where('r.tahun', '=', filter.tahun)
  if (filter.jenis !== '') plans = plans.where('r.jenis', '=', filter.jenis)
  if (filter.keadaan !== '') plans = plans.where(stateCondition[filter.keadaan])
  const rows = await plans
    .orderBy('r.tahun', 'desc')
    .orderBy('r.satker_kode')
    .orderBy('r.jenis')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute()
  const sums = await sumsOf({ tx }, rows, today)
  return rows.map(({ proposed_at, approved_at, closed_at, ...row }) => ({
    ...row,
    jenis: row.jenis as JenisRencana, // the table's check allows no other
    state: stateOf({ proposed_at, approved_at, closed_at }),
    ...(sums.get(row.id) ?? { kewajiban: 0, selesai: 0, terlambat: 0 }),
  }))
}

const stateCondition: Record<RencanaState, ReturnType<typeof sql<boolean>>> = {
  draft: sql<boolean>`r.proposed_at is null`,
  proposed: sql<boolean>`r.proposed_at is not null and r.approved_at is null`,
  approved: sql<boolean>`r.approved_at is not null and r.closed_at is null`,
  closed: sql<boolean>`r.closed_at is not null`,
}

type PlanKey = { id: string; satkerKode: string; tahun: number }

/** The figures of the plans on this page, from the sums that are kept. */
async function sumsOf({ tx }: Pick<Q, 'tx'>, plans: readonly PlanKey[], today: string) {
  if (plans.length === 0) return new Map<string, never>()
  const rows = await tx
    .selectFrom('rencana_rekap')
    .select(['rencana_id', 'tahun', 'bulan', 'jatuh_tempo', 'jumlah', 'selesai', 'ditiadakan'])
    .where('satker_kode', 'in', [...new Set(plans.map((plan) => plan.satkerKode))])
    .where(
      'rencana_id',
      'in',
      plans.map((plan) => plan.id),
    )
    .execute()
  const byPlan = Map.groupBy(rows, (row) => row.rencana_id)
  return new Map(
    [...byPlan].map(([id, parts]) => {
      const due = parts.filter(({ tahun, bulan }) => bulan <= monthIn(tahun, today))
      const past = parts.filter((part) => part.jatuh_tempo < today)
      return [
        id,
        {
          kewajiban: sum(due, ({ jumlah, ditiadakan }) => jumlah - ditiadakan),
          selesai: sum(due, ({ selesai }) => selesai),
          terlambat: sum(past, ({ jumlah, ditiadakan, selesai }) => jumlah - ditiadakan - selesai),
        },
      ]
    }),
  )
}

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number) =>
  rows.reduce((total, row) => total + of(row), 0)

async function yearsIn({ tx }: Q): Promise<number[]> {
  const rows = await tx
    .selectFrom('rencana')
    .select('tahun')
    .distinct()
    .orderBy('tahun', 'desc')
    .execute()
  return rows.map(({ tahun }) => tahun)
}

/** The provinces for the national office; its own kabupaten and kota for a province. */
const officesBelow = ({ tx, actor }: Q) =>
  tx
    .selectFrom('satker')
    .select(['kode', 'nama'])
    .where('kode', '>=', actor.dari)
    .where('kode', '<', actor.sampai)
    .where('jenis', 'in', actor.satkerKode === '00' ? ['provinsi'] : ['kabupaten', 'kota'])
    .orderBy('kode')
    .execute()
