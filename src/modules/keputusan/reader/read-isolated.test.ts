import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { annexDocx } from '#test/support/documents-docx.ts'
import { buildPdf, drawText } from '#test/support/documents-pdf.ts'
import { buildZip } from '#test/support/documents-zip.ts'
import { readFileIsolated } from './read-isolated.ts'
import { UnreadableFile } from './unreadable-file.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** Far past what any file here needs, so that a busy machine fails no test. */
const patience = 25_000

/** What libraries for these files would leave behind. */
function temporary(): string[] {
  return readdirSync(tmpdir()).filter((name) => /^(?:pdf|docx|xlsx|zip|yauzl|reader)/i.test(name))
}

function docx(body: string, more: { name: string; content: string }[] = []): Buffer {
  const content = `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`
  return buildZip([{ name: 'word/document.xml', content }, ...more])
}

function wholePdf(): Buffer {
  const content = drawText(800, 40, 40, 10, 'KEPUTUSAN')
  return buildPdf(Array.from({ length: 9 }, () => ({ width: 600, height: 800, content })))
}

/** One page whose content stream unpacks to the given bytes. */
function packedPdf(stream: Buffer): Buffer {
  const packed = deflateSync(stream)
  const head =
    '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n' +
    '2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n' +
    '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>\nendobj\n' +
    `4 0 obj\n<</Filter/FlateDecode/Length ${packed.length}>>stream\n`
  const tail = '\nendstream\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF'
  return Buffer.concat([Buffer.from(head), packed, Buffer.from(tail)])
}

const wideRow = Array.from({ length: 10_000 }, (_, i) => `x${i}`)
const wideTable =
  '<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tr>' +
  '<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>'.repeat(10_000) +
  '</w:tr></w:tbl>'
const empty = { width: 600, height: 800, content: '' }
const mebibyte = 1024 * 1024
const entities = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'

const hostile: [string, string, () => Uint8Array, string][] = [
  ['an empty file', 'a.docx', () => Buffer.alloc(0), 'kosong'],
  ['a file of blanks', 'a.txt', () => Buffer.from(' \n\t\n '), 'kosong'],
  ['a file of 200 MB', 'a.pdf', () => Buffer.alloc(200 * mebibyte), '200 MB'],
  ['a zip bomb', 'a.docx', () => docx(' '.repeat(60 * mebibyte)), 'membengkak'],
  [
    'a zip bomb whose directory lies',
    'a.docx',
    () => buildZip([bombPart({ declaredSize: 1000 })]),
    'rusak atau terpotong',
  ],
  ['a PDF that unpacks without end', 'a.pdf', () => pdfBomb(), 'terlalu'],
  ['XML with entities', 'a.docx', () => buildZip([documentPart(entities)]), 'rusak'],
  ['a truncated PDF', 'a.pdf', () => wholePdf().subarray(0, 1500), 'rusak atau terpotong'],
  ['a truncated DOCX', 'a.docx', () => docx('<w:p/>'.repeat(99)).subarray(0, 90), 'terpotong'],
  ['a scan without text', 'a.pdf', () => buildPdf([empty, empty]), 'hasil pindai'],
  ['a DOCX without text', 'a.docx', () => docx('<w:p/>'), 'tidak memuat tulisan'],
  ['a DOCX with macros', 'a.docx', () => docx('<w:p/>', [macro]), 'makro'],
  ['a picture named as PDF', 'a.pdf', () => Buffer.from('89504e470d0a1a0a0000', 'hex'), 'gambar'],
  ['a program named as DOCX', 'a.docx', () => program(), 'bukan dokumen'],
  ['an old Word file', 'a.docx', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), '.docx'],
  ['a zip of something else', 'a.xlsx', () => buildZip([{ name: 'a', content: 'x' }]), 'ZIP'],
  ['a CSV of 10 000 columns', 'a.csv', () => Buffer.from(wideRow.join()), 'lebih dari 200 kolom'],
  ['a DOCX table of 10 000 columns', 'a.docx', () => docx(wideTable), 'lebih dari 200 kolom'],
  ['a truncated JSON file', 'a.json', () => Buffer.from('{"format":"renaksi/1",'), 'terpotong'],
]

const macro = { name: 'word/vbaProject.bin', content: 'x' }

function documentPart(content: string): { name: string; content: string } {
  return { name: 'word/document.xml', content }
}

function bombPart(more: { declaredSize: number }) {
  return { ...documentPart(' '.repeat(60 * mebibyte)), ...more }
}

function pdfBomb(): Buffer {
  return packedPdf(Buffer.alloc(400 * mebibyte, ' '))
}

function program(): Buffer {
  return Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000)])
}

test.each(hostile)(
  '%s is refused with a sentence that says what to do',
  async (_, nama, make, part) => {
    const before = temporary()
    const refused = await readFileIsolated({ nama, bytes: make() }, patience).catch(
      (e: unknown) => e,
    )
    expect(refused).toBeInstanceOf(UnreadableFile)
    const { pesan } = refused as UnreadableFile
    expect(pesan).toContain(part)
    expect(pesan).toMatch(/\b(?:[Uu]nggah|[Pp]ilih|[Ss]impan)\b/)
    expect(temporary()).toEqual(before)
  },
)

test('a file that takes longer than the deadline is given up', async () => {
  const bytes = wholePdf()
  await expect(readFileIsolated({ nama: 'a.pdf', bytes }, 1)).rejects.toMatchObject({
    pesan: expect.stringContaining('terlalu rumit'),
  })
})

test('the type is told by the content, not by the name', async () => {
  const cell = (teks: string) => ({ teks })
  const bytes = await annexDocx({
    before: ['KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA MATARAM', 'NOMOR 11 TAHUN 2025'],
    widths: [1, 3, 4, 3],
    heading: [['NO', 'KOMPONEN', 'RENCANA AKSI', 'TARGET WAKTU'].map(cell)],
    rows: [['1', 'Manajemen Perubahan', 'Membentuk tim', 'September 2025'].map(cell)],
    after: [],
  })
  const renaksi = await readFileIsolated({ nama: 'keputusan.pdf', bytes }, patience)
  expect(renaksi.sumber?.jenis).toBe('docx')
  expect(renaksi.keputusan.nomor).toBe('11')
})

test('a renaksi/1 file comes back as it is', async () => {
  const plan = {
    format: 'renaksi/1',
    keputusan: {
      penerbit: 'KPU Kota Mataram',
      nomor: '11',
      tahun: 2025,
      judul: 'RENCANA AKSI',
      tanggal: '2025-09-03',
    },
    rencana: { jenis: 'ZI', tahun: 2025, area: [] },
  }
  const bytes = Buffer.from(JSON.stringify(plan))
  const renaksi = await readFileIsolated({ nama: 'a.json', bytes }, patience)
  expect(renaksi).toMatchObject(plan)
})

test('problems of a renaksi/1 file are named by their paths', async () => {
  const butir = { uraian: 'x', langkah: null, indikator: [], eviden: [], jadwal: { bulan: [13] } }
  const area = [{ judul: 'A', kegiatan: [{ judul: null, butir: [butir] }] }]
  const plan = { format: 'renaksi/1', keputusan: {}, rencana: { jenis: 'ZI', tahun: '2025', area } }
  const bytes = Buffer.from(JSON.stringify(plan))
  const refused = readFileIsolated({ nama: 'a.json', bytes }, patience)
  await expect(refused).rejects.toMatchObject({
    pesan: expect.stringMatching(/keputusan\.penerbit: .*belum diisi.*dan \d+ masalah lain/s),
  })
})
