-- Carrying out, seen together: meetings with their pack, rounds of monev, findings, recommendations and RATL.

create table rapat (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  jenis text not null,
  judul text not null check (length(judul) between 3 and 300),
  tanggal date not null,
  jam_mulai time not null,
  jam_selesai time check (jam_selesai > jam_mulai),
  tempat text,
  tautan text check (tautan ~ '^https?://'),
  nomor_undangan text,
  nomor_berita_acara text,
  pimpinan_id uuid,
  pimpinan_nama text,
  notulis_id uuid,
  notulis_nama text,
  agenda text,
  pembahasan text,
  simpulan text,
  penilaian text check (penilaian in ('sesuai', 'sebagian', 'tidak_sesuai')),
  laporan_id uuid,
  versi int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  reopened_at timestamptz,
  reopened_by uuid,
  alasan_buka text check (length(alasan_buka) >= 10),
  cancelled_at timestamptz,
  cancelled_by uuid,
  alasan_batal text check (length(alasan_batal) >= 10),
  primary key (satker_kode, id),
  check (coalesce(tempat, tautan) is not null),
  check ((closed_at is null) = (closed_by is null)),
  check ((cancelled_at is null) = (alasan_batal is null)),
  check (closed_at is null or cancelled_at is null),
  check ((reopened_at is null) = (alasan_buka is null)),
  foreign key (satker_kode, pimpinan_id) references pengguna (satker_kode, id),
  foreign key (satker_kode, notulis_id) references pengguna (satker_kode, id)
);
create index rapat_tanggal on rapat (satker_kode, tanggal desc);
comment on table rapat is 'rapat dengan paket lima dokumennya; terkunci setelah ditutup';
comment on column rapat.penilaian is 'hasil evaluasi rencana kerja tim, hanya untuk rapat jenis itu';
select hub.batasi_satker('rapat');

create table rapat_peserta (
  satker_kode text collate "C" not null,
  id uuid not null,
  rapat_id uuid not null,
  urutan int not null,
  pengguna_id uuid,
  nama text not null check (length(nama) between 2 and 200),
  jabatan text,
  hadir boolean not null default false,
  primary key (satker_kode, id),
  foreign key (satker_kode, rapat_id) references rapat (satker_kode, id) on delete cascade,
  foreign key (satker_kode, pengguna_id) references pengguna (satker_kode, id)
);
create unique index rapat_peserta_orang on rapat_peserta (satker_kode, rapat_id, pengguna_id) where pengguna_id is not null;
create index rapat_peserta_rapat on rapat_peserta (satker_kode, rapat_id, urutan);
select hub.batasi_satker('rapat_peserta');

create table rapat_keputusan (
  satker_kode text collate "C" not null,
  id uuid not null,
  rapat_id uuid not null,
  urutan int not null,
  uraian text not null check (length(uraian) between 3 and 2000),
  primary key (satker_kode, id),
  foreign key (satker_kode, rapat_id) references rapat (satker_kode, id) on delete cascade
);
create index rapat_keputusan_rapat on rapat_keputusan (satker_kode, rapat_id, urutan);
comment on table rapat_keputusan is 'butir keputusan rapat; masing-masing dapat menjadi RATL';
select hub.batasi_satker('rapat_keputusan');

-- A document of the pack that is a file; what is written in the product needs no row.
create table rapat_berkas (
  satker_kode text collate "C" not null,
  rapat_id uuid not null,
  berkas_id uuid not null,
  dokumen text not null check (dokumen in ('undangan', 'daftar_hadir', 'notula', 'berita_acara', 'dokumentasi')),
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (satker_kode, rapat_id, berkas_id),
  foreign key (satker_kode, rapat_id) references rapat (satker_kode, id) on delete cascade,
  foreign key (satker_kode, berkas_id) references berkas (satker_kode, id)
);
select hub.batasi_satker('rapat_berkas');

-- The eviden made of a document of the pack, and each slot of a butir that it filled.
create table rapat_eviden (
  satker_kode text collate "C" not null,
  rapat_id uuid not null,
  eviden_id uuid not null,
  dokumen text not null check (dokumen in ('undangan', 'daftar_hadir', 'notula', 'berita_acara', 'dokumentasi')),
  berkas_id uuid,
  versi_rapat int not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (satker_kode, rapat_id, eviden_id),
  foreign key (satker_kode, rapat_id) references rapat (satker_kode, id) on delete cascade,
  foreign key (satker_kode, eviden_id) references eviden (satker_kode, id)
);
comment on column rapat_eviden.versi_rapat is 'versi rapat ketika dokumen tulisnya dijadikan eviden';
select hub.batasi_satker('rapat_eviden');

create table rapat_pakai (
  satker_kode text collate "C" not null,
  id uuid not null,
  rapat_id uuid not null,
  eviden_id uuid not null,
  butir_id uuid not null,
  slot text,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (satker_kode, id),
  unique nulls not distinct (satker_kode, rapat_id, eviden_id, butir_id, slot),
  foreign key (satker_kode, rapat_id) references rapat (satker_kode, id) on delete cascade,
  foreign key (satker_kode, eviden_id) references eviden (satker_kode, id),
  foreign key (satker_kode, butir_id) references rencana_butir (satker_kode, id) on delete cascade
);
create index rapat_pakai_butir on rapat_pakai (satker_kode, butir_id);
comment on column rapat_pakai.slot is 'dokumen pada daftar eviden butir; kosong = butir itu tidak merinci eviden';
select hub.batasi_satker('rapat_pakai');

create table putaran (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  judul text not null check (length(judul) between 3 and 200),
  tahun int not null check (tahun between 2000 and 2100),
  periode text not null check (periode ~ '^(B(0[1-9]|1[0-2])|T[1-4]|S[12]|Y)$'),
  lingkup text not null check (lingkup in ('RB', 'ZI', 'semua')),
  mulai date not null,
  hari_kerja int not null check (hari_kerja between 1 and 60),
  gelombang smallint not null default 1 check (gelombang between 1 and 6),
  jeda_hari_kerja smallint not null default 0 check (jeda_hari_kerja between 0 and 20),
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (satker_kode, id),
  unique (satker_kode, tahun, periode, lingkup)
);
comment on table putaran is 'putaran monev: dibuka satker untuk dirinya, atau KPU RI dan provinsi untuk satker di bawahnya';
comment on column putaran.hari_kerja is 'lama jendela pengisian dalam hari kerja';
select hub.batasi_satker('putaran');

-- One office in one round. What the office must know of the round stands here, since it cannot read the row above it.
create table laporan_monev (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  putaran_satker_kode text collate "C" not null,
  putaran_id uuid not null,
  judul text not null,
  tahun int not null,
  periode text not null,
  lingkup text not null,
  mulai date not null,
  selesai date not null check (selesai >= mulai),
  dibuka_sampai date check (dibuka_sampai > selesai),
  dibuka_by uuid,
  alasan_buka text check (length(alasan_buka) >= 10),
  simpulan text,
  versi int not null default 1,
  created_at timestamptz not null,
  submitted_at timestamptz,
  submitted_by uuid,
  returned_at timestamptz,
  returned_by uuid,
  catatan text,
  verified_at timestamptz,
  verified_by uuid check (verified_by <> submitted_by),
  primary key (satker_kode, id),
  unique (satker_kode, tahun, periode, lingkup),
  check ((submitted_at is null) = (submitted_by is null)),
  check (submitted_at is null or length(simpulan) >= 10),
  check ((verified_at is null) = (verified_by is null)),
  check (verified_at is null or submitted_at is not null),
  check (returned_at is null or (submitted_at is null and length(catatan) >= 10)),
  check ((dibuka_sampai is null) = (alasan_buka is null)),
  foreign key (putaran_satker_kode, putaran_id) references putaran (satker_kode, id)
);
create index laporan_monev_putaran on laporan_monev (putaran_satker_kode, putaran_id, satker_kode);
create index laporan_monev_tahun on laporan_monev (tahun, satker_kode);
comment on table laporan_monev is 'laporan satu satker dalam satu putaran; satu laporan per periode dan lingkup';
comment on column laporan_monev.dibuka_sampai is 'batas baru bila jendela dibuka lagi, dengan alasannya';
select hub.batasi_satker('laporan_monev');

-- A plan in a report: its money, and its figures as they stood when the report was submitted.
create table laporan_monev_rencana (
  satker_kode text collate "C" not null,
  laporan_id uuid not null,
  rencana_id uuid not null,
  angka jsonb not null,
  pagu_anggaran numeric check (pagu_anggaran > 0),
  realisasi_anggaran numeric check (realisasi_anggaran >= 0),
  capaian_perjanjian_kinerja numeric,
  primary key (satker_kode, laporan_id, rencana_id),
  foreign key (satker_kode, laporan_id) references laporan_monev (satker_kode, id) on delete cascade,
  foreign key (satker_kode, rencana_id) references rencana (satker_kode, id) on delete cascade
);
select hub.batasi_satker('laporan_monev_rencana');

-- The circle of one area: target, realisation, obstacle, solution. With a butir: of one late butir.
create table laporan_monev_lingkar (
  satker_kode text collate "C" not null,
  id uuid not null,
  laporan_id uuid not null,
  rencana_id uuid not null,
  area_id uuid not null,
  butir_id uuid,
  target text,
  realisasi text,
  hambatan text,
  solusi text,
  versi int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid not null,
  primary key (satker_kode, id),
  unique nulls not distinct (satker_kode, laporan_id, area_id, butir_id),
  foreign key (satker_kode, laporan_id) references laporan_monev (satker_kode, id) on delete cascade,
  foreign key (satker_kode, rencana_id) references rencana (satker_kode, id) on delete cascade,
  foreign key (satker_kode, area_id) references rencana_area (satker_kode, id) on delete cascade,
  foreign key (satker_kode, butir_id) references rencana_butir (satker_kode, id) on delete cascade
);
comment on table laporan_monev_lingkar is 'target, realisasi, hambatan dan solusi per area atau per butir yang terlambat';
select hub.batasi_satker('laporan_monev_lingkar');

create table temuan_monev (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  tahun int not null check (tahun between 2000 and 2100),
  sumber text not null check (sumber in ('putaran', 'rapat', 'lhe', 'tpi', 'pengawas', 'mandiri')),
  rujukan text,
  laporan_id uuid,
  rapat_id uuid,
  tanggal date not null,
  area_baku smallint check (area_baku between 1 and 8),
  butir_id uuid,
  uraian text not null check (length(uraian) between 10 and 4000),
  kriteria text,
  sebab text,
  akibat text,
  versi int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz,
  updated_by uuid,
  -- the finding's way into the plan of the next year
  lanjut_tahun int,
  lanjut_jenis text check (lanjut_jenis in ('RB', 'ZI')),
  lanjut_at timestamptz,
  lanjut_by uuid,
  lanjut_rencana_id uuid,
  lanjut_butir_id uuid,
  lanjut_usulan_id uuid,
  primary key (satker_kode, id),
  check (sumber <> 'putaran' or laporan_id is not null),
  check (sumber <> 'rapat' or rapat_id is not null),
  check ((lanjut_at is null) = (lanjut_tahun is null) and (lanjut_tahun is null) = (lanjut_jenis is null)),
  check (num_nonnulls(lanjut_butir_id, lanjut_usulan_id) <= 1),
  foreign key (satker_kode, laporan_id) references laporan_monev (satker_kode, id),
  foreign key (satker_kode, rapat_id) references rapat (satker_kode, id),
  foreign key (satker_kode, butir_id) references rencana_butir (satker_kode, id) on delete set null (butir_id),
  foreign key (satker_kode, lanjut_rencana_id) references rencana (satker_kode, id) on delete set null (lanjut_rencana_id),
  foreign key (satker_kode, lanjut_butir_id) references rencana_butir (satker_kode, id) on delete set null (lanjut_butir_id),
  foreign key (satker_kode, lanjut_usulan_id) references rencana_usulan (satker_kode, id) on delete set null (lanjut_usulan_id)
);
create index temuan_monev_tahun on temuan_monev (satker_kode, tahun desc, created_at desc);
create index temuan_monev_laporan on temuan_monev (satker_kode, laporan_id);
create index temuan_monev_rapat on temuan_monev (satker_kode, rapat_id);
create index temuan_monev_lanjut on temuan_monev (satker_kode, lanjut_tahun, lanjut_jenis)
  where lanjut_at is not null and lanjut_butir_id is null and lanjut_usulan_id is null;
comment on table temuan_monev is 'temuan monitoring dan evaluasi; temuan pembaca keputusan ada di impor_temuan';
select hub.batasi_satker('temuan_monev');

create table rekomendasi (
  satker_kode text collate "C" not null,
  id uuid not null,
  temuan_id uuid not null,
  urutan int not null,
  uraian text not null check (length(uraian) between 10 and 4000),
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (satker_kode, id),
  foreign key (satker_kode, temuan_id) references temuan_monev (satker_kode, id) on delete cascade
);
create index rekomendasi_temuan on rekomendasi (satker_kode, temuan_id, urutan);
select hub.batasi_satker('rekomendasi');

-- One step of the follow-up plan. Late is never stored; who reports the result never closes it.
create table ratl (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  rekomendasi_id uuid,
  rapat_keputusan_id uuid,
  aksi text not null check (length(aksi) between 5 and 2000),
  keluaran text,
  penanggung_jawab_id uuid,
  unit_id uuid,
  jatuh_tempo date not null,
  hasil text,
  hasil_tautan text check (hasil_tautan ~ '^https?://'),
  reported_at timestamptz,
  reported_by uuid,
  efektif text check (efektif in ('berhasil', 'belum')),
  catatan_periksa text,
  checked_at timestamptz,
  checked_by uuid check (checked_by <> reported_by),
  closed_at timestamptz,
  versi int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (satker_kode, id),
  check (num_nonnulls(rekomendasi_id, rapat_keputusan_id) = 1),
  check (num_nonnulls(penanggung_jawab_id, unit_id) = 1),
  check ((checked_at is null) = (checked_by is null) and (checked_at is null) = (efektif is null)),
  check (reported_at is null or (reported_by is not null and length(hasil) >= 10)),
  check (closed_at is null or (efektif = 'berhasil' and reported_at is not null)),
  check (efektif is distinct from 'belum' or length(catatan_periksa) >= 10),
  foreign key (satker_kode, rekomendasi_id) references rekomendasi (satker_kode, id),
  foreign key (satker_kode, rapat_keputusan_id) references rapat_keputusan (satker_kode, id),
  foreign key (satker_kode, penanggung_jawab_id) references pengguna (satker_kode, id),
  foreign key (satker_kode, unit_id) references unit (satker_kode, id)
);
create index ratl_terbuka on ratl (satker_kode, jatuh_tempo) where closed_at is null;
create index ratl_rekomendasi on ratl (satker_kode, rekomendasi_id);
create index ratl_keputusan on ratl (satker_kode, rapat_keputusan_id);
create index ratl_orang on ratl (satker_kode, penanggung_jawab_id) where closed_at is null;
comment on table ratl is 'rencana aksi tindak lanjut; yang melaporkan hasil tidak menutupnya';
select hub.batasi_satker('ratl');

-- The result of a step is proved by evidence of the library, beside the butir of plans.
alter table eviden_pakai add foreign key (satker_kode, ratl_id) references ratl (satker_kode, id) on delete cascade;

create or replace view eviden_terbukti with (security_invoker = true) as
select p.satker_kode, p.id as pakai_id, r.tahun, coalesce(b.uraian, b.langkah) as judul, r.judul as induk,
  '/kerja/rencana-aksi/' || b.rencana_id || '/bukti/' || p.id as alamat
from eviden_pakai p
join rencana_butir b on b.satker_kode = p.satker_kode and b.id = p.butir_id
join rencana r on r.satker_kode = b.satker_kode and r.id = b.rencana_id
union all
select p.satker_kode, p.id, extract(year from t.jatuh_tempo)::int, t.aksi, 'RATL', '/kerja/temuan/ratl/' || t.id
from eviden_pakai p
join ratl t on t.satker_kode = p.satker_kode and t.id = p.ratl_id;

-- What people read of a meeting, report, finding or RATL: who did what, when and why.
create table monitoring_riwayat (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  benda text not null check (benda in ('rapat', 'laporan', 'temuan', 'ratl')),
  benda_id uuid not null,
  peristiwa text not null,
  catatan text,
  at timestamptz not null,
  by uuid not null,
  -- tells the order of what happened in one transaction
  nomor bigint generated always as identity,
  primary key (satker_kode, id)
);
create index monitoring_riwayat_benda on monitoring_riwayat (satker_kode, benda, benda_id, at desc);
select hub.batasi_satker('monitoring_riwayat');
