import type pg from 'pg'
import type { Masalah } from './masalah.ts'

/** Every office's audit chain, from the first row on. */
export async function checkAudit(
  pool: pg.Pool,
): Promise<{ masalah: Masalah[]; audit: number; rantai: number }> {
  const broken = await rowsOf<{ satker_kode: string; nomor: number; sebab: string }>(
    pool,
    'select satker_kode, nomor, sebab from hub.periksa_audit() order by 1, 2',
  )
  const [sum] = await rowsOf<{ audit: number; rantai: number }>(
    pool,
    'select count(*) as audit, count(distinct satker_kode) as rantai from audit_log',
  )
  const masalah = broken.map(({ satker_kode, nomor, sebab }): Masalah => ({
    bobot: 1,
    jenis: 'audit',
    satkerKode: satker_kode,
    pesan: `Jejak audit baris ${nomor}: ${sebab}.`,
    tindakan:
      'Ada yang mengubah basis data di luar aplikasi. Simpan keadaan sekarang dengan hub cadang, bandingkan dengan cadangan terakhir yang utuh, lalu pulihkan cadangan itu ke folder baru.',
  }))
  return { masalah, audit: sum?.audit ?? 0, rantai: sum?.rantai ?? 0 }
}

/** The kept sums of every plan against counting anew, in one statement. */
export async function checkSums(pool: pg.Pool): Promise<{ masalah: Masalah[]; rencana: number }> {
  const wrong = await rowsOf<{ satker_kode: string; judul: string; beda: number }>(pool, differing)
  const [sum] = await rowsOf<{ rencana: number }>(pool, 'select count(*) as rencana from rencana')
  const masalah = wrong.map(({ satker_kode, judul, beda }): Masalah => ({
    bobot: 1,
    jenis: 'rekap',
    satkerKode: satker_kode,
    pesan: `Rekapitulasi "${judul}" berbeda dari isinya pada ${beda} baris.`,
    tindakan: 'Jalankan: hub periksa --hitung-ulang',
  }))
  return { masalah, rencana: sum?.rencana ?? 0 }
}

const counted = `
  select h.* from rencana r cross join lateral hub.hitung_rekap(r.satker_kode, r.id) h`
const kept = `
  select satker_kode, rencana_id, tahun, jenis, area_baku, bulan, jatuh_tempo,
    jumlah, berjalan, selesai, selesai_tepat, ditiadakan from rencana_rekap`

const oneSided = `
  with dihitung as (${counted}), disimpan as (${kept}),
  beda as ((table dihitung except table disimpan) union (table disimpan except table dihitung))`

const differing = `${oneSided}
  select r.satker_kode, r.judul, count(*) as beda
  from beda b join rencana r on r.satker_kode = b.satker_kode and r.id = b.rencana_id
  group by r.satker_kode, r.id, r.judul order by 1, 2`

/** Counts the sums of differing plans anew; returns how many plans that were. */
export async function recount(pool: pg.Pool): Promise<number> {
  const rows = await rowsOf<{ rencana: number }>(
    pool,
    `${oneSided}, rencana_beda as (select distinct satker_kode, rencana_id from beda),
     dihapus as (delete from rencana_rekap k using rencana_beda b
       where k.satker_kode = b.satker_kode and k.rencana_id = b.rencana_id
         and not exists (select from dihitung h where (h.satker_kode, h.rencana_id, h.area_baku, h.bulan, h.jatuh_tempo)
           = (k.satker_kode, k.rencana_id, k.area_baku, k.bulan, k.jatuh_tempo))),
     ditulis as (insert into rencana_rekap (satker_kode, rencana_id, tahun, jenis, area_baku, bulan, jatuh_tempo,
         jumlah, berjalan, selesai, selesai_tepat, ditiadakan)
       select h.* from dihitung h join rencana_beda b on b.satker_kode = h.satker_kode and b.rencana_id = h.rencana_id
       on conflict (satker_kode, rencana_id, area_baku, bulan, jatuh_tempo) do update set
         tahun = excluded.tahun, jenis = excluded.jenis, jumlah = excluded.jumlah, berjalan = excluded.berjalan,
         selesai = excluded.selesai, selesai_tepat = excluded.selesai_tepat, ditiadakan = excluded.ditiadakan)
     select count(*) as rencana from rencana_beda`,
  )
  return rows[0]?.rencana ?? 0
}

/** What the schema promises: the wall between offices, keys that were checked, indexes that work. */
export async function checkSchema(pool: pg.Pool): Promise<Masalah[]> {
  const found = await rowsOf<{ jenis: 'dinding' | 'skema'; pesan: string }>(pool, brokenPromises)
  return found.map(({ jenis, pesan }) => ({
    bobot: jenis === 'dinding' ? 1 : 2,
    jenis,
    satkerKode: null,
    pesan,
    tindakan:
      'Ada yang mengubah skema di luar aplikasi. Minta pengelola PostgreSQL mengembalikannya, atau pulihkan cadangan ke basis data baru.',
  }))
}

const brokenPromises = `
  select 'dinding' as jenis, 'Tabel ' || c.relname || ' tidak lagi dijaga per satuan kerja.' as pesan
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'satker_kode'
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))
  union all
  select 'dinding', 'Peran ' || rolname || ' boleh melewati penjagaan per satuan kerja.'
  from pg_roles where rolname in ('hub_runtime', 'hub_auth') and (rolsuper or rolbypassrls)
  union all
  select 'dinding', 'Jejak audit tidak lagi menolak perubahan.'
  where not exists (select from pg_trigger where tgname = 'audit_log_tetap' and tgenabled = 'O')
  union all
  select 'skema', 'Aturan ' || conname || ' belum berlaku bagi baris lama.'
  from pg_constraint where not convalidated and connamespace in ('public'::regnamespace, 'auth'::regnamespace)
  union all
  select 'skema', 'Indeks ' || i.indexrelid::regclass || ' rusak.'
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where not i.indisvalid and c.relnamespace in ('public'::regnamespace, 'hub'::regnamespace, 'auth'::regnamespace)`

/** Jobs that nobody does any more: given up, late, or held too long. */
export async function checkJobs(
  pool: pg.Pool,
  now: Date,
): Promise<{ masalah: Masalah[]; antrean: number }> {
  const stuck = await rowsOf<{
    tugas: string
    sebab: string
    jumlah: number
    galat: string | null
  }>(
    pool,
    `select t.identifier as tugas,
       case when j.attempts >= j.max_attempts then 'menyerah'
         when j.locked_at < $1::timestamptz - interval '1 hour' then 'tertahan' else 'terlambat' end as sebab,
       count(*) as jumlah, left(max(split_part(j.last_error, E'\\n', 1)), 200) as galat
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.attempts >= j.max_attempts or j.locked_at < $1::timestamptz - interval '1 hour'
       or (j.locked_at is null and j.run_at < $1::timestamptz - interval '1 hour')
     group by 1, 2 order by 1, 2`,
    [now],
  )
  const [sum] = await rowsOf<{ antrean: number }>(
    pool,
    'select count(*) as antrean from graphile_worker._private_jobs',
  )
  const masalah = stuck.map(({ tugas, sebab, jumlah, galat }): Masalah => ({
    bobot: 2,
    jenis: 'antrean',
    satkerKode: null,
    pesan: `${jumlah} pekerjaan ${tugas} ${sebab}${galat ? `: ${galat}` : ''}.`,
    tindakan:
      sebab === 'menyerah'
        ? 'Atasi sebabnya, lalu jalankan: hub periksa --ulangi-antrean'
        : 'Pastikan KPU HUB menyala; bila menyala, nyalakan ulang.',
  }))
  return { masalah, antrean: sum?.antrean ?? 0 }
}

/** Lets jobs that were given up be tried again; returns how many. */
export async function retryJobs(pool: pg.Pool, now: Date): Promise<number> {
  const rows = await rowsOf<{ jumlah: number }>(
    pool,
    `with diulang as (select graphile_worker.reschedule_jobs(
         array(select id from graphile_worker._private_jobs where attempts >= max_attempts), run_at => $1, attempts => 0))
     select count(*) as jumlah from diulang`,
    [now],
  )
  return rows[0]?.jumlah ?? 0
}

const rowsOf = async <R extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: unknown[] = [],
): Promise<R[]> => (await pool.query<R>(text, values)).rows
