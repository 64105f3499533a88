import { type Bentuk, pakaiState, type PakaiState } from './eviden.ts'

/** missing = belum ada, pending = menunggu verifikasi, automatic = shown by the system's own records. */
export type SlotState = 'missing' | 'pending' | 'returned' | 'accepted' | 'automatic'

/** What of a use decides its slot. */
export type SlotUse = {
  slot: string | null
  bulan: number | null
  acceptedAt: Date | null
  returnedAt: Date | null
  eviden: { bentuk: Bentuk }
}

export type Slot<U extends SlotUse> = { slot: string; state: SlotState; uses: U[] }

export type ChecklistOf<U extends SlotUse> = { slots: Slot<U>[]; others: U[] }

/** The documents that a row asks for, each with what was given; `others` fill none of them. */
export function checklistOf<U extends SlotUse>(
  asked: readonly string[],
  uses: readonly U[],
): ChecklistOf<U> {
  const names = [...new Set(asked)]
  return {
    slots: names.map((slot) => {
      const own = uses.filter((use) => use.slot === slot)
      return { slot, state: slotState(own), uses: own }
    }),
    others: uses.filter(({ slot }) => slot === null || !names.includes(slot)),
  }
}

/** The best that was given decides; a returned one counts only while nothing newer came. */
export function slotState(uses: readonly SlotUse[]): SlotState {
  const has = (state: PakaiState, automatic: boolean) =>
    uses.some(
      (use) => pakaiState(use) === state && (use.eviden.bentuk === 'otomatis') === automatic,
    )
  if (has('accepted', false) || has('accepted', true)) return 'accepted'
  if (has('pending', true)) return 'automatic'
  if (has('pending', false)) return 'pending'
  return uses.length > 0 ? 'returned' : 'missing'
}

/** The uses that speak of a month: its own, and those of the whole year. */
export const usesIn = <U extends SlotUse>(uses: readonly U[], bulan: number): U[] =>
  uses.filter((use) => use.bulan === null || use.bulan === bulan)

export type SlotCounts = { asked: number; accepted: number; pending: number; open: number }

/** How many of the documents asked for are accepted, waiting (or automatic), and still open. */
export function countSlots(slots: readonly { state: SlotState }[]): SlotCounts {
  const of = (...states: SlotState[]) => slots.filter(({ state }) => states.includes(state)).length
  return {
    asked: slots.length,
    accepted: of('accepted'),
    pending: of('pending', 'automatic'),
    open: of('missing', 'returned'),
  }
}
