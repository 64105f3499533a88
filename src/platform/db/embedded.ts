import { execFile, spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, openSync, readdirSync, statSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { StartFault } from '../errors.ts'
import { findPlace, type Place } from './embedded-place.ts'

const run = promisify(execFile)
const major = '18'
/** Free bytes that a new database needs, and that one which is there must still have. */
const leastFree = { first: 128 * 1024 * 1024, later: 24 * 1024 * 1024 }

/** A running embedded server; `adopted` when it outlived the process that had started it. */
export type EmbeddedServer = {
  connection: pg.PoolConfig
  adopted: boolean
  stop: () => Promise<void>
}

/**
 * Prepares and starts the PostgreSQL that comes with the packages, in `<dataDir>/pg`, on a Unix socket.
 * Throws StartFault with a sentence for the operator.
 */
export async function startEmbedded(
  dataDir: string,
  flags: string[] = [],
): Promise<EmbeddedServer> {
  const place = await findPlace(dataDir)
  const connection = connectionTo(place)
  const server = { connection, stop: () => stop(place) }
  for (let tries = 0; ; tries++) {
    const adopted = await answers(systemOf(connection))
    if (!adopted) {
      await checkDisk(place)
      await initialise(place)
      await checkVersion(place)
    }
    const complaint = adopted ? null : await launch(place, connection, flags)
    if (complaint === null) {
      await createDatabase(systemOf(connection)).catch(async (fault: unknown) => {
        if (!adopted) await stop(place)
        throw fault
      })
      return { ...server, adopted }
    }
    // The one before it may still be on its way out.
    if (tries === 50 || !stillHeld.test(complaint)) throw explained(place, complaint)
    await sleep(200)
  }
}

/** Throws the database away; the next start makes a new one. */
export async function dropEmbeddedDatabase(dataDir: string): Promise<void> {
  const server = await startEmbedded(dataDir)
  const client = new pg.Client(systemOf(server.connection))
  await client.connect()
  await client.query('drop database hub with (force)')
  await client.end()
  await server.stop()
}

/** How to reach the embedded server of a data folder that another process may be running. */
export const embeddedConnection = async (dataDir: string): Promise<pg.PoolConfig> =>
  connectionTo(await findPlace(dataDir))

/** True when a server answers there. */
export const answers = async (connection: pg.PoolConfig): Promise<boolean> =>
  (await refusal(connection)) === null

/** What stands in the way of a connection; null when nothing does. */
async function refusal(connection: pg.PoolConfig): Promise<{ code?: string } | null> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return null
  } catch (error) {
    return error as { code?: string }
  } finally {
    await client.end().catch(() => {})
  }
}

const connectionTo = (place: Place): pg.PoolConfig => ({
  host: place.socket,
  port: 5432,
  user: 'pemilik',
  database: 'hub',
})

const systemOf = (connection: pg.PoolConfig): pg.PoolConfig => ({
  ...connection,
  database: 'postgres',
})

const isThere = (place: Place) => existsSync(join(place.data, 'PG_VERSION'))

async function checkDisk(place: Place): Promise<void> {
  const disk = await statfs(place.base)
  const needed = isThere(place) ? leastFree.later : leastFree.first
  if (disk.bavail * disk.bsize < needed)
    throw new StartFault(
      `Ruang cakram di ${place.base} hampir habis. Sediakan paling sedikit ${needed / 1024 / 1024} MB, lalu jalankan lagi.`,
    )
}

async function initialise(place: Place): Promise<void> {
  if (isThere(place)) return
  await removeHalfMade(place)
  // A folder that initdb had not finished when it was killed has another name, so it is never taken for a database.
  const half = `${place.data}.baru-${process.pid}`
  await mkdir(half, { mode: 0o700 })
  if (place.as) chownSync(half, place.as.uid, place.as.gid)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const args = ['-D', half, '-U', 'pemilik', '-A', 'trust', '-E', 'UTF8', ...locale, '-N']
  const settings = { ...place.as, cwd: '/', env: { LC_ALL: 'C', PATH: process.env.PATH } }
  try {
    await run(join(place.bin, 'initdb'), args, settings)
  } catch (fault) {
    await rm(half, { recursive: true, force: true })
    const reason = String((fault as { stderr?: string }).stderr ?? fault)
    throw new StartFault(
      /No space left/.test(reason)
        ? `Ruang cakram di ${place.base} habis ketika menyiapkan basis data. Kosongkan, lalu jalankan lagi.`
        : `Basis data di ${place.base} tidak dapat disiapkan: ${reason.trim().split('\n').at(-1)}`,
    )
  }
  await rename(half, place.data).catch(async (fault: unknown) => {
    // Another start was quicker; its database is as good.
    if (!isThere(place)) throw fault
    await rm(half, { recursive: true, force: true })
  })
}

/** What killed starts have left; the folder of a start that is still at work stays. */
async function removeHalfMade(place: Place): Promise<void> {
  for (const name of readdirSync(place.base)) {
    const pid = Number(/^pg\.baru-(\d+)$/.exec(name)?.[1])
    if (pid && !isAlive(pid)) await rm(join(place.base, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function checkVersion(place: Place): Promise<void> {
  const found = (await readFile(join(place.data, 'PG_VERSION'), 'utf8')).trim()
  if (found !== major)
    throw new StartFault(
      `Folder data ${place.data} dibuat PostgreSQL ${found}, sedangkan KPU HUB memakai ${major}. Pindahkan folder itu, atau pulihkan dari cadangan ke folder baru dengan HUB_DATA.`,
    )
}

/** Starts the server and waits until it answers; else returns what it has written to its log. */
async function launch(
  place: Place,
  connection: pg.PoolConfig,
  flags: string[],
): Promise<string | null> {
  const logFile = logOf(place)
  const log = openSync(logFile, 'a', 0o600)
  const from = statSync(logFile).size
  const settings = {
    listen_addresses: '',
    unix_socket_directories: place.socket,
    shared_buffers: '64MB',
    max_connections: '60',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
  const args = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  // Detached: Ctrl-C in the terminal must reach us first, so that we end our work before the server ends its own.
  const child = spawn(join(place.bin, 'postgres'), ['-D', place.data, ...args, ...flags], {
    ...place.as,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { LC_ALL: 'C', PATH: process.env.PATH },
  })
  let ended = false
  child.on('exit', () => (ended = true))
  child.on('error', () => (ended = true))
  child.unref()
  closeSync(log)
  for (let tries = 0; !(await answers(systemOf(connection))); tries++) {
    if (ended || tries > 3000) return readFrom(logFile, from)
    await sleep(20)
  }
  return null
}

const logOf = (place: Place) => join(place.base, 'postgresql.log')

async function readFrom(path: string, position: number): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(65_536), position })
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

const stillHeld =
  /lock file .* already exists|is another postmaster|shared memory block .* still in use/i

function explained(place: Place, complaint: string): StartFault {
  if (/No space left/.test(complaint))
    return new StartFault(`Ruang cakram di ${place.base} habis. Kosongkan, lalu jalankan lagi.`)
  if (stillHeld.test(complaint))
    return new StartFault(
      `Data di ${place.base} sedang dipakai proses lain. Hentikan dahulu, lalu jalankan lagi.`,
    )
  return new StartFault(`PostgreSQL bawaan tidak mau menyala. Lihat ${logOf(place)}.`)
}

async function createDatabase(system: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(system)
  await client.connect()
  try {
    const found = await client.query("select from pg_database where datname = 'hub'")
    if (found.rowCount === 0) await client.query('create database hub')
  } catch (error) {
    // Another start was quicker.
    if (!['42P04', '23505'].includes(String((error as { code?: string }).code))) throw error
  } finally {
    await client.end()
  }
}

/** Ends the server in order, when it speaks (SQLSTATEs begin with a digit); a process id that is left in the folder of a dead one is not trusted. */
async function stop(place: Place): Promise<void> {
  const inTheWay = await refusal(systemOf(connectionTo(place)))
  const spoke = inTheWay === null || /^\d/.test(inTheWay.code ?? '')
  const file = await readFile(join(place.data, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(file.split('\n')[0])
  if (!spoke || !pid) return
  try {
    process.kill(pid, 'SIGINT')
    for (let tries = 0; tries < 500; tries++) {
      process.kill(pid, 0)
      if (!existsSync(join(place.data, 'postmaster.pid'))) return
      await sleep(20)
    }
  } catch {
    // It has ended.
  }
}
