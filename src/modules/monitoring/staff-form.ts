import { Refusal } from '#platform/errors.ts'
import type { HubContext } from '#platform/http/env.ts'
import type { Problem } from '#platform/http/form.ts'
import { isUuid } from '#platform/id.ts'

export type Status = 200 | 409 | 422

const nobody = '00000000-0000-0000-0000-000000000000'

/** A part of the address; an id that cannot be one finds nothing instead of failing. */
export function idOf(c: HubContext, name = 'id'): string {
  const value = c.req.param(name) ?? ''
  return isUuid(value) ? value : nobody
}

/** The same for the query of an address. */
export function askedId(c: HubContext, name: string): string | null {
  const value = c.req.query(name) ?? ''
  return isUuid(value) ? value : null
}

/** What a command gave, or the sentence by which a rule refused it; anything else goes on. */
export async function tried<T>(
  run: Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; problems: Problem[] }> {
  try {
    return { ok: true, value: await run }
  } catch (error) {
    if (!(error instanceof Refusal && error.kind === 'refused')) throw error
    return { ok: false, problems: [{ field: '', message: error.message }] }
  }
}

/** One of the known words of a query, or ''. */
export const oneOf = <T extends string>(known: readonly T[], text: string | undefined): T | '' =>
  known.find((each) => each === text) ?? ''

/** A year of the query, or null. */
export function yearOf(c: HubContext): number | null {
  const tahun = c.req.query('tahun') ?? ''
  return /^20\d\d$/.test(tahun) ? Number(tahun) : null
}

/** An office code of the query, or ''. */
export function satkerOf(c: HubContext): string {
  const kode = c.req.query('satker') ?? ''
  return /^\d{2}(\d{2})?$/.test(kode) ? kode : ''
}
