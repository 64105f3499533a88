/** How often something may be tried within a time, and that it then rests for the same time. */
export type Limit = { most: number; minutes: number }

/**
 * `door` is one account at one network address: a stranger who guesses elsewhere does not shut its owner out.
 * `account` bounds guesses from many addresses. An office shares one address, so that may fail more often.
 * `code` is the second step of one account, which only who knows its password reaches.
 */
export const limits = {
  door: { most: 5, minutes: 15 },
  account: { most: 50, minutes: 15 },
  address: { most: 60, minutes: 15 },
  letter: { most: 5, minutes: 60 },
  code: { most: 5, minutes: 15 },
} as const satisfies Record<string, Limit>

export type Percobaan = { jumlah: number; sejak: Date; terkunci_sampai: Date | null }

/** Counts one more try. `lockedUntil` = refused until then; the last permitted try sets the lock for those after it. */
export function countTry(
  before: Percobaan | null,
  now: Date,
  { most, minutes }: Limit,
): { after: Percobaan; lockedUntil: Date | null } {
  const span = minutes * 60_000
  const lock = before?.terkunci_sampai ?? null
  if (before && lock && lock > now) return { after: before, lockedUntil: lock }
  const stale = !before || lock !== null || now.getTime() - before.sejak.getTime() >= span
  const jumlah = stale ? 1 : before.jumlah + 1
  const after = {
    jumlah,
    sejak: stale ? now : before.sejak,
    terkunci_sampai: jumlah >= most ? new Date(now.getTime() + span) : null,
  }
  return { after, lockedUntil: null }
}

/** Whole minutes to wait, at least one. */
export const minutesUntil = (until: Date, now: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))
