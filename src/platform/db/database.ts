import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from '#db/schema.ts'
import { keepPrepared } from './prepared.ts'

export type Db = Kysely<DB>
export type Tx = Transaction<DB>

// Dates stay YYYY-MM-DD: a JavaScript Date would move them across time zones. Counts fit a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

export type Connection = { config: pg.PoolConfig; embedded: boolean }

type Role = 'owner' | 'hub_runtime' | 'hub_auth'

/** The pool of one database role; the server itself refuses what that role may not do. */
export function openPool(connection: Connection, role: Role): pg.Pool {
  const pool = new pg.Pool(poolConfig(connection, role))
  // A connection that the server ends is replaced at the next query; unheard, its error would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    if (role !== 'owner') keepPrepared(client)
  })
  return pool
}

/**
 * Under the policy PostgreSQL expects one row from every table of an office and orders joins blindly; with a limit
 * of 1 it takes the order in which the query names them (ADR 0015).
 */
const settings = {
  hub_runtime: '-c join_collapse_limit=1',
  hub_auth: '-c search_path=auth',
} as const

function poolConfig(connection: Connection, role: Role): pg.PoolConfig {
  const config = { max: role === 'hub_runtime' ? 12 : 4, ...connection.config }
  if (role === 'owner') return config
  if (connection.embedded) return { ...config, user: role, options: settings[role] }
  return { ...config, options: `-c role=${role} ${settings[role]}` }
}

/** The query builder of the runtime role. */
export const openDb = (pool: pg.Pool): Db =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
