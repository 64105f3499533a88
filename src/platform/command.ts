import { sql } from 'kysely'
import type { Db, Tx } from './db/database.ts'
import { notSignedIn } from './errors.ts'
import { uuidv7 } from './id.ts'
import type { Actor } from './identity/actor.ts'

/** Who calls, through which door, at what time: made once a request or job. */
export type Caller = {
  db: Db
  actor: Actor | null
  now: Date
  requestId: string | null
}

/** What an audit row speaks of; `satkerKode` is the office concerned, whose chain it joins. */
export type Thing = { satkerKode: string; benda: string; id: string }

type LaterOptions = { at?: Date; key?: string }

/** What a command works with. Everything it does stands or falls with one transaction. */
export type Ctx = {
  tx: Tx
  actor: Actor
  now: Date
  newId: () => string
  /** Adds a row to the office's audit chain. */
  record: (event: string, thing: Thing, detail?: Record<string, unknown>) => Promise<void>
  /** Queues a job that runs only if this transaction commits. `key` replaces a waiting job of that key. */
  later: (job: string, payload: Record<string, unknown>, options?: LaterOptions) => Promise<void>
}

export type Q = { tx: Tx; actor: Actor; now: Date }

const retryable = new Set(['40001', '40P01'])
const mostTries = 3

/**
 * Wraps what can happen: scoped find (404) → allow (403) → rule (409) → write → record → later.
 * A refused call leaves no row of any kind.
 */
export function command<I, O>(name: string, run: (ctx: Ctx, input: I) => Promise<O>) {
  const call = async (caller: Caller, input: I): Promise<O> => {
    const actor = signedIn(caller)
    for (let tries = 1; ; tries++) {
      try {
        return await caller.db.transaction().execute(async (tx) => {
          await setReach(tx, actor)
          return run(contextOf(tx, actor, caller), input)
        })
      } catch (error) {
        if (tries === mostTries || !retryable.has(String((error as { code?: unknown }).code)))
          throw error
      }
    }
  }
  return Object.assign(call, { commandName: name })
}

/** Wraps what a screen asks: a read-only transaction that sees only the actor's offices. */
export function query<I, O>(run: (q: Q, input: I) => Promise<O>) {
  return async (caller: Caller, input: I): Promise<O> => {
    const actor = signedIn(caller)
    return caller.db
      .transaction()
      .setAccessMode('read only')
      .execute(async (tx) => {
        await setReach(tx, actor)
        return run({ tx, actor, now: caller.now }, input)
      })
  }
}

/** Wraps what the public asks: no office range, so only reference tables and schema `publik` answer. */
export function publicQuery<I, O>(run: (q: { tx: Tx; now: Date }, input: I) => Promise<O>) {
  return async (caller: Pick<Caller, 'db' | 'now'>, input: I): Promise<O> =>
    caller.db
      .transaction()
      .setAccessMode('read only')
      .execute((tx) => run({ tx, now: caller.now }, input))
}

function signedIn(caller: Caller): Actor {
  if (!caller.actor) throw notSignedIn()
  return caller.actor
}

const setReach = (tx: Tx, actor: Actor) =>
  sql`select set_config('hub.dari', ${actor.dari}, true), set_config('hub.sampai', ${actor.sampai}, true)`.execute(
    tx,
  )

function contextOf(tx: Tx, actor: Actor, caller: Caller): Ctx {
  const { now, requestId } = caller
  return {
    tx,
    actor,
    now,
    newId: () => uuidv7(now.getTime()),
    async record(event, thing, detail = {}) {
      await sql`select hub.catat(${thing.satkerKode}, ${now}, ${actor.id}, ${actor.nama}, ${event},
        ${thing.benda}, ${thing.id}, ${JSON.stringify(detail)}::jsonb, ${requestId})`.execute(tx)
    },
    async later(job, payload, options = {}) {
      await sql`select hub.antre(${job}, ${JSON.stringify(payload)}::jsonb, ${options.key ?? null},
        ${options.at ?? now})`.execute(tx)
    },
  }
}
