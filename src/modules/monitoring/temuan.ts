import type { RatlState } from './ratl.ts'

/** Where a finding comes from: a round, a meeting, the LHE, the TPI, a supervisor, or the office itself. */
export const sumberList = ['putaran', 'rapat', 'lhe', 'tpi', 'pengawas', 'mandiri'] as const
export type Sumber = (typeof sumberList)[number]

export type TemuanState = 'unplanned' | 'running' | 'done'

/** A finding is done when it has steps and all of them are closed; nothing of that is stored. */
export function temuanState(ratl: readonly { state: RatlState }[]): TemuanState {
  if (ratl.length === 0) return 'unplanned'
  return ratl.every(({ state }) => state === 'closed') ? 'done' : 'running'
}

/** Its way into the plan of the next year. */
export type LanjutState = 'none' | 'queued' | 'proposed' | 'placed'

type LanjutColumns = {
  lanjut_at: Date | null
  lanjut_butir_id: string | null
  lanjut_usulan_id: string | null
  usulan_rejected_at: Date | null
}

export function lanjutState(row: LanjutColumns): LanjutState {
  if (row.lanjut_butir_id) return 'placed'
  // A rejected proposal leaves the finding where it was: waiting.
  if (row.lanjut_usulan_id && !row.usulan_rejected_at) return 'proposed'
  return row.lanjut_at ? 'queued' : 'none'
}
