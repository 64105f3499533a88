import { sql } from 'kysely'
import type pg from 'pg'

/** Longer texts are bulk writes, of which no two are alike. */
const longest = 8000
/** Each connection keeps every named statement, some tens of kilobytes each. */
const mostNames = 400

const mark = '/* planned anew */'

/**
 * For a statement that needs another plan for a nation than for an office: `.modifyEnd(plannedAnew)`.
 * A statement that stays prepared gets one plan for all its parameters.
 */
export const plannedAnew = sql.raw(mark)

/** The texts sent so far; a text gets its name when it comes again. */
const names = new Map<string, string | null>()

function nameOf(text: string): string | null {
  if (text.length > longest || text.endsWith(mark)) return null
  const known = names.get(text)
  if (known) return known
  if (known === undefined && names.size >= mostNames) return null
  const name = known === null ? `hub_${[...names.keys()].indexOf(text)}` : null
  names.set(text, name)
  return name
}

/**
 * Lets a connection keep its statements prepared from the second time on: under row security PostgreSQL spends
 * more time on reading and planning a small statement than on running it (ADR 0015).
 */
export function keepPrepared(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown
  const query = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : null
    return name === null ? send(text, values, ...rest) : send({ name, text, values }, ...rest)
  }
  client.query = query as typeof client.query // the same calls, one of them with a name
}
