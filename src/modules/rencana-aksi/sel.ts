import { shortestReason } from './rencana.ts'

/** planned = direncanakan, in_progress = berjalan, done = selesai, waived = ditiadakan. */
export type SelStatus = 'planned' | 'in_progress' | 'done' | 'waived'

export const selStatuses: readonly SelStatus[] = ['planned', 'in_progress', 'done', 'waived']

/** Which status may follow which; what is done or waived is first reopened. */
export const selTransitions: Record<SelStatus, readonly SelStatus[]> = {
  planned: ['in_progress', 'done', 'waived'],
  in_progress: ['planned', 'done', 'waived'],
  done: ['in_progress'],
  waived: ['planned'],
}

export const canFollow = (from: SelStatus, to: SelStatus): boolean =>
  from === to || selTransitions[from].includes(to)

export type SelTimes = {
  status: SelStatus
  /** last day of the due window, YYYY-MM-DD */
  jatuhTempo: string
  /** local date of completion, YYYY-MM-DD */
  doneOn: string | null
}

/** Late: still open after its last day. Never stored, since it follows from the date. */
export const isLate = (sel: Pick<SelTimes, 'status' | 'jatuhTempo'>, today: string): boolean =>
  (sel.status === 'planned' || sel.status === 'in_progress') && sel.jatuhTempo < today

/** Done on or before the last day of its window. */
export const isOnTime = (sel: SelTimes): boolean =>
  sel.status === 'done' && sel.doneOn !== null && sel.doneOn <= sel.jatuhTempo

/** What the month grid shows: the status, or `late`. */
export type SelState = SelStatus | 'late'

export const selStateOf = (sel: Pick<SelTimes, 'status' | 'jatuhTempo'>, today: string): SelState =>
  isLate(sel, today) ? 'late' : sel.status

export type SelChange = {
  status: SelStatus
  catatan: string | null
  alasan: string | null
  /** date of completion as told; today when not told */
  doneOn: string | null
}

export type SelValues = SelChange

/** Why this change cannot be, as a sentence for the user; null when it can. */
export function selProblem(from: SelStatus, to: SelChange, today: string): string | null {
  if (!canFollow(from, to.status))
    return 'Kewajiban yang sudah selesai atau ditiadakan harus dibuka kembali lebih dahulu.'
  if (to.status === 'waived' && (to.alasan ?? '').trim().length < shortestReason)
    return `Tuliskan alasan peniadaan, paling sedikit ${shortestReason} huruf.`
  if (to.status === 'done' && to.doneOn !== null && to.doneOn > today)
    return 'Tanggal selesai tidak boleh sesudah hari ini.'
  return null
}

/** The values to store: a date only when done, a reason only when waived. */
export const selValues = (change: SelChange, today: string): SelValues => ({
  status: change.status,
  catatan: change.catatan?.trim() || null,
  alasan: change.status === 'waived' ? (change.alasan?.trim() ?? null) : null,
  doneOn: change.status === 'done' ? (change.doneOn ?? today) : null,
})
