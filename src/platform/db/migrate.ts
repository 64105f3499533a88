import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator, type Migration, type MigrationProvider } from 'kysely/migration'
import { StartFault } from '../errors.ts'
import { type Connection, openPool } from './database.ts'

/**
 * Brings the database to the newest migration, or to the one named; does nothing when it is there.
 * Only the owner may.
 */
export async function migrate(
  connection: Connection,
  folder: string,
  upTo?: string,
): Promise<void> {
  const owner = { ...connection.config, max: 2, options: '-c search_path=public' }
  const pool = openPool({ ...connection, config: owner }, 'owner')
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrator = new Migrator({
      db,
      provider: provider(folder),
      allowUnorderedMigrations: false,
    })
    const { error } = await (upTo ? migrator.migrateTo(upTo) : migrator.migrateToLatest())
    if (error) throw explained(error)
    await runMigrations({ pgPool: pool })
    await sql.raw(connection.embedded ? openRoles : lendRoles).execute(db)
  } finally {
    await db.destroy()
  }
}

/** Inside the socket's folder each pool signs in as its own role. */
const openRoles = 'alter role hub_runtime login; alter role hub_auth login'

/** On a server of someone else's the owner signs in and takes the role; who made a role is not yet its member. */
const lendRoles = `do $$ declare peran text; begin
  foreach peran in array array['hub_runtime', 'hub_auth'] loop
    if not pg_has_role(peran, 'member') then execute format('grant %I to current_user', peran); end if;
  end loop;
end $$`

/** The names of all migrations that this program knows, oldest first. */
export const knownMigrations = async (folder: string): Promise<string[]> =>
  (await readdir(folder))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.replace(/\.sql$/, ''))
    .toSorted()

function provider(folder: string): MigrationProvider {
  return {
    async getMigrations() {
      const names = await knownMigrations(folder)
      const texts = await Promise.all(
        names.map((name) => readFile(join(folder, `${name}.sql`), 'utf8')),
      )
      const migrations = names.map((name, i): [string, Migration] => [
        name,
        { up: async (db) => void (await sql.raw(texts[i] ?? '').execute(db)) },
      ])
      return Object.fromEntries(migrations)
    },
  }
}

function explained(error: unknown): Error {
  const text = String(error)
  if (/previously executed migration .* is missing/.test(text))
    return new StartFault(
      'Basis data ini dibuat oleh KPU HUB yang lebih baru. Perbarui aplikasi, atau pilih folder data lain dengan HUB_DATA.',
    )
  return error instanceof Error ? error : new Error(text)
}
