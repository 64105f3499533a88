const at = (day: string, hour: number) =>
  `least(p.kini, make_timestamptz(p.tahun, 1, ${day}, ${hour}, 0, 0, s.zona_waktu))`

/** Decrees and plans with their rows; most are approved, a few still wait as they do in January. */
export const plans: readonly string[] = [
  `create temp table contoh_rencana on commit drop as
   select s.kode as satker_kode, s.nama, s.wilayah, s.zona_waktu, s.hari_ini, s.lambat, j.jenis, p.tahun,
     pg_temp.kunci('rencana ' || s.kode || j.jenis || p.tahun) as id,
     pg_temp.kunci('keputusan ' || s.kode || j.jenis || p.tahun) as keputusan_id,
     k.id as kasubbag_id, k.nama as kasubbag, t.id as ketua_id, t.nama as ketua,
     pg_temp.undi('keadaan ' || s.kode || j.jenis) >= 20 as diajukan,
     pg_temp.undi('keadaan ' || s.kode || j.jenis) >= 45 as disahkan,
     ${at('6', 9)} as dibuat_at, ${at('8', 14)} as diajukan_at,
     ${at(`10 + pg_temp.undi('sah ' || s.kode) % 12`, 10)} as disahkan_at
   from contoh_satker s
   cross join (values ('RB'), ('ZI')) j (jenis)
   cross join contoh_pilihan p
   join contoh_pejabat k on k.satker_kode = s.kode and k.peran = 'kasubbag'
   join contoh_pejabat t on t.satker_kode = s.kode and t.peran = 'ketua'
   where not exists (select from rencana r where r.satker_kode = s.kode and r.tahun = p.tahun and r.jenis = j.jenis)`,
  `insert into keputusan (satker_kode, id, penerbit, nomor, tahun, judul, tanggal, tempat, ketua, created_at, created_by)
   select satker_kode, keputusan_id, 'Keputusan ' || nama,
     'C' || case jenis when 'RB' then 1 else 2 end || '/ORT.07/' || satker_kode || '/' || tahun, tahun,
     case jenis when 'RB' then 'Rencana Aksi Reformasi Birokrasi ' else 'Rencana Aksi Pembangunan Zona Integritas ' end
       || nama || ' Tahun ' || tahun,
     (dibuat_at at time zone zona_waktu)::date, wilayah, ketua, dibuat_at, kasubbag_id
   from contoh_rencana`,
  `insert into keputusan_dasar_hukum (satker_kode, keputusan_id, urutan, kode, judul)
   select r.satker_kode, r.keputusan_id, d.urutan, d.kode, d.judul
   from contoh_rencana r cross join (values
     (1, 'UU 7/2017', 'Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum'),
     (2, 'PermenPANRB 90/2021', 'Peraturan Menteri PANRB Nomor 90 Tahun 2021 tentang Pembangunan dan Evaluasi Zona Integritas')
   ) d (urutan, kode, judul)`,
  `insert into rencana (satker_kode, id, jenis, tahun, judul, keputusan_id, versi, created_at, created_by,
     proposed_at, proposed_by, approved_at, approved_by)
   select satker_kode, id, jenis, tahun,
     case jenis when 'RB' then 'Rencana Aksi Reformasi Birokrasi ' else 'Rencana Aksi Zona Integritas ' end || tahun,
     keputusan_id, disahkan::int, dibuat_at, kasubbag_id,
     case when diajukan then diajukan_at end, case when diajukan then kasubbag_id end,
     case when disahkan then disahkan_at end, case when disahkan then ketua_id end
   from contoh_rencana`,
  `create temp table contoh_butir on commit drop as
   select r.satker_kode, r.id as rencana_id, r.jenis, r.disahkan, r.disahkan_at, r.zona_waktu, r.hari_ini, r.lambat, r.tahun,
     r.kasubbag_id, i.nomor, i.kegiatan, g.area, a."areaBaku" as area_baku,
     pg_temp.kunci('butir ' || r.id || i.nomor) as id, coalesce(o.id, r.kasubbag_id) as pj_id, coalesce(o.nama, r.kasubbag) as pj,
     i.label, pg_temp.sebut(i.uraian, r.nama, r.wilayah) as uraian, pg_temp.sebut(i.langkah, r.nama, r.wilayah) as langkah,
     case when pg_temp.undi('geser ' || r.satker_kode || i.nomor) < 200
       then array(select m % 12 + 1 from unnest(i.bulan) m order by 1) else i.bulan end as bulan,
     array(select pg_temp.sebut(e, r.nama, r.wilayah) from unnest(i.eviden) e) as eviden, i.indikator
   from contoh_rencana r
   join contoh_isi i on i.jenis = r.jenis and pg_temp.undi('ada ' || r.satker_kode || r.jenis || i.nomor) >= 25
   join contoh_kegiatan g on g.jenis = i.jenis and g.kegiatan = i.kegiatan
   join contoh_area a on a.jenis = g.jenis and a.area = g.area
   left join lateral (
     select o.id, o.nama from contoh_pejabat o
     where o.satker_kode = r.satker_kode and o.area_baku = a."areaBaku"
       and (o.peran = 'koordinator_area' or o.peran = 'anggota_tim' and i.nomor % 3 = 2)
     order by o.peran limit 1) o on true`,
  'analyze contoh_butir',
  `insert into rencana_area (satker_kode, id, rencana_id, urutan, nomor, judul, area_baku)
   select r.satker_kode, pg_temp.kunci('area ' || r.id || a.area), r.id, a.area, a.area || '.', a.judul, a."areaBaku"
   from contoh_rencana r join contoh_area a on a.jenis = r.jenis`,
  `insert into rencana_kegiatan (satker_kode, id, rencana_id, area_id, urutan, judul)
   select r.satker_kode, pg_temp.kunci('kegiatan ' || r.id || g.kegiatan), r.id, pg_temp.kunci('area ' || r.id || g.area),
     g.kegiatan, pg_temp.sebut(g.judul, r.nama, r.wilayah)
   from contoh_rencana r join contoh_kegiatan g on g.jenis = r.jenis`,
  `insert into rencana_butir (satker_kode, id, rencana_id, kegiatan_id, urutan, label, uraian, langkah, prioritas,
     penanggung_jawab_id, unit_id, eviden, updated_at, updated_by)
   select b.satker_kode, b.id, b.rencana_id, pg_temp.kunci('kegiatan ' || b.rencana_id || b.kegiatan), b.nomor, b.label,
     b.uraian, b.langkah, b.nomor % 11 = 3, b.pj_id, u.id, b.eviden, b.disahkan_at, b.kasubbag_id
   from contoh_butir b
   left join lateral (
     select u.id from unit u where u.satker_kode = b.satker_kode and u.dari <= b.hari_ini and (u.sampai is null or u.sampai > b.hari_ini)
     order by pg_temp.undi(u.id::text || b.area) limit 1) u on b.nomor % 4 <> 0`,
  `insert into rencana_indikator (satker_kode, rencana_id, id, butir_id, urutan, teks, jenis, target, cara_hitung, nilai_tahun_lalu)
   select b.satker_kode, b.rencana_id, pg_temp.kunci('indikator ' || b.id || k.urutan), b.id, k.urutan, k.isi->>'teks',
     k.isi->>'jenis', (k.isi->>'target')::numeric, case k.isi->>'jenis' when 'jumlah' then 'jumlah' else 'terakhir' end,
     case when k.isi->>'jenis' = 'persen' then 60 + pg_temp.undi('lalu ' || b.id) % 36 end
   from contoh_butir b cross join jsonb_array_elements(b.indikator) with ordinality k (isi, urutan)`,
]

/** Version 1 as approving a plan keeps it: what the plan asks, without what has been done. */
export const versions: readonly string[] = [
  `insert into rencana_versi (satker_kode, rencana_id, versi, isi, alasan, approved_at, approved_by)
   with butir as (
     select b.rencana_id, b.kegiatan, b.area, jsonb_agg(jsonb_build_object(
       'id', b.id, 'label', b.label, 'uraian', b.uraian, 'langkah', b.langkah, 'keterangan', null, 'prioritas', b.nomor % 11 = 3,
       'penanggungJawab', jsonb_build_object('id', b.pj_id, 'nama', b.pj),
       'unit', case when u.id is not null then jsonb_build_object('id', u.id, 'nama', coalesce(u.singkatan, u.nama)) end,
       'mulai', null, 'selesai', null, 'jadwalAsli', null, 'bulan', to_jsonb(b.bulan), 'eviden', to_jsonb(b.eviden),
       'indikator', coalesce((select jsonb_agg(jsonb_build_object('teks', i.teks, 'jenis', i.jenis, 'satuan', i.satuan,
         'arah', i.arah, 'target', i.target, 'caraHitung', i.cara_hitung, 'nilaiTahunLalu', i.nilai_tahun_lalu))
         from rencana_indikator i where i.satker_kode = b.satker_kode and i.butir_id = b.id), '[]'),
       'baris', '[]'::jsonb, 'keyakinan', null) order by b.nomor) as isi
     from contoh_butir b
     join rencana_butir r on r.satker_kode = b.satker_kode and r.id = b.id
     left join unit u on u.satker_kode = r.satker_kode and u.id = r.unit_id
     where b.disahkan group by 1, 2, 3
   ), kegiatan as (
     select r.id as rencana_id, g.area, jsonb_agg(jsonb_build_object('id', pg_temp.kunci('kegiatan ' || r.id || g.kegiatan),
       'nomor', null, 'judul', pg_temp.sebut(g.judul, r.nama, r.wilayah), 'butir', coalesce(b.isi, '[]')) order by g.kegiatan) as isi
     from contoh_rencana r join contoh_kegiatan g on g.jenis = r.jenis
     left join butir b on b.rencana_id = r.id and b.kegiatan = g.kegiatan
     where r.disahkan group by 1, 2
   )
   select r.satker_kode, r.id, 1, jsonb_build_object('area', jsonb_agg(jsonb_build_object('id', pg_temp.kunci('area ' || r.id || a.area),
     'nomor', a.area || '.', 'judul', a.judul, 'areaBaku', a."areaBaku", 'kegiatan', coalesce(k.isi, '[]')) order by a.area)),
     'Pengesahan rencana', r.disahkan_at, r.ketua_id
   from contoh_rencana r join contoh_area a on a.jenis = r.jenis
   left join kegiatan k on k.rencana_id = r.id and k.area = a.area
   where r.disahkan group by r.satker_kode, r.id, r.disahkan_at, r.ketua_id`,
]
