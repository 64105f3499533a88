import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '#platform/config.ts'
import { openDataFolder, restoringMark } from '#platform/data-folder.ts'
import type { Connection } from '#platform/db/database.ts'
import { findPlace } from '#platform/db/embedded-place.ts'
import { StartFault } from '#platform/errors.ts'
import { openFiles } from '#platform/files/files.ts'

/** Makes the data folder and leaves the mark of an unfinished restore. Throws StartFault unless it is empty. */
export function claimFolder({ dataDir }: Config): void {
  openDataFolder(dataDir)
  if (readdirSync(dataDir).length > 0)
    throw new StartFault(
      `Folder data ${dataDir} tidak kosong. Cadangan hanya dipulihkan ke folder kosong: pilih yang lain dengan HUB_DATA.`,
    )
  writeFileSync(restoringMark(dataDir), '')
}

/** Throws StartFault unless the database holds nothing. */
export async function refuseFullDatabase(connection: Connection): Promise<void> {
  const found = await asOwner(connection, (client) =>
    client.query<{ name: string }>(`${relationsOfOthers} limit 1`),
  )
  const [first] = found.rows
  if (first)
    throw new StartFault(
      `Basis data tujuan tidak kosong: ada ${first.name}. Cadangan hanya dipulihkan ke basis data kosong.`,
    )
}

/** Throws StartFault when the bucket already keeps files of someone. */
export async function refuseFullStore(config: Config): Promise<void> {
  for await (const _ of openFiles(config).store.list('isi'))
    throw new StartFault(
      'Tempat penyimpanan berkas tujuan tidak kosong. Cadangan hanya dipulihkan ke tempat kosong.',
    )
}

const relationsOfOthers = `
  select n.nspname || '.' || c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and c.relkind in ('r', 'v', 'm', 'S', 'p')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

/** Leaves the database as it was found: without anything. */
export async function clearDatabase(connection: Connection): Promise<void> {
  await asOwner(connection, async (client) => {
    await client.query('drop schema if exists hub, auth, publik, graphile_worker cascade')
    await client.query(`do $$ declare nama text; begin
      for nama in select format('public.%I', tablename) from pg_tables where schemaname = 'public' loop
        execute 'drop table ' || nama || ' cascade';
      end loop;
    end $$`)
  })
}

/** Leaves the data folder empty, and the place of its database when that lies elsewhere. */
export async function clearFolder({ dataDir, databaseUrl }: Config): Promise<void> {
  if (!databaseUrl) {
    const { base } = await findPlace(dataDir)
    if (base !== dataDir) await rm(base, { recursive: true, force: true })
  }
  if (!existsSync(dataDir)) return
  for (const name of readdirSync(dataDir))
    await rm(join(dataDir, name), { recursive: true, force: true })
}

export async function asOwner<T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connection.config)
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
