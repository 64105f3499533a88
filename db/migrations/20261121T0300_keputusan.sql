-- Decrees, the register of legal bases, and imports with their findings.

create table peraturan (
  kode text primary key,
  judul text not null,
  jenis text not null,
  berlaku_dari date,
  berlaku_sampai date check (berlaku_sampai > berlaku_dari),
  sumber text not null,
  keyakinan text not null check (keyakinan in ('terverifikasi', 'ingatan')),
  catatan text,
  versi int not null default 1
);
comment on table peraturan is 'register dasar hukum; kode pendek seperti PermenPANRB 90/2021';
create table peraturan_hubungan (
  kode text not null references peraturan (kode),
  jenis text not null check (jenis in ('mengubah', 'mencabut', 'melaksanakan')),
  sasaran_kode text not null references peraturan (kode),
  sumber text not null,
  keyakinan text not null check (keyakinan in ('terverifikasi', 'ingatan')),
  primary key (kode, jenis, sasaran_kode)
);
grant select, insert, update on peraturan to hub_runtime;
grant select, insert, update, delete on peraturan_hubungan to hub_runtime;

create table keputusan (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  penerbit text not null,
  nomor text not null,
  tahun int not null,
  judul text not null,
  tanggal date not null,
  tempat text,
  ketua text,
  penyalin_nama text,
  penyalin_jabatan text,
  menimbang jsonb not null default '[]',
  memperhatikan jsonb not null default '[]',
  diktum jsonb not null default '[]',
  berita_acara text,
  mengubah_nomor text,
  mengubah_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  versi int not null default 1,
  primary key (satker_kode, id),
  unique (satker_kode, nomor, tahun),
  foreign key (satker_kode, mengubah_id) references keputusan (satker_kode, id)
);
comment on column keputusan.berita_acara is 'nomor berita acara pleno yang mendasari';
select hub.batasi_satker('keputusan');

create table keputusan_dasar_hukum (
  satker_kode text collate "C" not null,
  keputusan_id uuid not null,
  urutan int not null,
  kode text not null,
  judul text not null,
  perubahan jsonb not null default '[]',
  primary key (satker_kode, keputusan_id, urutan),
  foreign key (satker_kode, keputusan_id) references keputusan (satker_kode, id) on delete cascade
);
select hub.batasi_satker('keputusan_dasar_hukum');

create table impor (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  nama_berkas text not null,
  ukuran bigint not null,
  sha256 text not null,
  isi bytea,
  baris jsonb,
  hasil jsonb,
  suntingan jsonb,
  versi int not null default 1,
  pesan text,
  created_at timestamptz not null,
  created_by uuid not null,
  read_at timestamptz,
  failed_at timestamptz,
  accepted_at timestamptz,
  accepted_by uuid,
  discarded_at timestamptz,
  discarded_by uuid,
  keputusan_id uuid,
  primary key (satker_kode, id),
  check ((failed_at is null) = (pesan is null)),
  check (isi is null = (failed_at is not null or discarded_at is not null)),
  check (accepted_at is null or keputusan_id is not null),
  foreign key (satker_kode, keputusan_id) references keputusan (satker_kode, id)
);
create unique index impor_terbuka on impor (satker_kode, sha256)
  where failed_at is null and discarded_at is null and accepted_at is null;
create index impor_daftar on impor (satker_kode, created_at desc);
comment on column impor.isi is 'berkas asli; dihapus bila tidak terbaca atau dibatalkan';
comment on column impor.pesan is 'sebab berkas tidak terbaca, untuk pengunggah';
comment on column impor.hasil is 'renaksi/1 seperti terbaca; suntingan = setelah diperiksa orang';
comment on column impor.baris is 'baris sumber: [{baris, teks, kelas}]; kelas isi, sisa, atau jenis derau';
select hub.batasi_satker('impor');

create table impor_temuan (
  satker_kode text collate "C" not null,
  impor_id uuid not null,
  urutan int not null,
  asal text not null check (asal in ('pembaca', 'dasar_hukum')),
  kode text not null,
  baris int[] not null default '{}',
  pesan text not null,
  keputusan text,
  alternatif text,
  decided_at timestamptz,
  decided_by uuid,
  tindakan text check (tindakan in ('diterima', 'diperbaiki')),
  catatan text,
  primary key (satker_kode, impor_id, urutan),
  foreign key (satker_kode, impor_id) references impor (satker_kode, id) on delete cascade
);
select hub.batasi_satker('impor_temuan');
