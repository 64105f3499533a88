import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findPlace } from '#platform/db/embedded-place.ts'

const root = resolve(import.meta.dirname, '..')

export type Product = {
  base: string
  pid: number
  /** from starting the process to the greeting on the terminal */
  startMs: number
  stop: () => Promise<void>
}

const environment = (dataDir: string, port: number) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  HUB_DATA: dataDir,
  PORT: String(port),
  LOG_LEVEL: 'silent',
})

/** Starts the product as `npm start` does, from dist/. */
export async function startProduct(dataDir: string, port: number): Promise<Product> {
  const from = performance.now()
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
    cwd: root,
    env: environment(dataDir, port),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await greeted(child)
  const { pid } = child
  if (pid === undefined) throw new Error('the product has no process id')
  const stop = async () => {
    child.kill('SIGTERM')
    while (child.exitCode === null && child.signalCode === null) await sleep(50)
  }
  return { base: `http://127.0.0.1:${port}`, pid, startMs: performance.now() - from, stop }
}

function greeted(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let said = ''
    child.stdout?.on('data', (piece) => {
      said += String(piece)
      if (said.includes('menyala')) done()
    })
    child.on('exit', (code) => fail(new Error(`the product ended with ${code} before it served`)))
  })
}

/** Runs a subcommand of `hub` beside the running product; its lines go to the terminal. */
export function hub(dataDir: string, ...args: string[]): number {
  const from = performance.now()
  const done = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    cwd: root,
    env: environment(dataDir, 8080),
    stdio: 'inherit',
  })
  if (done.status !== 0) throw new Error(`hub ${args.join(' ')} ended with ${done.status}`)
  return performance.now() - from
}

export type Memory = { app: number; database: number }

/**
 * Memory in MiB: the proportional share (PSS) of the product and of all processes of its database, so that
 * PostgreSQL's shared buffers count once. Linux only; NaN elsewhere.
 */
export async function memoryOf(appPid: number, dataDir: string): Promise<Memory> {
  if (!existsSync('/proc/self/smaps_rollup')) return { app: Number.NaN, database: Number.NaN }
  const { data } = await findPlace(dataDir)
  const postmaster = Number(readFrom(join(data, 'postmaster.pid')).split('\n')[0])
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const server = pids
    .map(Number)
    .filter((pid) => pid === postmaster || parentOf(pid) === postmaster)
  return { app: shareOf(appPid), database: server.reduce((sum, pid) => sum + shareOf(pid), 0) }
}

const parentOf = (pid: number) => Number(/\) \S (\d+)/.exec(readFrom(`/proc/${pid}/stat`))?.[1])

const shareOf = (pid: number) =>
  Number(/^Pss:\s+(\d+)/m.exec(readFrom(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024

function readFrom(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
