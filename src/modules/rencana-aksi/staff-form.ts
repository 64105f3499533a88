import { Refusal } from '#platform/errors.ts'
import type { HubContext } from '#platform/http/env.ts'
import type { Problem } from '#platform/http/form.ts'

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
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    ? value
    : '00000000-0000-0000-0000-000000000000'
}

/** A month in the address, 0 when it is none. */
export function monthOf(c: HubContext): number {
  const bulan = Number(c.req.param('bulan'))
  return Number.isInteger(bulan) && bulan >= 1 && bulan <= 12 ? bulan : 0
}

/** A page number in the address, 1 when it is none. */
export function pageOf(c: HubContext): number {
  const page = Number(c.req.query('halaman'))
  return Number.isInteger(page) && page > 0 ? page : 1
}
