-- Notices, what is mailed of them, comments on a row, reminders and the calendar feed.

create table kebijakan_bawaan (
  nama text primary key,
  isi jsonb not null,
  sumber text not null
);
comment on table kebijakan_bawaan is 'angka yang berlaku selama satker atau orang belum memilih sendiri; dari data/pengingat';
grant select on kebijakan_bawaan to hub_runtime;

create table pemberitahuan (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  penerima_id uuid not null,
  jenis text not null check (jenis ~ '^[a-z_]+$'),
  judul text not null check (length(judul) between 1 and 200),
  isi text,
  url text not null check (url ~ '^/kerja(/|$)'),
  kunci text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (satker_kode, id),
  unique (satker_kode, penerima_id, kunci),
  foreign key (satker_kode, penerima_id) references pengguna (satker_kode, id)
);
create index pemberitahuan_daftar on pemberitahuan (satker_kode, penerima_id, created_at desc);
create index pemberitahuan_belum_dibaca on pemberitahuan (satker_kode, penerima_id) where read_at is null;
comment on table pemberitahuan is 'yang perlu diketahui seseorang; satker_kode = satker penerima';
comment on column pemberitahuan.kunci is 'satu kejadian memberi tahu satu orang paling banyak satu kali';
comment on column pemberitahuan.mailed_at is 'kapan masuk surat; kosong = belum, dibaca lebih dulu, atau jenisnya tidak dikirim';
select hub.batasi_satker('pemberitahuan');

create table pemberitahuan_setelan (
  satker_kode text collate "C" not null,
  pengguna_id uuid not null,
  jenis_surat text[] not null,
  jam_ringkasan smallint not null check (jam_ringkasan between 0 and 23),
  hening_dari smallint not null check (hening_dari between 0 and 23),
  hening_sampai smallint not null check (hening_sampai between 0 and 23),
  jeda_sampai date,
  versi int not null default 1,
  updated_at timestamptz not null,
  primary key (satker_kode, pengguna_id),
  foreign key (satker_kode, pengguna_id) references pengguna (satker_kode, id)
);
comment on column pemberitahuan_setelan.hening_dari is 'jam setempat mulai tanpa surat; sama dengan hening_sampai = tidak ada jam hening';
comment on column pemberitahuan_setelan.jeda_sampai is 'tidak ada surat sampai dengan hari ini';
select hub.batasi_satker('pemberitahuan_setelan');

-- One letter a person, kind and local day: its row is what keeps a letter from being written twice.
create table pengiriman (
  satker_kode text collate "C" not null,
  id uuid not null unique,
  pengguna_id uuid not null,
  tanggal date not null,
  jenis text not null check (jenis in ('ringkasan', 'mendesak')),
  perihal text not null,
  teks text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  sent_at timestamptz check (sent_at is null or started_at is not null),
  lapsed_at timestamptz check (lapsed_at is null or sent_at is null),
  percobaan int not null default 0,
  primary key (satker_kode, pengguna_id, tanggal, jenis),
  foreign key (satker_kode, pengguna_id) references pengguna (satker_kode, id)
);
comment on column pengiriman.started_at is 'diserahkan ke server surat; tanpa sent_at: jawabannya tidak pernah diterima, tidak diulang';
comment on column pengiriman.lapsed_at is 'lewat hari atau masuk jam hening sebelum server surat menerima';
select hub.batasi_satker('pengiriman');

-- The recipient may belong to an office that the caller cannot see. Whoever is unknown or gone is passed over.
create function hub.beri_tahu(p_saat timestamptz, p_daftar jsonb) returns int
language sql security definer set search_path = public, pg_temp as $$
  with ditulis as (
    insert into pemberitahuan (satker_kode, id, penerima_id, jenis, judul, isi, url, kunci, created_at)
    select d.satker_kode, d.id, d.penerima_id, d.jenis, d.judul, d.isi, d.url, d.kunci, p_saat
    from jsonb_to_recordset(p_daftar) as d (
      satker_kode text, id uuid, penerima_id uuid, jenis text, judul text, isi text, url text, kunci text)
    join pengguna p on p.satker_kode = d.satker_kode and p.id = d.penerima_id and p.deactivated_at is null
    on conflict (satker_kode, penerima_id, kunci) do nothing
    returning 1
  )
  select count(*)::int from ditulis
$$;

-- Asked with every page, before an office is chosen; more than 99 is not counted.
create function hub.belum_dibaca(p_satker text, p_pengguna uuid) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from (
    select from pemberitahuan
    where satker_kode = p_satker and penerima_id = p_pengguna and read_at is null limit 100) n
$$;

create table komentar (
  satker_kode text collate "C" not null,
  id uuid not null,
  butir_id uuid,
  induk_id uuid,
  teks text not null check (length(teks) between 1 and 4000),
  created_at timestamptz not null,
  created_by uuid not null,
  resolved_at timestamptz,
  resolved_by uuid,
  removed_at timestamptz,
  removed_by uuid,
  primary key (satker_kode, id),
  check (num_nonnulls(butir_id) = 1),
  check (induk_id is null or resolved_at is null),
  check ((resolved_at is null) = (resolved_by is null)),
  check ((removed_at is null) = (removed_by is null)),
  foreign key (satker_kode, created_by) references pengguna (satker_kode, id),
  foreign key (satker_kode, induk_id) references komentar (satker_kode, id) on delete cascade,
  foreign key (satker_kode, butir_id) references rencana_butir (satker_kode, id) on delete cascade
);
create index komentar_butir on komentar (satker_kode, butir_id, created_at);
create index komentar_induk on komentar (satker_kode, induk_id);
comment on table komentar is 'percakapan pada satu baris kerja; satu kolom kunci asing untuk setiap macam baris';
comment on column komentar.induk_id is 'komentar yang dibalas; balasan tidak dapat dibalas lagi';
select hub.batasi_satker('komentar');

create table komentar_sebutan (
  satker_kode text collate "C" not null,
  komentar_id uuid not null,
  pengguna_id uuid not null,
  primary key (satker_kode, komentar_id, pengguna_id),
  foreign key (satker_kode, komentar_id) references komentar (satker_kode, id) on delete cascade,
  foreign key (satker_kode, pengguna_id) references pengguna (satker_kode, id)
);
create index komentar_sebutan_pengguna on komentar_sebutan (satker_kode, pengguna_id);
select hub.batasi_satker('komentar_sebutan');

-- An office's own numbers; without a row those of data/pengingat hold.
create table pengingat_setelan (
  satker_kode text collate "C" primary key references satker (kode),
  sebelum_hari int[] not null,
  terlambat_hari int not null check (terlambat_hari between 1 and 60),
  ulang_hari int not null check (ulang_hari between 1 and 60),
  kasubbag_hari int not null check (kasubbag_hari between 1 and 120),
  sekretaris_hari int not null check (sekretaris_hari > kasubbag_hari),
  alasan text not null check (length(alasan) >= 10),
  versi int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid not null
);
comment on table pengingat_setelan is 'hari kerja sebelum dan sesudah jatuh tempo yang dipilih satker sendiri';
select hub.batasi_satker('pengingat_setelan');

-- Which step of which obligation has been reminded of. The due date is part of the key: a moved one starts anew.
create table pengingat (
  satker_kode text collate "C" not null,
  butir_id uuid not null,
  bulan smallint not null,
  jatuh_tempo date not null,
  langkah text not null check (langkah ~ '^(sebelum|terlambat)_[0-9]+$|^(kasubbag|sekretaris)$'),
  created_at timestamptz not null,
  primary key (satker_kode, butir_id, bulan, jatuh_tempo, langkah),
  foreign key (satker_kode, butir_id, bulan) references rencana_sel (satker_kode, butir_id, bulan) on delete cascade
);
select hub.batasi_satker('pengingat');

create table langganan_kalender (
  satker_kode text collate "C" not null,
  id uuid not null,
  pengguna_id uuid not null,
  nama text not null check (length(nama) between 1 and 80),
  token_hash bytea not null unique,
  created_at timestamptz not null,
  read_at timestamptz,
  revoked_at timestamptz,
  primary key (satker_kode, id),
  foreign key (satker_kode, pengguna_id) references pengguna (satker_kode, id)
);
create index langganan_kalender_pengguna on langganan_kalender (satker_kode, pengguna_id);
comment on column langganan_kalender.token_hash is 'SHA-256 alamat rahasia; alamatnya hanya terlihat sekali';
select hub.batasi_satker('langganan_kalender');

-- A calendar program has no session: the secret address alone says whose tasks it may read.
create function hub.langganan_dari_token(p_token_hash bytea)
returns table (satker_kode text, id uuid, pengguna_id uuid, zona_waktu text)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.satker_kode, l.id, l.pengguna_id, s.zona_waktu
  from langganan_kalender l
  join satker s on s.kode = l.satker_kode
  join pengguna p on p.satker_kode = l.satker_kode and p.id = l.pengguna_id and p.deactivated_at is null
  where l.token_hash = p_token_hash and l.revoked_at is null
$$;

revoke all on function hub.beri_tahu, hub.belum_dibaca, hub.langganan_dari_token from public;
grant execute on function hub.beri_tahu, hub.belum_dibaca, hub.langganan_dari_token to hub_runtime;
