import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'
import { embeddedConnection } from '#platform/db/embedded.ts'
import { findPlace } from '#platform/db/embedded-place.ts'
import { projectRoot } from '../support/source-files.ts'

type Settings = Record<string, string>

/** A built program that runs or has run; `said` grows while it speaks. */
export type Program = {
  process: ChildProcess
  said: { out: string; err: string }
  /** exit status; null when a signal ended it */
  ended: Promise<number | null>
}

const folders: string[] = []
const running = new Set<ChildProcess>()

/** A data folder that is gone after the file's tests, with whatever server still uses it. */
export function dataFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'hub-nyala-'))
  folders.push(made)
  return made
}

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) {
    await endServer(folder)
    rmSync(await baseOf(folder), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
})

async function endServer(folder: string): Promise<void> {
  const pid = await serverPid(folder).catch(() => 0)
  if (!pid || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  while (isAlive(pid)) await pause(20)
}

/** Where the database of a data folder lies: as root, in a closed folder, elsewhere. */
export const baseOf = async (dataDir: string): Promise<string> => (await findPlace(dataDir)).base

/** Runs `dist/<entry>` with these settings and none of this process's own. */
export function run(entry: 'main.js' | 'cli.js', settings: Settings, ...args: string[]): Program {
  const child = spawn(process.execPath, [join(projectRoot, 'dist', entry), ...args], {
    cwd: projectRoot,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  const ended = new Promise<number | null>((resolve) =>
    child.on('close', (code) => {
      running.delete(child)
      resolve(code)
    }),
  )
  return { process: child, said, ended }
}

/** Starts the product without samples and waits until it greets. */
export async function serve(HUB_DATA: string, settings: Settings = {}) {
  const PORT = settings['PORT'] ?? String(await freePort())
  const program = run('main.js', { HUB_DATA, PORT, ...settings }, '--kosong')
  let over = false
  void program.ended.then(() => (over = true))
  while (!program.said.out.includes('menyala di')) {
    if (over) throw new Error(program.said.err)
    await pause(20)
  }
  return { ...program, url: `http://127.0.0.1:${PORT}`, port: PORT }
}

/** What the operator is told by a start or command that fails, and its exit status. */
export async function fault(program: Program): Promise<{ status: number | null; lines: string[] }> {
  const status = await program.ended
  const lines = program.said.err.split('\n').filter((line) => line.trim() !== '')
  return { status, lines: lines.map((line) => line.trim()) }
}

/** Asks the embedded database of a data folder as its owner. */
export async function ask(dataDir: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(await embeddedConnection(dataDir))
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

/** The embedded server's process, from the file it keeps while it runs. */
export async function serverPid(dataDir: string): Promise<number> {
  const file = readFileSync(join(await baseOf(dataDir), 'pg/postmaster.pid'), 'utf8')
  return Number(file.split('\n')[0])
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
