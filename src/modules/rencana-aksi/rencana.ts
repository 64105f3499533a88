/** ZI = pembangunan Zona Integritas, RB = Reformasi Birokrasi. */
export type JenisRencana = 'ZI' | 'RB'

export type RencanaState = 'draft' | 'proposed' | 'approved' | 'closed'

export type RencanaEvent = 'propose' | 'return' | 'approve' | 'revise' | 'close'

/** What may happen in each state, and the state it leads to. A closed plan is final. */
export const rencanaTransitions: Record<
  RencanaState,
  Partial<Record<RencanaEvent, RencanaState>>
> = {
  draft: { propose: 'proposed' },
  proposed: { return: 'draft', approve: 'approved' },
  approved: { revise: 'approved', close: 'closed' },
  closed: {},
}

export type RencanaTimes = {
  proposed_at: Date | null
  approved_at: Date | null
  closed_at: Date | null
}

/** The state follows from the moments that are set; it is stored nowhere else. */
export function stateOf({ proposed_at, approved_at, closed_at }: RencanaTimes): RencanaState {
  if (closed_at) return 'closed'
  if (approved_at) return 'approved'
  return proposed_at ? 'proposed' : 'draft'
}

export const canHappen = (state: RencanaState, event: RencanaEvent): boolean =>
  rencanaTransitions[state][event] !== undefined

/** Cells count and may be marked only under an approved plan. */
export const isRunning = (state: RencanaState): boolean => state === 'approved'

/** The reason of a change, a return or a waiver must say something. */
export const shortestReason = 10
