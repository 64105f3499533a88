import { describe, expect, test } from 'vitest'
import { heading, outline, readAnnex, row, text } from './annex-builder.ts'

const codes = (lines: ReturnType<typeof text>) => readAnnex(lines).temuan.map((one) => one.kode)

describe('wrong labels', () => {
  const lines = text(
    ...heading,
    row('4|Penataan Tata Laksana|Peta proses bisnis|a. Penyusunan peta|Peta', [1]),
    row('5|Manajemen SDM|Sistem Pemerintahan Berbasis Elektronik|a. Penerapan|Aplikasi', [2]),
    row('5|Manajemen SDM|Perencanaan kebutuhan pegawai|a. Perhitungan|Dokumen ABK', [3]),
  )

  test('an area printed too early gives its first activities back, with a finding', () => {
    expect(outline(readAnnex(lines))).toEqual([
      '4 Penataan Tata Laksana',
      '  - Peta proses bisnis',
      '    a. Penyusunan peta [1] Peta',
      '  - Sistem Pemerintahan Berbasis Elektronik',
      '    a. Penerapan [2] Aplikasi',
      '5 Manajemen SDM',
      '  - Perencanaan kebutuhan pegawai',
      '    a. Perhitungan [3] Dokumen ABK',
    ])
    expect(codes(lines)).toContain('area-salah-tempat')
  })

  test('an area printed once keeps its activities, whatever is usual elsewhere', () => {
    const once = text(
      ...heading,
      row('4|Penataan Tata Laksana|Peta proses bisnis|a. Penyusunan peta|Peta', [1]),
      row('5|Manajemen SDM|Sistem Pemerintahan Berbasis Elektronik|a. Penerapan|Aplikasi', [2]),
    )
    expect(readAnnex(once).area[1]?.kegiatan).toHaveLength(1)
    expect(codes(once)).not.toContain('area-salah-tempat')
  })

  test('numbers out of order are kept as printed, with a finding', () => {
    const odd = text(
      ...heading,
      row('1|Manajemen Perubahan|1. Tim|1. Rapat|Notula', [1]),
      row('|||8. Laporan|Laporan', [2]),
    )
    expect(outline(readAnnex(odd)).at(-1)).toBe('    8. Laporan [2] Laporan')
    expect(codes(odd)).toContain('nomor-janggal')
  })
})

describe('a lost page', () => {
  const lines = text(
    ...heading,
    row('7|Penguatan Pengawasan|5. SPIP|1. Penilaian risiko|Daftar risiko', [1]),
    row('||6. Pengaduan|1. Penanganan pengaduan;|Laporan pengaduan', [2]),
    '',
    row('|||waktu layanan; 5) Biaya; 6) Produk|Maklumat 3. Indeks; 4. Sengketa'),
    row('||2. Inovasi|1. Lomba inovasi|Daftar inovasi', [3]),
    row('||3. Zona hijau|1. Penilaian|Nilai', [4]),
  )

  test('leaves an area and an activity without title, and no months', () => {
    expect(outline(readAnnex(lines)).slice(5)).toEqual([
      '- null',
      '  - null',
      '    - waktu layanan; 5) Biaya; 6) Produk [tanpa jadwal] Maklumat + Indeks; + Sengketa',
      '  2. Inovasi',
      '    1. Lomba inovasi [3] Daftar inovasi',
      '  3. Zona hijau',
      '    1. Penilaian [4] Nilai',
    ])
    expect(codes(lines)).toEqual(expect.arrayContaining(['halaman-hilang', 'area-tanpa-judul']))
  })
})

describe('slipped cells', () => {
  test('texts one column to the right, up to the first month, go back', () => {
    const lines = text(
      ...heading,
      row('7|Penguatan Pengawasan|WBS|Sosialisasi|Daftar hadir', []),
      `|||Benturan Kepentingan|a. Sosialisasi benturan|Laporan sosialisasi${'|'.repeat(12)}`,
    )
    expect(outline(readAnnex(lines)).slice(3)).toEqual([
      '  - Benturan Kepentingan',
      '    a. Sosialisasi benturan [tanpa jadwal] Laporan sosialisasi',
    ])
    expect(codes(lines)).toContain('kolom-bergeser')
  })

  test('butir and titles in the column of areas go back', () => {
    const lines = text(
      ...heading,
      row('5|Manajemen SDM|Kebutuhan pegawai|a. Perhitungan|ABK', [1]),
      row('|Penetapan kinerja||a. Penyusunan SKP|SKP', [2]),
      row('|b. Penilaian SKP|||', [3]),
    )
    expect(outline(readAnnex(lines)).slice(3)).toEqual([
      '  - Penetapan kinerja',
      '    a. Penyusunan SKP [2] SKP',
      '    b. Penilaian SKP [3] ',
    ])
  })

  test('a row that lost its empty cells at the left moves with its marks', () => {
    const lines = text(
      ...heading,
      row('1|Manajemen Perubahan|Tim|a. Rapat tim|Notula', [1]),
      row('b. Laporan kegiatan tim|Laporan kegiatan', [4]),
    )
    expect(outline(readAnnex(lines)).at(-1)).toBe(
      '    b. Laporan kegiatan tim [4] Laporan kegiatan',
    )
  })
})

describe('months', () => {
  test('marks behind December are December', () => {
    const marks = (at: number[]) =>
      Array.from({ length: 14 }, (_, i) => (at.includes(i + 1) ? '✓' : '')).join('|')
    const lines = text(
      ...heading,
      `1|Manajemen Perubahan|Tim|a. Rapat|Notula|${marks([7, 14])}`,
      `|||b. Laporan|Laporan|${marks([10, 11, 12, 13, 14])}`,
    )
    const butir = readAnnex(lines).area[0]?.kegiatan[0]?.butir
    expect(butir?.map((one) => one.jadwal?.bulan)).toEqual([
      [7, 12],
      [10, 11, 12],
    ])
    expect(butir?.[0]?.keyakinan).toBeLessThan(0.8)
    expect(codes(lines)).toEqual(['bulan-melewati-desember', 'kolom-bulan-berlebih'])
  })

  test('a row without marks takes those above only if it shares their indicator cell', () => {
    const lines = text(
      ...heading,
      row('1|Manajemen Perubahan|Tim|1. Rapat|1. Notula', [5]),
      row('|||2. Laporan|2. Laporan'),
      row('|||3. Evaluasi|Hasil evaluasi'),
    )
    const butir = readAnnex(lines).area[0]?.kegiatan[0]?.butir
    expect(butir?.map((one) => one.jadwal?.bulan ?? null)).toEqual([[5], [5], null])
    expect(butir?.[1]?.keyakinan).toBeLessThan(0.8)
  })
})
