import { expect, test } from 'vitest'
import { gap, heading, months, numbers, outline, readAnnex, row, text } from './annex-builder.ts'

const expected = [
  '1 Manajemen Perubahan',
  '  - Tim Reformasi Birokrasi',
  '    a. Pembentukan tim [1] SK tim',
  '    b. Rapat tim [3,6,9,12] Notula rapat',
  '2 Penataan Tata Laksana',
  '  - Peta proses bisnis',
  '    a. Penyusunan peta [2,3] Peta proses bisnis',
]

test.each(['✓', '√', 'v', 'V', 'x', 'X', '■', '●', '*', '1', '100%'])(
  'months marked with %s are read',
  (mark) => {
    const lines = text(
      ...heading,
      row('1|Manajemen Perubahan|Tim Reformasi Birokrasi|a. Pembentukan tim|SK tim', [1], mark),
      row('|||b. Rapat tim|Notula rapat', [3, 6, 9, 12], mark),
      row(
        '2|Penataan Tata Laksana|Peta proses bisnis|a. Penyusunan peta|Peta proses bisnis',
        [2, 3],
        mark,
      ),
    )
    expect(outline(readAnnex(lines))).toEqual(expected)
  },
)

test('quarters stand for three months each', () => {
  const lines = text(
    'NO|AREA PERUBAHAN|KEGIATAN|SUB KEGIATAN|INDIKATOR KEBERHASILAN|TW I|TW II|TW III|TW IV',
    '1|Manajemen Perubahan|Tim Reformasi Birokrasi|a. Pembentukan tim|SK tim|√|||',
    '|||b. Rapat tim|Notula rapat||√||√',
  )
  const butir = readAnnex(lines).area[0]?.kegiatan[0]?.butir
  expect(butir?.map((one) => one.jadwal?.bulan)).toEqual([
    [1, 2, 3],
    [4, 5, 6, 10, 11, 12],
  ])
})

test('Roman month numbers, another order of columns and other headings are read', () => {
  const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
  const lines = text(
    `No.|Area Perubahan|Program|Uraian Kegiatan|Bulan Pelaksanaan${gap}|Output|Keterangan`,
    `||||${romans.join('|')}||`,
    `1|Manajemen Perubahan|Tim Reformasi Birokrasi|a. Pembentukan tim|${months([1]).join('|')}|SK tim|`,
    `|||b. Rapat tim|${months([3, 6, 9, 12]).join('|')}|Notula rapat|`,
    `2|Penataan Tata Laksana|Peta proses bisnis|a. Penyusunan peta|${months([2, 3]).join('|')}|Peta proses bisnis|`,
  )
  expect(outline(readAnnex(lines))).toEqual(expected)
})

test('titles repeated in each row, as a spreadsheet without merged cells has them, count once', () => {
  const lines = text(
    ...heading,
    row('1|Manajemen Perubahan|Tim Reformasi Birokrasi|a. Pembentukan tim|SK tim', [1]),
    row('1|Manajemen Perubahan|Tim Reformasi Birokrasi|b. Rapat tim|Notula rapat', [3, 6, 9, 12]),
    row('2|Penataan Tata Laksana|Peta proses bisnis|a. Penyusunan peta|Peta proses bisnis', [2, 3]),
  )
  expect(outline(readAnnex(lines))).toEqual(expected)
})

test('a table for each area under its own heading line is one plan', () => {
  const head = `NO|KEGIATAN|RENCANA AKSI|INDIKATOR|${numbers.join('|')}`
  const { area } = readAnnex(
    text(
      'AREA 1: MANAJEMEN PERUBAHAN',
      head,
      `1|Tim Reformasi Birokrasi|Membentuk tim|SK tim|${months([1]).join('|')}`,
      'AREA 2: PENATAAN TATA LAKSANA',
      head,
      `1|Peta proses bisnis|Menyusun peta|Peta|${months([2]).join('|')}`,
    ),
  )
  expect(area.map((one) => [one.nomor, one.judul])).toEqual([
    ['1', 'MANAJEMEN PERUBAHAN'],
    ['2', 'PENATAAN TATA LAKSANA'],
  ])
  expect(area[1]?.kegiatan[0]?.butir[0]).toMatchObject({ uraian: null, langkah: 'Menyusun peta' })
})

test('a title in the middle of its merged cell reaches up to the row where its list begins', () => {
  const lines = text(
    ...heading,
    row('1|Manajemen Perubahan|Tim Reformasi Birokrasi|a. Pembentukan tim|SK tim', [1]),
    row('|||b. Rapat tim|Notula', [2]),
    row('|||a. Penyusunan rencana kerja|Rencana kerja', [3]),
    row('||Road Map|b. Sosialisasi|Daftar hadir', [4]),
    row('|||c. Penyajian|Laporan', [5]),
  )
  const kegiatan = readAnnex(lines).area[0]?.kegiatan ?? []
  expect(kegiatan.map((one) => [one.judul, one.butir.map((b) => b.label).join('')])).toEqual([
    ['Tim Reformasi Birokrasi', 'a.b.'],
    ['Road Map', 'a.b.c.'],
  ])
})

test('a row cut by a page break is joined in each of its columns', () => {
  const lines = text(
    ...heading,
    row(
      '1|Manajemen Perubahan|1. Pembangunan budaya|1. Sosialisasi nilai dan|1. Media sosialisasi; 2. Laporan',
      [1],
    ),
    '',
    row(
      '||kerja yang positif|budaya organisasi kepada 1) pegawai 2) mitra|kegiatan; 3. Daftar hadir',
    ),
    row('|||2. Evaluasi|Laporan evaluasi', [12]),
  )
  expect(outline(readAnnex(lines))).toEqual([
    '1 Manajemen Perubahan',
    '  1. Pembangunan budaya kerja yang positif',
    '    1. Sosialisasi nilai dan budaya organisasi kepada 1) pegawai 2) mitra [1] Media sosialisasi; + Laporan kegiatan; + Daftar hadir',
    '    2. Evaluasi [12] Laporan evaluasi',
  ])
})

test('several numbered butir in one cell share the months and take an indicator each', () => {
  const lines = text(
    ...heading,
    row('1|Manajemen Perubahan|Tim|1. Rapat tim 2. Laporan tim|1. Notula 2. Laporan', [6]),
    row('|||3. Evaluasi tim 4. Reviu tim|Hasil evaluasi Hasil reviu', [12]),
  )
  expect(outline(readAnnex(lines)).slice(2)).toEqual([
    '    1. Rapat tim [6] Notula',
    '    2. Laporan tim [6] Laporan',
    '    3. Evaluasi tim [12] Hasil evaluasi',
    '    4. Reviu tim [12] Hasil reviu',
  ])
})

test('numbers that count every row become labels of the butir', () => {
  const lines = text(
    ...heading,
    row('1|Manajemen Perubahan|Tim|Rapat tim|Notula', [1]),
    row('2|||Laporan tim|Laporan', [2]),
    row('3|||Evaluasi tim|Hasil', [3]),
  )
  expect(outline(readAnnex(lines))).toEqual([
    '- Manajemen Perubahan',
    '  - Tim',
    '    1 Rapat tim [1] Notula',
    '    2 Laporan tim [2] Laporan',
    '    3 Evaluasi tim [3] Hasil',
  ])
})

test('every line is placed, noise, or left for a person', () => {
  const lines = text(
    ...heading,
    row('1|Manajemen Perubahan|Tim|a. Rapat tim|Notula', [1]),
    '',
    '- 12 -',
    ...heading,
    row('|||b. Laporan|Laporan', [2]),
    'Catatan: rencana ini dapat berubah.',
  )
  const { placed, noise } = readAnnex(lines)
  const rest = lines.filter(({ baris }) => !placed.has(baris) && !noise.has(baris))
  expect(rest.map((line) => line.baris)).toEqual([9])
  expect(Object.fromEntries(noise)).toEqual({
    1: 'judul-tabel',
    2: 'judul-tabel',
    4: 'kosong',
    5: 'nomor-halaman',
    6: 'judul-tabel',
    7: 'judul-tabel',
  })
})
