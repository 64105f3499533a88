import { describe, expect, it } from 'vitest'
import { readFlattened } from './flattened.ts'

const keputusan = {
  penerbit: 'Komisi Pemilihan Umum Kota Bima',
  nomor: '4',
  tahun: 2026,
  judul: 'RENCANA AKSI REFORMASI BIROKRASI KOMISI PEMILIHAN UMUM KOTA BIMA TAHUN 2026',
  tanggal: '2026-02-03',
}

function butirOf(first: string[], second: string[]) {
  const heading = ['NO. AREA PERUBAHAN', 'KEGIATAN INDIKATOR KEBERHASILAN']
  const texts = [...heading, ...first, ...heading, ...second]
  const lines = texts.map((teks, i) => ({ baris: i + 1, teks }))
  const read = readFlattened(lines, { keputusan })
  const rows = read.area.flatMap((area) => area.kegiatan.flatMap((each) => each.butir))
  return { rows, codes: read.temuan.map((each) => each.kode) }
}

describe('a cell cut by a page break', () => {
  it('is joined over the titles that end the page, when the plan knows the whole', () => {
    const { rows, codes } = butirOf(
      [
        'a. Penyusunan Rencana Kerja Reformasi',
        'Birokrasi Unit Kerja;',
        'b. Sosialisasi/Internalisasi road map/',
        'Rencana Kerja Reformasi Birokrasi',
        '1 Manajemen',
        'Perubahan',
        'Road Map',
        'Reformasi',
      ],
      ['Unit Kerja kepada anggota organisasi;', 'c. Penyajian Rencana Kerja sesuai prioritas.'],
    )
    expect(rows[1]).toMatchObject({
      label: 'b.',
      uraian:
        'Sosialisasi/Internalisasi road map/ Rencana Kerja Reformasi Birokrasi Unit Kerja kepada anggota organisasi;',
      baris: [5, 6, 13],
    })
    expect(codes).not.toContain('sel-terpotong')
  })

  it('is joined with a finding when it goes on in small letters after the only open text', () => {
    const { rows, codes } = butirOf(
      [
        'a. Pengadaan lemari arsip bagi seluruh',
        'unit pengolah;',
        'b. Pelatihan penataan berkas bagi',
        'petugas kearsipan di semua kecamatan',
        '4 Penataan Tata',
        'Laksana',
      ],
      ['bersama dinas perpustakaan dan arsip;', 'c. Penyusutan arsip sesuai jadwal retensi.'],
    )
    expect(rows.map((row) => row.label)).toEqual(['a.', 'b.', 'c.'])
    expect(rows[1]?.uraian).toBe(
      'Pelatihan penataan berkas bagi petugas kearsipan di semua kecamatan bersama dinas perpustakaan dan arsip;',
    )
    expect(codes).toContain('sel-terpotong')
  })
})
