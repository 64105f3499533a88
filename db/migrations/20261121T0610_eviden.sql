-- Evidence: a file, a link, a note or the system's own records; and the rows that it proves.

create table eviden (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  bentuk text not null check (bentuk in ('berkas', 'tautan', 'catatan', 'otomatis')),
  judul text not null check (length(judul) between 1 and 300),
  keterangan text,
  tanggal date not null,
  sumber text,
  media text check (media in ('spanduk', 'pamflet', 'video', 'media_sosial', 'situs_web', 'radio_tv', 'media_cetak', 'tatap_muka')),
  sasaran text,
  berlaku_dari date not null,
  berlaku_sampai date not null check (berlaku_sampai >= berlaku_dari),
  alasan_berlaku text,
  berkas_id uuid,
  url text check (url ~* '^https?://'),
  url_judul text,
  url_dibaca_at timestamptz,
  url_sebab text,
  teks text,
  jenis_otomatis text,
  periode text,
  snapshot jsonb,
  locked_at timestamptz,
  locked_by uuid,
  versi int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (satker_kode, id),
  check (extract(year from berlaku_dari) = extract(year from tanggal) and extract(year from berlaku_sampai) = extract(year from tanggal)
    or length(alasan_berlaku) >= 10),
  check ((bentuk = 'berkas') = (berkas_id is not null)),
  check ((bentuk = 'tautan') = (url is not null)),
  check ((bentuk = 'catatan') = (teks is not null)),
  check ((bentuk = 'otomatis') = (jenis_otomatis is not null and periode is not null)),
  check ((locked_at is null) or (bentuk = 'otomatis' and snapshot is not null)),
  foreign key (satker_kode, berkas_id) references berkas (satker_kode, id)
);
create index eviden_terbaru on eviden (satker_kode, created_at desc) where removed_at is null;
create index eviden_berkas on eviden (satker_kode, berkas_id);
create index eviden_media on eviden (satker_kode, tanggal desc) where media is not null and removed_at is null;
comment on column eviden.media is 'saluran sosialisasi atau publikasi; kosong = bukan eviden media';
comment on column eviden.sumber is 'di mana dimuat atau siapa yang merekam';
comment on column eviden.sasaran is 'kepada siapa sosialisasi ditujukan';
comment on column eviden.url_judul is 'judul halaman ketika dibaca';
comment on column eviden.url_sebab is 'mengapa halaman tidak terbaca';
comment on column eviden.tanggal is 'tanggal dokumen, peristiwa atau tangkapan layar';
comment on column eviden.berlaku_dari is 'masa yang dibuktikan; bawaan: tahun dari tanggal';
comment on column eviden.alasan_berlaku is 'mengapa berlaku di luar tahun tanggalnya';
select hub.batasi_satker('eviden');

-- One use: this eviden proves this row. One column a kind of row, each with its foreign key.
create table eviden_pakai (
  satker_kode text collate "C" not null,
  id uuid not null,
  eviden_id uuid not null,
  butir_id uuid,
  ratl_id uuid,
  bulan smallint check (bulan between 1 and 12),
  slot text,
  halaman int check (halaman > 0),
  wilayah numeric(5, 4)[] check (array_length(wilayah, 1) = 4),
  catatan text,
  created_at timestamptz not null,
  created_by uuid not null,
  accepted_at timestamptz,
  returned_at timestamptz,
  decided_by uuid check (decided_by <> created_by),
  catatan_putusan text,
  removed_at timestamptz,
  removed_by uuid,
  primary key (satker_kode, id),
  check (num_nonnulls(butir_id, ratl_id) = 1),
  check (accepted_at is null or returned_at is null),
  check ((decided_by is null) = (accepted_at is null and returned_at is null)),
  check (returned_at is null or length(catatan_putusan) >= 10),
  check (removed_at is null or accepted_at is null),
  foreign key (satker_kode, eviden_id) references eviden (satker_kode, id),
  foreign key (satker_kode, butir_id) references rencana_butir (satker_kode, id) on delete cascade
);
create unique index eviden_pakai_sekali on eviden_pakai (satker_kode, eviden_id, butir_id, ratl_id, bulan, slot) nulls not distinct
  where removed_at is null and returned_at is null;
create index eviden_pakai_eviden on eviden_pakai (satker_kode, eviden_id);
create index eviden_pakai_butir on eviden_pakai (satker_kode, butir_id) where removed_at is null;
create index eviden_pakai_ratl on eviden_pakai (satker_kode, ratl_id) where ratl_id is not null;
create index eviden_pakai_menunggu on eviden_pakai (satker_kode, created_at) where decided_by is null and removed_at is null;
comment on column eviden_pakai.ratl_id is 'tindak lanjut yang hasilnya dibuktikan; kunci asingnya berdiri di ruang monitoring';
comment on column eviden_pakai.slot is 'dokumen pada daftar eviden butir yang diisi; kosong = di luar daftar';
comment on column eviden_pakai.wilayah is 'bagian halaman x, y, lebar, tinggi, masing-masing 0–1';
select hub.batasi_satker('eviden_pakai');

-- What each use proves, by name and address: one branch a kind of row, so that eviden need not know the rooms above it.
create view eviden_terbukti with (security_invoker = true) as
select p.satker_kode, p.id as pakai_id, r.tahun, coalesce(b.uraian, b.langkah) as judul, r.judul as induk,
  '/kerja/rencana-aksi/' || b.rencana_id || '/bukti/' || p.id as alamat
from eviden_pakai p
join rencana_butir b on b.satker_kode = p.satker_kode and b.id = p.butir_id
join rencana r on r.satker_kode = b.satker_kode and r.id = b.rencana_id;
grant select on eviden_terbukti to hub_runtime;
