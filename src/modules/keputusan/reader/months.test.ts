import { describe, expect, test } from 'vitest'
import { daysInMonth, isoDate, monthName, monthOf } from './months.ts'

describe('monthOf', () => {
  test('knows all official names', () => {
    const all = Array.from({ length: 12 }, (_, i) => monthName(i + 1))
    expect(all.map(monthOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  test.each([
    ['Jan', 1],
    ['Pebruari', 2],
    ['Agt', 8],
    ['SEPT.', 9],
    ['Nopember', 11],
    ['Des', 12],
    ['Oktobor', 10],
    ['Desembar', 12],
  ])('knows %s as month %i', (word, month) => {
    expect(monthOf(word)).toBe(month)
  })

  test.each(['Junu', 'pemilu', 'tim', ''])('does not take "%s" for a month', (word) => {
    expect(monthOf(word)).toBeNull()
  })
})

describe('dates', () => {
  test('counts leap days', () => {
    expect([daysInMonth(2024, 2), daysInMonth(2025, 2)]).toEqual([29, 28])
  })

  test('a day that does not exist has no date', () => {
    expect(isoDate(2025, 2, 30)).toBeNull()
    expect(isoDate(2025, 8, 4)).toBe('2025-08-04')
  })

  test('a month beyond twelve has no name', () => {
    expect(() => monthName(13)).toThrow('Bulan harus 1 sampai 12')
  })
})
