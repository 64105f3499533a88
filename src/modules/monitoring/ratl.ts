/** Where a step of the follow-up plan stands; late is no state, it follows from the date. */
export type RatlState = 'open' | 'reported' | 'closed'

type Stamps = { reported_at: Date | string | null; closed_at: Date | string | null }

export const ratlState = ({ reported_at, closed_at }: Stamps): RatlState => {
  if (closed_at) return 'closed'
  return reported_at ? 'reported' : 'open'
}

export type RatlAct = 'change' | 'report' | 'withdraw' | 'close' | 'sendBack'

const acts: Record<RatlState, Partial<Record<RatlAct, RatlState>>> = {
  open: { change: 'open', report: 'reported' },
  reported: { withdraw: 'open', close: 'closed', sendBack: 'open' },
  closed: {},
}

/** The state after an act, or null when the state forbids it. */
export const afterRatl = (state: RatlState, act: RatlAct): RatlState | null =>
  acts[state][act] ?? null

/** Late: past its last day without a reported result. Both dates are YYYY-MM-DD. */
export const isLateRatl = (
  ratl: { state: RatlState; jatuhTempo: string },
  today: string,
): boolean => ratl.state === 'open' && ratl.jatuhTempo < today

export const efektifList = ['berhasil', 'belum'] as const
export type Efektif = (typeof efektifList)[number]

export const shortestReason = 10
