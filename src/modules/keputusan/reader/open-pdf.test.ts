import { expect, test } from 'vitest'
import { annexPdf } from '#test/support/documents-pdf-annex.ts'
import {
  buildPdf,
  drawRule,
  drawShade,
  drawText,
  type PdfPage,
} from '#test/support/documents-pdf.ts'
import type { AnnexDocument } from '#test/support/documents.ts'
import { openSource } from './open-source.ts'
import type { Source, SourceLine } from './source.ts'

async function open(bytes: Uint8Array): Promise<Source> {
  return await openSource({ nama: 'keputusan.pdf', bytes })
}

function cells(line: SourceLine | undefined): unknown[] | undefined {
  return line?.sel?.map((cell) => [cell.kolom, cell.colspan, cell.rowspan, cell.teks])
}

const annex: AnnexDocument = {
  before: ['KEPUTUSAN KOMISI PEMILIHAN UMUM', 'Menimbang : a. bahwa pertama;'],
  widths: [4, 20, 20, 5, 5],
  heading: [
    [
      { teks: 'NO', rowspan: 2 },
      { teks: 'AREA PERUBAHAN', rowspan: 2 },
      { teks: 'KEGIATAN', rowspan: 2 },
      { teks: 'BULAN', colspan: 2 },
    ],
    [{ teks: '1' }, { teks: '2' }],
  ],
  rows: [
    [
      { teks: '1.', rowspan: 2 },
      { teks: 'Manajemen Perubahan', rowspan: 2 },
      { teks: `a. ${'membentuk tim kerja yang tangguh '.repeat(4).trim()};\nSK Tim\nUndangan` },
      { teks: '✓' },
      { teks: '', shaded: true },
    ],
    [{ teks: 'b. undang-\nundangan' }, { teks: '' }, { teks: '✓' }],
  ],
  after: ['Ditetapkan di Mataram'],
}

test('the rules of a page make rows, merged cells, ticks and shades', async () => {
  const { lines } = await open(annexPdf(annex, { ruled: true }))
  const table = lines.filter((line) => line.sel)
  const long = `a. ${'membentuk tim kerja yang tangguh '.repeat(4).trim()};`
  expect(table.map(cells)).toEqual([
    [
      [0, 1, 2, 'NO'],
      [1, 1, 2, 'AREA PERUBAHAN'],
      [2, 1, 2, 'KEGIATAN'],
      [3, 2, 1, 'BULAN'],
    ],
    [
      [3, 1, 1, '1'],
      [4, 1, 1, '2'],
    ],
    [
      [0, 1, 2, '1.'],
      [1, 1, 2, 'Manajemen Perubahan'],
      [2, 1, 1, `${long}\nSK Tim\nUndangan`],
      [3, 1, 1, '✓'],
      [4, 1, 1, ''],
    ],
    [
      [2, 1, 1, 'b. undang-\nundangan'],
      [3, 1, 1, ''],
      [4, 1, 1, '✓'],
    ],
  ])
  expect(table[2]?.sel?.map((cell) => cell.arsiran ?? false)).toEqual([
    false,
    false,
    false,
    false,
    true,
  ])
})

test('text outside of tables stays in lines, with the page it stands on', async () => {
  const { lines } = await open(annexPdf(annex, { ruled: true }))
  const texts = lines.filter((line) => !line.sel && !line.derau && line.teks !== '')
  expect(texts.map((line) => [line.halaman, line.teks])).toEqual([
    [1, 'KEPUTUSAN KOMISI PEMILIHAN UMUM'],
    [1, 'Menimbang : a. bahwa pertama;'],
    [3, 'Ditetapkan di Mataram'],
  ])
  expect(lines.filter((line) => line.derau)).toMatchObject([
    { teks: '- 2 -', derau: 'nomor-halaman' },
  ])
})

test('a table without rules is read by its lanes of white', async () => {
  const { lines } = await open(annexPdf(annex, { ruled: false }))
  const table = lines.filter((line) => line.sel)
  const columns = table.map((line) => line.sel?.map((cell) => cell.teks) ?? [])
  expect(columns[0]).toEqual(['NO', 'AREA PERUBAHAN', 'KEGIATAN', 'BULAN'])
  expect(table[0]?.sel?.at(-1)).toMatchObject({ kolom: 3, colspan: 2 })
  const ticked = columns.filter((row) => row.includes('✓'))
  expect(ticked.map((row) => row.indexOf('✓'))).toEqual([3, 4])
  expect(ticked[0]?.[1]).toBe('Manajemen Perubahan')
  expect(ticked[0]?.[2]).toMatch(/^a\. membentuk tim/)
})

const page = { width: 600, height: 800 }
const put = (x: number, y: number, text: string): string => drawText(800, x, y, 10, text)

test('a page laid on its side reads like an upright one', async () => {
  // Rotate 90 shows the point (x, y) of the sheet at (y, x) from the top left corner
  const turned = (x: number, y: number, text: string): string =>
    `BT /F1 10 Tf 0 1 -1 0 ${y} ${x} Tm (${text}) Tj ET\n`
  const rule = (x0: number, y0: number, x1: number, y1: number): string =>
    `${y0} ${x0} m ${y1} ${x1} l S\n`
  const content = [
    turned(60, 115, 'NO'),
    turned(160, 115, 'KEGIATAN'),
    ...[100, 130].map((y) => rule(50, y, 300, y)),
    ...[50, 150, 300].map((x) => rule(x, 100, x, 130)),
  ].join('')
  const { lines } = await open(buildPdf([{ ...page, rotate: 90, content }]))
  expect(lines.map(cells)).toEqual([
    [
      [0, 1, 1, 'NO'],
      [1, 1, 1, 'KEGIATAN'],
    ],
  ])
})

test('two signatures side by side are lines of their own, a colon stays with its word', async () => {
  const content =
    put(40, 100, 'Salinan sesuai') +
    put(350, 100, 'KETUA,') +
    put(40, 120, 'Nomor') +
    put(250, 120, ': 21')
  const { lines } = await open(buildPdf([{ ...page, content }]))
  expect(lines.map((line) => line.teks)).toEqual(['Salinan sesuai', 'KETUA,', 'Nomor : 21'])
})

test('running heads and page numbers are marked, once they repeat', async () => {
  const pages: PdfPage[] = [1, 2, 3].map((n) => ({
    ...page,
    content: put(200, 30, 'JDIH KPU') + put(40, 300, `isi ${n}`) + put(300, 780, `- ${n} -`),
  }))
  const { lines } = await open(buildPdf(pages))
  const filled = lines.filter((line) => line.teks !== '')
  expect(filled.slice(0, 5).map((line) => [line.teks, line.derau])).toEqual([
    ['JDIH KPU', 'kop'],
    ['isi 1', undefined],
    ['- 1 -', 'nomor-halaman'],
    ['JDIH KPU', 'kop'],
    ['isi 2', undefined],
  ])
})

test('a page whose rows leave out a rule keeps the column numbers of the others', async () => {
  const frame = (xs: number[]): string =>
    [100, 130].map((y) => drawRule(800, 50, y, 350, y)).join('') +
    xs.map((x) => drawRule(800, x, 100, x, 130)).join('')
  const content = [
    frame([50, 100, 200, 350]) + put(60, 115, 'a') + put(110, 115, 'b') + put(210, 115, 'c'),
    frame([50, 100, 350]) + put(60, 115, 'd') + put(110, 115, 'e'),
    frame([50, 200, 350]) + put(60, 115, 'f') + put(210, 115, 'g'),
  ]
  const { lines } = await open(buildPdf(content.map((each) => ({ ...page, content: each }))))
  expect(lines.filter((line) => line.sel).map(cells)).toEqual([
    [
      [0, 1, 1, 'a'],
      [1, 1, 1, 'b'],
      [2, 1, 1, 'c'],
    ],
    [
      [0, 1, 1, 'd'],
      [1, 2, 1, 'e'],
    ],
    [
      [0, 2, 1, 'f'],
      [2, 1, 1, 'g'],
    ],
  ])
})

test('pages without text are reported, a PDF without any is refused', async () => {
  const blank = { ...page, content: drawShade(800, 10, 10, 500, 700) }
  const { temuan } = await open(buildPdf([{ ...page, content: put(40, 40, 'isi') }, blank]))
  expect(temuan?.map((each) => each.kode)).toEqual(['halaman-tanpa-tulisan'])
  await expect(open(buildPdf([blank, blank]))).rejects.toMatchObject({
    pesan: expect.stringContaining('hasil pindai'),
  })
})

test('a row that a page break cut is one row again, below the repeated heading or not', async () => {
  const columns = [50, 100, 350]
  const sides = (to: number): string => columns.map((x) => drawRule(800, x, 100, x, to)).join('')
  const across = (...ys: number[]): string => ys.map((y) => drawRule(800, 50, y, 350, y)).join('')
  const heading = put(60, 115, 'NO') + put(110, 115, 'KEGIATAN')
  const first = sides(180) + across(100, 120) + heading
  const content = [
    first + put(60, 135, '1') + put(110, 135, 'menyusun rencana kerja tim pembangunan'),
    sides(180) +
      across(100, 120, 150, 180) +
      heading +
      put(110, 135, 'zona integritas') +
      put(60, 165, '2'),
  ]
  const { lines } = await open(buildPdf(content.map((each) => ({ ...page, content: each }))))
  expect(lines.filter((line) => line.sel).map((line) => line.teks)).toEqual([
    'NO\tKEGIATAN',
    '1\tmenyusun rencana kerja tim pembangunan zona integritas',
    'NO\tKEGIATAN',
    '2',
  ])
})

test('the sides of a cell as tall as the page belong to its table', async () => {
  const content =
    [50, 100, 200, 350].map((x) => drawRule(800, x, 100, x, 200)).join('') +
    [130, 160].map((y) => drawRule(800, 200, y, 350, y)).join('') +
    put(110, 115, 'Area') +
    ['a', 'b', 'c'].map((text, i) => put(210, 115 + i * 30, text)).join('')
  const { lines } = await open(buildPdf([{ ...page, content }]))
  expect(lines.map(cells)).toEqual([
    [
      [0, 1, 3, ''],
      [1, 1, 3, 'Area'],
      [2, 1, 1, 'a'],
    ],
    [[2, 1, 1, 'b']],
    [[2, 1, 1, 'c']],
  ])
})

test('a cut row that the page rules off goes on where its texts begin in small letters', async () => {
  const columns = [50, 90, 300, 500]
  const grid = (...ys: number[]): string =>
    columns.map((x) => drawRule(800, x, ys[0] ?? 0, x, ys.at(-1) ?? 0)).join('') +
    ys.map((y) => drawRule(800, 50, y, 500, y)).join('')
  const row = (y: number, texts: string[]): string =>
    texts.map((text, i) => put((columns[i] ?? 0) + 5, y, text)).join('')
  const heading = row(115, ['NO', 'KEGIATAN', 'INDIKATOR'])
  const next = row(165, ['2', 'Menyusun laporan', 'Laporan'])
  const content = [
    grid(100, 120, 150) + heading + row(135, ['1', 'Bimbingan teknis', 'Jumlah']),
    grid(100, 120, 150, 180) + heading + row(135, ['', 'kehumasan', 'peserta']) + next,
    grid(100, 120, 150) + heading + row(135, ['3', 'Merekap kehadiran', 'Rekap']),
  ]
  const { lines } = await open(buildPdf(content.map((each) => ({ ...page, content: each }))))
  const rows = lines.filter((line) => line.sel).map((line) => line.teks)
  expect(rows.filter((each) => !each.startsWith('NO'))).toEqual([
    '1\tBimbingan teknis kehumasan\tJumlah peserta',
    '2\tMenyusun laporan\tLaporan',
    '3\tMerekap kehadiran\tRekap',
  ])
})
