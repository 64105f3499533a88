import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { annexDocx } from '#test/support/documents-docx.ts'
import { annexPdf } from '#test/support/documents-pdf-annex.ts'
import { annexCsv, annexXlsx } from '#test/support/documents-sheet.ts'
import type { AnnexDocument } from '#test/support/documents.ts'
import { buildZip } from '#test/support/documents-zip.ts'
import { testHub } from '#test/support/hub.ts'
import { browserOn, form, withFile } from './browser.fixture.ts'
import { aRenaksi, sampleBytes } from './impor.fixture.ts'
import { jobs } from './jobs.ts'

const hub = testHub()
const { visitor, get, post, uploaded } = browserOn(hub)

const cell = (teks: string) => ({ teks })
const annex: AnnexDocument = {
  before: [
    'KEPUTUSAN KETUA KOMISI PEMILIHAN UMUM KABUPATEN LUMAJANG',
    'NOMOR 9 TAHUN 2026',
    'TENTANG',
    'RENCANA AKSI REFORMASI BIROKRASI TAHUN 2026',
    'MEMUTUSKAN:',
    'Ditetapkan di Lumajang',
    'pada tanggal 3 Februari 2026',
    'LAMPIRAN',
  ],
  widths: [1, 4, 5, 6, 4],
  heading: [['NO', 'AREA PERUBAHAN', 'KEGIATAN', 'SUB KEGIATAN', 'TARGET WAKTU'].map(cell)],
  rows: [
    ['1', 'Manajemen Perubahan', '1. Tim', 'a. Membentuk tim kerja', 'Februari 2026'].map(cell),
    ['2', 'Penguatan Pengawasan', '1. Gratifikasi', 'a. Sosialisasi', 'Juli 2026'].map(cell),
  ],
  after: [],
}

describe('a file of each type', () => {
  const files: [string, () => Uint8Array | string | Promise<Uint8Array>][] = [
    ['keputusan.docx', () => annexDocx(annex)],
    ['keputusan.xlsx', () => annexXlsx(annex)],
    ['keputusan.csv', () => annexCsv(annex, ';')],
    ['keputusan.pdf', () => annexPdf(annex, { ruled: true })],
    ['keputusan.json', () => JSON.stringify(aRenaksi({ nomor: '9' }))],
  ]

  it.each(files)('%s is uploaded, read and shown beside its source', async (name, make) => {
    const who = await visitor('3508')
    const path = await uploaded(who, name, await make())
    const { answer, page } = await get(who, path)
    expect(answer.status).toBe(200)
    expect(page.querySelector('h1')?.text).toBe('Keputusan Nomor 9 Tahun 2026')
    expect(page.querySelectorAll('edit-grid textarea').length).toBeGreaterThan(0)
    expect((await post(who, `${path}/pembatalan`, form({}))).status).toBe(303)
  })

  it('may be left while it is read: the page follows by itself', async () => {
    const who = await visitor('3508')
    const body = withFile('k.txt', sampleBytes('lumajang-07-2022'))
    const answer = await post(who, '/kerja/impor', body)
    const { page } = await get(who, answer.headers.get('location') ?? '')
    expect(page.querySelector('progress')).not.toBeNull()
    expect(page.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe('2')
  })
})

describe('a broken file', () => {
  const word =
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
  const macro = buildZip([
    { name: 'word/document.xml', content: word },
    { name: 'word/vbaProject.bin', content: 'x' },
  ])
  const files: [string, Uint8Array | string, string][] = [
    ['potongan.pdf', '%PDF-1.7\n1 0 obj', 'rusak atau terpotong'],
    ['makro.docx', macro, 'makro'],
    ['gambar.pdf', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'gambar'],
    ['lebar.csv', Array.from({ length: 10_000 }, (_, i) => `x${i}`).join(), '200 kolom'],
  ]

  it.each(files)(
    '%s gets its sentence and a next step, and its bytes go',
    async (name, bytes, part) => {
      const who = await visitor('3507')
      const path = await uploaded(who, name, bytes)
      const { page } = await get(who, path)
      expect(page.querySelector('.empty p')?.text).toContain(part)
      expect(page.querySelector('.empty a')?.getAttribute('href')).toBe('/kerja/impor/baru')
      const { rows } = await hub.services.ownerPool.query(
        'select isi, baris, hasil from impor where id = $1',
        [path.split('/').at(-1)],
      )
      expect(rows).toEqual([{ isi: null, baris: null, hasil: null }])
    },
  )

  it('is forgotten a day later', async () => {
    const nextDay = { ...hub.services, clock: () => new Date('2026-11-22T04:00:00Z') }
    await jobs['impor.sweep']?.(nextDay, {})
    const { rows } = await hub.services.ownerPool.query(
      'select from impor where failed_at is not null',
    )
    expect(rows).toHaveLength(0)
  })

  it('that is empty, or missing, is refused on the form itself and leaves no row', async () => {
    const who = await visitor('3507')
    const before = await hub.counts('impor')
    for (const name of ['kosong.pdf', '']) {
      const answer = await post(who, '/kerja/impor', withFile(name, ''))
      expect(answer.status).toBe(422)
      expect(parse(await answer.text()).querySelector('#masalah a')?.text).toMatch(/kosong|Pilih/)
    }
    expect(await hub.counts('impor')).toEqual(before)
  })

  it('that is far too large is told so before it is taken in', async () => {
    const who = await visitor('3507')
    const huge = withFile('raksasa.pdf', new Uint8Array(31 * 1024 * 1024))
    const answer = await post(who, '/kerja/impor', huge)
    expect(answer.status).toBe(413)
    expect(parse(await answer.text()).querySelector('main')?.text).toContain('paling besar 25 MB')
  })
})
