import { describe, expect, it } from 'vitest'
import {
  formatNumber,
  lastDayOfMonth,
  localDate,
  longDate,
  longMoment,
  monthShort,
} from './date.ts'

describe('dates as an office reads them', () => {
  it('are spelled out', () => {
    expect(longDate('2026-02-03')).toBe('3 Februari 2026')
    expect(longMoment(new Date('2026-02-03T06:05:00Z'), 'Asia/Makassar')).toBe(
      '3 Februari 2026 pukul 14.05 WITA',
    )
    expect([1, 5, 8, 12].map(monthShort)).toEqual(['Jan', 'Mei', 'Agt', 'Des'])
  })

  it('change at local midnight', () => {
    const at = new Date('2026-12-31T16:30:00Z')
    expect(localDate(at, 'Asia/Jakarta')).toBe('2026-12-31')
    expect(localDate(at, 'Asia/Makassar')).toBe('2027-01-01')
    expect(localDate(at, 'Asia/Jayapura')).toBe('2027-01-01')
  })

  it('know the last day of a month', () => {
    expect([lastDayOfMonth(2024, 2), lastDayOfMonth(2026, 2), lastDayOfMonth(2026, 12)]).toEqual([
      '2024-02-29',
      '2026-02-28',
      '2026-12-31',
    ])
  })

  it('stand beside numbers with points and commas', () => {
    expect(formatNumber(1234.5)).toBe('1.234,5')
  })
})
