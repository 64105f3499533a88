import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readAnnex } from './annex-builder.ts'
import type { AnnexRead } from './source.ts'

/** Reads the table of a sample decree: from its heading to its last row. */
function readSample(name: string): AnnexRead & { unaccounted: number[] } {
  const teks = readFileSync(`data/contoh/keputusan/${name}.txt`, 'utf8').split('\n')
  const lines = teks.map((line, i) => ({ baris: i + 1, teks: line }))
  const rows = lines.filter((line) => line.teks.includes('\t'))
  const [first = 0, last = 0] = [rows[0]?.baris, rows.at(-1)?.baris]
  const annex = lines.slice(first - 1, last)
  const read = readAnnex(annex)
  const rest = annex.filter(({ baris }) => !read.placed.has(baris) && !read.noise.has(baris))
  return { ...read, unaccounted: rest.map((line) => line.baris) }
}

const kegiatanOf = ({ area }: AnnexRead, judul: string) =>
  area.flatMap((one) => one.kegiatan).find((one) => one.judul?.startsWith(judul))

const codes = ({ temuan }: AnnexRead) => new Set(temuan.map((one) => one.kode))

describe('an annex with ticks on pages of 12 to 14 month columns', () => {
  const read = readSample('lumajang-07-2022')
  const butir = read.area.flatMap((area) => area.kegiatan.flatMap((kegiatan) => kegiatan.butir))

  test('has its areas, activities, butir and indicators, and no line is lost', () => {
    expect(read.jenis).toBe('RB')
    expect(read.area).toHaveLength(8)
    expect(read.area.flatMap((area) => area.kegiatan)).toHaveLength(28)
    expect(butir).toHaveLength(76)
    expect(butir.flatMap((one) => one.indikator)).toHaveLength(164)
    expect(read.unaccounted).toEqual([])
  })

  test('reads marks beyond December as December and tells of those that may have slipped', () => {
    const months = kegiatanOf(read, 'Evaluasi Organisasi')?.butir.map((one) => one.jadwal?.bulan)
    expect(months).toEqual([
      [7, 12],
      [7, 12],
    ])
    const slipped = read.temuan.find((one) => one.alternatif === 'Juni, Desember')
    expect(slipped?.kode).toBe('bulan-melewati-desember')
    expect(butir.every((one) => (one.jadwal?.bulan.at(-1) ?? 0) <= 12)).toBe(true)
  })

  test('joins cells that a page break cut, also where a new butir begins beside one', () => {
    const sotk = kegiatanOf(read, 'Penyesuaian SOTK')?.butir
    expect(sotk?.map((one) => one.label)).toEqual(['1.', '2.'])
    expect(sotk?.flatMap((one) => one.indikator).at(-1)).toBe(
      'Struktur Organisasi KPU Kabupaten Lumajang',
    )
    expect(sotk?.[1]?.jadwal?.bulan).toEqual([1])
    expect(codes(read)).toContain('jadwal-diwarisi')
  })

  test('keeps the end of a row whose page is lost, without inventing titles or months', () => {
    const area = read.area.at(-1)
    expect(area?.judul).toBeNull()
    expect(area?.kegiatan[0]).toMatchObject({ nomor: null, judul: null })
    expect(area?.kegiatan[0]?.butir[0]).toMatchObject({ jadwal: null, keyakinan: 0.5 })
    expect(area?.kegiatan[1]?.nomor).toBe('2.')
    expect(codes(read)).toContain('halaman-hilang')
    expect(codes(read)).toContain('area-tanpa-judul')
  })

  test('splits numbered butir of one cell, and leaves inner lists in their text', () => {
    const arsip = kegiatanOf(read, 'Penerapan sistem kearsipan')?.butir
    expect(arsip?.map((one) => one.label)).toEqual(['1)', '2)', '3)'])
    const [ppid] = kegiatanOf(read, 'Penyelenggaraan Keterbukaan')?.butir ?? []
    expect(ppid?.uraian).toContain('1. Penyampaian Kebijakan')
    expect(ppid?.indikator).toHaveLength(7)
  })
})

describe('an annex with shifted cells and wrong labels', () => {
  const read = readSample('prov-ntb-19-2022')
  const titles = (nomor: string) =>
    read.area.find((area) => area.nomor === nomor)?.kegiatan.map((one) => one.judul)

  test('has its areas, activities, butir and indicators, and no line is lost', () => {
    expect(read.area.map((area) => area.nomor)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    expect(read.area.flatMap((area) => area.kegiatan)).toHaveLength(29)
    const butir = read.area.flatMap((area) => area.kegiatan.flatMap((kegiatan) => kegiatan.butir))
    expect(butir).toHaveLength(83)
    expect(butir.flatMap((one) => one.indikator)).toHaveLength(66)
    expect(butir.every((one) => one.jadwal === null)).toBe(true)
    expect(codes(read)).toContain('jadwal-kosong')
    expect(read.unaccounted).toEqual([])
  })

  test('puts activities under a wrong area label back, and says so', () => {
    expect(titles('4')).toEqual([
      'Prosedur Operasional tetap (SOP)',
      'Sistem Pemerintahan Berbasis Elektronik (SPBE)',
      'Keterbukaan informasi publik',
    ])
    expect(titles('7')).toContain('Whistle Blowing System')
    expect(titles('8')?.[0]).toBe('Standar Pelayanan')
    const decided = read.temuan.filter((one) => one.kode === 'area-salah-tempat')
    expect(decided.map((one) => one.baris)).toEqual([[120], [182]])
  })

  test('keeps the letters of a list together where a title slipped among them', () => {
    const gratifikasi = kegiatanOf(read, 'Gratifikasi')?.butir
    expect(gratifikasi?.map((one) => one.label)).toEqual(['a.', 'b.', 'c.', 'd.'])
    expect(gratifikasi?.[2]?.keyakinan).toBeLessThan(0.8)
    expect(kegiatanOf(read, 'Penerapan SPIP')?.butir).toHaveLength(6)
  })

  test('takes butir and titles back from the columns into which they slipped', () => {
    const kinerja = kegiatanOf(read, 'Penetapan Kinerja Individu')?.butir
    expect(kinerja?.map((one) => one.label).join('')).toBe('a.b.c.d.e.f.')
    const benturan = kegiatanOf(read, 'Penanganan Benturan Kepentingan')?.butir
    expect(benturan?.map((one) => one.indikator.length)).toEqual([1, 1, 1, 1])
    expect(codes(read)).toContain('kolom-bergeser')
  })

  test('goes on with an activity whose title is printed again on the next page', () => {
    expect(kegiatanOf(read, 'Keterlibatan pimpinan')?.butir).toHaveLength(6)
    expect(kegiatanOf(read, 'Budaya Pelayanan Prima')?.butir).toHaveLength(6)
  })
})
