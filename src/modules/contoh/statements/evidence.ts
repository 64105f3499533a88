/**
 * For most documents that a butir with finished work asks for: a file (few contents, kept once), a link or a note;
 * most accepted by a second person, some waiting, a few returned.
 */
export const evidence: readonly string[] = [
  `create temp table contoh_bukti on commit drop as
   select x.*, case when undi < 450 then 'berkas' when undi < 750 then 'tautan' else 'catatan' end as bentuk,
     least(tanggal_selesai, make_date(p.tahun, 12, 31)) as tanggal,
     pg_temp.kunci('eviden ' || id || urut) as eviden_id, pg_temp.kunci('berkas ' || id || urut) as berkas_id,
     pg_temp.undi('putusan ' || id || urut) as putusan
   from (
     select s.satker_kode, s.id, s.bulan, s.pj_id, s.kasubbag_id, s.ditandai_at, s.done_on as tanggal_selesai, e.slot, e.urut,
       s.lambat, pg_temp.undi('bentuk ' || s.id || e.urut) as undi
     from (select distinct on (id) * from contoh_sel where status = 'done' order by id, bulan desc) s
     cross join unnest(s.eviden) with ordinality e (slot, urut)
     where pg_temp.undi('ada bukti ' || s.id || e.urut) >= 80 + s.lambat
   ) x cross join contoh_pilihan p`,
  'analyze contoh_bukti',
  `insert into berkas (satker_kode, id, nama, ukuran_diterima, sha256_diterima, received_at, received_by, sha256, ukuran,
     jenis_isi, halaman, ready_at)
   select b.satker_kode, b.berkas_id, left(b.slot, 60) || '.pdf', f.ukuran, f.sha256, b.ditandai_at, b.pj_id, f.sha256,
     f.ukuran, 'application/pdf', 1, b.ditandai_at
   from contoh_bukti b
   join contoh_berkas f on f.urut = b.undi % (select count(*) from contoh_berkas)
   where b.bentuk = 'berkas'`,
  `insert into eviden (satker_kode, id, bentuk, judul, tanggal, berlaku_dari, berlaku_sampai, berkas_id, url, url_judul,
     url_dibaca_at, teks, created_at, created_by)
   select satker_kode, eviden_id, bentuk, left(slot, 200), tanggal, date_trunc('year', tanggal)::date,
     (date_trunc('year', tanggal) + interval '1 year - 1 day')::date,
     case bentuk when 'berkas' then berkas_id end,
     case bentuk when 'tautan' then 'https://contoh.kpu-hub.invalid/' || satker_kode || '/' || eviden_id end,
     case bentuk when 'tautan' then left(slot, 200) end, case bentuk when 'tautan' then ditandai_at end,
     case bentuk when 'catatan' then 'Dilaksanakan sesuai rencana; dokumen asli disimpan pada subbagian.' end,
     ditandai_at, pj_id
   from contoh_bukti`,
  `insert into eviden_pakai (satker_kode, id, eviden_id, butir_id, bulan, slot, halaman, created_at, created_by, accepted_at,
     returned_at, decided_by, catatan_putusan)
   select satker_kode, pg_temp.kunci('pakai ' || eviden_id), eviden_id, id, bulan, slot,
     case when bentuk = 'berkas' then 1 end, ditandai_at, pj_id,
     case when putusan < 700 and pj_id <> kasubbag_id then least(kini, ditandai_at + interval '2 days') end,
     case when putusan >= 950 and pj_id <> kasubbag_id then least(kini, ditandai_at + interval '3 days') end,
     case when (putusan < 700 or putusan >= 950) and pj_id <> kasubbag_id then kasubbag_id end,
     case when putusan >= 950 and pj_id <> kasubbag_id then 'Tanda tangan pada dokumen belum lengkap.' end
   from contoh_bukti cross join contoh_pilihan`,
]
