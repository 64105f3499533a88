import { describe, expect, test } from 'vitest'
import { amendedNumber, readDate, readNumber } from './decree-number.ts'

describe('readNumber', () => {
  test.each([
    ['21 TAHUN 2025', '21', 2025],
    [': 07/HK.03.1/3508/2022', '07/HK.03.1/3508/2022', 2022],
    ['15 /PW.01 /8103 /2026', '15/PW.01/8103/2026', 2026],
    ['29/HK.03.1- Kpt/3508/KPU-Kab/VI/2021', '29/HK.03.1-Kpt/3508/KPU-Kab/VI/2021', 2021],
    ['8 TAHUN 20 25', '8', 2025],
    ['5/SK/KPU', '5/SK/KPU', null],
  ])('reads %s', (text, nomor, tahun) => {
    expect(readNumber(text)).toEqual({ nomor, tahun })
  })
})

describe('readDate', () => {
  test.each([
    ['pada tanggal 11 Agustus 2025', '2025-08-11'],
    ['Pada tanggal : 8 Februari 2022', '2022-02-08'],
    ['tanggal 1 2 Januari 20 26', '2026-01-12'],
    ['Mataram, 17 Januari 2022', '2022-01-17'],
    ['3 Pebruari2026', '2026-02-03'],
    ['Tanggal 07-01-2026', '2026-01-07'],
    ['2026-01-07', '2026-01-07'],
  ])('reads %s', (text, date) => {
    expect(readDate(text)).toBe(date)
  })

  test.each(['31 Februari 2025', 'tanggal ditetapkan', 'Nomor 7 Tahun 2017'])(
    'finds no date in "%s"',
    (text) => {
      expect(readDate(text)).toBeNull()
    },
  )
})

describe('amendedNumber', () => {
  test('takes the number of the amended decree from a title', () => {
    const judul =
      'PERUBAHAN KEPUTUSAN KETUA KPU KABUPATEN X NOMOR 29/HK.03.1-Kpt/3508/KPU-Kab/VI/2021 PENETAPAN'
    expect(amendedNumber(judul)).toBe('29/HK.03.1-Kpt/3508/KPU-Kab/VI/2021')
  })

  test('keeps the year of a short number', () => {
    const judul =
      'PERUBAHAN KEDUA ATAS KEPUTUSAN KPU KOTA X NOMOR 12 TAHUN 2025 TENTANG RENCANA AKSI'
    expect(amendedNumber(judul)).toBe('12 Tahun 2025')
  })

  test('a plan that is no amendment amends nothing', () => {
    expect(amendedNumber('RENCANA AKSI AREA PERUBAHAN TAHUN 2025')).toBeNull()
  })
})
