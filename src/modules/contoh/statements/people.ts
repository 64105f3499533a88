/** The offices of one province, each with how slow it is (per mille of obligations that are not met in time). */
export const offices = `
  create temp table contoh_satker on commit drop as
  select s.kode, s.nama, s.wilayah, s.zona_waktu, (p.kini at time zone s.zona_waktu)::date as hari_ini,
    30 + pg_temp.undi('provinsi ' || left(s.kode, 2)) * 230 / 1000 + pg_temp.undi('satker ' || s.kode) * 150 / 1000 as lambat
  from satker s, contoh_pilihan p where left(s.kode, 2) = $1`

const givenNames =
  'Ratna Bayu Lestari Guntur Melati Wira Kartini Panji Sekar Jaya Anjani Surya Kirana Bagas Puspita Galih Widuri Danu Arum'
const familyNames =
  'Purwakarsa Tirtamaya Wanasari Girilaya Samudrajaya Mekarwangi Rimbasari Cendanapura Langitbiru Puncakjaya Ombaksegara Padangembun Kabutpagi'

const posts = `(values
  ('admin', 'admin_satker', '{null}', 4), ('ketua', 'ketua', '{null}', 4), ('anggota', 'anggota', '{null}', 4),
  ('sekretaris', 'sekretaris', '{null}', 4), ('kasubbag', 'kasubbag', '{null}', 4),
  ('koordinator1', 'koordinator_area', '{1,2}', 4), ('koordinator2', 'koordinator_area', '{3,4}', 4),
  ('koordinator3', 'koordinator_area', '{5,6}', 4), ('koordinator4', 'koordinator_area', '{7,8}', 4),
  ('tim', 'anggota_tim', '{1,4}', 4), ('tim2', 'anggota_tim', '{6,8}', 4), ('agen', 'agen_perubahan', '{null}', 4),
  ('asesor', 'asesor', '{null}', 4), ('pembaca', 'pembaca', '{null}', 4), ('verifikator', 'verifikator_provinsi', '{null}', 2)
) as j (akun, peran, area, terpanjang)`

const word = (words: string, of: string) =>
  `split_part('${words}', ' ', 1 + pg_temp.undi('${of} ' || s.kode || ' ' || j.akun) % ${words.split(' ').length})`

/** Invented people without an account, so nobody can sign in as them; only at offices that have nobody. */
export const people: readonly string[] = [
  `create temp table contoh_orang on commit drop as
   select s.kode as satker_kode, pg_temp.kunci('orang ' || s.kode || ' ' || j.akun) as id, j.peran, j.area::int[] as area,
     ${word(givenNames, 'depan')} || ' ' || ${word(familyNames, 'belakang')} as nama,
     j.akun || '.' || s.kode || '@contoh.kpu-hub.invalid' as email
   from contoh_satker s join ${posts} on length(s.kode) <= j.terpanjang and (j.peran <> 'verifikator_provinsi' or s.kode <> '00')
   where not exists (select from pengguna p where p.satker_kode = s.kode)`,
  `insert into pengguna (satker_kode, id, nama, email, created_at)
   select satker_kode, id, nama, email, make_timestamptz(tahun, 1, 2, 2, 0, 0, 'UTC') from contoh_orang, contoh_pilihan`,
  `insert into penugasan (satker_kode, id, pengguna_id, peran, area_baku, dari, dasar, created_at)
   select o.satker_kode, pg_temp.kunci('tugas ' || o.id || coalesce(a::text, '')), o.id, o.peran, a, make_date(tahun - 1, 1, 1),
     'Keputusan contoh', make_timestamptz(tahun, 1, 2, 2, 0, 0, 'UTC')
   from contoh_orang o cross join unnest(o.area) a cross join contoh_pilihan`,
  `create temp table contoh_pejabat on commit drop as
   select distinct on (t.satker_kode, t.peran, t.area_baku) t.satker_kode, t.peran, t.area_baku, p.id, p.nama
   from penugasan t
   join contoh_satker s on s.kode = t.satker_kode
   join pengguna p on p.satker_kode = t.satker_kode and p.id = t.pengguna_id
   where t.peran in ('kasubbag', 'ketua', 'koordinator_area', 'anggota_tim') and t.ended_at is null
   order by t.satker_kode, t.peran, t.area_baku, t.created_at, t.id`,
  'analyze contoh_pejabat',
]
