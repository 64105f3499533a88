import { sql } from 'kysely'
import { query, type Q } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { notFound } from '#platform/errors.ts'
import { canOpenPutaran, canVerifyLaporan, hasOfficesBelow } from '../policy.ts'
import { batasOf, laporanState, type LaporanState, type Lingkup } from '../putaran.ts'
import { pageSize, pagesOf, rangeOf } from './places.ts'

/** The state of a report in SQL, the same as `laporanState`; a test compares the two. */
const stateSql = (today: string) => sql<LaporanState>`case
  when l.verified_at is not null then 'verified' when l.submitted_at is not null then 'submitted'
  when ${today} < l.mulai then 'coming' when ${today} > coalesce(l.dibuka_sampai, l.selesai) then 'locked'
  when l.returned_at is not null then 'returned' else 'open' end`

export type StateCounts = Record<LaporanState, number>

const countsSql = (today: string) => sql<StateCounts>`jsonb_build_object(
  'coming', count(*) filter (where ${stateSql(today)} = 'coming'),
  'open', count(*) filter (where ${stateSql(today)} = 'open'),
  'returned', count(*) filter (where ${stateSql(today)} = 'returned'),
  'locked', count(*) filter (where ${stateSql(today)} = 'locked'),
  'submitted', count(*) filter (where ${stateSql(today)} = 'submitted'),
  'verified', count(*) filter (where ${stateSql(today)} = 'verified'))`

type PutaranRow = {
  putaranId: string
  pembuka: string
  judul: string
  tahun: number
  periode: string
  lingkup: Lingkup
  mulai: string
  selesai: string
  satker: number
  counts: StateCounts
  /** the own office's report in it, when there is one */
  laporanId: string | null
  total: number
}

/** Rounds that reach the actor's offices, the newest first, with how many reports are where. */
export const listPutaran = query(async (q: Q, { page }: { page: number }) => {
  const { actor } = q
  const today = localDate(q.now, actor.zonaWaktu)
  const { rows } = await sql<PutaranRow>`
    select l.putaran_id as "putaranId", p.nama as pembuka, max(l.judul) as judul, max(l.tahun) as tahun,
      max(l.periode) as periode, max(l.lingkup) as lingkup, min(l.mulai) as mulai,
      max(coalesce(l.dibuka_sampai, l.selesai)) as selesai, count(*)::int as satker,
      ${countsSql(today)} as counts,
      (array_agg(l.id) filter (where l.satker_kode = ${actor.satkerKode}))[1] as "laporanId",
      count(*) over ()::int as total
    from laporan_monev l join satker p on p.kode = l.putaran_satker_kode
    group by l.putaran_satker_kode, l.putaran_id, p.nama
    order by min(l.mulai) desc, l.putaran_id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(q.tx)
  const total = rows[0]?.total ?? 0
  return {
    rows,
    total,
    page,
    pages: pagesOf(total),
    today,
    can: {
      open: canOpenPutaran(actor, actor.satkerKode),
      readBelow: hasOfficesBelow(actor.satkerKode),
    },
  }
})

export type PutaranList = Awaited<ReturnType<typeof listPutaran>>
export type PutaranListRow = PutaranList['rows'][number]

export type PutaranFilter = {
  id: string
  keadaan: LaporanState | ''
  satker: string
  page: number
}

type OfficeRow = {
  id: string
  satkerKode: string
  satkerNama: string
  mulai: string
  selesai: string
  dibuka_sampai: string | null
  submitted_at: Date | null
  returned_at: Date | null
  verified_at: Date | null
  pengirim: string | null
  total: number
}

const officesSql = (q: Q, filter: PutaranFilter, today: string) => {
  const { dari, sampai } = rangeOf(q.actor, filter.satker)
  return sql`
    select l.id, l.satker_kode as "satkerKode", s.nama as "satkerNama", l.mulai, l.selesai, l.dibuka_sampai,
      l.submitted_at, l.returned_at, l.verified_at, hub.nama_pengguna(l.submitted_by) as pengirim,
      count(*) over ()::int as total
    from laporan_monev l join satker s on s.kode = l.satker_kode
    where l.putaran_id = ${filter.id}::uuid
      and l.satker_kode >= ${dari} and l.satker_kode < ${sampai}
      and (${filter.keadaan} = '' or ${filter.keadaan} = ${stateSql(today)})
    order by l.satker_kode`
}

const withState = (row: OfficeRow, today: string) => ({
  ...row,
  state: laporanState(row, today),
  batas: batasOf(row),
})

/** One round as seen from above: counts by state and by province, and the offices, fifty a page. */
export const putaranForStaff = query(async (q: Q, filter: PutaranFilter) => {
  const { actor } = q
  const today = localDate(q.now, actor.zonaWaktu)
  const { rows: heads } = await sql<Omit<PutaranRow, 'laporanId' | 'total' | 'satker'>>`
    select l.putaran_id as "putaranId", p.nama as pembuka, max(l.judul) as judul, max(l.tahun) as tahun,
      max(l.periode) as periode, max(l.lingkup) as lingkup, min(l.mulai) as mulai,
      max(coalesce(l.dibuka_sampai, l.selesai)) as selesai, ${countsSql(today)} as counts
    from laporan_monev l join satker p on p.kode = l.putaran_satker_kode
    where l.putaran_id = ${filter.id}::uuid
    group by l.putaran_satker_kode, l.putaran_id, p.nama`.execute(q.tx)
  const head = heads[0]
  if (!head) throw notFound('Putaran monev')
  const { rows } = await sql<OfficeRow>`${officesSql(q, filter, today)}
    limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(q.tx)
  const total = rows[0]?.total ?? 0
  return {
    head,
    filter,
    provinces: actor.satkerKode === '00' ? await byProvince(q, filter.id, today) : [],
    rows: rows.map((row) => ({
      ...withState(row, today),
      verify: canVerifyLaporan(actor, row.satkerKode),
    })),
    total,
    pages: pagesOf(total),
    today,
  }
})

export type PutaranPage = Awaited<ReturnType<typeof putaranForStaff>>
export type OfficeReport = PutaranPage['rows'][number]

export type ProvinceRow = { kode: string; nama: string; satker: number; counts: StateCounts }

const byProvince = async ({ tx }: Q, id: string, today: string) =>
  (
    await sql<ProvinceRow>`
      select left(l.satker_kode, 2) as kode, p.nama, count(*)::int as satker, ${countsSql(today)} as counts
      from laporan_monev l join satker p on p.kode = left(l.satker_kode, 2)
      where l.putaran_id = ${id}::uuid
      group by 1, 2 order by 1`.execute(tx)
  ).rows

/** Every office of a round for a spreadsheet. */
export const putaranForCsv = query(async (q: Q, filter: PutaranFilter) => {
  const today = localDate(q.now, q.actor.zonaWaktu)
  const { rows } = await sql<OfficeRow>`${officesSql(q, filter, today)}`.execute(q.tx)
  if (rows.length === 0 && filter.keadaan === '' && filter.satker === '')
    throw notFound('Putaran monev')
  return rows.map((row) => withState(row, today))
})
