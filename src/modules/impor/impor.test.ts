import { describe, expect, it } from 'vitest'
import { canHappen, type ImporEvent, type ImporState, stateOf } from './impor.ts'

const at = new Date('2026-02-03T00:00:00Z')
const none = { read_at: null, failed_at: null, accepted_at: null, discarded_at: null }

describe('the state of an import', () => {
  it('follows from what has happened to it', () => {
    expect(stateOf(none)).toBe('reading')
    expect(stateOf({ ...none, read_at: at })).toBe('review')
    expect(stateOf({ ...none, failed_at: at })).toBe('failed')
    expect(stateOf({ ...none, read_at: at, accepted_at: at })).toBe('accepted')
    expect(stateOf({ ...none, failed_at: at, discarded_at: at })).toBe('discarded')
  })

  it('allows these steps and no others', () => {
    const states: ImporState[] = ['reading', 'review', 'failed', 'accepted', 'discarded']
    const events: ImporEvent[] = ['finish', 'fail', 'revise', 'accept', 'discard']
    const allowed = states.flatMap((state) =>
      events.filter((event) => canHappen(state, event)).map((event) => `${state} ${event}`),
    )
    expect(allowed).toEqual([
      'reading finish',
      'reading fail',
      'reading discard',
      'review revise',
      'review accept',
      'review discard',
      'failed discard',
    ])
  })
})
