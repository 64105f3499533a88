-- Evidence: a file, a link, a note or the system's own records; and the rows that it proves.

create table eviden (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  bentuk text not null check (bentuk in ('berkas', 'tautan', 'catatan', 'otomatis')),
  judul text not null check (length(judul) between 1 and 300),
  keterangan text,
  tanggal date,
  sumber text,
  berlaku_dari date not null,
  berlaku_sampai date not null check (berlaku_sampai >= berlaku_dari),
  alasan_berlaku text,
  berkas_id uuid,
  url text,
  url_judul text,
  url_dibaca_at timestamptz,
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
  check ((bentuk = 'berkas') = (berkas_id is not null)),
  check ((bentuk = 'tautan') = (url is not null)),
  check ((bentuk = 'catatan') = (teks is not null)),
  check ((bentuk = 'otomatis') = (jenis_otomatis is not null and periode is not null)),
  check ((locked_at is null) or (bentuk = 'otomatis' and snapshot is not null)),
  foreign key (satker_kode, berkas_id) references berkas (satker_kode, id)
);
create index eviden_terbaru on eviden (satker_kode, created_at desc) where removed_at is null;
create index eviden_berkas on eviden (satker_kode, berkas_id);
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
  primary key (satker_kode, id),
  check (num_nonnulls(butir_id) = 1),
  check (accepted_at is null or returned_at is null),
  check ((decided_by is null) = (accepted_at is null and returned_at is null)),
  check (returned_at is null or length(catatan_putusan) >= 10),
  foreign key (satker_kode, eviden_id) references eviden (satker_kode, id),
  foreign key (satker_kode, butir_id) references rencana_butir (satker_kode, id) on delete cascade
);
create index eviden_pakai_eviden on eviden_pakai (satker_kode, eviden_id);
create index eviden_pakai_butir on eviden_pakai (satker_kode, butir_id);
create index eviden_pakai_menunggu on eviden_pakai (satker_kode, created_at) where decided_by is null;
comment on column eviden_pakai.slot is 'dokumen pada daftar eviden butir yang diisi; kosong = di luar daftar';
comment on column eviden_pakai.wilayah is 'bagian halaman x, y, lebar, tinggi, masing-masing 0–1';
select hub.batasi_satker('eviden_pakai');
