-- Complete sign-in: second factors, what a session knows of them, which roles must have one,
-- and acting officers who stop when those whom they stand in for do.

-- Two columns of better-auth's tables, spelled as it spells its own.
alter table auth."user"
  add column "factorSince" timestamptz,
  add column "obligedSince" timestamptz,
  add column "mustEnrol" boolean not null default false;
comment on column auth."user"."factorSince" is 'sejak kapan faktor kedua berlaku; kosong berarti belum ada';
comment on column auth."user"."obligedSince" is 'masuk pertama sejak perannya mewajibkan faktor kedua; tenggang dihitung dari sini';
comment on column auth."user"."mustEnrol" is 'faktornya diatur ulang admin: harus memasang lagi sebelum bekerja';

alter table auth.session
  add column "provenAt" timestamptz,
  add column "seenAt" timestamptz,
  add column "secondFactor" text
    check ("secondFactor" in ('totp', 'kunci', 'pemulihan', 'peramban', 'sso'));
comment on column auth.session."provenAt" is 'kapan orangnya terakhir membuktikan diri';

-- The secret is sealed with a key that the database does not hold. `calon` waits for its first right code.
create table auth.totp (
  akun text primary key references auth."user" (id) on delete cascade,
  rahasia bytea,
  sejak timestamptz check ((sejak is null) = (rahasia is null)),
  langkah_terakhir bigint not null default 0,
  calon bytea,
  calon_sejak timestamptz check ((calon_sejak is null) = (calon is null))
);
comment on column auth.totp.langkah_terakhir is 'langkah 30 detik dari kode terakhir yang diterima: kode yang sama tidak diterima dua kali';

create table auth.kode_pemulihan (
  akun text not null references auth."user" (id) on delete cascade,
  hash bytea not null,
  created_at timestamptz not null,
  dipakai_at timestamptz,
  primary key (akun, hash)
);
comment on column auth.kode_pemulihan.hash is 'HMAC; kodenya sendiri hanya pernah ditampilkan satu kali';

create table auth.kunci_sandi (
  id uuid primary key,
  akun text not null references auth."user" (id) on delete cascade,
  kredensial text not null unique,
  nama text not null check (length(nama) between 1 and 60),
  kunci_publik bytea not null,
  hitungan bigint not null check (hitungan >= 0),
  transport text[] not null default '{}',
  tersinkron boolean not null,
  created_at timestamptz not null,
  dipakai_at timestamptz
);
create index kunci_sandi_akun on auth.kunci_sandi (akun);
comment on column auth.kunci_sandi.hitungan is 'penghitung pada kunci; yang mundur menandakan salinan';
comment on column auth.kunci_sandi.tersinkron is 'ikut tersimpan di akun pembuat perangkat, bukan pada satu perangkat saja';

grant select, insert, update, delete on auth.totp, auth.kode_pemulihan, auth.kunci_sandi to hub_auth;

-- Which roles must have a second factor. Rows belong to KPU RI, so that nobody else writes them.
create table wajib_faktor (
  satker_kode text collate "C" not null default '00' references satker (kode) check (satker_kode = '00'),
  peran text not null check (peran in ('admin_satker', 'ketua', 'anggota', 'sekretaris', 'kasubbag',
    'koordinator_area', 'anggota_tim', 'agen_perubahan', 'asesor', 'verifikator_provinsi', 'pengawas_nasional', 'pembaca')),
  wajib_sejak date,
  tenggang_hari smallint not null default 14 check (tenggang_hari between 0 and 90),
  primary key (satker_kode, peran)
);
comment on column wajib_faktor.wajib_sejak is 'kosong berarti tidak diwajibkan';
comment on column wajib_faktor.tenggang_hari is 'hari sejak masuk pertama di bawah kewajiban';
select hub.batasi_satker('wajib_faktor');

-- A Plh. stands in for who is away for a while, so his power ends with the post of that person.
-- A Plt. fills a post that is empty: it holds until its own end (UU 30/2014 art. 14).
create or replace function hub.tugas_pada(p_satker text, p_hari date)
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
    and (d.jenis = 'plt' or exists (
      select from public.penugasan t
      join public.pengguna p on p.satker_kode = t.satker_kode and p.id = t.pengguna_id
      where t.satker_kode = p_satker and t.pengguna_id = d.pemberi_id and t.peran = d.peran
        and t.area_baku is not distinct from d.area_baku and t.ended_at is null
        and t.dari <= p_hari and (t.sampai is null or t.sampai > p_hari)
        and p.deactivated_at is null))
$$;

-- The memberships of an account, now with the shortest grace that a role held today allows.
drop function hub.keanggotaan(text, timestamptz);
create function hub.keanggotaan(p_user_id text, p_saat timestamptz)
returns table (satker_kode text, satker_nama text, zona_waktu text, pengguna_id uuid, nama text, tugas jsonb,
  tenggang_hari smallint)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.satker_kode, s.nama, s.zona_waktu, p.id, p.nama, coalesce(t.tugas, '[]'), t.tenggang_hari
  from pengguna p join satker s on s.kode = p.satker_kode
  left join lateral (
    select
      jsonb_agg(
        jsonb_build_object('peran', t.peran, 'areaBaku', t.area_baku, 'lewat', t.lewat)
        order by t.lewat, t.peran, t.area_baku) as tugas,
      min(w.tenggang_hari) as tenggang_hari
    from hub.tugas_pada(p.satker_kode, (p_saat at time zone s.zona_waktu)::date) t
    left join wajib_faktor w on w.satker_kode = '00' and w.peran = t.peran
      and w.wajib_sejak <= (p_saat at time zone s.zona_waktu)::date
    where t.pengguna_id = p.id) t on true
  where p.user_id = p_user_id and p.deactivated_at is null
  order by p.satker_kode
$$;
revoke all on function hub.keanggotaan from public;
grant execute on function hub.keanggotaan to hub_runtime;
