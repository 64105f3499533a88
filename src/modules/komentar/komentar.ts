import type { Orang } from './sebutan.ts'

/** One comment as it is stored; the text of a removed one is not given out. */
export type KomentarRow = {
  id: string
  indukId: string | null
  teks: string | null
  at: Date
  oleh: Orang
  sebutan: Orang[]
  resolvedAt: Date | null
  resolvedBy: string | null
  removed: boolean
}

/** A comment that began a conversation, with its answers, the oldest first. */
export type Utas = KomentarRow & { balasan: KomentarRow[] }

/** Conversations, the open ones first, then the newest. A removed one without answers is gone from sight. */
export function threadsOf(rows: readonly KomentarRow[]): Utas[] {
  return rows
    .filter(({ indukId }) => indukId === null)
    .map((row) => ({ ...row, balasan: rows.filter(({ indukId }) => indukId === row.id) }))
    .filter((utas) => !utas.removed || utas.balasan.some(({ removed }) => !removed))
    .toSorted(
      (a, b) =>
        Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null) ||
        b.at.getTime() - a.at.getTime(),
    )
}

export const openCount = (threads: readonly Utas[]): number =>
  threads.filter(({ resolvedAt, removed }) => !resolvedAt && !removed).length
