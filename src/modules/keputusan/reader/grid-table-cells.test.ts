import { expect, test } from 'vitest'
import { months, names, outline, readAnnex, shades, table } from './annex-builder.ts'

const expected = [
  '1 Manajemen Perubahan',
  '  - Tim Reformasi Birokrasi',
  '    a. Pembentukan tim [1] SK tim',
  '    b. Rapat tim [3,6,9,12] Notula rapat',
  '2 Penataan Tata Laksana',
  '  - Peta proses bisnis',
  '    a. Penyusunan peta [2,3] Peta proses bisnis',
]

test('shaded months under merged headings of a real table are read', () => {
  const lines = table(
    [
      { teks: 'No', rowspan: 2 },
      { teks: 'Area Perubahan', rowspan: 2 },
      { teks: 'Kegiatan', rowspan: 2 },
      { teks: 'Sub Kegiatan', rowspan: 2 },
      { teks: 'Indikator Keberhasilan', rowspan: 2 },
      { teks: 'Pelaksanaan (Bulan)', colspan: 12 },
    ],
    [null, null, null, null, null, ...names],
    [
      { teks: '1', rowspan: 2 },
      { teks: 'Manajemen Perubahan', rowspan: 2 },
      { teks: 'Tim Reformasi Birokrasi', rowspan: 2 },
      'a. Pembentukan tim',
      'SK tim',
      ...shades([1]),
    ],
    [null, null, null, 'b. Rapat tim', 'Notula rapat', ...shades([3, 6, 9, 12])],
    [
      '2',
      'Penataan Tata Laksana',
      'Peta proses bisnis',
      'a. Penyusunan peta',
      'Peta proses bisnis',
      ...shades([2, 3]),
    ],
  )
  expect(outline(readAnnex(lines))).toEqual(expected)
})

test('a month cell that spans several columns marks all of them', () => {
  const head = ['No', 'Area Perubahan', 'Kegiatan', 'Sub Kegiatan', 'Indikator', ...names]
  const lines = table(
    head,
    [
      '1',
      'Manajemen Perubahan',
      'Tim RB',
      'Rapat',
      'Notula',
      '',
      { teks: 'x', colspan: 3 },
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ],
    ['', '', '', 'Laporan', 'Laporan', { teks: 'sepanjang tahun', colspan: 12 }],
  )
  const [rapat, laporan] = readAnnex(lines).area[0]?.kegiatan[0]?.butir ?? []
  expect(rapat?.jadwal?.bulan).toEqual([2, 3, 4])
  expect(laporan?.jadwal?.bulan).toHaveLength(12)
})

test('areas as rows across the table, numbered by Roman numbers, hold the rows below them', () => {
  const lines = table(
    ['No', 'Kegiatan', 'Sub Kegiatan', 'Indikator', ...names],
    [{ teks: 'I. MANAJEMEN PERUBAHAN', colspan: 16 }],
    ['1', 'Tim Reformasi Birokrasi', 'a. Pembentukan tim', 'SK tim', ...months([1])],
    ['', '', 'b. Rapat tim', 'Notula rapat', ...months([3, 6, 9, 12])],
    [{ teks: 'II. PENATAAN TATA LAKSANA', colspan: 16 }],
    ['1', 'Peta proses bisnis', 'a. Penyusunan peta', 'Peta proses bisnis', ...months([2, 3])],
  )
  expect(outline(readAnnex(lines))).toEqual([
    'I MANAJEMEN PERUBAHAN',
    '  1 Tim Reformasi Birokrasi',
    '    a. Pembentukan tim [1] SK tim',
    '    b. Rapat tim [3,6,9,12] Notula rapat',
    'II PENATAAN TATA LAKSANA',
    '  1 Peta proses bisnis',
    '    a. Penyusunan peta [2,3] Peta proses bisnis',
  ])
})

test('a month cell merged over rows counts for each; an empty cell that is not merged is empty', () => {
  const head = ['No', 'Area Perubahan', 'Kegiatan', 'Sub Kegiatan', 'Indikator', ...names]
  const down = months([5]).map((teks) => ({ teks, rowspan: 2 }))
  const lines = table(
    head,
    ['1', 'Manajemen Perubahan', 'Tim', 'a. Rapat', { teks: 'Notula', rowspan: 2 }, ...down],
    ['', '', '', 'b. Laporan', null, ...down.map(() => null)],
    ['', '', '', 'c. Evaluasi', 'Hasil', ...months([])],
  )
  const butir = readAnnex(lines).area[0]?.kegiatan[0]?.butir ?? []
  expect(butir.map((one) => one.jadwal?.bulan ?? null)).toEqual([[5], [5], null])
  expect(butir.map((one) => one.indikator)).toEqual([['Notula'], [], ['Hasil']])
})

test('paragraphs of a cell are indicators of their own', () => {
  const lines = table(
    ['No', 'Area Perubahan', 'Kegiatan', 'Sub Kegiatan', 'Indikator', ...names],
    [
      '1',
      'Manajemen Perubahan',
      'Tim',
      'Rapat tim',
      'Undangan rapat\nDaftar hadir\nNotula dan\nfoto',
      ...months([1]),
    ],
  )
  expect(readAnnex(lines).area[0]?.kegiatan[0]?.butir[0]?.indikator).toEqual([
    'Undangan rapat',
    'Daftar hadir',
    'Notula dan foto',
  ])
})

test('texts in columns without a role, and remarks, are kept', () => {
  const lines = table(
    [
      'No',
      'Area Perubahan',
      'Kegiatan',
      'Sub Kegiatan',
      'Indikator',
      'Penanggung Jawab',
      ...names,
      'Ket',
    ],
    [
      '1',
      'Manajemen Perubahan',
      'Tim',
      'Rapat',
      'Notula',
      'Subbagian Hukum',
      ...months([1]),
      'daring',
    ],
  )
  const butir = readAnnex(lines).area[0]?.kegiatan[0]?.butir[0]
  expect(butir?.keterangan).toContain('Subbagian Hukum')
  expect(butir?.keterangan).toContain('daring')
})

test('a column of evidence gives each butir its documents', () => {
  const lines = table(
    ['No', 'Area Perubahan', 'Kegiatan', 'Sub Kegiatan', 'Indikator', 'Data Dukung', ...names],
    [
      '1',
      'Manajemen Perubahan',
      'Tim',
      'Rapat tim',
      'Rapat terlaksana',
      'Undangan\nDaftar Hadir\nNotula',
      ...months([1]),
    ],
    ['', '', '', 'Laporan tim', 'Laporan', '1. Laporan 2. Nota Dinas', ...months([2])],
  )
  const butir = readAnnex(lines).area[0]?.kegiatan[0]?.butir
  expect(butir?.map((one) => one.eviden)).toEqual([
    ['Undangan', 'Daftar Hadir', 'Notula'],
    ['Laporan', 'Nota Dinas'],
  ])
})
