import { describe, expect, it } from 'vitest'
import { heldAtEnrolment } from '../enrolment-gate.ts'
import { enrolmentDue } from './kewajiban.ts'

const now = new Date('2026-11-20T03:00:00Z')
const day = (n: number) => new Date(now.getTime() + n * 86_400_000)
const nobody = { factorSince: null, obligedSince: null, mustEnrol: false }

describe('by when a second factor is due', () => {
  it('is never, when no role obliges or one is set already', () => {
    expect(enrolmentDue(nobody, [], now)).toBeNull()
    expect(enrolmentDue(nobody, [null, null], now)).toBeNull()
    expect(enrolmentDue({ ...nobody, factorSince: now, mustEnrol: true }, [0], now)).toBeNull()
  })

  it('runs from the first sign-in under the obligation, by the shortest grace', () => {
    expect(enrolmentDue({ ...nobody, obligedSince: day(-3) }, [14, null, 7], now)).toEqual(day(4))
    expect(enrolmentDue(nobody, [14], now)).toEqual(day(14))
  })

  it('is at once after an admin has reset it', () => {
    expect(enrolmentDue({ ...nobody, mustEnrol: true }, [null], now)).toEqual(new Date(0))
  })
})

describe('the gate', () => {
  const session = {
    id: 's',
    provenAt: now,
    hasSecondFactor: false,
    obliged: true,
    enrolBy: day(0),
  }

  it('holds everything but the pages that set a factor', () => {
    const held = (path: string) => heldAtEnrolment(session, path, now)
    expect(
      ['/kerja', '/kerja/akun', '/kerja/rencana-aksi', '/kerja/akun/keamananku'].map(held),
    ).toEqual([true, true, true, true])
    expect(
      ['/kerja/akun/keamanan', '/kerja/akun/keamanan/aplikasi/mulai', '/kerja/akun/konfirmasi'].map(
        held,
      ),
    ).toEqual([false, false, false])
  })

  it('is open within the grace, and for who owes nothing', () => {
    expect(heldAtEnrolment({ ...session, enrolBy: day(1) }, '/kerja', now)).toBe(false)
    expect(heldAtEnrolment({ ...session, enrolBy: null }, '/kerja', now)).toBe(false)
    expect(heldAtEnrolment(null, '/kerja', now)).toBe(false)
  })
})
