-- The wall: a runtime role that owns nothing, the office range, the audit chain, the door to the jobs.

do $$
begin
  if not exists (select from pg_roles where rolname = 'hub_runtime') then create role hub_runtime nologin; end if;
  if not exists (select from pg_roles where rolname = 'hub_auth') then create role hub_auth nologin; end if;
end $$;

create schema hub;
create schema auth;
create schema publik;
revoke all on schema public from public;
grant usage on schema public, hub, publik to hub_runtime;
grant usage on schema auth to hub_auth;

-- Makes a table a tenant table: rows are reachable only inside the office range of the transaction.
create function hub.batasi_satker(tabel regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tabel);
  execute format(
    'create policy wilayah on %s to hub_runtime
       using (satker_kode >= current_setting(''hub.dari'') and satker_kode < current_setting(''hub.sampai''))
       with check (satker_kode >= current_setting(''hub.dari'') and satker_kode < current_setting(''hub.sampai''))',
    tabel);
  execute format('grant select, insert, update, delete on %s to hub_runtime', tabel);
end $$;

create table satker (
  kode text collate "C" primary key check (kode ~ '^([0-9]{2}|[0-9]{4})$'),
  nama text not null,
  jenis text not null check (jenis in ('pusat', 'provinsi', 'kabupaten', 'kota')),
  wilayah text not null,
  provinsi_kode text collate "C" references satker (kode),
  zona_waktu text not null check (zona_waktu in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'))
);
comment on table satker is '553 satuan kerja; kode wilayah Kemendagri, 00 untuk KPU RI';
grant select on satker to hub_runtime;

create table audit_log (
  satker_kode text collate "C" not null references satker (kode),
  nomor bigint not null,
  at timestamptz not null,
  actor_id uuid,
  actor_nama text not null,
  peristiwa text not null,
  benda text not null,
  benda_id text,
  rincian jsonb not null default '{}',
  permintaan_id text,
  hash_sebelum bytea not null,
  hash bytea not null,
  primary key (satker_kode, nomor)
);
create index audit_log_benda on audit_log (satker_kode, benda, benda_id);
select hub.batasi_satker('audit_log');
revoke insert, update, delete on audit_log from hub_runtime;

create table audit_kepala (
  satker_kode text collate "C" primary key references satker (kode),
  nomor bigint not null,
  hash bytea not null
);
select hub.batasi_satker('audit_kepala');
revoke insert, update, delete on audit_kepala from hub_runtime;

create function hub.audit_hash(
  hash_sebelum bytea, satker_kode text, nomor bigint, at timestamptz, actor_id uuid, actor_nama text,
  peristiwa text, benda text, benda_id text, rincian jsonb, permintaan_id text
) returns bytea language sql stable as $$
  select sha256(hash_sebelum || convert_to(jsonb_build_array(
    satker_kode, nomor, extract(epoch from at)::text, actor_id, actor_nama, peristiwa, benda, benda_id, rincian, permintaan_id
  )::text, 'UTF8'))
$$;

-- The only way to write an audit row: one chain an office, serialised by the row of its head.
create function hub.catat(
  p_satker text, p_at timestamptz, p_actor_id uuid, p_actor_nama text, p_peristiwa text,
  p_benda text, p_benda_id text, p_rincian jsonb, p_permintaan text
) returns bigint language plpgsql security definer set search_path = public, hub, pg_temp as $$
declare
  kepala audit_kepala;
  sesudah bytea;
begin
  if p_satker collate "C" < current_setting('hub.dari') or p_satker collate "C" >= current_setting('hub.sampai') then
    raise exception 'audit di luar wilayah' using errcode = '42501';
  end if;
  insert into audit_kepala values (p_satker, 0, '\x') on conflict do nothing;
  select * into kepala from audit_kepala where satker_kode = p_satker for update;
  sesudah := hub.audit_hash(kepala.hash, p_satker, kepala.nomor + 1, p_at, p_actor_id, p_actor_nama,
    p_peristiwa, p_benda, p_benda_id, p_rincian, p_permintaan);
  insert into audit_log values (p_satker, kepala.nomor + 1, p_at, p_actor_id, p_actor_nama, p_peristiwa,
    p_benda, p_benda_id, p_rincian, p_permintaan, kepala.hash, sesudah);
  update audit_kepala set nomor = kepala.nomor + 1, hash = sesudah where satker_kode = p_satker;
  return kepala.nomor + 1;
end $$;
revoke all on function hub.catat from public;
grant execute on function hub.catat to hub_runtime;

create function hub.tolak_ubah_audit() returns trigger language plpgsql as $$
begin
  raise exception 'jejak audit hanya dapat ditambah' using errcode = '42501';
end $$;
create trigger audit_log_tetap before update or delete or truncate on audit_log
  for each statement execute function hub.tolak_ubah_audit();

-- Rows whose hash or link no longer fits; empty when every chain is whole.
create function hub.periksa_audit() returns table (satker_kode text, nomor bigint, sebab text)
language sql stable as $$
  with rantai as (
    select a.*,
      lag(a.hash, 1, '\x'::bytea) over w as hash_pendahulu,
      lag(a.nomor, 1, 0::bigint) over w as nomor_pendahulu
    from audit_log a window w as (partition by a.satker_kode order by a.nomor)
  )
  select r.satker_kode, r.nomor,
    case
      when r.nomor <> r.nomor_pendahulu + 1 then 'baris sebelumnya hilang'
      when r.hash_sebelum <> r.hash_pendahulu then 'sambungan ke baris sebelumnya putus'
      else 'isi tidak cocok dengan hash'
    end
  from rantai r
  where r.nomor <> r.nomor_pendahulu + 1 or r.hash_sebelum <> r.hash_pendahulu
    or r.hash <> hub.audit_hash(r.hash_sebelum, r.satker_kode, r.nomor, r.at, r.actor_id, r.actor_nama,
      r.peristiwa, r.benda, r.benda_id, r.rincian, r.permintaan_id)
  union all
  select k.satker_kode, k.nomor, 'ekor rantai hilang'
  from audit_kepala k
  left join audit_log a on a.satker_kode = k.satker_kode and a.nomor = k.nomor and a.hash = k.hash
  where k.nomor > 0 and a.nomor is null
$$;

-- The worker's schema belongs to the owner; a command reaches it only here, in its own transaction.
create function hub.antre(p_tugas text, p_muatan jsonb, p_kunci text, p_mulai timestamptz)
returns void language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
begin
  perform graphile_worker.add_job(p_tugas, p_muatan::json, job_key => p_kunci, run_at => p_mulai);
end $$;
revoke all on function hub.antre from public;
grant execute on function hub.antre to hub_runtime;

-- Which state of which reference data is loaded, so that a start that changes nothing loads nothing.
create table hub.rujukan (nama text primary key, sha256 text not null, loaded_at timestamptz not null default now());
