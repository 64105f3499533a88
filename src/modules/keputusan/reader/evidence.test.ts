import { describe, expect, test } from 'vitest'
import { knownNames } from './evidence-run.ts'
import { splitEvidence } from './evidence.ts'

const none = knownNames([], [])
const names = (text: string, known = none) => splitEvidence(text, known).nama

describe('names that a sign parts', () => {
  test.each([
    ['SK Tim; Undangan; Daftar Hadir;', ['SK Tim', 'Undangan', 'Daftar Hadir']],
    ['1. SOP baru 2. Berita Acara reviu', ['SOP baru', 'Berita Acara reviu']],
    ['- SK Tim\n- Foto kegiatan', ['SK Tim', 'Foto kegiatan']],
    ['• Laman resmi\n• Media sosial', ['Laman resmi', 'Media sosial']],
    ['Website\nE-RPP\nBarcode PPID', ['Website', 'E-RPP', 'Barcode PPID']],
    [
      'Tangkapan layar unggahan\nRekaman siaran radio\nLaporan sosialisasi',
      ['Tangkapan layar unggahan', 'Rekaman siaran radio', 'Laporan sosialisasi'],
    ],
    ['Undangan, Daftar hadir dan Notula', ['Undangan', 'Daftar hadir', 'Notula']],
    ['PPID, JDIH, E-Arsip', ['PPID', 'JDIH', 'E-Arsip']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  test('words before a numbered list name no evidence', () => {
    const list = splitEvidence('Dibuktikan berupa: 1. Sosialisasi SP4N 2. Laporan', none)
    expect(list.nama).toEqual(['Sosialisasi SP4N', 'Laporan'])
    expect(list.pengantar).toBe('Dibuktikan berupa:')
  })
})

describe('a comma or a line end inside a name parts nothing', () => {
  test.each([
    'Media Sosial (Facebook, Instagram dan YouTube)',
    'Penyampaian LHKPN, LHKASN dan SPT',
    'PKPU 3 Tahun 2023 tentang Tugas, Fungsi dan Susunan Organisasi',
    'Laporan monitoring; ',
  ])('%s', (text) => {
    expect(names(text)).toEqual([text.replace(/;\s*$/, '')])
  })

  test('the lines of a narrow column are one name', () => {
    expect(names('Berita Acara Pembentukan\nTim Kerja Pembangunan ZI\nTahun 2026')).toEqual([
      'Berita Acara Pembentukan Tim Kerja Pembangunan ZI Tahun 2026',
    ])
  })
})

describe('names that run together', () => {
  test.each([
    [
      'Undangan Daftar Hadir Notulen Dokumentasi',
      ['Undangan', 'Daftar Hadir', 'Notulen', 'Dokumentasi'],
    ],
    [
      'Salinan SK Tim Kerja Kab. Contoh Berita Acara Pembentukan Tim dan Rencana Kerja ZI Tahun 2026 Daftar Hadir Rapat Notula Rapat Dokumentasi',
      [
        'Salinan SK Tim Kerja Kab. Contoh',
        'Berita Acara Pembentukan Tim dan Rencana Kerja ZI Tahun 2026',
        'Daftar Hadir Rapat',
        'Notula Rapat',
        'Dokumentasi',
      ],
    ],
    [
      'Pamphlet Tolak Gratifikasi pada Aplikasi Facebook Dokumentasi Penandatanganan Pakta Integritas',
      [
        'Pamphlet Tolak Gratifikasi pada Aplikasi Facebook',
        'Dokumentasi Penandatanganan Pakta Integritas',
      ],
    ],
    ['PAKTA INTEGRITAS Surat Pernyataan pegawai', ['PAKTA INTEGRITAS', 'Surat Pernyataan pegawai']],
    ['Surat Undangan Laporan Hasil Survei', ['Surat Undangan', 'Laporan Hasil Survei']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  test.each([
    'SK Sekretaris KPU Nomor 46 Tahun 2025 tentang Pembentukan Satgas SPIP',
    'Salinan SK Pembentukan Tim',
    'Laporan Kegiatan Sosialisasi Benturan Kepentingan',
    'Pelaksanaan rapat monitoring dan evaluasi pemanfaatan aplikasi',
    'Dokumentasi Foto kegiatan',
    'Pengisian Jabatan dilakukan dengan merujuk pada hasil SKP',
  ])('one name stays one: %s', (text) => {
    expect(names(text)).toEqual([text])
  })

  test('names that stand alone elsewhere in the document show where to cut', () => {
    const listed = ['E-Arsip', 'E-SPIP', 'SS Dasbor E-PPID', 'Evaluasi bulanan', 'Aplikasi MyASN']
    const text = 'E-Arsip E-SPIP Aplikasi MyASN SS Dasbor E-PPID Evaluasi bulanan'
    expect(names(text, knownNames([], listed))).toEqual([
      'E-Arsip',
      'E-SPIP',
      'Aplikasi MyASN',
      'SS Dasbor E-PPID',
      'Evaluasi bulanan',
    ])
  })

  test('a cut that only the wording suggests is not sure', () => {
    expect(splitEvidence('Aplikasi SAKTI E-MONEV', none)).toMatchObject({
      nama: ['Aplikasi SAKTI', 'E-MONEV'],
      yakin: false,
    })
  })
})
