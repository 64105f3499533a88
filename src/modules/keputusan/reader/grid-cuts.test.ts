import { describe, expect, test } from 'vitest'
import { heading, outline, readAnnex, row, text } from './annex-builder.ts'

const before = row('1|Manajemen Perubahan|1. Pembangunan Tim|1. Rapat tim|Notula rapat', [1])
const cut = [
  '2. Penguatan Budaya Kerja pada Sekretariat',
  '1. Layanan publik bagi pemilih: 1) Pengaduan Masyarakat 2) Informasi Hukum',
  '1. Media sosialisasi Budaya Kerja; 2. Laporan Hasil Survei 3. Daftar Hadir',
] as const
const after = row('|||2. Evaluasi|Hasil evaluasi', [12])

const whole = outline(readAnnex(text(...heading, before, row(`||${cut.join('|')}`, [3]), after)))

/** The texts of the row cut behind word `at` of the cell `cell`, on two pages. */
function pages(cell: number, at: number): [string, string] {
  const words = cut[cell]?.split(' ') ?? []
  const parts = [words.slice(0, at).join(' '), words.slice(at).join(' ')] as const
  const head = cut.map((printed, i) => (i === cell ? parts[0] : printed))
  const rest = cut.map((_, i) => (i === cell ? parts[1] : ''))
  return [row(`||${head.join('|')}`, [3]), row(`||${rest.join('|')}`)]
}

const places = cut.flatMap((printed, cell) =>
  printed
    .split(' ')
    .map((_, at) => ({ cell, at }))
    .filter(({ at }) => at > 1),
)

describe('a row that a page break cuts is one row, wherever the cut is', () => {
  test.each(places)('cell $cell, behind word $at', ({ cell, at }) => {
    const [first, rest] = pages(cell, at)
    expect(outline(readAnnex(text(...heading, before, first, '', rest, after)))).toEqual(whole)
    const repeated = text(...heading, before, first, ...heading, rest, after)
    expect(outline(readAnnex(repeated))).toEqual(whole)
  })
})

test('a row cut in all its cells is one row', () => {
  const lines = text(
    ...heading,
    before,
    row('||2. Penguatan Budaya|1. Layanan publik bagi pemilih:|1. Media sosialisasi', [3]),
    '',
    row(
      '||Kerja pada Sekretariat|1) Pengaduan Masyarakat 2) Informasi Hukum|Budaya Kerja; 2. Laporan Hasil Survei 3. Daftar Hadir',
    ),
    after,
  )
  expect(outline(readAnnex(lines))).toEqual(whole)
})

test('an area title that goes on in the next row is one title', () => {
  const lines = text(
    ...heading,
    row('2|Penguatan Peraturan|Harmonisasi|a. Pemetaan naskah|Peta', [1]),
    row('|Perundang-undangan||b. Revisi naskah|Naskah', [2]),
  )
  const [area] = readAnnex(lines).area
  expect(area?.judul).toBe('Penguatan Peraturan Perundang-undangan')
  expect(area?.kegiatan[0]?.butir).toHaveLength(2)
})
