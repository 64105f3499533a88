/**
 * The history of the plans and the audit chain of each office, as the commands would have written them. One step of
 * the recursion adds the next row of every office of the province at once.
 */
export const trail: readonly string[] = [
  'lock table audit_kepala in share row exclusive mode',
  `create temp table contoh_jejak on commit drop as
   select e.*, coalesce(k.nomor, 0) + row_number() over (partition by e.satker_kode order by e.at, e.tahap, e.rencana_id, e.butir_id, e.bulan) as nomor
   from (
     select satker_kode, id as rencana_id, null::uuid as butir_id, null::smallint as bulan, dibuat_at as at, 1 as tahap, kasubbag_id as oleh,
       kasubbag as nama, 'imported' as peristiwa, null::jsonb as sebelum,
       jsonb_build_object('jenis', jenis, 'tahun', tahun, 'keputusanId', keputusan_id) as sesudah, null as alasan
     from contoh_rencana
     union all
     select satker_kode, id, null, null, diajukan_at, 2, kasubbag_id, kasubbag, 'proposed', null, null, null
     from contoh_rencana where diajukan
     union all
     select satker_kode, id, null, null, disahkan_at, 3, ketua_id, ketua, 'approved', null, '{"versi": 1}', 'Pengesahan rencana'
     from contoh_rencana where disahkan
     union all
     select satker_kode, rencana_id, id, bulan, ditandai_at, 4, pj_id, pj, 'sel_marked',
       '{"status": "planned", "catatan": null, "alasan": null, "doneOn": null}',
       jsonb_build_object('status', status, 'catatan', null, 'alasan', alasan, 'doneOn', done_on), alasan
     from contoh_sel
     cross join lateral (select case when status = 'waived' then 'Digabung dengan kegiatan serupa pada bulan lain.' end as alasan) a
     where ditandai_at is not null
   ) e
   left join audit_kepala k on k.satker_kode = e.satker_kode`,
  `insert into rencana_riwayat (satker_kode, id, rencana_id, butir_id, bulan, peristiwa, sebelum, sesudah, alasan, at, by)
   select satker_kode, pg_temp.kunci('riwayat ' || satker_kode || nomor), rencana_id, butir_id, bulan, peristiwa, sebelum, sesudah,
     alasan, at, oleh
   from contoh_jejak`,
  `create temp table contoh_audit on commit drop as
   select satker_kode, nomor, at, oleh, nama, 'rencana-aksi.' || peristiwa as peristiwa,
     case when butir_id is null then 'rencana' else 'butir' end as benda, coalesce(butir_id, rencana_id)::text as benda_id,
     jsonb_strip_nulls(jsonb_build_object('rencanaId', rencana_id, 'bulan', bulan))
       || jsonb_build_object('sebelum', sebelum, 'sesudah', sesudah, 'alasan', alasan) as rincian
   from contoh_jejak`,
  'create unique index on contoh_audit (satker_kode, nomor)',
  'analyze contoh_audit',
  `insert into audit_log (satker_kode, nomor, at, actor_id, actor_nama, peristiwa, benda, benda_id, rincian, hash_sebelum, hash)
   with recursive awal as (
     select satker_kode, min(nomor) as nomor from contoh_audit group by 1
   ), rantai as (
     select j.satker_kode, j.nomor, h.sebelum, hub.audit_hash(h.sebelum, j.satker_kode, j.nomor, j.at, j.oleh, j.nama,
       j.peristiwa, j.benda, j.benda_id, j.rincian, null) as hash
     from awal a
     join contoh_audit j on j.satker_kode = a.satker_kode and j.nomor = a.nomor
     left join audit_kepala k on k.satker_kode = j.satker_kode
     cross join lateral (select coalesce(k.hash, '\\x'::bytea) as sebelum) h
     union all
     select j.satker_kode, j.nomor, r.hash, hub.audit_hash(r.hash, j.satker_kode, j.nomor, j.at, j.oleh, j.nama, j.peristiwa,
       j.benda, j.benda_id, j.rincian, null)
     from rantai r join contoh_audit j on j.satker_kode = r.satker_kode and j.nomor = r.nomor + 1
   )
   select j.satker_kode, j.nomor, j.at, j.oleh, j.nama, j.peristiwa, j.benda, j.benda_id, j.rincian, r.sebelum, r.hash
   from rantai r join contoh_audit j on j.satker_kode = r.satker_kode and j.nomor = r.nomor`,
  `insert into audit_kepala (satker_kode, nomor, hash)
   select distinct on (j.satker_kode) j.satker_kode, a.nomor, a.hash
   from contoh_audit j join audit_log a on a.satker_kode = j.satker_kode and a.nomor = j.nomor
   order by j.satker_kode, j.nomor desc
   on conflict (satker_kode) do update set nomor = excluded.nomor, hash = excluded.hash`,
]
