import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../support/source-files.ts'
import { pause, serverPid } from '../start/program.ts'

/** The real program on one data folder, started and killed again and again. */
export type Life = {
  url: string
  start: () => void
  /**
   * Waits until it answers. A start whose database was killed may end with a sentence for the operator, and is
   * then started again, as systemd would; another end is a fault.
   */
  answers: () => Promise<void>
  /** SIGKILL to the program's process group. */
  killProgram: () => Promise<void>
  /** SIGKILL to every process of the database, the postmaster first. */
  killDatabase: () => Promise<void>
  stop: () => Promise<void>
}

const startFault = /Basis data .*Jalankan lagi\.|basis data.*jalankan lagi\./

export function lifeOn(dataDir: string, port: string): Life {
  let child: ChildProcess | null = null
  let said = ''
  const url = `http://127.0.0.1:${port}`
  const hasEnded = () => !child || child.exitCode !== null || child.signalCode !== null
  const gone = async () => {
    while (!hasEnded()) await pause(5)
  }

  function start(): void {
    said = ''
    child = spawn(process.execPath, ['--enable-source-maps', join(projectRoot, 'dist/main.js')], {
      cwd: projectRoot,
      detached: true,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        LOG_LEVEL: 'error',
        HUB_DATA: dataDir,
        PORT: port,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
  }

  async function answers(): Promise<void> {
    for (;;) {
      const answer = await fetch(`${url}/sehat`).catch(() => null)
      await answer?.body?.cancel()
      if (answer?.status === 200) return
      if (hasEnded()) {
        if (!startFault.test(said)) throw new Error(`the program ended by itself: ${said}`)
        start()
      }
      await pause(20)
    }
  }

  const signalGroup = (signal: NodeJS.Signals) => {
    if (!hasEnded() && child?.pid) process.kill(-child.pid, signal)
  }

  async function killProgram(): Promise<void> {
    signalGroup('SIGKILL')
    await gone()
  }

  async function killDatabase(): Promise<void> {
    const postmaster = await serverPid(dataDir).catch(() => 0)
    if (!postmaster) return
    const children = childrenOf(postmaster)
    for (const pid of [postmaster, ...children]) killOne(pid)
  }

  async function stop(): Promise<void> {
    signalGroup('SIGTERM')
    await gone()
  }
  return { url, start, answers, killProgram, killDatabase, stop }
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was quicker.
  }
}

/** The processes of the database begin groups of their own, so the group of the first does not reach them. */
function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)
      return Number(fields?.split(' ')[1]) === parent
    } catch {
      return false
    }
  })
}
