import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from './config.ts'
import { keptSecret, openDataFolder, refuseHalfRestored } from './data-folder.ts'
import { type Connection, openDb, openPool } from './db/database.ts'
import { answers, embeddedConnection, startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { reachOwnServer } from './db/own-server.ts'
import { type ServingPlace, takeServingPlace } from './db/serving-place.ts'
import { StartFault } from './errors.ts'
import { openFiles } from './files/files.ts'
import { createLog } from './log.ts'
import { createMailer } from './mail.ts'
import type { Services } from './services.ts'

export type Opened = { services: Services; close: () => Promise<void> }

/** A database that answers: `started` when by us just now; `restore` brings it back when it has died. */
type Reached = {
  connection: Connection
  started: boolean
  restore: () => Promise<unknown>
  stop: () => Promise<void>
}

/**
 * Opens the database and everything else a process needs.
 * `serve` takes the place of the one serving copy; a command of the CLI joins a running server instead.
 * Throws StartFault.
 */
export async function openServices(config: Config, as: 'serve' | 'join'): Promise<Opened> {
  openDataFolder(config.dataDir)
  refuseHalfRestored(config.dataDir)
  const secret = config.secret ?? keptSecret(config.dataDir)
  const log = createLog(config.logLevel)
  const { connection, started, restore, stop } = await reachDatabase(config, as)
  let place: ServingPlace | null = null
  const end = async () => {
    await place?.leave()
    // Without the place another copy serves this data: its database must be left running.
    if (place) await stop()
  }
  try {
    if (as === 'serve' || started) place = await takeServingPlace(connection)
    if (as === 'serve' && !place) throw new StartFault(servedElsewhere)
    await migrate(connection, join(config.projectRoot, 'db/migrations'))
    if (as === 'serve') place?.guard(restore, log)
    return servicesOn(connection, { config, secret, log }, end)
  } catch (error) {
    await end()
    throw error
  }
}

/**
 * Reaches the database and takes its place without reading or changing what is in it: for who fills it from a backup.
 * Throws StartFault.
 */
export async function reachAlone(
  config: Config,
): Promise<{ connection: Connection; close: () => Promise<void> }> {
  const { connection, stop } = await reachDatabase(config, 'serve')
  const place = await takeServingPlace(connection)
  if (!place) throw new StartFault(servedElsewhere)
  const close = async () => {
    await place.leave()
    await stop()
  }
  return { connection, close }
}

const servedElsewhere =
  'KPU HUB sudah berjalan pada data ini. Hentikan yang berjalan, atau pilih folder data lain dengan HUB_DATA.'

function servicesOn(
  connection: Connection,
  settings: Pick<Services, 'config' | 'secret' | 'log'>,
  end: () => Promise<void>,
): Opened {
  const pools = {
    owner: openPool(connection, 'owner'),
    runtime: openPool(connection, 'hub_runtime'),
    auth: openPool(connection, 'hub_auth'),
  }
  const services: Services = {
    ...settings,
    db: openDb(pools.runtime),
    authPool: pools.auth,
    ownerPool: pools.owner,
    mail: createMailer(settings.config),
    files: openFiles(settings.config),
    clock: () => new Date(),
  }
  const close = async () => {
    const ended = Promise.all([services.db.destroy(), pools.auth.end(), pools.owner.end()])
    // A query that will not end is ended by the server.
    await Promise.race([ended, sleep(500, undefined, { ref: false })])
    await end()
  }
  return { services, close }
}

async function reachDatabase(config: Config, as: 'serve' | 'join'): Promise<Reached> {
  const nothing = async () => {}
  if (config.databaseUrl) {
    const connection = await reachOwnServer(config.databaseUrl)
    return { connection, started: false, restore: nothing, stop: nothing }
  }
  const running = as === 'join' ? await embeddedConnection(config.dataDir) : null
  if (running && (await answers(running))) {
    const connection = { config: running, embedded: true }
    return { connection, started: false, restore: nothing, stop: nothing }
  }
  const { connection, adopted, stop } = await startEmbedded(config.dataDir)
  return {
    connection: { config: connection, embedded: true },
    started: !adopted,
    restore: () => startEmbedded(config.dataDir),
    stop,
  }
}
