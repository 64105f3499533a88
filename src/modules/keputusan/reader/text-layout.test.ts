import { expect, test } from 'vitest'
import { readWithAccount } from './read.ts'
import type { SourceLine } from './source.ts'
import { tabulateLayout } from './text-layout.ts'

const laid = (text: string): SourceLine[] =>
  tabulateLayout(
    text.split('\n').map((teks, i) => ({ baris: i + 1, teks, halaman: 1 + (i > 12 ? 1 : 0) })),
  )
const rows = (lines: SourceLine[]) =>
  lines.flatMap((line) => (line.sel ? [line.sel.map((cell) => cell.teks)] : []))

const plan = `
NO   AREA           KEGIATAN          RENCANA AKSI                DATA DUKUNG        TARGET
     PERUBAHAN                                                                       WAKTU
1    Manajemen      Tim Kerja         Membentuk tim kerja zona    1. SK tim          Maret 2025
     Perubahan                        integritas yang baru        2. Daftar hadir
                                                                  rapat
                                      Menyusun rencana kerja tim Rencana kerja       April s/d
                                                                                     Juni 2025
2    Penataan       Prosedur Tetap    Menyusun SOP layanan        Daftar SOP         Mei 2025
     Tatalaksana                      pemutakhiran data`.slice(1)

test('gives the lines of a table set with spaces cells, one row over several lines', () => {
  expect(rows(laid(plan))).toEqual([
    ['NO', 'AREA PERUBAHAN', 'KEGIATAN', 'RENCANA AKSI', 'DATA DUKUNG', 'TARGET WAKTU'],
    [
      '1',
      'Manajemen Perubahan',
      'Tim Kerja',
      'Membentuk tim kerja zona integritas yang baru',
      '1. SK tim\n2. Daftar hadir rapat',
      'Maret 2025',
    ],
    ['', '', '', 'Menyusun rencana kerja tim', 'Rencana kerja', 'April s/d Juni 2025'],
    [
      '2',
      'Penataan Tatalaksana',
      'Prosedur Tetap',
      'Menyusun SOP layanan pemutakhiran data',
      'Daftar SOP',
      'Mei 2025',
    ],
  ])
})

test('names the row that each further line belongs to', () => {
  const lines = laid(plan)
  expect(lines.slice(2, 8).map((line) => line.bagian ?? 'baris')).toEqual([
    'baris',
    3,
    3,
    'baris',
    6,
    'baris',
  ])
})

test('goes on with a row that a page break and a repeated heading cut', () => {
  const [head = '', second = '', ...body] = plan.split('\n')
  const page = [head, second, ...body, ...Array.from({ length: 4 }, () => '')]
  const next = [head, second, `${' '.repeat(38)}pemilih berkelanjutan`]
  const all = rows(laid([...page, ...next].join('\n')))
  expect(all.filter((cells) => cells[0] === 'NO')).toHaveLength(2)
  expect(all[3]?.[3]).toBe('Menyusun SOP layanan pemutakhiran data pemilih berkelanjutan')
})

const months = `
NO  AREA           KEGIATAN      SUB KEGIATAN         INDIKATOR        WAKTU (BULAN)            KET.
                                                                       1   2   3   4   5   6
1   Pengawasan     Gratifikasi   a. Memasang spanduk  Foto spanduk     √   √   √   √   √   √
                                 b. Menyusun laporan  Laporan                  √           √`.slice(
  1,
)

test('puts ticks into the months below their common heading', () => {
  const [, names, first, second] = rows(laid(months))
  expect(names).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(first?.slice(5)).toEqual(['√', '√', '√', '√', '√', '√', ''])
  expect(second?.slice(3)).toEqual(['b. Menyusun laporan', 'Laporan', '', '', '√', '', '', '√', ''])
})

test('tells where months stand too close to know the one of a tick', () => {
  const close = months.replaceAll(/(?<=\S) {3}(?=[2-6√])/g, ' ')
  expect(laid(close).map((line) => line.ragu ?? false)).toContain(true)
  expect(laid(months).every((line) => line.ragu === undefined)).toBe(true)
})

test('accounts for every line of a row and lowers the certainty of a guess', () => {
  const lines = laid(plan).map((line) =>
    line.baris === 3 ? { ...line, ragu: true as const } : line,
  )
  const { renaksi, account } = readWithAccount({ nama: 'a', sha256: '', jenis: 'txt', lines })
  const [first] = renaksi.rencana.area[0]?.kegiatan[0]?.butir ?? []
  expect(first?.baris).toEqual([3, 4, 5])
  expect(first?.keyakinan).toBeLessThan(0.8)
  expect(renaksi.temuan?.map(({ kode }) => kode)).toContain('kolom-tidak-pasti')
  expect(account.sisa).toEqual([])
})

test('leaves running text and tables of tabs as they are', () => {
  const text = 'Menimbang   :   a. bahwa perlu rencana aksi;\nNO\tKEGIATAN\tINDIKATOR\tWAKTU'
  expect(laid(text).every((line) => line.sel === undefined)).toBe(true)
  const stacked = 'NO\nAREA\nKEGIATAN\nINDIKATOR WAKTU KET.\nI II III IV\n1\nManajemen Perubahan'
  expect(laid(stacked).every((line) => line.sel === undefined)).toBe(true)
})
