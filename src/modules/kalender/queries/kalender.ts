import { sql } from 'kysely'
import type { Q } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { minutesOf } from '../jam.ts'
import type { HariKhusus, JamKerja, Kalender, MasaRamadan } from '../kalender.ts'
import { yearOf } from '../tanggal.ts'
import { offsetOf } from '../zona.ts'

type Tx = Pick<Q, 'tx'>

/** Everything is read in one round trip: a calendar stands behind most pages that speak of a deadline. */
type Loaded = {
  zona: string
  hari: HariKhusus[] | null
  lokal: HariKhusus[] | null
  jam: JamRow[] | null
  jam_lokal: JamRow[] | null
  ramadan: MasaRamadan[] | null
  tahun: { tahun: number; dasar: string }[] | null
  aturan: { kode: string; nilai: string }[] | null
}

type JamRow = {
  masa: JamKerja['masa']
  hari: number[]
  mulai: string
  istirahat_mulai: string | null
  istirahat_selesai: string | null
  selesai: string
  dari: string
  sampai: string | null
  dasar: string
}

/**
 * The working time of an office: holidays, its own days and hours, Ramadan and its zone. `dari` and `sampai`
 * (YYYY-MM-DD) are the days asked about; three years more are loaded, so that a deadline may run on.
 */
export async function kalenderOf(
  q: Tx,
  satkerKode: string,
  dari: string,
  sampai: string,
): Promise<Kalender> {
  const from = `${yearOf(dari) - 1}-01-01`
  const to = `${yearOf(sampai) + 3}-12-31`
  const { rows } = await load(q, satkerKode, from, to)
  const loaded = rows[0]
  if (!loaded) throw notFound('Satuan kerja')
  const rule = (kode: string) => loaded.aturan?.find((aturan) => aturan.kode === kode)?.nilai
  const days = [...(loaded.hari ?? []), ...(loaded.lokal ?? [])]
  return {
    satkerKode,
    zona: loaded.zona,
    offset: offsetOf(loaded.zona),
    dari: from,
    sampai: to,
    hari: new Map(days.map((hari) => [hari.tanggal, hari])),
    jam: [...(loaded.jam_lokal ?? []), ...(loaded.jam ?? [])].map(jamFrom),
    ramadan: loaded.ramadan ?? [],
    tahun: new Map((loaded.tahun ?? []).map(({ tahun, dasar }) => [tahun, dasar])),
    hariPertama: rule('hari_pertama') === 'sama' ? 'sama' : 'berikutnya',
    cutiBersama: rule('cuti_bersama') === 'kerja' ? 'kerja' : 'libur',
  }
}

const load = ({ tx }: Tx, satkerKode: string, from: string, to: string) =>
  sql<Loaded>`
    select s.zona_waktu as zona,
      (select jsonb_agg(h) from (
        select tanggal, jenis, nama, dasar, keyakinan from hari_libur
        where tanggal >= ${from} and tanggal <= ${to} and not batal) h) as hari,
      (select jsonb_agg(l) from (
        select tanggal, jenis, nama, dasar, 'terverifikasi' as keyakinan from hari_lokal
        where satker_kode = s.kode and tanggal >= ${from} and tanggal <= ${to} and removed_at is null) l) as lokal,
      (select jsonb_agg(j) from (select * from jam_kerja order by dari desc) j) as jam,
      (select jsonb_agg(jl) from (
        select * from jam_lokal where satker_kode = s.kode and removed_at is null
        order by created_at desc, id desc) jl) as jam_lokal,
      (select jsonb_agg(r) from (select dari, sampai, keyakinan from ramadan) r) as ramadan,
      (select jsonb_agg(t) from (select tahun, dasar from kalender_tahun) t) as tahun,
      (select jsonb_agg(a) from (select kode, nilai from kalender_aturan) a) as aturan
    from satker s where s.kode = ${satkerKode}`.execute(tx)

const jamFrom = (row: JamRow): JamKerja => ({
  masa: row.masa,
  hari: row.hari,
  mulai: minutesOf(row.mulai),
  istirahat:
    row.istirahat_mulai && row.istirahat_selesai
      ? [minutesOf(row.istirahat_mulai), minutesOf(row.istirahat_selesai)]
      : null,
  selesai: minutesOf(row.selesai),
  dari: row.dari,
  sampai: row.sampai,
  dasar: row.dasar,
})

/**
 * A mark that changes whenever the calendar of an office changes, nationally or locally.
 * Whoever keeps a due moment keeps the mark beside it, and computes anew when they differ.
 */
export async function kalenderVersi({ tx }: Tx, satkerKode: string): Promise<string> {
  const { rows } = await sql<{ versi: string }>`
    select md5(concat_ws('|',
      (select string_agg(h::text, ';' order by tanggal) from hari_libur h),
      (select string_agg(l::text, ';' order by id) from hari_lokal l where satker_kode = ${satkerKode}),
      (select string_agg(j::text, ';' order by id) from jam_kerja j),
      (select string_agg(jl::text, ';' order by id) from jam_lokal jl where satker_kode = ${satkerKode}),
      (select string_agg(r::text, ';' order by tahun_hijriah) from ramadan r),
      (select string_agg(t::text, ';' order by tahun) from kalender_tahun t),
      (select string_agg(a::text, ';' order by kode) from kalender_aturan a))) as versi`.execute(tx)
  return rows[0]?.versi ?? ''
}
