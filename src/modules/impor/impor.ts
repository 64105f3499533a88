/** A file on its way to become a decree and a plan. Failed, accepted and discarded are final. */
export type ImporState = 'reading' | 'review' | 'failed' | 'accepted' | 'discarded'

export type ImporEvent = 'finish' | 'fail' | 'revise' | 'accept' | 'discard'

/** What may happen in each state, and the state it leads to. */
export const imporTransitions: Record<ImporState, Partial<Record<ImporEvent, ImporState>>> = {
  reading: { finish: 'review', fail: 'failed', discard: 'discarded' },
  review: { revise: 'review', accept: 'accepted', discard: 'discarded' },
  failed: { discard: 'discarded' },
  accepted: {},
  discarded: {},
}

export type ImporTimes = {
  read_at: Date | null
  failed_at: Date | null
  accepted_at: Date | null
  discarded_at: Date | null
}

/** The state follows from the moments that are set; it is stored nowhere else. */
export function stateOf(times: ImporTimes): ImporState {
  if (times.discarded_at) return 'discarded'
  if (times.accepted_at) return 'accepted'
  if (times.failed_at) return 'failed'
  return times.read_at ? 'review' : 'reading'
}

export const canHappen = (state: ImporState, event: ImporEvent): boolean =>
  imporTransitions[state][event] !== undefined

/** The largest file that is taken, as the upload form says. */
export const mostBytes = 25 * 1024 * 1024

/** Below this a person is asked to look at a row. */
export const sureFrom = 0.8
