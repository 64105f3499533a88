import { describe, expect, it } from 'vitest'
import { countTry, limits, minutesUntil, type Percobaan } from './lockout.ts'

const limit = { most: 5, minutes: 15 }
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 3, minute))

/** Tries at these minutes, one after the other; says at which ones the door was shut. */
function shutAt(minutes: readonly number[]): number[] {
  let kept: Percobaan | null = null
  return minutes.filter((minute) => {
    const { after, lockedUntil } = countTry(kept, at(minute), limit)
    kept = after
    return lockedUntil !== null
  })
}

describe('counting tries', () => {
  it('lets five pass and shuts the door for the sixth', () => {
    expect(shutAt([0, 0, 0, 0, 0, 0, 1])).toEqual([0, 1])
  })

  it('opens the door a quarter of an hour after the fifth try, with all five again', () => {
    expect(shutAt([0, 1, 2, 3, 4, 18, 19, 19, 19, 19, 19, 20])).toEqual([18, 20])
  })

  it('does not lengthen the lock by tries at the shut door', () => {
    expect(shutAt([0, 0, 0, 0, 0, 5, 10, 14, 15])).toEqual([5, 10, 14])
  })

  it('forgets tries that lie a quarter of an hour back', () => {
    expect(shutAt([0, 0, 0, 0, 15, 15, 15, 15])).toEqual([])
  })

  it('lets a shared address fail more often than an account', () => {
    expect(limits.address.most).toBeGreaterThan(limits.account.most)
  })

  it('tells how long to wait in whole minutes, never zero', () => {
    expect(minutesUntil(at(15), at(0))).toBe(15)
    expect(minutesUntil(new Date(at(1).getTime() + 1), at(1))).toBe(1)
  })
})
