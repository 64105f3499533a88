import { expect, test } from 'vitest'
import { read, sketch, textLines } from './plan-lines.fixture.ts'

const plan = (text: string) => sketch(read(textLines(text)).area)

test('area, activity and point may stand in one column, told apart by their numbers', () => {
  expect(
    plan(`
NO→URAIAN→RENCANA AKSI→BUKTI DUKUNG→WAKTU PELAKSANAAN
A.→MANAJEMEN PERUBAHAN→→→
1.→Tim Kerja→→→
a)→Tim telah dibentuk→Membentuk tim→SK Tim Kerja→Januari 2026
b)→Tim telah bekerja→Rapat tim→Notulen Rapat→Januari - Maret 2026
B.→PENATAAN TATALAKSANA→→→
1.→SOP→→→
a)→SOP telah disusun→Menyusun SOP→Daftar SOP→Maret 2026`),
  ).toEqual([
    'A A. MANAJEMEN PERUBAHAN',
    'K 1. Tim Kerja',
    'a) Tim telah dibentuk | Membentuk tim | SK Tim Kerja | 1',
    'b) Tim telah bekerja | Rapat tim | Notulen Rapat | 1 2 3',
    'A B. PENATAAN TATALAKSANA',
    'K 1. SOP',
    'a) SOP telah disusun | Menyusun SOP | Daftar SOP | 3',
  ])
})

test('columns may come in another order, with one nobody asked for', () => {
  const { area } = read(
    textLines(`
NO→KOMPONEN→TARGET WAKTU→PENANGGUNG JAWAB→DATA DUKUNG→LANGKAH AKSI
1→Manajemen Perubahan→Februari 2026→Subbagian Hukum→Surat Keputusan→Menetapkan agen perubahan`),
  )
  expect(sketch(area)).toEqual([
    'A 1 Manajemen Perubahan',
    'K',
    ' | Menetapkan agen perubahan | Surat Keputusan | 2',
  ])
  expect(area[0]?.kegiatan[0]?.butir[0]?.keterangan).toBe('PENANGGUNG JAWAB: Subbagian Hukum')
})

test('areas may stand as lines of text between tables that number their rows anew', () => {
  const { area, rest } = read(
    textLines(`
I. MANAJEMEN PERUBAHAN
NO→KEGIATAN→OUTPUT→JADWAL
1→Pembentukan tim kerja→SK tim→Januari 2026

II. PENATAAN TATALAKSANA
NO→KEGIATAN→OUTPUT→JADWAL
1→Reviu SOP→SOP baru→Maret 2026`),
  )
  expect(sketch(area)).toEqual([
    'A I. MANAJEMEN PERUBAHAN',
    'K',
    '1 Pembentukan tim kerja |  |  | 1',
    'A II. PENATAAN TATALAKSANA',
    'K',
    '1 Reviu SOP |  |  | 3',
  ])
  expect(area[1]?.kegiatan[0]?.butir[0]?.indikator).toEqual(['SOP baru'])
  expect(rest).toEqual([])
})

test('a table that repeats merged cells and numbers its rows has each title once', () => {
  expect(
    plan(`
No→Area Perubahan→Program→Rencana Aksi→Eviden→Jadwal
1→Manajemen Perubahan→Tim Kerja→Membentuk tim→SK Tim→Jan 2026
2→Manajemen Perubahan→Tim Kerja→Rapat tim→Undangan→Feb 2026
3→Penataan Tatalaksana→SOP→Menyusun rencana kerja→Dokumen→Mar 2026`),
  ).toEqual([
    'A Manajemen Perubahan',
    'K Tim Kerja',
    '1 | Membentuk tim | SK Tim | 1',
    '2 | Rapat tim | Undangan | 2',
    'A Penataan Tatalaksana',
    'K SOP',
    '3 | Menyusun rencana kerja | Dokumen | 3',
  ])
})

test('cells that wrap over several rows are one item', () => {
  expect(
    plan(`
NO→KOMPONEN→INDIKATOR→RENCANA AKSI→EVIDENCE→TARGET
→→→→→WAKTU
1→Manajemen→Tim Kerja→Membentuk tim→SK Tim Kerja→Januari
→Perubahan→→kerja pembangunan→Pembangunan Zona→s.d.
→→→zona integritas→Integritas; Daftar→Maret
→→→→Hadir Rapat→2026
→→Agen→Menetapkan agen→SK Agen→Maret
→→Perubahan→perubahan→Perubahan→2026
2→Penataan→SOP→Menyusun SOP→SOP→April
→Tatalaksana→→→→2026`),
  ).toEqual([
    'A 1 Manajemen Perubahan',
    'K Tim Kerja',
    ' | Membentuk tim kerja pembangunan zona integritas | ' +
      'SK Tim Kerja Pembangunan Zona Integritas + Daftar Hadir Rapat | 1 2 3',
    'K Agen Perubahan',
    ' | Menetapkan agen perubahan | SK Agen Perubahan | 3',
    'A 2 Penataan Tatalaksana',
    'K SOP',
    ' | Menyusun SOP | SOP | 4',
  ])
})

test('pages whose cells stand beside their heading are read by what the cells hold', () => {
  const { area, kode } = read(
    textLines(`
NO.→PENILAIAN→→→LANGKAH AKSI→EVIDEN→TARGET WAKTU
2. PENATAAN TATALAKSANA→→→→→→
→i.→Prosedur Operasional→→→→
→a.→SOP mengacu peta proses bisnis→SOP telah selaras→SOP tiap unit kerja→April 2026→
→b.→SOP telah diterapkan→SOP diterapkan→Video Pelayanan→Mei 2026→
→→→→Dokumen kegiatan→→`),
  )
  expect(sketch(area)).toEqual([
    'A 2. PENATAAN TATALAKSANA',
    'K i. Prosedur Operasional',
    'a. SOP mengacu peta proses bisnis | SOP telah selaras | SOP tiap unit kerja | 4',
    'b. SOP telah diterapkan | SOP diterapkan | Video Pelayanan + Dokumen kegiatan | 5',
  ])
  expect(kode).toContain('kolom-bergeser')
})

test('a row that a page break cuts is one item, with a finding', () => {
  const { area, kode } = read(
    textLines(`
NO→PENILAIAN→LANGKAH AKSI→EVIDEN→TARGET WAKTU
1.→MANAJEMEN PERUBAHAN→→→
i.→Rencana Kerja→→→
a.→Terdapat mekanisme atau media→Pembangunan Zona Integritas→Banner→25 Agustus 2026 -

NO→PENILAIAN→LANGKAH AKSI→EVIDEN→TARGET WAKTU
→untuk sosialisasi→telah disosialisasikan→Poster di kantor→31 Desember 2026`),
  )
  expect(sketch(area).at(-1)).toBe(
    'a. Terdapat mekanisme atau media untuk sosialisasi | ' +
      'Pembangunan Zona Integritas telah disosialisasikan | Banner + Poster di kantor | 8 9 10 11 12',
  )
  expect(kode).toContain('baris-terpotong')
})

test('a row printed twice, once without its label, is one item with the evidence of both', () => {
  const { area, kode } = read(
    textLines(`
NO→PENILAIAN→LANGKAH AKSI→EVIDEN→TARGET WAKTU
1.→PENGUATAN AKUNTABILITAS→→→
i.→Keterlibatan Pimpinan→→→
a.→Pimpinan terlibat dalam perencanaan→Rapat perencanaan→Notula→Mei 2026
→Pimpinan terlibat dalam penetapan kinerja→Rapat penetapan→Laporan→Juni 2026
b.→Pimpinan terlibat dalam penetapan kinerja→Rapat penetapan→Dokumentasi→Juni 2026`),
  )
  expect(sketch(area).at(-1)).toBe(
    'b. Pimpinan terlibat dalam penetapan kinerja | Rapat penetapan | Laporan + Dokumentasi | 6',
  )
  expect(kode).toContain('baris-ganda')
})

test('months may be ticked instead of written', () => {
  expect(
    plan(`
NO→PENILAIAN→LANGKAH AKSI→EVIDEN→BULAN→→→→→→→→→→→
→→→→1→2→3→4→5→6→7→8→9→10→11→12
1.→MANAJEMEN PERUBAHAN→→→→→→→→→→→→→→
a.→Tim telah dibentuk→Membentuk tim→SK Tim→v→→→→→→→→→→→
b.→Tim bekerja→Rapat triwulanan→Notulen→→→✓→→→✓→→→√→→→V`),
  ).toEqual([
    'A 1. MANAJEMEN PERUBAHAN',
    'K',
    'a. Tim telah dibentuk | Membentuk tim | SK Tim | 1',
    'b. Tim bekerja | Rapat triwulanan | Notulen | 3 6 9 12',
  ])
})

test('what is missing stays missing and is reported', () => {
  const { area, kode } = read(
    textLines(`
NO→PENILAIAN→LANGKAH AKSI→EVIDEN→TARGET WAKTU
1.→PENGUATAN PENGAWASAN→→→
i.→Pengendalian Gratifikasi→→→
a.→Telah dilakukan kampanye→Kampanye berkala→Banner→
b.→Unit pengendali telah dibentuk→→SK UPG→Maret 2026
c.→Gratifikasi dilaporkan→Laporan berkala→Laporan UPG→sesuai kebutuhan`),
  )
  const [first, second, third] = area[0]?.kegiatan[0]?.butir ?? []
  expect(first?.jadwal).toBeNull()
  expect(second?.langkah).toBeNull()
  expect(third?.jadwal).toEqual({ bulan: [], mulai: null, selesai: null, asli: 'sesuai kebutuhan' })
  expect(kode).toEqual(['waktu-kosong', 'waktu-tak-terbaca', 'langkah-kosong'])
})

test('action steps that answer the neighbouring points are left where they are, with a warning', () => {
  const { area, kode } = read(
    textLines(`
NO→PENILAIAN→LANGKAH AKSI→EVIDEN→TARGET WAKTU
6.→PENINGKATAN KUALITAS PELAYANAN PUBLIK→→→
i.→Budaya Pelayanan→→→
a.→Terdapat sanksi bagi petugas→Telah ada sarana layanan terpadu dan terintegrasi→SK→Mei 2026
b.→Terdapat sarana layanan terpadu dan terintegrasi→Rapat→SK→Mei 2026`),
  )
  expect(area[0]?.kegiatan[0]?.butir[0]?.langkah).toMatch(/^Telah ada sarana/)
  expect(area[0]?.kegiatan[0]?.butir[0]?.keyakinan).toBeLessThan(0.8)
  expect(kode).toContain('langkah-tidak-sejajar')
})

test('rows that only a bad scan can have made are noise, what fits nowhere is left over', () => {
  const { noise, rest } = read(
    textLines(`
NO→KOMPONEN→PROGRAM→RENCANA AKSI→WAKTU
1→Manajemen Perubahan→Tim Kerja→Membentuk tim→Mei 2026
→→1171-1-41- D1- 1→Manager 1→Canada 1
Catatan: rencana ini dapat ditinjau kembali sewaktu-waktu oleh pimpinan.`),
  )
  expect(noise.get(3)).toBe('sampah')
  expect(rest).toEqual(['Catatan: rencana ini dapat ditinjau kembali sewaktu-waktu oleh pimpinan.'])
})

test('numbers may be written in levels', () => {
  expect(
    plan(`
NO→URAIAN→RENCANA AKSI→EVIDEN→WAKTU
1→MANAJEMEN PERUBAHAN→→→
1.1→Tim Kerja→→→
1.1.1→Tim telah dibentuk→Membentuk tim→SK Tim→Mei 2026
1.2→Rencana Kerja→→→
1.2.1→Rencana telah disusun→Menyusun rencana→Dokumen→Juni 2026`),
  ).toEqual([
    'A 1 MANAJEMEN PERUBAHAN',
    'K 1.1 Tim Kerja',
    '1.1.1 Tim telah dibentuk | Membentuk tim | SK Tim | 5',
    'K 1.2 Rencana Kerja',
    '1.2.1 Rencana telah disusun | Menyusun rencana | Dokumen | 6',
  ])
})

test('titles without numbers are told by their place and by the known areas', () => {
  expect(
    plan(`
PENILAIAN→LANGKAH AKSI→EVIDEN→TARGET WAKTU
MANAJEMEN PERUBAHAN→→→
Penyusunan Tim Kerja→→→
a. Tim telah dibentuk→Membentuk tim→SK Tim→Mei 2026
PENATAAN TATALAKSANA→→→
SOP→→→
a. SOP ada→Menyusun SOP→SOP→Juli 2026`),
  ).toEqual([
    'A MANAJEMEN PERUBAHAN',
    'K Penyusunan Tim Kerja',
    'a. Tim telah dibentuk | Membentuk tim | SK Tim | 5',
    'A PENATAAN TATALAKSANA',
    'K SOP',
    'a. SOP ada | Menyusun SOP | SOP | 7',
  ])
})

test('a heading of two rows may split the target into its result, start and end', () => {
  const { area } = read(
    textLines(`
NO→KOMPONEN→RENCANA AKSI→TARGET→→→KET.
→→→OUTPUT→MULAI→SELESAI→
1→Manajemen Perubahan→1. Membentuk tim→1 SK→Januari 2026→Maret 2026→selesai`),
  )
  const butir = area[0]?.kegiatan[0]?.butir[0]
  expect(butir).toMatchObject({ label: '1.', langkah: 'Membentuk tim', keterangan: 'selesai' })
  expect(butir?.indikator).toEqual(['1 SK'])
  expect(butir?.jadwal).toMatchObject({ mulai: '2026-01-01', selesai: '2026-03-31' })
})
