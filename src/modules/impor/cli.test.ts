import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renaksi } from '#modules/keputusan'
import { readConfig } from '#platform/config.ts'
import type { Services } from '#platform/services.ts'
import { testHub } from '#test/support/hub.ts'
import { impor } from './cli.ts'

const hub = testHub()
const folder = mkdtempSync(join(tmpdir(), 'hub-impor-cli-'))
const sample = (name: string) => `data/contoh/keputusan/${name}.txt`
const noDatabase = (): Promise<Services> => Promise.reject(new Error('the database was opened'))

let out = ''
let err = ''
beforeEach(() => {
  out = err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))))
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const hubImpor = (args: string[], open: () => Promise<Services>) =>
  impor.run(args, open, () => readConfig({}))

describe('hub impor --json', () => {
  it('prints one renaksi/1 object and nothing else, without a database', async () => {
    expect(await hubImpor([sample('kota-mataram-11-2025'), '--json'], noDatabase)).toBe(0)
    expect(err).toBe('')
    expect(out.trimEnd().split('\n')).toHaveLength(1)
    const read = renaksi.parse(JSON.parse(out))
    expect(read.keputusan).toMatchObject({ nomor: '11', tahun: 2025, wilayah: 'Mataram' })
  })

  it('prints an object for each file that can be read and a sentence for each that cannot', async () => {
    const paths = [sample('prov-ntb-19-2022'), file('kosong.pdf', ''), sample('lumajang-07-2022')]
    expect(await hubImpor(['--json', ...paths], noDatabase)).toBe(1)
    const read = out.trimEnd().split('\n')
    expect(read.map((line) => renaksi.parse(JSON.parse(line)).rencana.tahun)).toEqual([2022, 2022])
    expect(err).toMatch(/^kosong\.pdf: Berkas ini kosong/)
  })

  it('does not open a file that is too large', async () => {
    const path = file('besar.pdf', '')
    const { truncate } = await import('node:fs/promises')
    await truncate(path, 200 * 1024 * 1024)
    expect(await hubImpor([path, '--json'], noDatabase)).toBe(1)
    expect(err).toMatch(/besar\.pdf: Berkas berukuran 200 MB/)
  })

  it('says what is wrong with what was asked', async () => {
    expect(await hubImpor([], noDatabase)).toBe(2)
    expect(await hubImpor(['a.txt', '--xml'], noDatabase)).toBe(2)
    expect(await hubImpor(['a.txt', '--json', '--simpan'], noDatabase)).toBe(2)
    expect(await hubImpor([join(folder, 'tiada.txt')], noDatabase)).toBe(1)
    expect(err).toContain('Berkas tidak ditemukan')
  })
})

describe('hub impor', () => {
  it('sums a decree up: head, counts, findings, leftovers', async () => {
    expect(await hubImpor([sample('lumajang-07-2022')], noDatabase)).toBe(0)
    expect(out).toContain('Nomor 07/HK.03.1/3508/2022, 8 Februari 2022')
    expect(out).toMatch(/Rencana +RB 2022: 8 area/)
    expect(out).toMatch(/Temuan +\d+/)
  })

  it('writes a template that the reader takes back', async () => {
    const path = join(folder, 'templat.xlsx')
    expect(await hubImpor(['--templat', path], noDatabase)).toBe(0)
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
    expect(await hubImpor([path, '--json'], noDatabase)).toBe(0)
  })

  it('stores an import for the office of the decree, and accepts it when asked', async () => {
    const open = () => Promise.resolve(hub.services)
    expect(await hubImpor([sample('kota-mataram-11-2025'), '--simpan'], open)).toBe(0)
    expect(out).toMatch(/tersimpan untuk KPU Kota Mataram; periksa di \/kerja\/impor\//)
    const args = [sample('lombok-timur-21-2025'), '--simpan', '--terima']
    expect(await hubImpor(args, open)).toBe(0)
    expect(out).toMatch(/diterima untuk KPU Kabupaten Lombok Timur: draf rencana dibuat/)
    const stored = await hub.services.ownerPool.query(
      "select k.nomor, r.jenis from keputusan k join rencana r on r.keputusan_id = k.id where k.satker_kode = '5203'",
    )
    expect(stored.rows).toEqual([{ nomor: '21', jenis: 'ZI' }])
  })
})
