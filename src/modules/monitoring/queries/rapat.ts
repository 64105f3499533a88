import { sql } from 'kysely'
import { berkasOf } from '#modules/berkas'
import { peopleOf } from '#modules/pengguna'
import { query, type Q } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { canCloseRapat, canPlanRatl, canWriteRapat, hasOfficesBelow } from '../policy.ts'
import { ratlState } from '../ratl.ts'
import {
  afterRapat,
  type Dokumen,
  packOf,
  countReady,
  type RapatState,
  rapatState,
} from '../rapat.ts'
import { packOfRapat } from './pack.ts'
import { pageSize, pagesOf, placesBelow, rangeOf } from './places.ts'
import { keputusanRows, pesertaRows, rapatRow } from './rapat-rows.ts'
import { riwayatRows } from './riwayat.ts'

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

/** One meeting whole, for its page. */
export const rapatForStaff = query(async (q: Q, id: string) => {
  const rapat = await rapatRow(q, id)
  const { pack } = await packOfRapat(q, rapat)
  const write = canWriteRapat(q.actor, rapat.satkerKode)
  const close = canCloseRapat(q.actor, rapat.satkerKode)
  const may = (act: 'change' | 'close' | 'cancel' | 'reopen' | 'prove') =>
    afterRapat(rapat.state, act) !== null
  return {
    rapat,
    pack,
    peserta: await pesertaRows(q, rapat),
    keputusan: await withRatl(q, rapat),
    berkas: await filesOf(q, rapat),
    pakai: await usesOf(q, rapat),
    temuan: await temuanOf(q, rapat),
    riwayat: await riwayatRows(q, 'rapat', rapat),
    today: localDate(q.now, rapat.zona),
    can: {
      change: write && may('change'),
      close: close && may('close'),
      cancel: close && may('cancel'),
      reopen: close && may('reopen'),
      prove: write && may('prove'),
      plan: canPlanRatl(q.actor, rapat.satkerKode) && rapat.state !== 'cancelled',
    },
  }
})

export type RapatPage = Awaited<ReturnType<typeof rapatForStaff>>

type Key = { satkerKode: string; id: string }

async function withRatl(q: Q, rapat: Key) {
  const keputusan = await keputusanRows(q, rapat)
  const rows = await q.tx
    .selectFrom('ratl as r')
    .innerJoin('rapat_keputusan as k', (join) =>
      join.onRef('k.satker_kode', '=', 'r.satker_kode').onRef('k.id', '=', 'r.rapat_keputusan_id'),
    )
    .select(['r.id', 'r.aksi', 'r.jatuh_tempo as jatuhTempo', 'r.reported_at', 'r.closed_at'])
    .select('k.id as keputusanId')
    .where('k.satker_kode', '=', rapat.satkerKode)
    .where('k.rapat_id', '=', rapat.id)
    .orderBy('r.jatuh_tempo')
    .execute()
  const steps = Map.groupBy(rows, ({ keputusanId }) => keputusanId)
  return keputusan.map((each) => ({
    ...each,
    ratl: (steps.get(each.id) ?? []).map((row) => ({ ...row, state: ratlState(row) })),
  }))
}

async function filesOf(q: Q, rapat: Key) {
  const rows = await q.tx
    .selectFrom('rapat_berkas')
    .select(['berkas_id', 'dokumen'])
    .where('satker_kode', '=', rapat.satkerKode)
    .where('rapat_id', '=', rapat.id)
    .orderBy('created_at')
    .execute()
  const files = await berkasOf(
    q,
    rapat.satkerKode,
    rows.map((row) => row.berkas_id),
  )
  return rows.flatMap(({ berkas_id, dokumen }) => {
    const berkas = files.find(({ id }) => id === berkas_id)
    return berkas ? [{ dokumen: dokumen as Dokumen, berkas }] : [] // the table's check allows no other
  })
}

/** The butir that the pack proves, each with the lines that it fills. */
async function usesOf({ tx }: Q, rapat: Key) {
  const { rows } = await sql<{
    butirId: string
    rencanaId: string
    rencana: string
    teks: string
    slot: string[]
  }>`
    select b.id as "butirId", b.rencana_id as "rencanaId", r.judul as rencana,
      coalesce(b.uraian, b.langkah) as teks,
      array_agg(distinct coalesce(k.slot, 'Di luar daftar eviden')) as slot
    from rapat_pakai k
    join rencana_butir b on b.satker_kode = k.satker_kode and b.id = k.butir_id
    join rencana r on r.satker_kode = b.satker_kode and r.id = b.rencana_id
    where k.satker_kode = ${rapat.satkerKode} and k.rapat_id = ${rapat.id}
    group by b.id, b.rencana_id, r.judul, b.uraian, b.langkah, r.jenis, b.urutan
    order by r.jenis, b.urutan`.execute(tx)
  return rows
}

const temuanOf = ({ tx }: Q, rapat: Key) =>
  tx
    .selectFrom('temuan_monev')
    .select(['id', 'uraian'])
    .where('satker_kode', '=', rapat.satkerKode)
    .where('rapat_id', '=', rapat.id)
    .orderBy('created_at')
    .execute()

/** What the form of a meeting offers: the people of the office, and its reports of rounds. */
export const rapatChoices = query(async (q: Q, satkerKode: string) => ({
  people: await peopleOf(q, satkerKode),
  laporan: await q.tx
    .selectFrom('laporan_monev')
    .select(['id', 'judul'])
    .where('satker_kode', '=', satkerKode)
    .orderBy('mulai', 'desc')
    .limit(24)
    .execute(),
  can: { write: canWriteRapat(q.actor, satkerKode) },
}))

export type RapatChoices = Awaited<ReturnType<typeof rapatChoices>>
