import { sql } from 'kysely'
import type { Q } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'

/** As many results as this process keeps; the one made first goes first. */
const mostKept = 200

const kept = new Map<string, { state: string; result: unknown }>()

/** The range of offices that a result speaks of, and what else it depends on. */
type About = { name: string; dari: string; sampai: string; rest: readonly unknown[] }

/**
 * A sum over many offices, kept in this process as long as nothing has changed in any of them. Every command adds
 * to the audit chain of its office, so the heads of the chains name the state of all offices; they are read first,
 * under the actor's own reach, so that a change that comes in between is counted at the next request.
 */
export async function keptWhileUnchanged<T>(
  q: Q,
  { name, dari, sampai, rest }: About,
  load: () => Promise<T>,
): Promise<T> {
  const key = JSON.stringify([name, q.actor.dari, q.actor.sampai, dari, sampai, rest])
  const state = `${await headsOf(q, dari, sampai)} ${daysOf(q.now)}`
  const found = kept.get(key)
  if (found?.state === state) return found.result as T // kept under this key by this very loader
  const result = await load()
  kept.delete(key)
  const [oldest] = kept.size >= mostKept ? kept.keys() : []
  if (oldest !== undefined) kept.delete(oldest)
  kept.set(key, { state, result })
  return result
}

async function headsOf({ tx }: Q, dari: string, sampai: string): Promise<string> {
  const { rows } = await sql<{ state: string | null }>`
    select md5(string_agg(hash, ''::bytea order by satker_kode)) as state
    from audit_kepala where satker_kode >= ${dari} and satker_kode < ${sampai}`.execute(tx)
  return rows[0]?.state ?? ''
}

/** What is late follows from the day, which begins at three moments in Indonesia. */
const daysOf = (now: Date): string =>
  ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].map((zona) => localDate(now, zona)).join()
