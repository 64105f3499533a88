import { sql } from 'kysely'
import { query, type Q } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { canWriteRapat, hasOfficesBelow } from '../policy.ts'
import { countReady, type Dokumen, packOf, type RapatState, rapatState } from '../rapat.ts'
import { pageSize, pagesOf, placesBelow, rangeOf } from './places.ts'

export type RapatFilter = {
  jenis: string
  keadaan: RapatState | ''
  tahun: number | null
  satker: string
  page: number
}

type ListSql = {
  id: string
  satkerNama: string
  jenis: string
  judul: string
  tanggal: string
  agenda: string | null
  pembahasan: string | null
  simpulan: string | null
  closed_at: Date | null
  cancelled_at: Date | null
  peserta: number
  hadir: number
  dipakai: number
  berkas: Dokumen[] | null
  total: number
}

/** Meetings within reach, the newest first, fifty a page. */
export const listRapat = query(async (q: Q, filter: RapatFilter) => {
  const { actor } = q
  const { dari, sampai } = rangeOf(actor, filter.satker)
  const { rows } = await sql<ListSql>`
    select r.id, s.nama as "satkerNama", r.jenis, r.judul, r.tanggal, r.agenda, r.pembahasan, r.simpulan,
      r.closed_at, r.cancelled_at, count(*) over ()::int as total,
      (select count(*)::int from rapat_peserta p where p.satker_kode = r.satker_kode and p.rapat_id = r.id) as peserta,
      (select count(*)::int from rapat_peserta p
        where p.satker_kode = r.satker_kode and p.rapat_id = r.id and p.hadir) as hadir,
      (select count(distinct k.butir_id)::int from rapat_pakai k
        where k.satker_kode = r.satker_kode and k.rapat_id = r.id) as dipakai,
      (select array_agg(distinct b.dokumen) from rapat_berkas b
        where b.satker_kode = r.satker_kode and b.rapat_id = r.id) as berkas
    from rapat r join satker s on s.kode = r.satker_kode
    where r.satker_kode >= ${dari} and r.satker_kode < ${sampai}
      and (${filter.jenis} = '' or r.jenis = ${filter.jenis})
      and (${filter.tahun}::int is null or extract(year from r.tanggal) = ${filter.tahun}::int)
      and (${filter.keadaan} = '' or ${filter.keadaan} = case
        when r.cancelled_at is not null then 'cancelled' when r.closed_at is not null then 'closed' else 'open' end)
    order by r.tanggal desc, r.id desc
    limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(q.tx)
  const total = rows[0]?.total ?? 0
  return {
    filter,
    total,
    pages: pagesOf(total),
    rows: rows.map((row) => ({
      id: row.id,
      satkerNama: row.satkerNama,
      jenis: row.jenis,
      judul: row.judul,
      tanggal: row.tanggal,
      peserta: row.peserta,
      hadir: row.hadir,
      dipakai: row.dipakai,
      siap: countReady(packOf({ ...row, berkas: row.berkas ?? [] })),
      state: rapatState(row),
    })),
    offices: await placesBelow(q),
    today: localDate(q.now, actor.zonaWaktu),
    can: {
      create: canWriteRapat(actor, actor.satkerKode),
      readBelow: hasOfficesBelow(actor.satkerKode),
    },
  }
})

export type RapatList = Awaited<ReturnType<typeof listRapat>>
export type RapatListRow = RapatList['rows'][number]
