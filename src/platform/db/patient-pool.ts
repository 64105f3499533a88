import type pg from 'pg'
import { databaseTrouble } from './trouble.ts'

/** What the worker takes for "no connection, try again later"; other codes make it give up. */
const tryLater = 'EHOSTUNREACH'

/**
 * The same pool for the job worker: whatever says that the database is away says so in a word that the worker
 * knows, so that it tells the database about a finished job once it is back, instead of ending the process.
 */
export function patientPool(pool: pg.Pool): pg.Pool {
  const connect = (callback?: Parameters<pg.Pool['connect']>[0]) =>
    callback ? pool.connect(callback) : pool.connect().then(patientClient, sayLater)
  return standIn(pool, { connect, query: patientQuery(pool) })
}

const patientClient = (client: pg.PoolClient): pg.PoolClient =>
  standIn(client, { query: patientQuery(client) })

function patientQuery(asked: pg.Pool | pg.PoolClient) {
  // without a callback, and the worker gives none, it answers with a promise
  const query = asked.query.bind(asked) as (...given: unknown[]) => Promise<unknown>
  return (...given: unknown[]) => query(...given).catch(sayLater)
}

/** The thing itself but for some functions; its own code never meets the stand-in. */
function standIn<T extends object>(thing: T, functions: Readonly<Record<string, unknown>>): T {
  return new Proxy(thing, {
    get(target, name) {
      if (typeof name === 'string' && name in functions) return functions[name]
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function sayLater(error: unknown): never {
  if (databaseTrouble(error) === null) throw error
  throw Object.assign(new Error((error as Error).message, { cause: error }), { code: tryLater })
}
