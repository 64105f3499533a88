import { describe, expect, it } from 'vitest'
import { readableJudul } from './judul.ts'

describe('the title of a decree on a screen', () => {
  it.each([
    [
      'PENETAPAN RENCANA AKSI DI LINGKUNGAN KPU KOTA CONTOH MENUJU WBK/WBBM TAHUN 2025',
      'Penetapan Rencana Aksi di Lingkungan KPU Kota Contoh Menuju WBK/WBBM Tahun 2025',
    ],
    [
      'PERUBAHAN KEPUTUSAN NOMOR 29/HK.03.1-Kpt/3508/KPU-Kab/VI/2021 DAN TATA KERJA (SEMENTARA)',
      'Perubahan Keputusan Nomor 29/HK.03.1-Kpt/3508/KPU-Kab/VI/2021 dan Tata Kerja (Sementara)',
    ],
    ['Rencana Aksi DI Lingkungan', 'Rencana Aksi DI Lingkungan'],
    ['', ''],
  ])('%s', (judul, readable) => {
    expect(readableJudul(judul)).toBe(readable)
  })
})
