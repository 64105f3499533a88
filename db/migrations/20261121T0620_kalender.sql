-- Working time: what the nation lays down for every office, and an office's own days and hours.

-- Makes a table one that every office reads and only KPU RI writes, in the database as well as in the policy.
create function hub.batasi_pusat(tabel regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tabel);
  execute format('create policy baca on %s for select to hub_runtime using (true)', tabel);
  execute format('create policy pusat_tambah on %s for insert to hub_runtime
    with check (current_setting(''hub.dari'') = ''0'')', tabel);
  execute format('create policy pusat_ubah on %s for update to hub_runtime
    using (current_setting(''hub.dari'') = ''0'') with check (current_setting(''hub.dari'') = ''0'')', tabel);
  execute format('grant select, insert, update on %s to hub_runtime', tabel);
end $$;

create table kalender_tahun (
  tahun smallint primary key check (tahun between 1990 and 2200),
  dasar text not null,
  tanggal_dasar date,
  sumber text not null,
  keyakinan text not null check (keyakinan in ('terverifikasi', 'ingatan')),
  versi int not null default 1
);
comment on table kalender_tahun is 'tahun yang hari liburnya sudah dimuat, dengan SKB 3 Menteri yang menetapkannya';
select hub.batasi_pusat('kalender_tahun');

create table hari_libur (
  tanggal date primary key,
  jenis text not null check (jenis in ('libur_nasional', 'cuti_bersama')),
  nama text not null check (length(nama) between 3 and 200),
  dasar text not null,
  sumber text not null,
  keyakinan text not null check (keyakinan in ('terverifikasi', 'ingatan')),
  batal boolean not null default false,
  versi int not null default 1
);
comment on table hari_libur is 'hari libur nasional dan cuti bersama; SKB dapat berubah di tengah tahun';
comment on column hari_libur.batal is 'dicabut oleh perubahan SKB yang disebut di dasar; barisnya tetap';
select hub.batasi_pusat('hari_libur');

create table ramadan (
  tahun_hijriah smallint primary key check (tahun_hijriah between 1400 and 1700),
  dari date not null,
  sampai date not null check (sampai - dari between 29 and 30),
  sumber text not null,
  keyakinan text not null check (keyakinan in ('terverifikasi', 'ingatan')),
  versi int not null default 1
);
comment on column ramadan.sampai is '1 Syawal: hari pertama tidak berlaku lagi';
select hub.batasi_pusat('ramadan');

create table jam_kerja (
  id text primary key,
  masa text not null check (masa in ('biasa', 'ramadan')),
  hari smallint[] not null check (hari <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(hari) > 0),
  mulai time not null,
  istirahat_mulai time,
  istirahat_selesai time,
  selesai time not null check (selesai > mulai),
  dari date not null,
  sampai date check (sampai > dari),
  dasar text not null,
  sumber text not null,
  keyakinan text not null check (keyakinan in ('terverifikasi', 'ingatan')),
  check ((istirahat_mulai is null) = (istirahat_selesai is null)),
  check (istirahat_mulai is null or (mulai < istirahat_mulai and istirahat_mulai < istirahat_selesai
    and istirahat_selesai < selesai))
);
comment on table jam_kerja is 'jam kerja instansi pemerintah dalam waktu setempat; hari 1 = Senin … 7 = Minggu';
select hub.batasi_pusat('jam_kerja');

create table kalender_aturan (
  kode text primary key check (kode in ('hari_pertama', 'cuti_bersama')),
  nilai text not null,
  sumber text not null,
  keyakinan text not null check (keyakinan in ('terverifikasi', 'ingatan')),
  check (kode <> 'hari_pertama' or nilai in ('berikutnya', 'sama')),
  check (kode <> 'cuti_bersama' or nilai in ('libur', 'kerja'))
);
comment on table kalender_aturan is 'cara menghitung hari kerja; keputusan kerja sampai dikonfirmasi';
select hub.batasi_pusat('kalender_aturan');

create table hari_lokal (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  tanggal date not null,
  jenis text not null check (jenis in ('libur_lokal', 'kerja_pengganti')),
  nama text not null check (length(nama) between 3 and 200),
  dasar text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  alasan_hapus text,
  primary key (satker_kode, id),
  check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (alasan_hapus is null))
);
create unique index hari_lokal_tanggal on hari_lokal (satker_kode, tanggal) where removed_at is null;
comment on table hari_lokal is 'hari libur atau hari kerja pengganti satu satker, mengalahkan hari nasional';
select hub.batasi_satker('hari_lokal');

create table jam_lokal (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  masa text not null check (masa in ('biasa', 'ramadan')),
  hari smallint[] not null check (hari <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(hari) > 0),
  mulai time not null,
  istirahat_mulai time,
  istirahat_selesai time,
  selesai time not null check (selesai > mulai),
  dari date not null,
  sampai date check (sampai > dari),
  dasar text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  alasan_hapus text,
  primary key (satker_kode, id),
  check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (alasan_hapus is null)),
  check ((istirahat_mulai is null) = (istirahat_selesai is null)),
  check (istirahat_mulai is null or (mulai < istirahat_mulai and istirahat_mulai < istirahat_selesai
    and istirahat_selesai < selesai))
);
create index jam_lokal_berlaku on jam_lokal (satker_kode, dari) where removed_at is null;
comment on table jam_lokal is 'jam kerja satu satker yang berbeda dari jam nasional; yang terbaru menang';
select hub.batasi_satker('jam_lokal');
