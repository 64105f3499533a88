import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aKalender, aMinute, aMoment, firstDay, naiveDay } from './kalender.fixture.ts'
import { addWorkingDays, isWorkingDay, type Kalender, workingDaysBetween } from './kalender.ts'
import { addDays } from './tanggal.ts'
import { dueAfter, type Tempo } from './tempo.ts'
import { localOf, momentOf } from './zona.ts'

const someMinutes = fc.integer({ min: 0, max: 1500 })
const someDays = fc.integer({ min: 1, max: 12 })
const someTempo: fc.Arbitrary<Tempo> = fc.oneof(
  someMinutes.map((menit) => ({ menit })),
  someDays.map((hari) => ({ hari })),
)

const due = (kal: Kalender, start: Date, tempo: Tempo) =>
  dueAfter(kal, start, tempo).jatuhTempo.getTime()

/** Walks minute by minute and counts those of work. */
function naiveDue(kal: Kalender, start: Date, menit: number): number {
  const { tanggal, ms } = localOf(start, kal.offset)
  let date = tanggal
  let works = naiveDay(kal, date)
  let minute = ms / 60_000
  let before = minute > 0 && works[minute - 1] === true
  for (let left = menit; ;) {
    const now = works[minute] === true
    if (left === 0 && (before || now)) return momentOf(date, minute * 60_000, kal.offset).getTime()
    if (now) left -= 1
    before = now
    minute += 1
    if (minute < 1440) continue
    date = addDays(date, 1)
    works = naiveDay(kal, date)
    minute = 0
  }
}

/** Walks date by date and counts those with a minute of work; due where the last of them closes. */
function naiveDueDays(kal: Kalender, start: Date, hari: number): number {
  const { tanggal, ms } = localOf(start, kal.offset)
  for (let date = tanggal, left = hari; ; date = addDays(date, 1)) {
    const close = naiveDay(kal, date).lastIndexOf(true) + 1
    const first = date === tanggal
    const tooLate = kal.hariPertama === 'berikutnya' || ms > close * 60_000
    if (close === 0 || (first && tooLate)) continue
    left -= 1
    if (left === 0) return momentOf(date, close * 60_000, kal.offset).getTime()
  }
}

/** Half of the starts fall on the very minute at which that day's work closes, where mistakes hide. */
const someStart = fc.tuple(aMinute, fc.boolean())

function startAt(kal: Kalender, [start, atClose]: [Date, boolean]): Date {
  const { tanggal } = localOf(start, kal.offset)
  const close = naiveDay(kal, tanggal).lastIndexOf(true) + 1
  return atClose && close > 0 ? momentOf(tanggal, close * 60_000, kal.offset) : start
}

describe('the due moment, over random calendars (150 000 cases)', () => {
  it('in minutes equals a naive walk minute by minute', () => {
    const property = fc.property(aKalender, someStart, someMinutes, (kal, some, menit) => {
      const start = startAt(kal, some)
      expect(due(kal, start, { menit })).toBe(naiveDue(kal, start, menit))
    })
    fc.assert(property, { numRuns: 40_000 })
  })

  it('in working days equals a naive walk date by date', () => {
    const property = fc.property(aKalender, someStart, someDays, (kal, some, hari) => {
      const start = startAt(kal, some)
      expect(due(kal, start, { hari })).toBe(naiveDueDays(kal, start, hari))
    })
    fc.assert(property, { numRuns: 15_000 })
  })

  it('is never outside work: inside a stretch or at its closing end, and never before the start', () => {
    const property = fc.property(aKalender, aMoment, someTempo, (kal, start, tempo) => {
      const { jatuhTempo, penjelasan } = dueAfter(kal, start, tempo)
      const { tanggal, ms } = localOf(jatuhTempo, kal.offset)
      const day = penjelasan.at(-1)
      expect(day?.tanggal).toBe(tanggal)
      expect(day?.selang.some(([a, b]) => ms >= a * 60_000 && ms <= b * 60_000)).toBe(true)
      expect(jatuhTempo.getTime()).toBeGreaterThanOrEqual(start.getTime())
    })
    fc.assert(property, { numRuns: 20_000 })
  })

  it('is monotone in the start', () => {
    const pair = fc.tuple(aMoment, aMoment)
    const property = fc.property(aKalender, pair, someTempo, (kal, [a, b], tempo) => {
      const [early, late] = a <= b ? [a, b] : [b, a]
      expect(due(kal, early, tempo)).toBeLessThanOrEqual(due(kal, late, tempo))
    })
    fc.assert(property, { numRuns: 15_000 })
  })

  it('is monotone in the time given, and strictly so in what is counted', () => {
    const more = fc.integer({ min: 1, max: 400 })
    const property = fc.property(
      aKalender,
      aMoment,
      someMinutes,
      more,
      (kal, start, menit, plus) => {
        expect(due(kal, start, { menit })).toBeLessThan(due(kal, start, { menit: menit + plus }))
        const [hari, days] = [1 + (menit % 6), 1 + (plus % 5)]
        expect(due(kal, start, { hari })).toBeLessThan(due(kal, start, { hari: hari + days }))
      },
    )
    fc.assert(property, { numRuns: 15_000 })
  })

  it('is additive in minutes: a and then b is a + b', () => {
    const property = fc.property(
      aKalender,
      aMoment,
      someMinutes,
      someMinutes,
      (kal, start, a, b) => {
        const first = dueAfter(kal, start, { menit: a }).jatuhTempo
        expect(due(kal, first, { menit: b })).toBe(due(kal, start, { menit: a + b }))
      },
    )
    fc.assert(property, { numRuns: 20_000 })
  })

  it('is additive in working days where the day of receipt does not count', () => {
    const property = fc.property(aKalender, aMoment, someDays, someDays, (random, start, a, b) => {
      const kal = { ...random, hariPertama: 'berikutnya' as const }
      const first = dueAfter(kal, start, { hari: a }).jatuhTempo
      expect(due(kal, first, { hari: b })).toBe(due(kal, start, { hari: a + b }))
    })
    fc.assert(property, { numRuns: 10_000 })
  })

  it('is explained by days that follow each other and sum up to what was given', () => {
    const property = fc.property(aKalender, aMinute, someTempo, (kal, start, tempo) => {
      const { penjelasan } = dueAfter(kal, start, tempo)
      let sum = 0
      const sums = penjelasan.map((day) => (sum += day.dihitung))
      expect(penjelasan.map((day) => day.jumlah)).toEqual(sums)
      const first = penjelasan[0]?.tanggal ?? ''
      expect(penjelasan.map((day) => day.tanggal)).toEqual(
        penjelasan.map((_, i) => addDays(first, i)),
      )
      expect(penjelasan.filter((day) => !day.kerja && day.dihitung > 0)).toEqual([])
      expect(sum).toBe('hari' in tempo ? tempo.hari : tempo.menit)
    })
    fc.assert(property, { numRuns: 10_000 })
  })

  it('counts working days forth and back alike', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays(firstDay, n))
    const property = fc.property(aKalender, day, someDays, (kal, tanggal, n) => {
      const end = addWorkingDays(kal, tanggal, n)
      expect(isWorkingDay(kal, end)).toBe(true)
      expect(workingDaysBetween(kal, tanggal, end)).toBe(n)
      expect(addWorkingDays(kal, end, -n) <= tanggal).toBe(true)
      expect(addWorkingDays(kal, addWorkingDays(kal, end, -n), n)).toBe(end)
    })
    fc.assert(property, { numRuns: 5000 })
  })
})
