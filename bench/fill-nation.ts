import type pg from 'pg'

/** Every office gets one approved plan of 66 butir and 432 cells, in one transaction. */
export async function fillNation(pool: pg.Pool, tahun: number, today: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const statement of statements) {
      const used = ['$1', '$2'].filter((name) => statement.includes(name)).length
      await client.query(statement, [tahun, today].slice(0, used))
    }
    await client.query('commit')
    for (const table of ['rencana', 'rencana_butir', 'rencana_sel', 'rencana_rekap'])
      await client.query(`vacuum analyze ${table}`)
  } finally {
    client.release()
  }
}

const id = (...parts: string[]) => `md5(${parts.join(" || '/' || ")})::uuid`
const years = '2026-01-02'

const statements = [
  `insert into rencana (satker_kode, id, jenis, tahun, judul, versi, created_at, proposed_at, proposed_by, approved_at, approved_by)
   select kode, ${id("'r'", 'kode')}, 'RB', $1, 'Rencana aksi Reformasi Birokrasi ' || nama, 1,
     '${years}', '${years}', ${id("'a'", 'kode')}, '${years}', ${id("'b'", 'kode')}
   from satker
   on conflict do nothing`,
  `insert into rencana_area (satker_kode, id, rencana_id, urutan, nomor, judul, area_baku)
   select kode, ${id("'area'", 'kode', 'a::text')}, ${id("'r'", 'kode')}, a, a || '.', 'Area perubahan ' || a, a
   from satker, generate_series(1, 8) a where exists (select from rencana r where r.id = ${id("'r'", 'kode')})`,
  `insert into rencana_kegiatan (satker_kode, id, rencana_id, area_id, urutan, nomor, judul)
   select satker_kode, ${id("'k'", 'id::text')}, rencana_id, id, 1, '1.', 'Kegiatan utama ' || nomor
   from rencana_area where rencana_id = ${id("'r'", 'satker_kode')}`,
  `insert into rencana_butir (satker_kode, id, rencana_id, kegiatan_id, urutan, label, uraian, updated_at)
   select kode, ${id("'butir'", 'kode', 'n::text')}, ${id("'r'", 'kode')},
     ${id("'k'", `${id("'area'", 'kode', '(n % 8 + 1)::text')}::text`)}, n, chr(97 + n / 8) || '.',
     (array['Sosialisasi', 'Evaluasi', 'Penyusunan laporan', 'Pembaruan', 'Rapat koordinasi'])[n % 5 + 1] || ' ' ||
     (array['pengendalian gratifikasi', 'standar pelayanan', 'peta proses bisnis', 'kinerja individu'])[n % 4 + 1] ||
     ' tahap ' || n || ' pada ' || nama, '${years}'
   from satker, generate_series(1, 66) n where exists (select from rencana r where r.id = ${id("'r'", 'kode')})`,
  `insert into rencana_sel (satker_kode, rencana_id, butir_id, bulan, mulai, jatuh_tempo, status, done_on, alasan, updated_at)
   select satker_kode, rencana_id, id, bulan, mulai, tempo,
     case when mulai > $2 then 'planned' when luck < 2 then 'waived' when luck < 100 - kind then 'done'
       when luck % 2 = 0 then 'in_progress' else 'planned' end,
     case when mulai <= $2 and luck >= 2 and luck < 100 - kind
       then least($2::date, tempo + (luck % 7 - 5)) end,
     case when mulai <= $2 and luck < 2 then 'digabung dengan kegiatan lain' end, '${years}'
   from (
     select b.satker_kode, b.rencana_id, b.id, m.bulan, make_date($1, m.bulan, 1) as mulai, (make_date($1, m.bulan, 1) + interval '1 month - 1 day')::date as tempo,
       abs(hashtext(b.id::text || m.bulan)) % 100 as luck, abs(hashtext(left(b.satker_kode, 2))) % 45 + abs(hashtext(b.satker_kode)) % 12 as kind
     from rencana_butir b, lateral (
       select (b.urutan + j) % 12 + 1 as bulan from generate_series(1, case when b.urutan <= 36 then 7 else 6 end) j
     ) m
     where b.rencana_id = ${id("'r'", 'b.satker_kode')}
   ) c`,
  `insert into rencana_rekap select h.* from rencana r, lateral hub.hitung_rekap(r.satker_kode, r.id) h
   where r.id = ${id("'r'", 'r.satker_kode')} and r.tahun = $1`,
]
