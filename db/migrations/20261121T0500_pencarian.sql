-- Text search under row security never uses its index, so each search runs as the owner and repeats the scope
-- in its own where. It gives keys only: the rows themselves are read under row security again.

do $$
begin
  create extension if not exists pg_trgm;
exception when insufficient_privilege or undefined_file or feature_not_supported then
  raise notice 'pg_trgm tidak tersedia; pencarian berjalan tanpa indeks trigram';
end $$;

create function hub.teks_butir(label text, uraian text, langkah text) returns text language sql immutable as $$
  select coalesce(label, '') || ' ' || coalesce(uraian, '') || ' ' || coalesce(langkah, '')
$$;

do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index rencana_butir_teks on rencana_butir using gin (hub.teks_butir(label, uraian, langkah) gin_trgm_ops);
    create index keputusan_teks on keputusan using gin ((nomor || ' ' || judul) gin_trgm_ops);
    create index pengguna_teks on pengguna using gin (nama gin_trgm_ops);
  end if;
end $$;

-- p_pola holds patterns for ilike, the longest first: the index finds that one, the others narrow its rows.
create function hub.cari_butir(p_pola text[], p_batas int) returns table (satker_kode text, id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select b.satker_kode, b.id
  from rencana_butir b join rencana r on r.satker_kode = b.satker_kode and r.id = b.rencana_id
  where b.satker_kode >= current_setting('hub.dari') and b.satker_kode < current_setting('hub.sampai')
    and b.removed_at is null
    and hub.teks_butir(b.label, b.uraian, b.langkah) ilike p_pola[1]
    and hub.teks_butir(b.label, b.uraian, b.langkah) ilike all (p_pola)
  order by r.tahun desc, b.satker_kode, r.jenis, b.urutan, b.id
  limit p_batas
$$;

create function hub.cari_keputusan(p_pola text[], p_batas int) returns table (satker_kode text, id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.satker_kode, k.id
  from keputusan k
  where k.satker_kode >= current_setting('hub.dari') and k.satker_kode < current_setting('hub.sampai')
    and (k.nomor || ' ' || k.judul) ilike p_pola[1] and (k.nomor || ' ' || k.judul) ilike all (p_pola)
  order by k.tanggal desc, k.satker_kode, k.id
  limit p_batas
$$;

-- The actor's own office has the lowest code in its reach, so its people come first.
create function hub.cari_pengguna(p_pola text[], p_batas int) returns table (satker_kode text, id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.satker_kode, p.id
  from pengguna p
  where p.satker_kode >= current_setting('hub.dari') and p.satker_kode < current_setting('hub.sampai')
    and p.deactivated_at is null
    and p.nama ilike p_pola[1] and p.nama ilike all (p_pola)
  order by p.satker_kode, p.nama, p.id
  limit p_batas
$$;
revoke all on function hub.cari_butir, hub.cari_keputusan, hub.cari_pengguna from public;
grant execute on function hub.teks_butir, hub.cari_butir, hub.cari_keputusan, hub.cari_pengguna to hub_runtime;
