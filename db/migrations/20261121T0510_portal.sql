-- When the public's picture of a plan last changed: its approval, its closing or a mark in one of its months.
create view publik.rencana_perubahan with (security_barrier) as
  select r.satker_kode, r.id as rencana_id,
    greatest(r.approved_at, r.closed_at, (
      select max(s.updated_at) from public.rencana_sel s where s.satker_kode = r.satker_kode and s.rencana_id = r.id
    )) as at
  from public.rencana r
  where r.approved_at is not null;
grant select on publik.rencana_perubahan to hub_runtime;
