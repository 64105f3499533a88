/**
 * What became of each month: mostly done in time, some late, some still open, a few waived. The slower the office,
 * the more is late; what is older has more often been caught up.
 */
export const progress: readonly string[] = [
  `create temp table contoh_sel on commit drop as
   select c.*, case when c.status in ('done', 'waived') then least(kini, greatest(disahkan_at,
     (coalesce(done_on, jatuh_tempo) + time '08:00' + pg_temp.undi('jam ' || id || bulan) * interval '30 seconds') at time zone zona_waktu))
     when c.status = 'in_progress' then least(kini, greatest(disahkan_at, (mulai + time '10:00') at time zone zona_waktu))
     end as ditandai_at
   from (
     select f.*, case
         when not disahkan or mulai > hari_ini then 'planned'
         when jatuh_tempo >= hari_ini then case when undi < 350 then 'done' when undi < 650 then 'in_progress' else 'planned' end
         when undi < 15 then 'waived'
         when undi < 15 + tunggakan then case when undi % 2 = 0 then 'in_progress' else 'planned' end
         else 'done' end as status,
       case
         when not disahkan or mulai > hari_ini then null
         when jatuh_tempo >= hari_ini then case when undi < 350 then greatest(mulai, hari_ini - undi % 9) end
         when undi < 15 + tunggakan then null
         when undi < 15 + lambat then least(hari_ini, jatuh_tempo + 1 + undi % 24)
         else greatest(mulai, jatuh_tempo - undi % 21) end as done_on
     from (
       select b.satker_kode, b.rencana_id, b.id, b.pj_id, b.pj, b.disahkan, b.disahkan_at, b.zona_waktu, b.hari_ini, b.lambat,
         b.eviden, b.kasubbag_id, p.kini, m.bulan::smallint as bulan, w.mulai, w.jatuh_tempo,
         pg_temp.undi('nasib ' || b.id || m.bulan) as undi,
         b.lambat / (1 + (b.hari_ini - w.jatuh_tempo) / 45) as tunggakan
       from contoh_butir b
       cross join unnest(b.bulan) m (bulan)
       cross join contoh_pilihan p
       cross join lateral (select make_date(b.tahun, m.bulan, 1) as mulai,
         (make_date(b.tahun, m.bulan, 1) + interval '1 month - 1 day')::date as jatuh_tempo) w
     ) f
   ) c`,
  'analyze contoh_sel',
  `insert into rencana_sel (satker_kode, rencana_id, butir_id, bulan, mulai, jatuh_tempo, status, alasan, done_on, versi,
     updated_at, updated_by)
   select satker_kode, rencana_id, id, bulan, mulai, jatuh_tempo, status,
     case when status = 'waived' then 'Digabung dengan kegiatan serupa pada bulan lain.' end, done_on,
     case when ditandai_at is null then 1 else 2 end, coalesce(ditandai_at, disahkan_at),
     case when ditandai_at is null then kasubbag_id else pj_id end
   from contoh_sel`,
  `insert into rencana_rekap
   select h.* from contoh_rencana r cross join lateral hub.hitung_rekap(r.satker_kode, r.id) h`,
  `insert into rencana_indikator_nilai (satker_kode, indikator_id, bulan, nilai, updated_at, updated_by)
   select s.satker_kode, i.id, s.bulan,
     case i.jenis when 'dokumen' then 1 when 'persen' then least(100, s.bulan * 8 + pg_temp.undi('nilai ' || i.id || s.bulan) % 13)
       when 'indeks' then 70 + pg_temp.undi('nilai ' || i.id || s.bulan) % 20 else 1 + pg_temp.undi('nilai ' || i.id || s.bulan) % 3 end,
     s.ditandai_at, s.pj_id
   from (select *, row_number() over (partition by id order by bulan) as ke from contoh_sel where status = 'done') s
   join rencana_indikator i on i.satker_kode = s.satker_kode and i.butir_id = s.id
   where i.jenis <> 'dokumen' or s.ke = 1`,
]

const counted = (cells: string) => `
  'kewajiban', count(*) filter (where ${cells} and status <> 'waived'),
  'selesai', count(*) filter (where ${cells} and selesai),
  'tepatWaktu', count(*) filter (where ${cells} and selesai and done_on <= jatuh_tempo),
  'terlambat', count(*) filter (where ${cells} and not selesai and status <> 'waived' and jatuh_tempo < pada),
  'ditiadakan', count(*) filter (where ${cells} and status = 'waived')`

const within = 'bulan between t.dari and t.sampai'

/** The figures of each quarter that has ended, as they stood when they were taken. */
export const figures: readonly string[] = [
  `create temp table contoh_pantau on commit drop as
   select r.satker_kode, r.id, r.kasubbag_id, t.periode, t.dari, t.sampai, r.zona_waktu,
     (make_date(r.tahun, t.sampai, 1) + interval '1 month + 8 days')::date as pada
   from contoh_rencana r cross join (values ('T1', 1, 3), ('T2', 4, 6), ('T3', 7, 9), ('T4', 10, 12)) t (periode, dari, sampai)
   where r.disahkan and (make_date(r.tahun, t.sampai, 1) + interval '1 month + 8 days')::date <= r.hari_ini`,
  `insert into rencana_pemantauan (satker_kode, id, rencana_id, periode, angka, hambatan, solusi, pagu_anggaran,
     realisasi_anggaran, capaian_perjanjian_kinerja, simpulan, created_at, created_by)
   with sel as (
     select s.rencana_id, s.bulan, s.status, s.jatuh_tempo, s.done_on, a.id as area_id, a.judul, a.area_baku, t.periode, t.dari,
       t.sampai, t.pada, s.status = 'done' and s.done_on <= t.pada as selesai, b.id as butir_id, s.pj,
       concat_ws(' ', b.label, coalesce(b.uraian, b.langkah)) as teks, a.nomor
     from contoh_sel s
     join rencana_butir b on b.satker_kode = s.satker_kode and b.id = s.id
     join rencana_kegiatan k on k.satker_kode = b.satker_kode and k.id = b.kegiatan_id
     join rencana_area a on a.satker_kode = k.satker_kode and a.id = k.area_id
     join contoh_pantau t on t.id = s.rencana_id
   ), area as (
     select rencana_id, periode, jsonb_agg(angka order by area_baku) as isi from (
       select rencana_id, periode, area_baku, jsonb_build_object('judul', nomor || ' ' || judul, 'areaBaku', area_baku,
         ${counted(within)}) as angka
       from sel t group by rencana_id, periode, area_baku, area_id, nomor, judul
     ) x group by 1, 2
   ), jumlah as (
     select t.rencana_id, t.periode, min(t.pada) as pada, jsonb_build_object(${counted(within)}) as total,
       jsonb_build_object(
         'diminta', count(*) filter (where bulan <= t.sampai and status <> 'waived'),
         'setahun', count(*) filter (where status <> 'waived'),
         'selesai', count(*) filter (where selesai and done_on <= (t.pada - 9))) as sejak_januari,
       jsonb_agg(jsonb_build_object('butirId', butir_id, 'teks', teks, 'area', nomor || ' ' || judul, 'bulan', bulan,
         'jatuhTempo', jatuh_tempo, 'oleh', pj) order by jatuh_tempo, butir_id)
         filter (where bulan <= t.sampai and not selesai and status <> 'waived' and jatuh_tempo < t.pada) as terlambat
     from sel t group by 1, 2
   )
   select t.satker_kode, pg_temp.kunci('pantau ' || t.id || t.periode), t.id, t.periode,
     jsonb_build_object('periode', t.periode, 'pada', t.pada, 'total', j.total, 'area', a.isi, 'sejakJanuari', j.sejak_januari,
       'terlambat', coalesce(j.terlambat, '[]'), 'indikator', '[]'::jsonb),
     case when j.terlambat is not null then 'Beberapa kegiatan menunggu narasumber dan revisi anggaran.' end,
     case when j.terlambat is not null then 'Dijadwalkan ulang pada bulan berikutnya dan didampingi koordinator area.' end,
     250000000, 250000000.0 * (t.sampai * 7 + pg_temp.undi('uang ' || t.id || t.periode) % 15) / 100,
     least(100, t.sampai * 8 + pg_temp.undi('kinerja ' || t.id || t.periode) % 10),
     'Sebagian besar kegiatan berjalan sesuai rencana; yang terlambat ditindaklanjuti koordinator area.',
     (t.pada + time '09:00') at time zone t.zona_waktu, t.kasubbag_id
   from contoh_pantau t
   join jumlah j on j.rencana_id = t.id and j.periode = t.periode
   join area a on a.rencana_id = t.id and a.periode = t.periode`,
]
