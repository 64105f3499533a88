import type { IsiContoh } from '../isi.ts'

export type Pilihan = { tahun: number; benih: number; now: Date }

export type Statement = { text: string; values?: readonly unknown[] }

/**
 * Temporary functions and tables of the session that fills: `undi` draws 0–999 from a text and the seed, `kunci`
 * makes an id of it, so the same seed always makes the same nation.
 */
export const prepare = ({ tahun, benih, now }: Pilihan, isi: IsiContoh): Statement[] => [
  {
    text: `create function pg_temp.undi(t text) returns int language sql immutable as
      'select (abs(hashtextextended(t, ${benih})) % 1000)::int'`,
  },
  {
    text: `create function pg_temp.kunci(t text) returns uuid language sql immutable as
      'select md5(''contoh ${benih} '' || t)::uuid'`,
  },
  {
    text: `create function pg_temp.sebut(t text, nama text, wilayah text) returns text language sql immutable as
      'select replace(replace(replace(t, ''{satker}'', nama), ''{wilayah}'', wilayah), ''{tahun}'', ''${tahun}'')'`,
  },
  {
    text: 'create temp table contoh_pilihan as select $1::int as tahun, $2::timestamptz as kini',
    values: [tahun, now],
  },
  {
    text: `create temp table contoh_area as select * from jsonb_to_recordset($1)
      as x(jenis text, area int, judul text, "areaBaku" smallint)`,
    values: [JSON.stringify(isi.area)],
  },
  {
    text: `create temp table contoh_kegiatan as select * from jsonb_to_recordset($1)
      as x(jenis text, kegiatan int, area int, judul text)`,
    values: [JSON.stringify(isi.kegiatan)],
  },
  {
    text: `create temp table contoh_isi as select * from jsonb_to_recordset($1)
      as x(jenis text, nomor int, kegiatan int, label text, uraian text, langkah text, bulan int[], eviden text[],
        indikator jsonb)`,
    values: [JSON.stringify(isi.butir)],
  },
  {
    text: `create temp table contoh_berkas (urut int, nama text, sha256 bytea, ukuran bigint)`,
  },
  ...['contoh_area', 'contoh_kegiatan', 'contoh_isi'].map((name) => ({ text: `analyze ${name}` })),
]
