import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { projectRoot } from '#test/support/source-files.ts'
import { instrumen, lke } from './cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'lke-'))
const settings = () => ({ ...readConfig({}), projectRoot })
const noDatabase = () => Promise.reject(new Error('no database is needed'))

let out = ''
let err = ''
beforeEach(() => {
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true))
})
afterEach(() => void vi.restoreAllMocks())

function written(content: unknown): string {
  const path = join(folder, 'jawaban.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const nilai = (content: unknown, ...more: string[]) =>
  lke.run(
    ['nilai', '--instrumen', 'lke-zi-2021', '--jawaban', written(content), ...more],
    noDatabase,
    settings,
  )

describe('hub lke nilai', () => {
  it('prints the whole score in full precision, without a database', async () => {
    const jawaban = {
      'A.I.1.i.a': 'Ya',
      'A.I.1.i.b': 'B',
      'A.II.1.i.a': { agen: 7, perubahan: 7 },
      'A.II.1.i.b': { perubahan: 7, terintegrasi: 1 },
      'B.I.a': 3.6,
    }
    expect(await nilai({ instrumen: 'lke-zi-2021', jawaban }, '--json')).toBe(0)
    const found = JSON.parse(out) as Record<string, unknown>
    expect(found).toMatchObject({
      kelengkapan: { terjawab: 5, dari: 113 },
      gerbang: { WBK: { lulus: false }, WBBM: { lulus: false } },
      komponen: [
        { id: 'A', bobot: 60, anak: [{ id: 'A.I', anak: expect.any(Array) }, { id: 'A.II' }] },
        { id: 'B', nilai: 15.75 },
      ],
    })
    expect(found['total']).toBeCloseTo(0.375 + 8 / 7 + 15.75, 14)
    expect(found['area']).toHaveLength(6)
  })

  it('speaks Indonesian when a person reads it', async () => {
    expect(await nilai({ jawaban: { 'B.I.a': 4 } })).toBe(0)
    expect(out).toMatch(/^Nilai 17,50; terjawab 1 dari 113\.\n/)
    expect(out).toMatch(/WBK: belum lulus/)
  })

  it.each([
    ['an index of 5', { jawaban: { 'B.I.a': 5 } }, /^B\.I\.a: indeks 5/],
    ['an unknown question', { jawaban: { 'A.9': 'Ya' } }, /^A\.9: /],
    ['no answers', { instrumen: 'lke-zi-2021' }, /"jawaban" harus objek/],
    ['a mode that does not exist', { jawaban: {}, kosong: 'satu' }, /"kosong" harus/],
    ['half a file', '{"jawaban": {', /bukan JSON yang utuh/],
  ])('refuses %s by name and computes nothing', async (_, content, sentence) => {
    expect(await nilai(content, '--json')).toBe(1)
    expect({ out, err }).toEqual({ out: '', err: expect.stringMatching(sentence) })
  })

  it('names the instruments that there are', async () => {
    const path = written({ jawaban: {} })
    const args = ['nilai', '--instrumen', 'lke-2099', '--jawaban', path]
    expect(await lke.run(args, noDatabase, settings)).toBe(1)
    expect(err).toMatch(/"lke-2099" tidak ada\. Yang ada: .*lke-zi-2021/)
  })
})

describe('hub lke jalan-lulus', () => {
  const way = (content: unknown, ...more: string[]) =>
    lke.run(
      ['jalan-lulus', '--instrumen', 'lke-zi-2021', '--jawaban', written(content), ...more],
      noDatabase,
      settings,
    )

  it('prints the questions to lift', async () => {
    expect(await way({ jawaban: {} }, '--gerbang', 'WBK', '--json')).toBe(0)
    const found = JSON.parse(out) as { langkah: unknown[]; usaha: number }
    expect(found.usaha).toBe(found.langkah.length)
    expect(found.langkah).toContainEqual(expect.objectContaining({ id: 'B.I.a', ke: 15.75 }))
  })

  it('says that there is none, and why', async () => {
    const content = { jawaban: {}, usaha: { 'B.II.a': null } }
    expect(await way(content, '--gerbang', 'WBK')).toBe(1)
    expect(out).toMatch(/^Tidak ada jalan ke WBK[^]*Pelayanan publik yang prima/)
  })

  it.each([
    ['a gate that does not exist', {}, 'WBX', /Pilih gerbang: WBK atau WBBM/],
    ['an effort of nothing', { 'B.I.a': 0 }, 'WBK', /B\.I\.a: usaha harus/],
    ['an effort for nothing', { 'Z.1': 1 }, 'WBK', /Z\.1: tidak ada/],
  ])('refuses %s', async (_, usaha, gate, sentence) => {
    expect(await way({ jawaban: {}, usaha }, '--gerbang', gate)).toBe(1)
    expect({ out, err }).toEqual({ out: '', err: expect.stringMatching(sentence) })
  })
})

describe('hub instrumen periksa', () => {
  it('finds nothing wrong with what is shipped', async () => {
    expect(await instrumen.run(['periksa'], noDatabase, settings)).toBe(0)
    expect(out).toMatch(/lke-zi-2021: tidak ada yang keliru/)
  })

  it('names what is wrong with a file', async () => {
    const path = written({ format: 'instrumen-lke/1' })
    expect(await instrumen.run(['periksa', path], noDatabase, settings)).toBe(1)
    expect(err).toMatch(/kode: /)
  })
})
