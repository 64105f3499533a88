import { sql } from 'kysely'
import { usesOfRatl } from '#modules/eviden'
import { query, type Q } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { allow, notFound } from '#platform/errors.ts'
import { type RatlView, ratlView } from '../labels-temuan.ts'
import { canCheckRatl, canPlanRatl, canReportRatl, hasOfficesBelow } from '../policy.ts'
import { afterRatl, type Efektif, ratlState } from '../ratl.ts'
import { pageSize, pagesOf, placesBelow, rangeOf } from './places.ts'
import { riwayatRows } from './riwayat.ts'
import { ownerChoices } from './temuan-detail.ts'

export type RatlFilter = {
  keadaan: RatlView | ''
  area: number | null
  tahun: number | null
  /** only steps that the actor answers for */
  saya: boolean
  satker: string
  page: number
}

type Row = {
  id: string
  satkerKode: string
  satkerNama: string
  aksi: string
  keluaran: string | null
  jatuhTempo: string
  pemilik: string | null
  sumber: string
  uraian: string
  areaBaku: number | null
  hasil: string | null
  efektif: Efektif | null
  catatanPeriksa: string | null
  reported_at: Date | null
  closed_at: Date | null
}

const rowsSql = sql`
  select r.id, r.satker_kode as "satkerKode", s.nama as "satkerNama", r.aksi, r.keluaran,
    r.jatuh_tempo as "jatuhTempo", coalesce(p.nama, u.singkatan, u.nama) as pemilik,
    case when t.id is null then 'rapat' else t.sumber end as sumber,
    coalesce(k.uraian, d.uraian) as uraian, t.area_baku as "areaBaku",
    r.hasil, r.efektif, r.catatan_periksa as "catatanPeriksa", r.reported_at, r.closed_at,
    coalesce(t.tahun, extract(year from m.tanggal)::int) as tahun, r.penanggung_jawab_id
  from ratl r
  join satker s on s.kode = r.satker_kode
  left join rekomendasi k on k.satker_kode = r.satker_kode and k.id = r.rekomendasi_id
  left join temuan_monev t on t.satker_kode = k.satker_kode and t.id = k.temuan_id
  left join rapat_keputusan d on d.satker_kode = r.satker_kode and d.id = r.rapat_keputusan_id
  left join rapat m on m.satker_kode = d.satker_kode and m.id = d.rapat_id
  left join pengguna p on p.satker_kode = r.satker_kode and p.id = r.penanggung_jawab_id
  left join unit u on u.satker_kode = r.satker_kode and u.id = r.unit_id`

/** Which rows a filter keeps, without its state: the counts of all states come from these. */
function within({ actor }: Q, filter: RatlFilter) {
  const { dari, sampai } = rangeOf(actor, filter.satker)
  return sql`r.satker_kode >= ${dari} and r.satker_kode < ${sampai}
    and (${filter.area}::int is null or t.area_baku = ${filter.area}::int)
    and (${filter.tahun}::int is null or coalesce(t.tahun, extract(year from m.tanggal)::int) = ${filter.tahun}::int)
    and (not ${filter.saya}::boolean or r.penanggung_jawab_id = ${actor.id}::uuid)`
}

const viewSql = (today: string) => sql`case
  when x.closed_at is not null then 'closed' when x.reported_at is not null then 'reported'
  when x."jatuhTempo" < ${today} then 'late' else 'open' end`

/** Steps of follow-up within reach, what is late first, fifty a page, with the count of each state. */
export const listRatl = query(async (q: Q, filter: RatlFilter) => {
  const { actor } = q
  const today = localDate(q.now, actor.zonaWaktu)
  const base = sql`${rowsSql} where ${within(q, filter)}`
  const { rows: sums } = await sql<{ view: RatlView; n: number }>`
    select ${viewSql(today)} as view, count(*)::int as n from (${base}) x group by 1`.execute(q.tx)
  const { rows } = await sql<Row>`
    select x.* from (${base}) x
    where ${filter.keadaan} = '' or ${filter.keadaan} = ${viewSql(today)}
    order by x.closed_at is not null, x."jatuhTempo", x.id
    limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(q.tx)
  const counts = Object.fromEntries(sums.map(({ view, n }) => [view, n]))
  const of = (view: RatlView) => counts[view] ?? 0
  const all = { open: of('open'), late: of('late'), reported: of('reported'), closed: of('closed') }
  const total = filter.keadaan === '' ? sums.reduce((sum, { n }) => sum + n, 0) : of(filter.keadaan)
  return {
    filter,
    counts: all,
    total,
    pages: pagesOf(total),
    rows: rows.map((row) => ({ ...row, state: ratlState(row) })),
    offices: await placesBelow(q),
    today,
    can: { readBelow: hasOfficesBelow(actor.satkerKode) },
  }
})

export type RatlList = Awaited<ReturnType<typeof listRatl>>
export type RatlListRow = RatlList['rows'][number]

/** The same rows for a spreadsheet, at most 20.000. */
export const ratlForCsv = query(async (q: Q, filter: RatlFilter) => {
  const today = localDate(q.now, q.actor.zonaWaktu)
  const { rows } = await sql<Row>`
    select x.* from (${rowsSql} where ${within(q, filter)}) x
    where ${filter.keadaan} = '' or ${filter.keadaan} = ${viewSql(today)}
    order by x."satkerKode", x."jatuhTempo", x.id limit 20000`.execute(q.tx)
  return rows.map((row) => ({
    ...row,
    view: ratlView({ state: ratlState(row), jatuhTempo: row.jatuhTempo }, today),
  }))
})

/** One step with its source, result, evidence and check. */
export const ratlForStaff = query(async (q: Q, id: string) => {
  const { rows } = await sql<Row & { versi: number; zona: string } & Links>`
    select x.*, r.versi, r.unit_id as "unitId", r.penanggung_jawab_id as "penanggungJawabId",
      r.hasil_tautan as "hasilTautan", r.reported_by as "reportedBy", r.checked_at as "checkedAt",
      hub.nama_pengguna(r.reported_by) as pelapor, hub.nama_pengguna(r.checked_by) as pemeriksa,
      s.zona_waktu as zona, k.temuan_id as "temuanId", d.rapat_id as "rapatId"
    from (${rowsSql}) x
    join ratl r on r.satker_kode = x."satkerKode" and r.id = x.id
    join satker s on s.kode = x."satkerKode"
    left join rekomendasi k on k.satker_kode = r.satker_kode and k.id = r.rekomendasi_id
    left join rapat_keputusan d on d.satker_kode = r.satker_kode and d.id = r.rapat_keputusan_id
    where x.id = ${id}::uuid`.execute(q.tx)
  const row = rows[0]
  if (!row) throw notFound('RATL')
  const ratl = { ...row, state: ratlState(row) }
  const may = (act: 'change' | 'report' | 'withdraw' | 'close') =>
    afterRatl(ratl.state, act) !== null
  const report = canReportRatl(q.actor, ratl)
  return {
    ratl,
    eviden: await usesOfRatl(q, { satkerKode: ratl.satkerKode, ratlId: ratl.id }),
    riwayat: await riwayatRows(q, 'ratl', ratl).execute(),
    today: localDate(q.now, ratl.zona),
    can: {
      change: canPlanRatl(q.actor, ratl.satkerKode) && may('change'),
      report: report && may('report'),
      withdraw: report && may('withdraw'),
      check:
        canCheckRatl(q.actor, ratl.satkerKode) && may('close') && ratl.reportedBy !== q.actor.id,
      own: may('close') && ratl.reportedBy === q.actor.id,
    },
  }
})

type Links = {
  unitId: string | null
  penanggungJawabId: string | null
  hasilTautan: string | null
  reportedBy: string | null
  checkedAt: Date | null
  pelapor: string | null
  pemeriksa: string | null
  temuanId: string | null
  rapatId: string | null
}

export type RatlPage = Awaited<ReturnType<typeof ratlForStaff>>

type NewFor = { rekomendasiId: string | null; keputusanId: string | null }

/** What a new step answers to, and who can answer for it. */
export const newRatlForStaff = query(async (q: Q, { rekomendasiId, keputusanId }: NewFor) => {
  const { rows } = await sql<{ satkerKode: string; uraian: string; back: string; kind: string }>`
    select k.satker_kode as "satkerKode", k.uraian, k.temuan_id::text as back, 'temuan' as kind
    from rekomendasi k where k.id = ${rekomendasiId}::uuid
    union all
    select d.satker_kode, d.uraian, d.rapat_id::text, 'rapat'
    from rapat_keputusan d where d.id = ${keputusanId}::uuid`.execute(q.tx)
  const sumber = rows[0]
  if (!sumber) throw notFound('Rekomendasi atau keputusan rapat')
  allow(canPlanRatl(q.actor, sumber.satkerKode))
  return { sumber, choices: await ownerChoices(q, sumber.satkerKode) }
})

export type NewRatlPage = Awaited<ReturnType<typeof newRatlForStaff>>

/** The owners to choose from when a step is changed. */
export const ratlOwners = query((q: Q, satkerKode: string) => ownerChoices(q, satkerKode))
