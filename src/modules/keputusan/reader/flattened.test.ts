import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RenaksiKeputusan } from '../renaksi.ts'
import { readFlattened } from './flattened.ts'
import type { SourceLine } from './source.ts'

const keputusan: RenaksiKeputusan = {
  penerbit: 'Komisi Pemilihan Umum Provinsi Jambi',
  nomor: '10',
  tahun: 2026,
  judul:
    'RENCANA AKSI REFORMASI BIROKRASI DI LINGKUNGAN KOMISI PEMILIHAN UMUM PROVINSI JAMBI TAHUN 2026',
  tanggal: '2026-02-03',
}
const text = readFileSync('data/contoh/keputusan/prov-jambi-10-2026.txt', 'utf8').split('\n')
const annexFrom = text.findIndex((line) => line.trim() === 'LAMPIRAN')
const lines: SourceLine[] = text.map((teks, i) => ({ baris: i + 1, teks })).slice(annexFrom)

describe('readFlattened on a decree whose cells came out of order', () => {
  const read = readFlattened(lines, { keputusan })
  const kegiatan = read.area.flatMap((area) => area.kegiatan)
  const butir = kegiatan.flatMap((each) => each.butir)
  const at = (judul: string) => kegiatan.find((each) => each.judul === judul)

  it('restores eight areas with their numbers and every butir', () => {
    expect(read.area.map((area) => area.nomor)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    expect(read.area.map((area) => area.kegiatan.length)).toEqual([4, 2, 1, 3, 6, 6, 7, 3])
    expect(butir).toHaveLength(88)
    expect(butir.flatMap((each) => each.indikator)).toHaveLength(73)
  })

  it('keeps the words of the source, with its errors', () => {
    expect(at('Road Map Reformasi')?.butir).toHaveLength(3)
    expect(at('Pengembangan')?.butir.map((each) => each.label)).toEqual(['a.', 'b.'])
    expect(at('Penegakan aturan displin/kode etik/kode perilaku')).toBeDefined()
  })

  it('separates words of two cells that were glued together', () => {
    const peraturan = read.area[1]
    expect(peraturan?.judul).toBe('Penataan Peraturan Perundangan/ Deregulasi Kebijakan')
    expect(peraturan?.kegiatan.map((each) => each.judul)).toEqual([
      'Harmonisasi',
      'Peran Kebijakan',
    ])
    expect(at('Gratifikasi')?.butir[1]).toMatchObject({
      uraian: 'Implementasi penanganan gratifikasi;',
      indikator: ['Tersedianya laporan UPG tentang praktek gratifikasi secara berkala;'],
    })
  })

  it('brings together a kegiatan that a page break cut', () => {
    const labels = at('Keterlibatan Pimpinan')?.butir.map((each) => each.label)
    expect(labels).toEqual(['a.', 'b.', 'c.', 'd.', 'e.', 'f.'])
  })

  it('keeps a list of indicators together, also those no plan knows', () => {
    const first = at('Peningkatan Akuntabilitas Kinerja Individu')?.butir[0]
    expect(first?.indikator).toHaveLength(3)
    expect(at('Peran Kebijakan')?.butir[0]?.indikator).toHaveLength(3)
  })

  it('loses no line: each is placed or noise of a known kind', () => {
    const lost = lines.filter(({ baris }) => !read.placed.has(baris) && !read.noise.has(baris))
    expect(lost).toEqual([])
  })

  it('says what it decided and leaves the months empty', () => {
    const codes = new Set(read.temuan.map((each) => each.kode))
    expect(codes).toContain('bulan-hilang')
    expect(codes).toContain('judul-terpotong')
    expect(butir.every((each) => each.jadwal === null)).toBe(true)
    const guessed = butir.filter((each) => (each.keyakinan ?? 1) < 0.8)
    expect(guessed.length).toBeGreaterThan(0)
    expect(guessed.length).toBeLessThan(10)
  })
})
