import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openFiles } from '#platform/files/files.ts'
import { uuidv7 } from '#platform/id.ts'
import type { Services } from '#platform/services.ts'
import { loadSamples } from '../src/load-data.ts'
import { mounts } from '../src/mounts.ts'
import { testHub } from './support/hub.ts'
import { check, periksa } from '../src/modules/pemeliharaan/cli-periksa.ts'
import type { Masalah } from '../src/modules/pemeliharaan/masalah.ts'

const hub = testHub()
const folder = mkdtempSync(join(tmpdir(), 'hub-periksa-'))
let services: Services
const quiet = () => {}

beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await loadSamples(hub.services, mounts)
  const config = { ...hub.services.config, dataDir: folder }
  services = { ...hub.services, config, files: openFiles(config), clock: () => new Date() }
  await services.ownerPool.query(
    `delete from berkas b where not exists (select from eviden e where e.berkas_id = b.id)
       and not exists (select from rapat_berkas r where r.berkas_id = b.id)`,
  )
  await services.ownerPool.query('delete from graphile_worker._private_jobs')
}, 120_000)
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const owner = (text: string, values: unknown[] = []) => services.ownerPool.query(text, values)

/** The problems of one kind, without those of this machine's disk. */
async function problems(jenis: Masalah['jenis']): Promise<Masalah[]> {
  return (await check(services, false, quiet)).masalah.filter((each) => each.jenis === jenis)
}

describe('hub periksa', () => {
  it('finds nothing wrong with sums, chains, walls and queue of the sample offices', async () => {
    const { masalah, diperiksa } = await check(services, true, quiet)
    expect(masalah.filter(({ jenis }) => !['cakram', 'berkas'].includes(jenis))).toEqual([])
    expect(diperiksa.audit).toBeGreaterThan(100)
    expect(diperiksa.rencana).toBeGreaterThan(4)
  })

  it('names a plan whose kept sums differ, and counts it anew when asked', async () => {
    await owner(
      "update rencana_rekap set selesai = selesai + 1 where ctid = (select ctid from rencana_rekap where satker_kode = '5203' limit 1)",
    )
    await owner(
      "delete from rencana_rekap where ctid = (select ctid from rencana_rekap where satker_kode = '3508' limit 1)",
    )
    await owner(
      `insert into rencana_rekap (satker_kode, rencana_id, tahun, jenis, area_baku, bulan, jatuh_tempo, jumlah, berjalan, selesai, selesai_tepat, ditiadakan)
       select satker_kode, rencana_id, tahun, jenis, area_baku, 12, '2031-01-01', 1, 0, 0, 0, 0 from rencana_rekap where satker_kode = '5271' limit 1`,
    )
    const found = await problems('rekap')
    expect(found.map(({ satkerKode }) => satkerKode)).toEqual(['3508', '5203', '5271'])
    expect(found[0]).toMatchObject({ bobot: 1, tindakan: 'Jalankan: hub periksa --hitung-ulang' })
    await periksa.run(
      ['--hitung-ulang', '--cepat', '--json'],
      async () => services,
      () => services.config,
    )
    expect(await problems('rekap')).toEqual([])
  })

  it('names the row at which a chain is broken', async () => {
    await owner('alter table audit_log disable trigger audit_log_tetap')
    await owner(
      "update audit_log set actor_nama = 'Orang Lain' where satker_kode = '5203' and nomor = 3",
    )
    expect((await problems('dinding')).map(({ pesan }) => pesan)).toEqual([
      'Jejak audit tidak lagi menolak perubahan.',
    ])
    await owner('alter table audit_log enable trigger audit_log_tetap')
    const [first] = await problems('audit')
    expect(first).toMatchObject({ bobot: 1, satkerKode: '5203' })
    expect(first?.pesan).toContain('baris 3: isi tidak cocok')
  })

  it('names a content that is gone, and one that has changed unless in haste', async () => {
    const id = uuidv7()
    const sha256 = Buffer.alloc(32, 7)
    await owner(
      `insert into berkas (satker_kode, id, nama, ukuran_diterima, received_at, sha256, ukuran, jenis_isi, ready_at)
       values ('5203', $1, 'undangan.pdf', 1, now(), $2, 1, 'application/pdf', now())`,
      [id, sha256],
    )
    const named = async (inHaste: boolean, store = services.files.store) =>
      (await check({ ...services, files: { ...services.files, store } }, inHaste, quiet)).masalah
        .filter(({ pesan }) => pesan.includes('undangan.pdf'))
        .map(({ pesan }) => pesan)
    expect(await named(true)).toEqual([expect.stringContaining('tidak ada di tempat penyimpanan')])
    const { Readable } = await import('node:stream')
    const changed = {
      ...services.files.store,
      has: async () => true,
      read: async () => Readable.from([Buffer.from('lain')]),
    }
    expect(await named(false, changed)).toEqual([expect.stringContaining('berubah isinya')])
    expect(await named(true, changed)).toEqual([])
  })

  it('names a table whose wall is down', async () => {
    await owner('alter table unit disable row level security')
    expect(await problems('dinding')).toMatchObject([
      { bobot: 1, pesan: 'Tabel unit tidak lagi dijaga per satuan kerja.' },
    ])
    await owner('alter table unit enable row level security')
  })

  it('names jobs that gave up and tries them again when asked', async () => {
    await owner("select graphile_worker.add_job('uji.macet', max_attempts => 1)")
    await owner("update graphile_worker._private_jobs set attempts = 1, last_error = 'rusak'")
    expect(await problems('antrean')).toMatchObject([
      { bobot: 2, pesan: '1 pekerjaan uji.macet menyerah: rusak.' },
    ])
    await periksa.run(
      ['--ulangi-antrean', '--cepat', '--json'],
      async () => services,
      () => services.config,
    )
    expect(await problems('antrean')).toEqual([])
  })

  it('puts what is lost before what does not work, and ends with status 1', async () => {
    const { masalah } = await check(services, true, quiet)
    const weights = masalah.map(({ bobot }) => bobot)
    expect(weights.length).toBeGreaterThan(1)
    expect(weights).toEqual(weights.toSorted((a, b) => a - b))
    const status = await periksa.run(
      ['--json', '--cepat'],
      async () => services,
      () => services.config,
    )
    expect(status).toBe(1)
  })
})
