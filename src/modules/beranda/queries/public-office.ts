import { type NotNull, sql } from 'kysely'
import { type JenisRencana, monthIn } from '#modules/rencana-aksi'
import { publicQuery } from '#platform/command.ts'
import { lastDayOfMonth, localDate } from '#platform/date.ts'
import type { Tx } from '#platform/db/database.ts'
import { notFound } from '#platform/errors.ts'

const mostListed = 6

type Wanted = { satkerKode: string; tahun: number | null }

/** What one office promised: approved plans only, no person, no note. */
export const publicOffice = publicQuery(async ({ tx, now }, wanted: Wanted) => {
  const { satkerKode } = wanted
  const satker = await findSatker(tx, satkerKode)
  const plans = await plansOf(tx, satkerKode)
  const years = [...new Set(plans.map((plan) => plan.tahun))]
  const tahun = years.find((year) => year === wanted.tahun) ?? years[0] ?? null
  if (tahun === null) return { satker, years, year: null }
  const today = localDate(now, satker.zonaWaktu)
  return {
    satker,
    years,
    year: {
      tahun,
      today,
      sampaiBulan: monthIn(tahun, today),
      plans: plans.filter((plan) => plan.tahun === tahun),
      parts: await partsOf(tx, { satkerKode, tahun, today }),
      done: await lastDone(tx, { satkerKode, tahun }),
      due: await dueThisMonth(tx, { satkerKode, tahun, today }),
    },
  }
})

export type PublicOfficePage = Awaited<ReturnType<typeof publicOffice>>
export type PublicOfficeYear = NonNullable<PublicOfficePage['year']>
export type PublicPlan = PublicOfficeYear['plans'][number]

export async function findSatker(tx: Tx, kode: string) {
  const satker = await tx
    .selectFrom('satker')
    .select(['kode', 'nama', 'zona_waktu as zonaWaktu'])
    .where('kode', '=', kode)
    .executeTakeFirst()
  if (!satker) throw notFound('Satuan kerja')
  return satker
}

/** The approved plans of an office with their decree and their last change, the newest year first. */
export async function plansOf(tx: Tx, satkerKode: string) {
  const rows = await tx
    .selectFrom('publik.rencana as r')
    .innerJoin('publik.rencana_perubahan as p', (join) =>
      join.onRef('p.satker_kode', '=', 'r.satker_kode').onRef('p.rencana_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.jenis', 'r.tahun', 'r.judul', 'r.approved_at as approvedAt', 'p.at'])
    .select(['r.closed_at as closedAt', 'r.keputusan_nomor as nomor'])
    .select(['r.keputusan_tahun as nomorTahun', 'r.keputusan_tanggal as tanggal'])
    .where('r.satker_kode', '=', satkerKode)
    .orderBy('r.tahun', 'desc')
    .orderBy('r.jenis')
    .$narrowType<{
      id: NotNull
      tahun: NotNull
      judul: NotNull
      approvedAt: NotNull
      at: NotNull
    }>()
    .execute()
  return rows.map((row) => ({ ...row, jenis: row.jenis as JenisRencana })) // the table's check allows no other
}

type OfYear = { satkerKode: string; tahun: number }

const partsOf = (tx: Tx, { satkerKode, tahun, today }: OfYear & { today: string }) =>
  tx
    .selectFrom('publik.rencana_rekap as p')
    .select(['p.rencana_id as rencanaId', 'p.area_baku as areaBaku', 'p.bulan'])
    .select(['p.jumlah', 'p.berjalan', 'p.selesai', 'p.selesai_tepat as selesaiTepat'])
    .select(['p.ditiadakan', sql<boolean>`p.jatuh_tempo < ${today}`.as('lewat')])
    .where('p.satker_kode', '=', satkerKode)
    .where('p.tahun', '=', tahun)
    .$narrowType<{
      rencanaId: NotNull
      areaBaku: NotNull
      bulan: NotNull
      jumlah: NotNull
      berjalan: NotNull
      selesai: NotNull
      selesaiTepat: NotNull
      ditiadakan: NotNull
    }>()
    .execute()

const cellsOf = (tx: Tx, { satkerKode, tahun }: OfYear) =>
  tx
    .selectFrom('publik.rencana_sel as s')
    .innerJoin('publik.rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 's.satker_kode').onRef('r.id', '=', 's.rencana_id'),
    )
    .innerJoin('publik.rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 's.satker_kode').onRef('b.id', '=', 's.butir_id'),
    )
    .select(['b.label', 'b.uraian', 'b.langkah', 'b.area_baku as areaBaku', 's.bulan'])
    .select(['s.done_on as doneOn', 's.jatuh_tempo as jatuhTempo'])
    .select((eb) => eb.fn.countAll<number>().over().as('total'))
    .where('s.satker_kode', '=', satkerKode)
    .where('r.tahun', '=', tahun)
    .limit(mostListed)
    .$narrowType<{ bulan: NotNull; jatuhTempo: NotNull }>()

const lastDone = (tx: Tx, wanted: OfYear) =>
  cellsOf(tx, wanted)
    .where('s.status', '=', 'done')
    .orderBy('s.done_on', 'desc')
    .orderBy('s.butir_id')
    .execute()

const dueThisMonth = (tx: Tx, { today, ...wanted }: OfYear & { today: string }) => {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  return cellsOf(tx, wanted)
    .where('s.status', 'in', ['planned', 'in_progress'])
    .where('s.jatuh_tempo', '>=', today)
    .where('s.jatuh_tempo', '<=', lastDayOfMonth(year, month))
    .orderBy('s.jatuh_tempo')
    .orderBy('s.butir_id')
    .execute()
}

export type PublicCell = PublicOfficeYear['done'][number]
