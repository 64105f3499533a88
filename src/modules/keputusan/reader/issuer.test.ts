import { describe, expect, test } from 'vitest'
import { readIssuer } from './issuer.ts'

describe('readIssuer', () => {
  test.each([
    [
      'KOMISI PEMILIHAN UMUM KABUPATEN LOMBOK TIMUR',
      'Komisi Pemilihan Umum Kabupaten Lombok Timur',
      'kabupaten',
      'Lombok Timur',
    ],
    ['KETUA KPU KOTA PALU, ttd.', 'Komisi Pemilihan Umum Kota Palu', 'kota', 'Palu'],
    [
      'KPU KAB. LOMBOK UTARA',
      'Komisi Pemilihan Umum Kabupaten Lombok Utara',
      'kabupaten',
      'Lombok Utara',
    ],
    [
      'KOMISI PEMILIHAN UMUM KABUPATEN PANGKAJENE DAN KEPULAUAN NOMOR 3',
      'Komisi Pemilihan Umum Kabupaten Pangkajene dan Kepulauan',
      'kabupaten',
      'Pangkajene dan Kepulauan',
    ],
    [
      'KOMISI PEMILIHAN UMUM PROVINSI DKI JAKARTA',
      'Komisi Pemilihan Umum Provinsi DKI Jakarta',
      'provinsi',
      'DKI Jakarta',
    ],
    [
      'KOMISI PEMILIHAN UMUM DAERAH ISTIMEWA YOGYAKARTA TENTANG',
      'Komisi Pemilihan Umum Daerah Istimewa Yogyakarta',
      'provinsi',
      'Daerah Istimewa Yogyakarta',
    ],
    ['KOMISI INDEPENDEN PEMILIHAN ACEH', 'Komisi Independen Pemilihan Aceh', 'provinsi', 'Aceh'],
    ['KIP KOTA BANDA ACEH', 'Komisi Independen Pemilihan Kota Banda Aceh', 'kota', 'Banda Aceh'],
    ['KOMISI PEMILIHAN UMUM NOMOR 1 TAHUN 2025', 'Komisi Pemilihan Umum', 'pusat', null],
    [
      'KOMISI PEMILIHAN UMUM REPUBLIK INDONESIA',
      'Komisi Pemilihan Umum Republik Indonesia',
      'pusat',
      null,
    ],
  ])('reads %s', (text, penerbit, tingkat, wilayah) => {
    expect(readIssuer(text)).toEqual({ penerbit, tingkat, wilayah })
  })

  test('finds no office where none is named', () => {
    expect(readIssuer('PEMERINTAH KABUPATEN LUMAJANG')).toBeNull()
  })
})
