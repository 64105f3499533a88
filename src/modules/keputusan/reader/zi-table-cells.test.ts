import { expect, test } from 'vitest'
import { cellLines, read, sketch, textLines } from './plan-lines.fixture.ts'

const heading = ['NO', 'AREA', 'PROGRAM', 'PENILAIAN', 'RENCANA AKSI', 'EVIDEN', 'WAKTU']

test('merged cells hold for all rows that they cover, evidence once', () => {
  const { area } = read(
    cellLines([
      heading,
      [
        { teks: '1', rowspan: 3 },
        { teks: 'Manajemen Perubahan', rowspan: 3 },
        { teks: 'Tim Kerja', rowspan: 2 },
        'Tim telah dibentuk',
        'Membentuk tim',
        { teks: '1. SK Tim\n2. Undangan', rowspan: 2 },
        { teks: 'Januari 2026', rowspan: 2 },
      ],
      [null, null, null, 'Anggota dipilih terbuka', 'Memilih anggota', null, null],
      [null, null, 'Agen Perubahan', 'Agen telah ditetapkan', 'Menetapkan agen', 'SK', 'Mei 2026'],
    ]),
  )
  expect(sketch(area)).toEqual([
    'A 1 Manajemen Perubahan',
    'K Tim Kerja',
    'Tim telah dibentuk | Membentuk tim | SK Tim + Undangan | 1',
    'Anggota dipilih terbuka | Memilih anggota |  | 1',
    'K Agen Perubahan',
    'Agen telah ditetapkan | Menetapkan agen | SK | 5',
  ])
})

test('a point that covers several action steps belongs to each of them', () => {
  const { area } = read(
    cellLines([
      ['NO', 'PENILAIAN', 'RENCANA AKSI', 'EVIDEN', 'WAKTU'],
      [{ teks: 'A. MANAJEMEN PERUBAHAN', colspan: 5 }],
      ['a.', { teks: 'Tim telah dibentuk', rowspan: 2 }, 'Membentuk tim', 'SK Tim', 'Mei 2026'],
      ['', null, 'Mengumumkan tim', 'Tangkapan layar', 'Juni 2026'],
    ]),
  )
  expect(sketch(area)).toEqual([
    'A A. MANAJEMEN PERUBAHAN',
    'K',
    'a. Tim telah dibentuk | Membentuk tim | SK Tim | 5',
    'Tim telah dibentuk | Mengumumkan tim | Tangkapan layar | 6',
  ])
})

test('rows of a real table stay apart though they begin in small letters', () => {
  const { area } = read(
    cellLines([
      ['NO', 'AREA', 'RENCANA AKSI', 'EVIDEN', 'WAKTU'],
      ['1', { teks: 'Manajemen Perubahan', rowspan: 3 }, 'membentuk tim', 'SK', 'Mei 2026'],
      ['2', null, 'menetapkan agen', 'SK', 'Juni 2026'],
      ['3', null, 'menyusun laporan', 'Laporan', 'Juli 2026'],
    ]),
  )
  expect(sketch(area)).toEqual([
    'A Manajemen Perubahan',
    'K',
    '1 | membentuk tim | SK | 5',
    '2 | menetapkan agen | SK | 6',
    '3 | menyusun laporan | Laporan | 7',
  ])
})

test('shaded cells mark months', () => {
  const months = ['Jan', 'Feb', 'Mar', 'Apr']
  const shade = { teks: '', arsiran: true }
  const { area } = read(
    cellLines([
      ['NO', 'PENILAIAN', 'LANGKAH AKSI', 'EVIDEN', ...months],
      [{ teks: '1. MANAJEMEN PERUBAHAN', colspan: 8 }],
      ['a.', 'Tim telah dibentuk', 'Membentuk tim', 'SK Tim', shade, '', '', shade],
    ]),
  )
  expect(sketch(area).at(-1)).toBe('a. Tim telah dibentuk | Membentuk tim | SK Tim | 1 4')
})

test('title rows over the whole width open activities below an area column', () => {
  const { area } = read(
    cellLines([
      ['NO', 'AREA', 'RENCANA AKSI', 'EVIDEN', 'WAKTU'],
      ['1', 'Penataan Tatalaksana', 'Menyusun SOP', 'SOP', 'Mei 2026'],
      [{ teks: '2. Keterbukaan Informasi', colspan: 5 }],
      ['', '', 'Memutakhirkan laman', 'Tangkapan layar', 'Juni 2026'],
    ]),
  )
  expect(sketch(area)).toEqual([
    'A 1 Penataan Tatalaksana',
    'K',
    ' | Menyusun SOP | SOP | 5',
    'K 2. Keterbukaan Informasi',
    ' | Memutakhirkan laman | Tangkapan layar | 6',
  ])
})

test('a Markdown table reads like any other', () => {
  const { area, rest } = read(
    textLines(`
| No | Area | Kegiatan | Rencana Aksi | Data Dukung | Waktu |
|----|------|----------|--------------|-------------|-------|
| 1 | Manajemen Perubahan | Tim Kerja | Membentuk tim | SK Tim | Januari 2026 |
| | | | Rapat tim | Undangan, Daftar Hadir, dan Dokumentasi | Februari 2026 |`),
  )
  expect(sketch(area)).toEqual([
    'A 1 Manajemen Perubahan',
    'K Tim Kerja',
    ' | Membentuk tim | SK Tim | 1',
    ' | Rapat tim | Undangan + Daftar Hadir + Dokumentasi | 2',
  ])
  expect(rest).toEqual([])
})
