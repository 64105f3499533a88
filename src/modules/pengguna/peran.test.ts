import { describe, expect, it } from 'vitest'
import {
  dayAfter,
  dayBefore,
  fitsSatker,
  inMasa,
  masaState,
  overlaps,
  type Peran,
  peranList,
  takesArea,
} from './peran.ts'

const sampleSatker = ['00', '52', '5203', '11', '1101']

describe('where a role can exist', () => {
  it('keeps verifying to the provinces and national oversight to KPU RI', () => {
    const places = (peran: Peran) => sampleSatker.filter((kode) => fitsSatker(peran, kode))
    expect(places('verifikator_provinsi')).toEqual(['52', '11'])
    expect(places('pengawas_nasional')).toEqual(['00'])
  })

  it('lets every other role exist everywhere', () => {
    const bound: readonly Peran[] = ['verifikator_provinsi', 'pengawas_nasional']
    const free = peranList.filter((peran) => !bound.includes(peran))
    expect(free.every((peran) => sampleSatker.every((kode) => fitsSatker(peran, kode)))).toBe(true)
  })

  it('ties only coordinators and team members to an area', () => {
    expect(peranList.filter(takesArea)).toEqual(['koordinator_area', 'anggota_tim'])
  })
})

describe('the period of a role', () => {
  const week = { dari: '2026-11-19', sampai: '2026-11-26' }

  it('begins on its first day and is over on the day after its last', () => {
    const days = ['2026-11-18', '2026-11-19', '2026-11-25', '2026-11-26']
    expect(days.map((day) => inMasa(week, day))).toEqual([false, true, true, false])
    expect(days.map((day) => masaState(week, null, day))).toEqual([
      'upcoming',
      'current',
      'current',
      'over',
    ])
  })

  it('has no end when none is set, and ends at once when it is ended', () => {
    expect(inMasa({ dari: '2020-01-01', sampai: null }, '2099-12-31')).toBe(true)
    expect(masaState({ dari: '2020-01-01', sampai: null }, new Date(), '2026-11-20')).toBe('over')
  })

  it('overlaps another only when they share a day', () => {
    expect(overlaps(week, { dari: '2026-11-25', sampai: null })).toBe(true)
    expect(overlaps(week, { dari: '2026-11-26', sampai: null })).toBe(false)
    expect(overlaps({ dari: '2026-11-01', sampai: '2026-11-19' }, week)).toBe(false)
    expect(overlaps({ dari: '2020-01-01', sampai: null }, week)).toBe(true)
  })

  it('counts days across the ends of months, years and leap days', () => {
    expect(dayAfter('2026-12-31')).toBe('2027-01-01')
    expect(dayAfter('2028-02-28')).toBe('2028-02-29')
    expect(dayBefore('2026-03-01')).toBe('2026-02-28')
  })
})
