import { sql } from 'kysely'
import { query, type Q } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { canRecordTemuan, hasOfficesBelow } from '../policy.ts'
import { lanjutState, type LanjutState, type Sumber, type TemuanState } from '../temuan.ts'
import { pageSize, pagesOf, placesBelow, rangeOf } from './places.ts'

export type TemuanFilter = {
  sumber: Sumber | ''
  keadaan: TemuanState | ''
  lanjut: LanjutState | ''
  area: number | null
  tahun: number | null
  satker: string
  page: number
}

type Row = {
  id: string
  satkerKode: string
  satkerNama: string
  tahun: number
  tanggal: string
  sumber: Sumber
  areaBaku: number | null
  uraian: string
  lanjut_at: Date | null
  lanjut_butir_id: string | null
  lanjut_usulan_id: string | null
  usulan_rejected_at: Date | null
  ratl: number
  selesai: number
  terlambat: number
  total: number
}

/** Of a finding: its state by the steps below it. */
const stateSql = sql`case when x.ratl = 0 then 'unplanned' when x.ratl = x.selesai then 'done' else 'running' end`

const lanjutSql = sql`case
  when x.lanjut_butir_id is not null then 'placed'
  when x.lanjut_usulan_id is not null and x.usulan_rejected_at is null then 'proposed'
  when x.lanjut_at is not null then 'queued' else 'none' end`

/** Findings within reach with how far their follow-up is, fifty a page. */
export const listTemuan = query(async (q: Q, filter: TemuanFilter) => {
  const { actor } = q
  const today = localDate(q.now, actor.zonaWaktu)
  const { dari, sampai } = rangeOf(actor, filter.satker)
  const { rows } = await sql<Row>`
    select x.*, count(*) over ()::int as total from (
      select t.id, t.satker_kode as "satkerKode", s.nama as "satkerNama", t.tahun, t.tanggal, t.sumber,
        t.area_baku as "areaBaku", t.uraian, t.created_at,
        t.lanjut_at, t.lanjut_butir_id, t.lanjut_usulan_id, u.rejected_at as usulan_rejected_at,
        count(r.id)::int as ratl, count(r.closed_at)::int as selesai,
        count(r.id) filter (where r.closed_at is null and r.reported_at is null and r.jatuh_tempo < ${today})::int
          as terlambat
      from temuan_monev t
      join satker s on s.kode = t.satker_kode
      left join rencana_usulan u on u.satker_kode = t.satker_kode and u.id = t.lanjut_usulan_id
      left join rekomendasi k on k.satker_kode = t.satker_kode and k.temuan_id = t.id
      left join ratl r on r.satker_kode = k.satker_kode and r.rekomendasi_id = k.id
      where t.satker_kode >= ${dari} and t.satker_kode < ${sampai}
        and (${filter.sumber} = '' or t.sumber = ${filter.sumber})
        and (${filter.area}::int is null or t.area_baku = ${filter.area}::int)
        and (${filter.tahun}::int is null or t.tahun = ${filter.tahun}::int)
      group by t.satker_kode, t.id, s.nama, u.rejected_at
    ) x
    where (${filter.keadaan} = '' or ${filter.keadaan} = ${stateSql})
      and (${filter.lanjut} = '' or ${filter.lanjut} = ${lanjutSql})
    order by x.tahun desc, x.created_at desc, x.id desc
    limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(q.tx)
  const total = rows[0]?.total ?? 0
  return {
    filter,
    total,
    pages: pagesOf(total),
    rows: rows.map((row) => ({
      ...row,
      state: stateOf(row),
      lanjut: lanjutState(row),
    })),
    offices: await placesBelow(q),
    today,
    can: {
      record: canRecordTemuan(actor, actor.satkerKode),
      readBelow: hasOfficesBelow(actor.satkerKode),
    },
  }
})

const stateOf = ({ ratl, selesai }: Pick<Row, 'ratl' | 'selesai'>): TemuanState => {
  if (ratl === 0) return 'unplanned'
  return ratl === selesai ? 'done' : 'running'
}

export type TemuanList = Awaited<ReturnType<typeof listTemuan>>
export type TemuanListRow = TemuanList['rows'][number]
