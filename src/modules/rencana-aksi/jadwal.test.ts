import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueWindows, type Jadwal } from './jadwal.ts'

const none: Jadwal = { bulan: [], mulai: null, selesai: null }
const windows = (jadwal: Partial<Jadwal>, tahun = 2025) =>
  dueWindows(tahun, { ...none, ...jadwal }).map(
    ({ bulan, mulai, jatuhTempo }) => `${bulan}: ${mulai}..${jatuhTempo}`,
  )

describe('the due windows of a butir [P.11]', () => {
  it('are whole months for a set of months, in order and once each', () => {
    expect(windows({ bulan: [7, 2, 7] })).toEqual([
      '2: 2025-02-01..2025-02-28',
      '7: 2025-07-01..2025-07-31',
    ])
    expect(windows({ bulan: [2] }, 2028)).toEqual(['2: 2028-02-01..2028-02-29'])
  })

  it('are the days themselves for a range of days', () => {
    expect(windows({ bulan: [8], mulai: '2025-08-25', selesai: '2025-08-29' })).toEqual([
      '8: 2025-08-25..2025-08-29',
    ])
  })

  it('are a part of each month for a range over months', () => {
    expect(windows({ mulai: '2025-09-15', selesai: '2025-11-10' })).toEqual([
      '9: 2025-09-15..2025-09-30',
      '10: 2025-10-01..2025-10-31',
      '11: 2025-11-01..2025-11-10',
    ])
  })

  it('are one day for a single date, whichever end it is', () => {
    expect(windows({ mulai: '2025-03-10' })).toEqual(['3: 2025-03-10..2025-03-10'])
    expect(windows({ selesai: '2025-03-10' })).toEqual(['3: 2025-03-10..2025-03-10'])
  })

  it('read dates in the wrong order the right way round', () => {
    expect(windows({ mulai: '2025-08-29', selesai: '2025-08-25' })).toEqual([
      '8: 2025-08-25..2025-08-29',
    ])
  })

  it('keep a named month that the dates miss', () => {
    expect(windows({ bulan: [1], mulai: '2025-08-01', selesai: '2025-08-31' })).toEqual([
      '1: 2025-01-01..2025-01-31',
    ])
  })

  it('end at the borders of the year of the plan', () => {
    expect(windows({ mulai: '2024-11-20', selesai: '2025-01-15' })).toEqual([
      '1: 2025-01-01..2025-01-15',
    ])
    expect(windows({ mulai: '2023-01-01', selesai: '2023-02-01' })).toEqual([])
  })

  it('are none without a schedule', () => {
    expect(windows({})).toEqual([])
  })

  it('always lie inside their month, one a month, for any schedule', () => {
    const date = fc
      .date({ min: new Date('2024-06-01'), max: new Date('2026-06-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10))
    const maybe = fc.option(date, { nil: null })
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 13 })), maybe, maybe, (bulan, a, b) => {
        const found = dueWindows(2025, { bulan, mulai: a, selesai: b })
        expect(new Set(found.map((tenggat) => tenggat.bulan)).size).toBe(found.length)
        for (const { bulan: month, mulai, jatuhTempo } of found) {
          expect(mulai <= jatuhTempo).toBe(true)
          for (const day of [mulai, jatuhTempo])
            expect(day.slice(0, 7)).toBe(`2025-${String(month).padStart(2, '0')}`)
        }
      }),
    )
  })
})
