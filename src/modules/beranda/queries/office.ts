import { sql } from 'kysely'
import { monthIn } from '#modules/rencana-aksi'
import { type Q, query } from '#platform/command.ts'
import { lastDayOfMonth, localDate } from '#platform/date.ts'
import { notFound } from '#platform/errors.ts'
import { openCells } from './open-cells.ts'

const mostListed = 10

type Wanted = { satkerKode: string; tahun: number | null }

/** How far an office is with the plans of one year: the newest approved one unless another is asked for. */
export const officeDashboard = query(async (q: Q, { satkerKode, tahun: asked }: Wanted) => {
  const satker = await findSatker(q, satkerKode)
  const today = localDate(q.now, satker.zonaWaktu)
  const plans = await plansOf(q, satkerKode)
  const approved = plans.filter((plan) => plan.approved)
  const years = [...new Set(approved.map((plan) => plan.tahun))]
  const tahun = years.find((year) => year === asked) ?? years[0] ?? null
  const waiting = plans.filter((plan) => plan.menunggu || plan.usulan > 0)
  const head = { satker, today, years, waiting, tahun }
  if (tahun === null) return { ...head, plans: [], parts: [], late: [], due: [], sampaiBulan: 0 }
  const cells = { satkerKode, tahun, limit: mostListed, offset: 0 }
  return {
    ...head,
    plans: approved.filter((plan) => plan.tahun === tahun),
    parts: await partsOf(q, { satkerKode, tahun, today }),
    late: await openCells(q, { ...cells, before: today }),
    due: await openCells(q, { ...cells, from: today, to: endOfMonth(today) }),
    sampaiBulan: monthIn(tahun, today),
  }
})

export type OfficeDashboard = Awaited<ReturnType<typeof officeDashboard>>

const lateSize = 50

/** Everything that is late in an office in one year and whose it is, the oldest first, by page. */
export const lateForStaff = query(
  async (q: Q, { satkerKode, tahun, page }: Wanted & { tahun: number; page: number }) => {
    const satker = await findSatker(q, satkerKode)
    const before = localDate(q.now, satker.zonaWaktu)
    const offset = (page - 1) * lateSize
    const rows = await openCells(q, { satkerKode, tahun, before, limit: lateSize, offset })
    const total = rows[0]?.total ?? 0
    const pages = Math.max(1, Math.ceil(total / lateSize))
    return { satker, today: before, tahun, rows, total, page, pages }
  },
)

export type LateList = Awaited<ReturnType<typeof lateForStaff>>

const endOfMonth = (today: string) =>
  lastDayOfMonth(Number(today.slice(0, 4)), Number(today.slice(5, 7)))

async function findSatker({ tx, actor }: Q, satkerKode: string) {
  const satker = await tx
    .selectFrom('satker')
    .select(['kode', 'nama', 'zona_waktu as zonaWaktu'])
    .where('kode', '=', satkerKode)
    .where('kode', '>=', actor.dari)
    .where('kode', '<', actor.sampai)
    .executeTakeFirst()
  if (!satker) throw notFound('Satuan kerja')
  return satker
}

async function plansOf({ tx }: Q, satkerKode: string) {
  const rows = await tx
    .selectFrom('rencana as r')
    .select(['r.id', 'r.jenis', 'r.tahun', 'r.judul', 'r.proposed_at', 'r.approved_at'])
    .select((eb) =>
      eb
        .selectFrom('rencana_usulan as u')
        .select(eb.fn.countAll<number>().as('usulan'))
        .whereRef('u.satker_kode', '=', 'r.satker_kode')
        .whereRef('u.rencana_id', '=', 'r.id')
        .where('u.accepted_at', 'is', null)
        .where('u.rejected_at', 'is', null)
        .as('usulan'),
    )
    .where('r.satker_kode', '=', satkerKode)
    .orderBy('r.tahun', 'desc')
    .orderBy('r.jenis')
    .execute()
  return rows.map(({ proposed_at, approved_at, usulan, ...plan }) => ({
    ...plan,
    approved: approved_at !== null,
    /** proposed, and waits to be approved */
    menunggu: proposed_at !== null && approved_at === null,
    usulan: usulan ?? 0,
  }))
}

const partsOf = (
  { tx }: Q,
  { satkerKode, tahun, today }: { satkerKode: string; tahun: number; today: string },
) =>
  tx
    .selectFrom('rencana_rekap as p')
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 'p.satker_kode').onRef('r.id', '=', 'p.rencana_id'),
    )
    .select(['p.rencana_id as rencanaId', 'p.area_baku as areaBaku', 'p.bulan'])
    .select(['p.jumlah', 'p.berjalan', 'p.selesai', 'p.selesai_tepat as selesaiTepat'])
    .select(['p.ditiadakan', sql<boolean>`p.jatuh_tempo < ${today}`.as('lewat')])
    .where('p.satker_kode', '=', satkerKode)
    .where('p.tahun', '=', tahun)
    .where('r.approved_at', 'is not', null)
    .execute()
