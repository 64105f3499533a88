import type { Sel, SelStatus } from '#modules/rencana-aksi'

/** What a sample office has done about one obligation. */
export type SampleMark = { status: SelStatus; alasan: string | null; doneOn: string | null }

const waiver = 'Contoh: digabung dengan kegiatan serupa pada bulan lain.'

/**
 * How far a sample office is with an obligation on a day: mostly done in time, some late, some still
 * open, a few waived; null leaves it as planned. The same on every machine.
 */
export function sampleMark(sel: Sel, butirNumber: number, today: string): SampleMark | null {
  if (sel.mulai > today) return null
  const turn = (butirNumber * 7 + sel.bulan * 3) % 20
  const done = (doneOn: string): SampleMark => ({ status: 'done', alasan: null, doneOn })
  const running: SampleMark = { status: 'in_progress', alasan: null, doneOn: null }
  if (sel.jatuhTempo >= today) return turn % 2 === 0 ? running : null
  if (turn === 0) return { status: 'waived', alasan: waiver, doneOn: null }
  if (turn === 1) return null
  if (turn === 2) return running
  const late = dayAfter(sel.jatuhTempo, 9)
  if (turn <= 4 && late <= today) return done(late)
  const early = dayAfter(sel.jatuhTempo, -(sel.bulan % 4))
  return done(early < sel.mulai ? sel.jatuhTempo : early)
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The months that the sample coordinator of Jambi gives to a butir whose decree lost its months. */
export const sampleMonths = (butirNumber: number): number[] =>
  [[3, 6, 9, 12], [2, 8], [4], [1, 7], [10, 11]][butirNumber % 5] ?? []

/** Marks that are alike, put together so that each is one command. */
export function alikeMarks<T extends { mark: SampleMark; bulan: number }>(marks: readonly T[]) {
  return [...Map.groupBy(marks, ({ mark, bulan }) => JSON.stringify([bulan, mark])).values()]
}
