import { describe, expect, test } from 'vitest'
import { isSchedule, readSchedule } from './schedule.ts'

type Case = [asli: string, bulan: number[], mulai: string | null, selesai: string | null]

const cases: Case[] = [
  ['September 2025', [9], '2025-09-01', '2025-09-30'],
  ['September s/d Desember 2025', [9, 10, 11, 12], '2025-09-01', '2025-12-31'],
  ['Agustus 2025 - Desember 2025', [8, 9, 10, 11, 12], '2025-08-01', '2025-12-31'],
  ['04 - 08 Agustus 2025', [8], '2025-08-04', '2025-08-08'],
  ['25-29 Agustus 2025', [8], '2025-08-25', '2025-08-29'],
  ['25 Agustus 2025 - 31 Desember 2025', [8, 9, 10, 11, 12], '2025-08-25', '2025-12-31'],
  ['17 Agustus s.d. 3 September 2025', [8, 9], '2025-08-17', '2025-09-03'],
  ['Oktober2025 - Desember 2025', [10, 11, 12], '2025-10-01', '2025-12-31'],
  ['Oktober 2025 dan Desember 2025', [10, 12], null, null],
  ['Maret, Juni, September dan Desember 2025', [3, 6, 9, 12], null, null],
  ['Februari 2024', [2], '2024-02-01', '2024-02-29'],
  ['31 Desember 2025', [12], '2025-12-31', '2025-12-31'],
  ['Sep tember sampai dengan Nopember 2025', [9, 10, 11], '2025-09-01', '2025-11-30'],
  ['Desember 2025 - Februari 2026', [12, 1, 2], '2025-12-01', '2026-02-28'],
  ['Agt s.d Des 2025', [8, 9, 10, 11, 12], '2025-08-01', '2025-12-31'],
  ['Januari – Juni', [1, 2, 3, 4, 5, 6], '2025-01-01', '2025-06-30'],
  ['01/08/2025 - 31/12/2025', [8, 9, 10, 11, 12], '2025-08-01', '2025-12-31'],
  ['2025-08-01 s/d 2025-09-15', [8, 9], '2025-08-01', '2025-09-15'],
  ['Triwulan II', [4, 5, 6], '2025-04-01', '2025-06-30'],
  ['Triwulan I s.d. Triwulan III 2025', [1, 2, 3, 4, 5, 6, 7, 8, 9], '2025-01-01', '2025-09-30'],
  ['Semester I', [1, 2, 3, 4, 5, 6], '2025-01-01', '2025-06-30'],
  ['Triwulan I, II dan IV', [1, 2, 3, 4, 5, 6, 10, 11, 12], null, null],
  ['TW 2 - 3 2025', [4, 5, 6, 7, 8, 9], '2025-04-01', '2025-09-30'],
  ['Bulan 3 s/d 5', [3, 4, 5], '2025-03-01', '2025-05-31'],
  ['Minggu ke-2 s.d. ke-4 Maret', [3], '2025-03-01', '2025-03-31'],
  ['Setiap akhir bulan', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], null, null],
  ['Selama 1 tahun', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], null, null],
  ['Setiap triwulan', [3, 6, 9, 12], null, null],
  ['Minggu ke-2 Maret 2025', [3], '2025-03-01', '2025-03-31'],
]

describe('readSchedule', () => {
  test.each(cases)('reads %s', (asli, bulan, mulai, selesai) => {
    expect(readSchedule(asli, 2025)).toEqual({ bulan, mulai, selesai, asli })
  })

  test('joins a time that stands on several lines', () => {
    expect(readSchedule('September\ns/d\nDesember\n2025', null)).toEqual({
      bulan: [9, 10, 11, 12],
      mulai: '2025-09-01',
      selesai: '2025-12-31',
      asli: 'September s/d Desember 2025',
    })
  })

  test('gives months without dates when neither text nor plan says the year', () => {
    expect(readSchedule('Maret', null)).toEqual({
      bulan: [3],
      mulai: null,
      selesai: null,
      asli: 'Maret',
    })
  })

  test.each([
    '',
    '-',
    '2025',
    'Laporan rapat',
    'SK Tim Kerja Nomor 8 Tahun 2025 bulan Mei dan seterusnya',
  ])('finds no target time in "%s"', (text) => {
    expect(readSchedule(text, 2025)).toBeNull()
  })

  test('tells a cell that is only a target time from evidence that names a month', () => {
    expect(isSchedule('Agustus 2025 - Desember 2025')).toBe(true)
    expect(isSchedule('Notulen rapat September 2025')).toBe(false)
  })
})
