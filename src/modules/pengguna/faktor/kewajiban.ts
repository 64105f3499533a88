const dayMilliseconds = 86_400_000

type Account = { factorSince: Date | null; obligedSince: Date | null; mustEnrol: boolean }

/**
 * By when an account must have a second factor; null = it has one, or owes none. `graces` are the
 * days that each membership allows (null = its roles oblige to nothing); the shortest counts.
 */
export function enrolmentDue(
  account: Account,
  graces: readonly (number | null)[],
  now: Date,
): Date | null {
  if (account.factorSince) return null
  if (account.mustEnrol) return new Date(0)
  const grace = shortestGrace(graces)
  if (grace === null) return null
  return new Date((account.obligedSince ?? now).getTime() + grace * dayMilliseconds)
}

/** The shortest of several graces in days; null when nothing obliges. */
export function shortestGrace(graces: readonly (number | null)[]): number | null {
  const given = graces.filter((days) => days !== null)
  return given.length > 0 ? Math.min(...given) : null
}
