import { describe, expect, it } from 'vitest'
import type { RenaksiKeputusan } from '../renaksi.ts'
import { readFlatText } from './flattened-lines.ts'

const keputusan: RenaksiKeputusan = {
  penerbit: 'Komisi Pemilihan Umum Kota Bima',
  nomor: '4',
  tahun: 2026,
  judul: 'RENCANA AKSI REFORMASI BIROKRASI KOMISI PEMILIHAN UMUM KOTA BIMA TAHUN 2026',
  tanggal: '2026-02-03',
}

function read(...texts: string[]) {
  return readFlatText(
    texts.map((teks, i) => ({ baris: i + 1, teks })),
    keputusan,
  )
}
const words = (...texts: string[]) => read(...texts).lines.map((line) => line.teks)

describe('readFlatText', () => {
  it('takes out headings in pieces, also glued ones and rows of numbers', () => {
    const lines = [
      'Jan Feb Maret April Mei Juni',
      '1 2 3 5 7',
      'KETSUB KEGIATAN',
      '4 6',
      'NO.',
      'AREA',
      'PERUBAHAN',
    ]
    const { noise } = read(...lines, 'Road Map')
    expect([...noise.values()]).toEqual([
      'judul-tabel',
      'nomor-kolom',
      'judul-tabel',
      'nomor-kolom',
      'judul-tabel',
      'judul-tabel',
      'judul-tabel',
    ])
    expect(words(...lines, 'Road Map')).toEqual(['Road Map'])
  })

  it('keeps the title of an area although its words are those of headings', () => {
    expect(words('1 Manajemen', 'Perubahan', '4 6')).toEqual(['1 Manajemen', 'Perubahan'])
    expect(words('1 MANAJEMEN', 'PERUBAHAN', 'KEGIATAN INDIKATOR KEBERHASILAN')).toEqual([
      '1 MANAJEMEN',
      'PERUBAHAN',
    ])
  })

  it('knows headings in small letters by the headings beside them', () => {
    expect(words('SUB KEGIATAN', 'Indikator', 'Ket', 'a. Kegiatan rutin')).toEqual([
      'a. Kegiatan rutin',
    ])
    expect(words('penyusunan program dan', 'kegiatan')).toEqual([
      'penyusunan program dan',
      'kegiatan',
    ])
  })

  it('takes out the head of the annex, page numbers and signatures', () => {
    const { lines, noise } = read(
      'LAMPIRAN',
      'KOMISI PEMILIHAN UMUM KOTA BIMA',
      '- 3 -',
      'a. Penyusunan rencana;',
      'Salinan sesuai dengan aslinya',
      'Kepala Subbagian Hukum,',
      'Siti Aminah',
    )
    expect(lines.map((line) => line.baris)).toEqual([4])
    expect(noise.get(3)).toBe('nomor-halaman')
    expect(noise.get(7)).toBe('pengesahan')
  })

  it('takes tick marks off a row and remembers their line', () => {
    const { lines, ticks } = read(
      'a. Penyusunan rencana; √ √',
      'b. Evaluasi. v v v',
      '✓ ✓',
      'Kelas V',
    )
    expect(lines.map((line) => line.teks)).toEqual([
      'a. Penyusunan rencana;',
      'b. Evaluasi.',
      'Kelas V',
    ])
    expect(ticks).toEqual([1, 2, 3])
  })

  it('begins a page where the first line of the heading comes again', () => {
    const { lines } = read('NO. AREA', 'Satu', 'PELAKSANAAN (BULAN)', 'Dua', 'NO. AREA', 'Tiga')
    expect(lines.map((line) => line.halaman)).toEqual([1, 1, 2])
  })

  it('parts the cells of a line at tabs', () => {
    const { lines } = read('1\tManajemen Perubahan\ta. Penyusunan rencana')
    expect(lines.map((line) => [line.baris, line.teks, line.cell])).toEqual([
      [1, '1', true],
      [1, 'Manajemen Perubahan', true],
      [1, 'a. Penyusunan rencana', true],
    ])
  })

  it('says which columns the heading names', () => {
    const { columns } = read('NO. PENILAIAN LANGKAH AKSI EVIDEN TARGET WAKTU', 'a. Tim dibentuk')
    expect(columns).toEqual({ indikator: false, langkah: true, eviden: true, waktu: true })
  })
})
