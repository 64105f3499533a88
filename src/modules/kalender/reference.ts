import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadReferenceOnce } from '#platform/db/reference.ts'
import type { Services } from '#platform/services.ts'

type HariLibur = { tahun: unknown[]; hari: unknown[] }
type JamKerja = { jam: unknown[]; ramadan: unknown[]; aturan: unknown[] }

/** Loads holidays, hours, Ramadan and the rules of counting. What KPU RI has corrected since (versi > 1) is kept. */
export async function loadKalender({ ownerPool, config }: Services): Promise<void> {
  const texts = await Promise.all(
    ['hari-libur.json', 'jam-kerja.json'].map((name) =>
      readFile(join(config.projectRoot, 'data/kalender', name), 'utf8'),
    ),
  )
  const libur = JSON.parse(texts[0] ?? '') as HariLibur
  const jam = JSON.parse(texts[1] ?? '') as JamKerja
  await loadReferenceOnce(ownerPool, 'kalender', texts.join('\n'), async (client) => {
    const put = (statement: string, rows: unknown[]) =>
      client.query(statement, [JSON.stringify(rows)])
    await put(tahunStatement, libur.tahun)
    await put(hariStatement, libur.hari)
    await put(jamStatement, jam.jam)
    await put(ramadanStatement, jam.ramadan)
    await put(aturanStatement, jam.aturan)
  })
}

const tahunStatement = `
  insert into kalender_tahun (tahun, dasar, tanggal_dasar, sumber, keyakinan)
  select * from jsonb_to_recordset($1::jsonb)
    as x(tahun smallint, dasar text, tanggal_dasar date, sumber text, keyakinan text)
  on conflict (tahun) do update set dasar = excluded.dasar, tanggal_dasar = excluded.tanggal_dasar,
    sumber = excluded.sumber, keyakinan = excluded.keyakinan
  where kalender_tahun.versi = 1`

const hariStatement = `
  insert into hari_libur (tanggal, jenis, nama, dasar, sumber, keyakinan)
  select * from jsonb_to_recordset($1::jsonb)
    as x(tanggal date, jenis text, nama text, dasar text, sumber text, keyakinan text)
  on conflict (tanggal) do update set jenis = excluded.jenis, nama = excluded.nama, dasar = excluded.dasar,
    sumber = excluded.sumber, keyakinan = excluded.keyakinan
  where hari_libur.versi = 1`

const jamStatement = `
  insert into jam_kerja (id, masa, hari, mulai, istirahat_mulai, istirahat_selesai, selesai, dari, sampai, dasar,
    sumber, keyakinan)
  select * from jsonb_to_recordset($1::jsonb) as x(id text, masa text, hari smallint[], mulai time,
    istirahat_mulai time, istirahat_selesai time, selesai time, dari date, sampai date, dasar text, sumber text,
    keyakinan text)
  on conflict (id) do update set masa = excluded.masa, hari = excluded.hari, mulai = excluded.mulai,
    istirahat_mulai = excluded.istirahat_mulai, istirahat_selesai = excluded.istirahat_selesai,
    selesai = excluded.selesai, dari = excluded.dari, sampai = excluded.sampai, dasar = excluded.dasar,
    sumber = excluded.sumber, keyakinan = excluded.keyakinan`

const ramadanStatement = `
  insert into ramadan (tahun_hijriah, dari, sampai, sumber, keyakinan)
  select * from jsonb_to_recordset($1::jsonb)
    as x(tahun_hijriah smallint, dari date, sampai date, sumber text, keyakinan text)
  on conflict (tahun_hijriah) do update set dari = excluded.dari, sampai = excluded.sampai,
    sumber = excluded.sumber, keyakinan = excluded.keyakinan
  where ramadan.versi = 1`

const aturanStatement = `
  insert into kalender_aturan (kode, nilai, sumber, keyakinan)
  select * from jsonb_to_recordset($1::jsonb) as x(kode text, nilai text, sumber text, keyakinan text)
  on conflict (kode) do update set nilai = excluded.nilai, sumber = excluded.sumber, keyakinan = excluded.keyakinan`
