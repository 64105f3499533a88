import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestHour, isDigestHour, isQuiet, localHour, mayMail, type Setelan } from './setelan.ts'

const setelan = (more: Partial<Setelan> = {}): Setelan => ({
  jenisSurat: ['terlambat'],
  jamRingkasan: 7,
  heningDari: 18,
  heningSampai: 6,
  jedaSampai: null,
  ...more,
})

const hour = fc.integer({ min: 0, max: 23 })
const anySetelan = fc.record({
  jenisSurat: fc.constant<Setelan['jenisSurat']>(['terlambat']),
  jamRingkasan: hour,
  heningDari: hour,
  heningSampai: hour,
  jedaSampai: fc.constant(null),
})

describe('quiet hours', () => {
  it('may pass midnight', () => {
    const quiet = [17, 18, 23, 0, 5, 6].map((jam) => isQuiet(setelan(), jam))
    expect(quiet).toEqual([false, true, true, true, true, false])
  })

  it('are none when both hours are the same', () => {
    fc.assert(
      fc.property(hour, hour, (at, jam) => {
        expect(isQuiet(setelan({ heningDari: at, heningSampai: at }), jam)).toBe(false)
      }),
    )
  })

  it('move a digest that falls into them to the first hour after', () => {
    expect(digestHour(setelan({ jamRingkasan: 4 }))).toBe(6)
    expect(digestHour(setelan({ jamRingkasan: 18 }))).toBe(6)
    expect(digestHour(setelan({ jamRingkasan: 17 }))).toBe(17)
  })

  it('never let mail through, whatever was chosen', () => {
    fc.assert(
      fc.property(anySetelan, hour, (chosen, jam) => {
        const now = { tanggal: '2026-11-23', jam }
        expect(isQuiet(chosen, jam) && mayMail(chosen, now)).toBe(false)
        expect(isDigestHour(chosen, now) && !mayMail(chosen, now)).toBe(false)
      }),
    )
  })
})

describe('the digest', () => {
  const at = (jam: number, tanggal = '2026-11-23') => ({ tanggal, jam })

  it('is due in its hour and, after a standstill, up to three hours later', () => {
    const due = [6, 7, 8, 9, 10].map((jam) => isDigestHour(setelan(), at(jam)))
    expect(due).toEqual([false, true, true, true, false])
  })

  it('rests up to and with the last day of a pause', () => {
    const paused = setelan({ jedaSampai: '2026-11-23' })
    expect(isDigestHour(paused, at(7))).toBe(false)
    expect(isDigestHour(paused, at(7, '2026-11-24'))).toBe(true)
  })

  it('goes to no one who wants nothing by mail', () => {
    expect(isDigestHour(setelan({ jenisSurat: [] }), at(7))).toBe(false)
  })

  it('follows the clock of the office', () => {
    const moment = new Date('2026-11-22T23:30:00Z')
    expect(localHour(moment, 'Asia/Jakarta')).toEqual({ tanggal: '2026-11-23', jam: 6 })
    expect(localHour(moment, 'Asia/Jayapura')).toEqual({ tanggal: '2026-11-23', jam: 8 })
  })
})
