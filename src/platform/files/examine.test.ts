import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { annexXlsx } from '#test/support/documents-sheet.ts'
import { buildZip } from '#test/support/documents-zip.ts'
import { examine, type Examined } from './examine.ts'
import { compound, docx, pdf, photo, pngBomb } from './files.fixture.ts'
import { momentOf } from './exif-time.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-periksa-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let count = 0
async function examined(name: string, content: Buffer | string) {
  const path = join(folder, `b${count++}`)
  await writeFile(path, content)
  return examine(path, name, null)
}

const accepted = async (name: string, content: Buffer | string): Promise<Examined> => {
  const outcome = await examined(name, content)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome
}
const refusal = async (name: string, content: Buffer | string): Promise<string> => {
  const outcome = await examined(name, content)
  return 'refusal' in outcome ? outcome.refusal : `accepted as ${outcome.contentType}`
}

describe('a photo', () => {
  it('loses place, device and thumbnail, stands upright, and its time is known', async () => {
    const sent = await photo()
    expect((await sharp(sent).metadata()).exif?.includes('Telepon Uji')).toBe(true)
    const kept = await accepted('IMG_1.jpg', sent)
    const { exif, icc, xmp, iptc, width, height, orientation } = await sharp(kept.path).metadata()
    expect({ exif, icc, xmp, iptc, orientation }).toEqual({})
    expect([width, height]).toEqual([400, 640])
    expect((await readFile(kept.path)).includes('Telepon Uji')).toBe(false)
    expect(kept.takenAt).toEqual({ local: '2026-03-04T09:15:30', offset: null })
    expect(momentOf(kept.takenAt!, 8)).toEqual(new Date('2026-03-04T01:15:30Z'))
  })

  it('has a preview of at most 480 pixels', async () => {
    const { preview } = await accepted('IMG_2.jpg', await photo())
    const { format, width, height } = await sharp(preview!).metadata()
    expect([format, width, height]).toEqual(['webp', 300, 480])
  })

  it('keeps nothing that was appended to it', async () => {
    const sent = Buffer.concat([await photo(), Buffer.from('<script>alert(1)</script>')])
    const kept = await accepted('polyglot.jpg', sent)
    expect((await readFile(kept.path)).includes('<script>')).toBe(false)
  })

  it('that breaks off is refused', async () => {
    const sent = await sharp({
      create: { width: 900, height: 900, channels: 3, background: '#fff', noise: noise() },
    })
      .jpeg()
      .toBuffer()
    expect(await refusal('potong.jpg', sent.subarray(0, sent.length / 2))).toMatch(/rusak/)
  })
})

const noise = () => ({ type: 'gaussian' as const, mean: 128, sigma: 30 })

describe('what is refused', () => {
  it.each([
    ['halaman.jpg', '<!doctype html><script>alert(1)</script>', /dapat menjalankan perintah/],
    ['gambar.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', /menjalankan/],
    ['gambar.png', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', /menjalankan/],
    ['catatan.txt', `Baris biasa\n${'a'.repeat(400)}<script src=x></script>`, /menjalankan/],
    ['jalankan.txt', '#!/bin/sh\nrm -rf /', /menjalankan/],
    ['biner.txt', Buffer.from([1, 2, 3, 4, 250]), /tidak diterima/],
    ['foto.heic', Buffer.from('0000001866747970686569630000000068656963', 'hex'), /HEIC/],
    ['a.rar', Buffer.from('526172211a070100', 'hex'), /ZIP/],
    ['a.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), /tidak diterima/],
    ['makro.doc', compound('Root Entry', 'WordDocument', '_VBA_PROJECT'), /makro/],
    ['terkunci.docx', compound('EncryptedPackage'), /kata sandi/],
    ['pemasang.msi', compound('Root Entry', 'Lain'), /tidak diterima/],
    ['makro.docx', docx('application/vnd.ms-word.document.macroEnabled.main+xml'), /makro/],
  ])('%s, by its content', async (name, content, sentence) => {
    expect(await refusal(name, content)).toMatch(sentence)
  })

  it('a picture that would take gigabytes once unpacked, before it is unpacked', async () => {
    const bomb = pngBomb()
    expect(bomb.length).toBeLessThan(20_000)
    expect(await refusal('bom.png', bomb)).toMatch(/80 juta piksel/)
  })
})

const annex = {
  before: ['REKAP'],
  widths: [1, 4],
  heading: [[{ teks: 'NO' }, { teks: 'NAMA' }]],
  rows: [[{ teks: '1' }, { teks: 'Sari' }]],
  after: [],
}

describe('a document', () => {
  it('PDF has its pages counted and its first page drawn', async () => {
    const { contentType, pages, preview } = await accepted('nama-salah.docx', pdf())
    expect([contentType, pages]).toEqual(['application/pdf', 2])
    const { format, width, height } = await sharp(preview!).metadata()
    expect([format, width, height]).toEqual(['webp', 340, 480])
    const { channels } = await sharp(preview!).stats()
    expect(channels[0]!.min).toBeLessThan(120) // the title is dark on white
    expect(channels[0]!.max).toBeGreaterThan(250)
  })

  it('PDF that cannot be drawn is kept without a preview', async () => {
    const kept = await accepted('rusak.pdf', '%PDF-1.7\nbukan isi sebuah PDF')
    expect([kept.preview, kept.pages]).toEqual([null, null])
    expect(existsSync(kept.path)).toBe(true)
  })

  it.each([
    ['surat.docx', docx(), 'wordprocessingml.document'],
    ['rekap.xlsx', Buffer.from(annexXlsx(annex)), 'spreadsheetml.sheet'],
    ['lama.doc', compound('Root Entry', 'WordDocument'), 'application/msword'],
    ['lama.xls', compound('Workbook'), 'application/vnd.ms-excel'],
    ['foto.zip', buildZip([{ name: 'a.jpg', content: 'x' }]), 'application/zip'],
    ['rekap.csv', 'No;Nama\n1;Sari\n', 'text/csv'],
    ['catatan.txt', 'Kesepakatan rapat: a < b dan c > d.\n', 'text/plain'],
    ['lama.csv', Buffer.from('No;Nama\n1;Jos\xe9\n', 'latin1'), 'text/csv'],
  ])('%s is kept as it is', async (name, content, contentType) => {
    const kept = await accepted(name, content)
    expect(kept.contentType).toContain(contentType)
    expect(await readFile(kept.path)).toEqual(Buffer.from(content))
    expect(kept.sha256).toEqual(kept.receivedSha256)
  })
})
