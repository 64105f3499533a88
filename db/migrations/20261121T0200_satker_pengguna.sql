-- Units and posts with their dates, people of an office, their roles, delegations and invitations.

create table unit (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  nama text not null,
  singkatan text,
  jenis text not null check (jenis in ('sekretariat', 'bagian', 'subbagian', 'divisi', 'biro', 'inspektorat')),
  induk_id uuid,
  dari date not null,
  sampai date check (sampai > dari),
  sumber text not null,
  versi int not null default 1,
  primary key (satker_kode, id),
  foreign key (satker_kode, induk_id) references unit (satker_kode, id)
);
comment on column unit.sampai is 'hari pertama tidak berlaku lagi';
select hub.batasi_satker('unit');

create table jabatan (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  unit_id uuid,
  nama text not null,
  jenis text not null check (jenis in ('ketua', 'anggota', 'sekretaris', 'kabag', 'kasubbag', 'pelaksana')),
  dari date not null,
  sampai date check (sampai > dari),
  primary key (satker_kode, id),
  foreign key (satker_kode, unit_id) references unit (satker_kode, id)
);
select hub.batasi_satker('jabatan');

create table pengguna (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null unique,
  user_id text,
  nama text not null,
  email text not null,
  nip text check (nip ~ '^[0-9]{18}$'),
  jabatan_id uuid,
  unit_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  deactivated_at timestamptz,
  deactivated_by uuid,
  versi int not null default 1,
  primary key (satker_kode, id),
  foreign key (satker_kode, jabatan_id) references jabatan (satker_kode, id),
  foreign key (satker_kode, unit_id) references unit (satker_kode, id)
);
create unique index pengguna_email on pengguna (satker_kode, lower(email));
create unique index pengguna_user on pengguna (satker_kode, user_id) where user_id is not null;
create unique index pengguna_nip on pengguna (satker_kode, nip) where nip is not null;
create index pengguna_akun on pengguna (user_id) where user_id is not null;
comment on table pengguna is 'keanggotaan seseorang pada satu satker; satu akun dapat memiliki beberapa';
select hub.batasi_satker('pengguna');

create table penugasan (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  pengguna_id uuid not null,
  peran text not null check (peran in ('admin_satker', 'ketua', 'anggota', 'sekretaris', 'kasubbag',
    'koordinator_area', 'anggota_tim', 'agen_perubahan', 'asesor', 'verifikator_provinsi', 'pengawas_nasional', 'pembaca')),
  area_baku smallint check (area_baku between 1 and 8),
  dari date not null,
  sampai date check (sampai > dari),
  dasar text,
  created_at timestamptz not null,
  created_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (satker_kode, id),
  foreign key (satker_kode, pengguna_id) references pengguna (satker_kode, id)
);
create index penugasan_pengguna on penugasan (satker_kode, pengguna_id);
select hub.batasi_satker('penugasan');

create table delegasi (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  jenis text not null check (jenis in ('plh', 'plt')),
  peran text not null check (peran in ('ketua', 'sekretaris', 'kasubbag', 'koordinator_area')),
  area_baku smallint check (area_baku between 1 and 8),
  pemberi_id uuid not null,
  penerima_id uuid not null check (penerima_id <> pemberi_id),
  dari date not null,
  sampai date not null check (sampai > dari),
  dasar text not null,
  created_at timestamptz not null,
  created_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (satker_kode, id),
  foreign key (satker_kode, pemberi_id) references pengguna (satker_kode, id),
  foreign key (satker_kode, penerima_id) references pengguna (satker_kode, id)
);
create index delegasi_penerima on delegasi (satker_kode, penerima_id);
select hub.batasi_satker('delegasi');

create table undangan (
  satker_kode text collate "C" not null references satker (kode),
  id uuid not null,
  email text not null,
  nama text not null,
  peran text not null,
  area_baku smallint check (area_baku between 1 and 8),
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  created_by uuid not null,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (satker_kode, id)
);
create unique index undangan_terbuka on undangan (satker_kode, lower(email))
  where accepted_at is null and revoked_at is null;
select hub.batasi_satker('undangan');

-- The roles in force at an office on a day. No search_path of its own, so that the planner can look into it.
create function hub.tugas_pada(p_satker text, p_hari date)
returns table (pengguna_id uuid, peran text, area_baku smallint, lewat text)
language sql stable as $$
  select t.pengguna_id, t.peran, t.area_baku, 'penugasan'
  from public.penugasan t
  where t.satker_kode = p_satker and t.ended_at is null
    and t.dari <= p_hari and (t.sampai is null or t.sampai > p_hari)
  union all
  select d.penerima_id, d.peran, d.area_baku, d.jenis
  from public.delegasi d
  where d.satker_kode = p_satker and d.revoked_at is null and d.dari <= p_hari and d.sampai > p_hari
$$;

-- Before an office is chosen there is no range: these three answer for one account or one token only.
create function hub.keanggotaan(p_user_id text, p_saat timestamptz)
returns table (satker_kode text, satker_nama text, zona_waktu text, pengguna_id uuid, nama text, tugas jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.satker_kode, s.nama, s.zona_waktu, p.id, p.nama, coalesce((
    select jsonb_agg(
      jsonb_build_object('peran', t.peran, 'areaBaku', t.area_baku, 'lewat', t.lewat)
      order by t.lewat, t.peran, t.area_baku)
    from hub.tugas_pada(p.satker_kode, (p_saat at time zone s.zona_waktu)::date) t
    where t.pengguna_id = p.id), '[]')
  from pengguna p join satker s on s.kode = p.satker_kode
  where p.user_id = p_user_id and p.deactivated_at is null
  order by p.satker_kode
$$;

create function hub.undangan_dari_token(p_token_hash bytea)
returns table (satker_kode text, id uuid) language sql stable security definer set search_path = public, pg_temp as $$
  select u.satker_kode, u.id from undangan u where u.token_hash = p_token_hash
$$;

-- Only the name: a plan shows who of another office approved it.
create function hub.nama_pengguna(p_id uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select nama from pengguna where id = p_id
$$;
revoke all on function hub.tugas_pada, hub.keanggotaan, hub.undangan_dari_token, hub.nama_pengguna from public;
grant execute on function hub.tugas_pada, hub.keanggotaan, hub.undangan_dari_token, hub.nama_pengguna to hub_runtime;
