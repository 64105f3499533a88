import { Refusal } from '#platform/errors.ts'
import type { HubContext } from '#platform/http/env.ts'
import type { Problem } from '#platform/http/form.ts'
import { isUuid } from '#platform/id.ts'

/** Runs a command; a rule that says no comes back to be shown on the form, anything else goes on. */
export async function refusalOf(run: () => Promise<unknown>): Promise<Refusal | null> {
  try {
    await run()
    return null
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'refused') return error
    throw error
  }
}

export const problemOf = (refusal: Refusal, field = ''): Problem[] => [
  { field, message: refusal.message },
]

/** A part of the address; an id that cannot be one finds nothing instead of failing. */
export function idOf(c: HubContext, name = 'id'): string {
  const value = c.req.param(name) ?? ''
  return isUuid(value) ? value : '00000000-0000-0000-0000-000000000000'
}

/** A month in the address, 0 when it is none. */
export function monthOf(c: HubContext): number {
  const bulan = Number(c.req.param('bulan'))
  return Number.isInteger(bulan) && bulan >= 1 && bulan <= 12 ? bulan : 0
}
