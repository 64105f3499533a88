-- Files: what was received, how it was checked, and which content (by SHA-256) is kept.

create table berkas (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  nama text not null check (length(nama) between 1 and 255),
  ukuran_diterima bigint not null check (ukuran_diterima >= 0),
  sha256_diterima bytea,
  received_at timestamptz not null,
  received_by uuid,
  -- known once the content has been checked
  sha256 bytea check (length(sha256) = 32),
  ukuran bigint,
  jenis_isi text,
  halaman int,
  pratinjau boolean not null default false,
  diambil_pada timestamptz,
  scanned_at timestamptz,
  ready_at timestamptz,
  rejected_at timestamptz,
  sebab text,
  primary key (satker_kode, id),
  check (ready_at is null or (sha256 is not null and jenis_isi is not null and ukuran is not null)),
  check (rejected_at is null or (ready_at is null and sebab is not null))
);
create index berkas_isi on berkas (satker_kode, sha256);
create index berkas_menunggu on berkas (satker_kode, received_at) where ready_at is null and rejected_at is null;
comment on table berkas is 'berkas yang diterima; isinya disimpan sekali menurut sha256';
comment on column berkas.sha256 is 'isi yang disimpan, setelah gambar dikodekan ulang';
comment on column berkas.sha256_diterima is 'isi seperti yang dikirim';
comment on column berkas.diambil_pada is 'waktu pemotretan menurut kamera, dibaca sebelum EXIF dibuang';
comment on column berkas.scanned_at is 'kosong = tidak ada pemindai yang dipasang';
select hub.batasi_satker('berkas');
