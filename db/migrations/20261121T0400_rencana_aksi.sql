-- The living plan: area > kegiatan > butir > indikator, eviden and month cells; versions, proposals, sums.

create table peta_jalan (
  kode text primary key,
  judul text not null,
  lingkup text not null check (lingkup in ('nasional', 'kpu')),
  tahun_dari int not null,
  tahun_sampai int not null check (tahun_sampai >= tahun_dari),
  sasaran jsonb not null default '[]',
  sumber text not null,
  keyakinan text not null check (keyakinan in ('terverifikasi', 'belum_terverifikasi')),
  catatan text
);
comment on table peta_jalan is 'road map Reformasi Birokrasi nasional dan KPU, acuan rencana';
grant select on peta_jalan to hub_runtime;

create table rencana_templat (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  jenis text not null check (jenis in ('ZI', 'RB')),
  tahun int not null,
  judul text not null,
  isi jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null,
  published_at timestamptz,
  published_by uuid,
  versi int not null default 1,
  primary key (satker_kode, id)
);
comment on table rencana_templat is 'templat milik KPU RI atau provinsi, didorong ke satker di bawahnya';
select hub.batasi_satker('rencana_templat');

create table rencana (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  jenis text not null check (jenis in ('ZI', 'RB')),
  tahun int not null check (tahun between 2000 and 2100),
  judul text not null,
  keputusan_id uuid,
  peta_jalan_kode text references peta_jalan (kode),
  templat_satker_kode text collate "C",
  templat_id uuid,
  templat_isi jsonb,
  disalin_dari uuid,
  selang_pemantauan text not null default 'triwulan' check (selang_pemantauan in ('bulan', 'triwulan', 'semester', 'tahun')),
  versi int not null default 0,
  created_at timestamptz not null,
  created_by uuid,
  proposed_at timestamptz,
  proposed_by uuid,
  approved_at timestamptz,
  approved_by uuid check (approved_by <> proposed_by),
  closed_at timestamptz,
  closed_by uuid,
  primary key (satker_kode, id),
  unique (satker_kode, tahun, jenis),
  check (approved_at is null or proposed_at is not null),
  check (closed_at is null or approved_at is not null),
  foreign key (satker_kode, keputusan_id) references keputusan (satker_kode, id),
  foreign key (satker_kode, disalin_dari) references rencana (satker_kode, id)
);
comment on column rencana.versi is '0 selama draf; naik satu setiap pengesahan';
comment on column rencana.templat_isi is 'isi templat ketika didorong, pembanding penyimpangan setempat';
create index rencana_id on rencana (id);
create index rencana_tahun on rencana (tahun, satker_kode);
select hub.batasi_satker('rencana');

-- One row for each office that a template is pushed to; done_at says how far the pushing has come.
create table templat_dorongan (
  satker_kode text collate "C" not null,
  templat_id uuid not null,
  sasaran_kode text collate "C" not null references satker (kode),
  hasil text check (hasil in ('dibuat', 'sudah_ada')),
  rencana_id uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  done_at timestamptz check ((done_at is null) = (hasil is null)),
  tambah int,
  hilang int,
  ubah int,
  dihitung_at timestamptz,
  primary key (satker_kode, templat_id, sasaran_kode),
  foreign key (satker_kode, templat_id) references rencana_templat (satker_kode, id) on delete cascade
);
comment on table templat_dorongan is 'satker yang menerima templat: draf dibuat, atau rencananya sudah ada';
comment on column templat_dorongan.dihitung_at is 'kapan butir yang ditambah, dihilangkan dan diubah satker terhadap templat terakhir dihitung';
select hub.batasi_satker('templat_dorongan');

create table rencana_area (
  satker_kode text collate "C" not null,
  id uuid not null,
  rencana_id uuid not null,
  urutan int not null,
  nomor text,
  judul text,
  area_baku smallint check (area_baku between 1 and 8),
  primary key (satker_kode, id),
  foreign key (satker_kode, rencana_id) references rencana (satker_kode, id) on delete cascade
);
create index rencana_area_rencana on rencana_area (satker_kode, rencana_id, urutan);
comment on column rencana_area.area_baku is 'area perubahan baku menurut urutan delapan area RB; ZI memakai 1, 4, 5, 6, 7, 8';
select hub.batasi_satker('rencana_area');

create table rencana_kegiatan (
  satker_kode text collate "C" not null,
  id uuid not null,
  rencana_id uuid not null,
  area_id uuid not null,
  urutan int not null,
  nomor text,
  judul text,
  primary key (satker_kode, id),
  foreign key (satker_kode, rencana_id) references rencana (satker_kode, id) on delete cascade,
  foreign key (satker_kode, area_id) references rencana_area (satker_kode, id) on delete cascade
);
create index rencana_kegiatan_rencana on rencana_kegiatan (satker_kode, rencana_id, urutan);
select hub.batasi_satker('rencana_kegiatan');

create table rencana_butir (
  satker_kode text collate "C" not null,
  id uuid not null,
  rencana_id uuid not null,
  kegiatan_id uuid not null,
  urutan int not null,
  label text,
  uraian text,
  langkah text,
  keterangan text,
  prioritas boolean not null default false,
  penanggung_jawab_id uuid,
  unit_id uuid,
  mulai date,
  selesai date check (selesai >= mulai),
  jadwal_asli text,
  eviden text[] not null default '{}',
  baris int[] not null default '{}',
  keyakinan numeric(4, 3),
  versi int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  removed_at timestamptz,
  removed_by uuid,
  primary key (satker_kode, id),
  check (coalesce(uraian, langkah) is not null),
  foreign key (satker_kode, rencana_id) references rencana (satker_kode, id) on delete cascade,
  foreign key (satker_kode, kegiatan_id) references rencana_kegiatan (satker_kode, id) on delete cascade,
  foreign key (satker_kode, penanggung_jawab_id) references pengguna (satker_kode, id),
  foreign key (satker_kode, unit_id) references unit (satker_kode, id)
);
create index rencana_butir_rencana on rencana_butir (satker_kode, rencana_id, urutan);
comment on column rencana_butir.removed_at is 'dikeluarkan dari rencana yang sudah disahkan; pekerjaannya tetap tersimpan';
create index rencana_butir_penanggung on rencana_butir (satker_kode, penanggung_jawab_id);
select hub.batasi_satker('rencana_butir');

create table rencana_indikator (
  satker_kode text collate "C" not null,
  id uuid not null,
  rencana_id uuid not null,
  butir_id uuid not null,
  urutan int not null,
  teks text not null,
  jenis text not null check (jenis in ('dokumen', 'jumlah', 'persen', 'indeks', 'waktu')),
  satuan text,
  arah text not null default 'naik' check (arah in ('naik', 'turun')),
  target numeric,
  cara_hitung text not null default 'terakhir' check (cara_hitung in ('terakhir', 'jumlah', 'rerata')),
  nilai_tahun_lalu numeric,
  nilai_tahun_lalu_by uuid,
  versi int not null default 1,
  primary key (satker_kode, id),
  foreign key (satker_kode, rencana_id) references rencana (satker_kode, id) on delete cascade,
  foreign key (satker_kode, butir_id) references rencana_butir (satker_kode, id) on delete cascade
);
create index rencana_indikator_butir on rencana_indikator (satker_kode, butir_id, urutan);
comment on column rencana_indikator.cara_hitung is 'capaian tahun dari nilai bulanan: nilai terakhir, jumlah, atau rerata';
comment on column rencana_indikator.nilai_tahun_lalu_by is 'yang mengoreksi; kosong = diambil sistem dari rencana tahun lalu';
select hub.batasi_satker('rencana_indikator');

create table rencana_indikator_nilai (
  satker_kode text collate "C" not null,
  indikator_id uuid not null,
  bulan smallint not null check (bulan between 1 and 12),
  nilai numeric not null,
  catatan text,
  versi int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (satker_kode, indikator_id, bulan),
  foreign key (satker_kode, indikator_id) references rencana_indikator (satker_kode, id) on delete cascade
);
select hub.batasi_satker('rencana_indikator_nilai');

-- One obligation: a butir in a month, with its due window. Late is never stored, it follows from the date.
create table rencana_sel (
  satker_kode text collate "C" not null,
  rencana_id uuid not null,
  butir_id uuid not null,
  bulan smallint not null check (bulan between 1 and 12),
  mulai date not null,
  jatuh_tempo date not null check (jatuh_tempo >= mulai),
  status text not null default 'planned' check (status in ('planned', 'in_progress', 'done', 'waived')),
  catatan text,
  alasan text check (status <> 'waived' or length(alasan) >= 10),
  done_on date check ((status = 'done') = (done_on is not null)),
  lewat_padanan uuid,
  versi int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (satker_kode, butir_id, bulan),
  foreign key (satker_kode, rencana_id) references rencana (satker_kode, id) on delete cascade,
  foreign key (satker_kode, butir_id) references rencana_butir (satker_kode, id) on delete cascade
);
create index rencana_sel_rencana on rencana_sel (satker_kode, rencana_id);
create index rencana_sel_tempo on rencana_sel (satker_kode, jatuh_tempo) where status in ('planned', 'in_progress');
comment on column rencana_sel.lewat_padanan is 'butir padanan yang pekerjaannya menyelesaikan sel ini; kosong = ditandai langsung';
comment on column rencana_sel.done_on is 'tanggal setempat ketika diselesaikan';
select hub.batasi_satker('rencana_sel');

create table butir_padanan (
  satker_kode text collate "C" not null,
  butir_id uuid not null,
  padanan_id uuid not null check (padanan_id > butir_id),
  created_at timestamptz not null,
  created_by uuid,
  primary key (satker_kode, butir_id, padanan_id),
  foreign key (satker_kode, butir_id) references rencana_butir (satker_kode, id) on delete cascade,
  foreign key (satker_kode, padanan_id) references rencana_butir (satker_kode, id) on delete cascade
);
create index butir_padanan_balik on butir_padanan (satker_kode, padanan_id);
comment on table butir_padanan is 'butir ZI dan butir RB yang dipenuhi oleh pekerjaan yang sama';
select hub.batasi_satker('butir_padanan');

create table butir_sasaran (
  satker_kode text collate "C" not null,
  butir_id uuid not null,
  peta_jalan_kode text not null references peta_jalan (kode),
  sasaran_kode text not null,
  primary key (satker_kode, butir_id),
  foreign key (satker_kode, butir_id) references rencana_butir (satker_kode, id) on delete cascade
);
comment on table butir_sasaran is 'sasaran peta jalan yang didukung sebuah butir';
select hub.batasi_satker('butir_sasaran');

create table rencana_versi (
  satker_kode text collate "C" not null,
  rencana_id uuid not null,
  versi int not null,
  isi jsonb not null,
  alasan text not null,
  approved_at timestamptz not null,
  approved_by uuid,
  primary key (satker_kode, rencana_id, versi),
  foreign key (satker_kode, rencana_id) references rencana (satker_kode, id) on delete cascade
);
select hub.batasi_satker('rencana_versi');

-- A change to an approved plan waits here until a second person decides.
create table rencana_usulan (
  satker_kode text collate "C" not null,
  id uuid not null,
  rencana_id uuid not null,
  butir_id uuid,
  jenis text not null check (jenis in ('ubah_butir', 'tambah_butir', 'hapus_butir')),
  perubahan jsonb not null,
  alasan text not null check (length(alasan) >= 10),
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  accepted_at timestamptz,
  rejected_at timestamptz,
  decided_by uuid check (decided_by <> proposed_by),
  catatan text,
  primary key (satker_kode, id),
  check (accepted_at is null or rejected_at is null),
  foreign key (satker_kode, rencana_id) references rencana (satker_kode, id) on delete cascade
);
create index rencana_usulan_rencana on rencana_usulan (satker_kode, rencana_id);
select hub.batasi_satker('rencana_usulan');

create table rencana_riwayat (
  satker_kode text collate "C" not null,
  id uuid not null,
  rencana_id uuid not null,
  butir_id uuid,
  bulan smallint,
  peristiwa text not null,
  sebelum jsonb,
  sesudah jsonb,
  alasan text,
  at timestamptz not null,
  by uuid,
  primary key (satker_kode, id),
  foreign key (satker_kode, rencana_id) references rencana (satker_kode, id) on delete cascade
);
create index rencana_riwayat_rencana on rencana_riwayat (satker_kode, rencana_id, at desc);
create index rencana_riwayat_butir on rencana_riwayat (satker_kode, butir_id, at desc);
select hub.batasi_satker('rencana_riwayat');

create table rencana_pemantauan (
  satker_kode text collate "C" not null,
  id uuid not null,
  rencana_id uuid not null,
  periode text not null check (periode ~ '^(B(0[1-9]|1[0-2])|T[1-4]|S[12]|Y)$'),
  angka jsonb not null,
  hambatan text,
  solusi text,
  realisasi_anggaran numeric,
  pagu_anggaran numeric check (pagu_anggaran > 0),
  capaian_perjanjian_kinerja numeric,
  simpulan text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (satker_kode, id),
  unique (satker_kode, rencana_id, periode),
  foreign key (satker_kode, rencana_id) references rencana (satker_kode, id) on delete cascade
);
comment on column rencana_pemantauan.periode is 'B01–B12 bulan, T1–T4 triwulan, S1–S2 semester, Y tahun';
select hub.batasi_satker('rencana_pemantauan');

-- Sums kept where they are read: recomputed for one plan in the transaction that changed a cell.
create table rencana_rekap (
  satker_kode text collate "C" not null,
  rencana_id uuid not null,
  tahun int not null,
  jenis text not null,
  area_baku smallint not null,
  bulan smallint not null,
  jatuh_tempo date not null,
  jumlah int not null,
  berjalan int not null,
  selesai int not null,
  selesai_tepat int not null,
  ditiadakan int not null,
  primary key (satker_kode, rencana_id, area_baku, bulan, jatuh_tempo),
  foreign key (satker_kode, rencana_id) references rencana (satker_kode, id) on delete cascade
);
create index rencana_rekap_tahun on rencana_rekap (tahun, jenis, satker_kode);
comment on column rencana_rekap.area_baku is '0 = area tanpa padanan baku';
select hub.batasi_satker('rencana_rekap');

create function hub.hitung_rekap(p_satker text, p_rencana uuid) returns table (
  satker_kode text, rencana_id uuid, tahun int, jenis text, area_baku smallint, bulan smallint, jatuh_tempo date,
  jumlah int, berjalan int, selesai int, selesai_tepat int, ditiadakan int
) language sql stable as $$
  select r.satker_kode, r.id, r.tahun, r.jenis, coalesce(a.area_baku, 0::smallint), s.bulan, s.jatuh_tempo,
    count(*)::int,
    (count(*) filter (where s.status = 'in_progress'))::int,
    (count(*) filter (where s.status = 'done'))::int,
    (count(*) filter (where s.status = 'done' and s.done_on <= s.jatuh_tempo))::int,
    (count(*) filter (where s.status = 'waived'))::int
  from rencana r
  join rencana_sel s on s.satker_kode = r.satker_kode and s.rencana_id = r.id
  join rencana_butir b on b.satker_kode = s.satker_kode and b.id = s.butir_id and b.removed_at is null
  join rencana_kegiatan k on k.satker_kode = b.satker_kode and k.id = b.kegiatan_id
  join rencana_area a on a.satker_kode = k.satker_kode and a.id = k.area_id
  where r.satker_kode = p_satker and r.id = p_rencana
  group by 1, 2, 3, 4, 5, 6, 7
$$;
grant execute on function hub.hitung_rekap to hub_runtime;

-- What the public may read: approved plans and their sums, no person, no note.
create view publik.rencana with (security_barrier) as
  select r.satker_kode, r.id, r.jenis, r.tahun, r.judul, r.versi, r.approved_at, r.closed_at,
    k.nomor as keputusan_nomor, k.tahun as keputusan_tahun, k.tanggal as keputusan_tanggal, k.judul as keputusan_judul
  from public.rencana r
  left join public.keputusan k on k.satker_kode = r.satker_kode and k.id = r.keputusan_id
  where r.approved_at is not null;
create view publik.rencana_rekap with (security_barrier) as
  select p.* from public.rencana_rekap p
  join public.rencana r on r.satker_kode = p.satker_kode and r.id = p.rencana_id
  where r.approved_at is not null;
create view publik.rencana_butir with (security_barrier) as
  select b.satker_kode, b.rencana_id, b.id, a.urutan as area_urutan, a.nomor as area_nomor, a.judul as area_judul, a.area_baku,
    g.urutan as kegiatan_urutan, g.nomor as kegiatan_nomor, g.judul as kegiatan_judul,
    b.urutan, b.label, b.uraian, b.langkah
  from public.rencana_butir b
  join public.rencana r on r.satker_kode = b.satker_kode and r.id = b.rencana_id and r.approved_at is not null
  join public.rencana_kegiatan g on g.satker_kode = b.satker_kode and g.id = b.kegiatan_id
  join public.rencana_area a on a.satker_kode = g.satker_kode and a.id = g.area_id
  where b.removed_at is null;
create view publik.rencana_sel with (security_barrier) as
  select s.satker_kode, s.rencana_id, s.butir_id, s.bulan, s.mulai, s.jatuh_tempo, s.status, s.done_on
  from public.rencana_sel s
  join public.rencana r on r.satker_kode = s.satker_kode and r.id = s.rencana_id and r.approved_at is not null
  join public.rencana_butir b on b.satker_kode = s.satker_kode and b.id = s.butir_id and b.removed_at is null;
grant select on all tables in schema publik to hub_runtime;
