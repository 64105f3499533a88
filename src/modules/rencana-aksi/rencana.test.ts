import { describe, expect, it } from 'vitest'
import {
  canHappen,
  isRunning,
  type RencanaEvent,
  type RencanaState,
  rencanaTransitions,
  stateOf,
} from './rencana.ts'

const states: RencanaState[] = ['draft', 'proposed', 'approved', 'closed']
const events: RencanaEvent[] = ['propose', 'return', 'approve', 'revise', 'close']

describe('the states of a plan', () => {
  it('allow these steps and no other', () => {
    const possible = states.flatMap((state) =>
      events
        .filter((event) => canHappen(state, event))
        .map((event) => `${state} ${event} ${rencanaTransitions[state][event]}`),
    )
    expect(possible).toEqual([
      'draft propose proposed',
      'proposed return draft',
      'proposed approve approved',
      'approved revise approved',
      'approved close closed',
    ])
  })

  it('follow from the moments that are set', () => {
    const at = new Date(0)
    const none = { proposed_at: null, approved_at: null, closed_at: null }
    expect(stateOf(none)).toBe('draft')
    expect(stateOf({ ...none, proposed_at: at })).toBe('proposed')
    expect(stateOf({ proposed_at: at, approved_at: at, closed_at: null })).toBe('approved')
    expect(stateOf({ proposed_at: at, approved_at: at, closed_at: at })).toBe('closed')
  })

  it('let cells be marked only while approved', () => {
    expect(states.filter(isRunning)).toEqual(['approved'])
  })
})
