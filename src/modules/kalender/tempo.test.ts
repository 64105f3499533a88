import { describe, expect, it } from 'vitest'
import { query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { startOf } from './forms-hitung.ts'
import { addWorkingDays, type Kalender, selangKerja } from './kalender.ts'
import { sebabText } from './labels.ts'
import { kalenderOf } from './queries/kalender.ts'
import { dueAfter, type Tempo } from './tempo.ts'

const hub = testHub()
const load = query((q, [kode, dari]: [string, string]) => kalenderOf(q, kode, dari, dari))
const kalenderFor = async (kode = '5203', dari = '2026-01-01') =>
  load(hub.as(await hub.actor(kode)), [kode, dari])
const count = (kal: Kalender, mulai: string, tempo: Tempo) =>
  dueAfter(kal, startOf(mulai, kal.offset), tempo)
/** Local time of the office, for reading beside the law. */
const local = (kal: Kalender, at: Date) =>
  new Date(at.getTime() + kal.offset * 60_000).toISOString().slice(0, 16)

describe('five working days around Nyepi and Idulfitri 2026', () => {
  it('skip leave, holidays and weekends, and close with the hours after Ramadan', async () => {
    const kal = await kalenderFor()
    const due = count(kal, '2026-03-17T09:00', { hari: 5 })
    expect(local(kal, due.jatuhTempo)).toBe('2026-03-31T16:00')
    expect(due.penjelasan.slice(0, 5).map(sebabText)).toEqual([
      'Hari kerja, jam Ramadan, hari diterima tidak dihitung',
      'Cuti bersama: Hari Suci Nyepi (Tahun Baru Saka 1948)',
      'Libur nasional: Hari Suci Nyepi (Tahun Baru Saka 1948)',
      'Cuti bersama: Idulfitri 1447 Hijriah',
      'Libur nasional: Idulfitri 1447 Hijriah',
    ])
    expect(due.penjelasan.map((day) => day.jumlah).at(-1)).toBe(5)
    expect(due.belumPasti).toBe(false)
  })

  it('end earlier in a zone further east, at the same local time', async () => {
    const tempo = { hari: 5 }
    const dueIn = async (kode: string) =>
      count(await kalenderFor(kode), '2026-03-17T09:00', tempo).jatuhTempo.toISOString()
    expect(await dueIn('00')).toBe('2026-03-31T09:00:00.000Z')
    expect(await dueIn('5203')).toBe('2026-03-31T08:00:00.000Z')
    expect(await dueIn('8171')).toBe('2026-03-31T07:00:00.000Z')
  })
})

describe('working hours', () => {
  it('stop at the break, longer on Friday, and at the weekend', async () => {
    const kal = await kalenderFor()
    const due = (mulai: string, menit: number) =>
      local(kal, count(kal, mulai, { menit }).jatuhTempo)
    expect(due('2026-11-23T11:30', 60)).toBe('2026-11-23T13:30')
    expect(due('2026-11-27T11:00', 60)).toBe('2026-11-27T13:30')
    expect(due('2026-11-27T16:00', 60)).toBe('2026-11-30T08:00')
    expect(due('2026-11-23T12:30', 0)).toBe('2026-11-23T13:00')
    expect(due('2026-11-23T12:00', 0)).toBe('2026-11-23T12:00')
    expect(due('2026-11-28T10:00', 30)).toBe('2026-11-30T08:00')
  })

  it('are shorter in Ramadan', async () => {
    const kal = await kalenderFor()
    expect(selangKerja(kal, '2026-02-18')).toEqual([
      [450, 720],
      [780, 960],
    ])
    expect(selangKerja(kal, '2026-02-19')).toEqual([
      [480, 720],
      [750, 900],
    ])
    expect(selangKerja(kal, '2026-02-20')).toEqual([
      [480, 690],
      [750, 930],
    ])
  })
})

describe('what is not sure', () => {
  it('is said of a year whose decree is not loaded, naming year and decree', async () => {
    const kal = await kalenderFor('5203', '2027-12-01')
    const due = count(kal, '2027-12-30T09:00', { hari: 5 })
    expect(due.belumPasti).toBe(true)
    expect(due.catatan[0]).toContain('Hari libur tahun 2028 belum dimuat')
    expect(due.catatan[0]).toContain('SKB 3 Menteri')
    expect(due.catatan[1]).toContain('Ramadan tahun 2028')
  })

  it('is said of a Ramadan that is only estimated', async () => {
    const kal = await kalenderFor('5203', '2027-02-01')
    const due = count(kal, '2027-02-04T09:00', { hari: 3 })
    expect(due.catatan).toEqual([expect.stringContaining('Ramadan 2027 masih perkiraan')])
  })
})

describe('asking what has no answer', () => {
  it('is a fault of the caller: fractions, no day at all, a date that was not loaded', async () => {
    const kal = await kalenderFor()
    const start = new Date('2026-11-23T01:00:00Z')
    expect(() => dueAfter(kal, start, { hari: 0 })).toThrow(RangeError)
    expect(() => dueAfter(kal, start, { menit: 1.5 })).toThrow(RangeError)
    expect(() => dueAfter(kal, start, { hari: 4000 })).toThrow('was loaded for')
  })

  it('counts working days back as well, and moves off a day that is none', async () => {
    const kal = await kalenderFor()
    expect(addWorkingDays(kal, '2026-03-25', -2)).toBe('2026-03-16')
    expect(addWorkingDays(kal, '2026-03-21', 0)).toBe('2026-03-25')
    expect(addWorkingDays(kal, '2026-03-25', 0)).toBe('2026-03-25')
  })
})
