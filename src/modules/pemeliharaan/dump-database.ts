import type { Readable } from 'node:stream'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Manifest } from './manifest.ts'

type Table = { name: string; schema: string; table: string; columns: string[] }

/** One moment of the database, seen by everything that is read through it, while people go on working. */
export type Snapshot = {
  tables: Table[]
  migrations: string[]
  sequences: Manifest['sequences']
  copyTable: (table: Table) => Copying
  copyJobs: () => Copying
  query: <R extends pg.QueryResultRow>(text: string) => Promise<R[]>
  end: () => Promise<void>
}

/** Rows as PostgreSQL's text format; `rows` is known once the stream has ended. */
type Copying = { stream: Readable; rows: () => number }

/** Opens one snapshot; nothing waits for it and it waits for no one. */
export async function openSnapshot(pool: pg.Pool): Promise<Snapshot> {
  const client = await pool.connect()
  const query: Snapshot['query'] = async (text) => (await client.query(text)).rows
  const copy = (text: string): Copying => {
    const stream = client.query(copyTo(text))
    return { stream, rows: () => stream.rowCount }
  }
  await client.query('begin isolation level repeatable read read only')
  const tables = await query<Table>(tablesOfOurs)
  const migrations = await query<{ name: string }>(
    'select name from public.kysely_migration order by name',
  )
  return {
    tables,
    migrations: migrations.map(({ name }) => name),
    sequences: await query(sequencesOfOurs),
    copyTable: ({ schema, table, columns }) =>
      copy(`copy ${ident(schema)}.${ident(table)} (${columns.map(ident).join(', ')}) to stdout`),
    copyJobs: () => copy(`copy (${waitingJobs}) to stdout`),
    query,
    end: async () => {
      await client.query('rollback').catch(() => {})
      client.release(true)
    },
  }
}

const ident = (name: string) => pg.escapeIdentifier(name)

/** Everything but the worker's own tables and the bookkeeping of migrations, which the restore makes itself. */
const tablesOfOurs = `
  select n.nspname || '.' || c.relname as name, n.nspname as schema, c.relname as table,
    array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind = 'r' and n.nspname in ('public', 'hub', 'auth') and c.relname not like 'kysely_migration%'
  group by 1, 2, 3 order by 1`

const sequencesOfOurs = `
  select schemaname || '.' || sequencename as name, last_value as value from pg_sequences
  where schemaname in ('public', 'hub', 'auth') and last_value is not null order by 1`

/** A job under way at this moment has had no effect in this snapshot: it waits again. */
const waitingJobs = `
  select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority,
    (select array_agg(f) from jsonb_object_keys(j.flags) f) as flags,
    case when j.locked_by is null then j.attempts else greatest(j.attempts - 1, 0) end as attempts, j.last_error
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  order by j.id`
