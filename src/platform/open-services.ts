import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from './config.ts'
import { type Connection, openDb, openPool } from './db/database.ts'
import { answers, embeddedConnection, startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { StartFault } from './errors.ts'
import { createLog } from './log.ts'
import { createMailer } from './mail.ts'
import type { Services } from './services.ts'

/** One number for all copies of KPU HUB: who holds this lock serves this database. */
const serverLock = 4_821_553

export type Opened = { services: Services; close: () => Promise<void> }

/**
 * Opens the database and everything else a process needs.
 * `serve` takes the place of the one serving copy; a command of the CLI joins a running server instead.
 * Throws StartFault.
 */
export async function openServices(config: Config, as: 'serve' | 'join'): Promise<Opened> {
  mkdirSync(config.dataDir, { recursive: true })
  const { connection, stop } = await reachDatabase(config, as)
  try {
    const unlock = as === 'serve' ? await takeLock(connection) : async () => {}
    await migrate(connection, join(config.projectRoot, 'db/migrations'))
    const pools = {
      owner: openPool(connection, 'owner'),
      runtime: openPool(connection, 'hub_runtime'),
      auth: openPool(connection, 'hub_auth'),
    }
    const log = createLog(config.logLevel)
    const db = openDb(pools.runtime)
    const services: Services = {
      config,
      db,
      authPool: pools.auth,
      ownerPool: pools.owner,
      secret: config.secret ?? keptSecret(config.dataDir),
      log,
      mail: createMailer(config),
      clock: () => new Date(),
    }
    const close = async () => {
      await db.destroy()
      await pools.auth.end()
      await pools.owner.end()
      await unlock()
      await stop()
    }
    return { services, close }
  } catch (error) {
    if (!(error instanceof AlreadyServing)) await stop()
    throw error
  }
}

async function reachDatabase(
  config: Config,
  as: 'serve' | 'join',
): Promise<{ connection: Connection; stop: () => Promise<void> }> {
  if (config.databaseUrl) {
    const connection = { config: { connectionString: config.databaseUrl }, embedded: false }
    if (!(await answers(connection.config)))
      throw new StartFault(
        'Basis data pada DATABASE_URL tidak menjawab. Periksa alamat, nama, dan kata sandinya.',
      )
    return { connection, stop: async () => {} }
  }
  const running = as === 'join' ? await embeddedConnection(config.dataDir) : null
  if (running && (await answers(running)))
    return { connection: { config: running, embedded: true }, stop: async () => {} }
  const server = await startEmbedded(config.dataDir)
  return { connection: { config: server.connection, embedded: true }, stop: server.stop }
}

/** The lock lives in a session, so a killed process gives it back by dying. */
async function takeLock(connection: Connection): Promise<() => Promise<void>> {
  const client = new pg.Client(connection.config)
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock($1) as taken',
    [serverLock],
  )
  if (!rows[0]?.taken) {
    await client.end()
    throw new AlreadyServing(
      'KPU HUB sudah berjalan pada data ini. Hentikan yang berjalan, atau pilih folder data lain dengan HUB_DATA.',
    )
  }
  return () => client.end()
}

/** Another copy serves this data: its database must be left running. */
export class AlreadyServing extends StartFault {}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'rahasia')
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
