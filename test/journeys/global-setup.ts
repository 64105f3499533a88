import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { projectRoot } from '../support/source-files.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** where the product of this run answers */
    productUrl: string
    /** its data folder, with the letters it sends */
    dataDir: string
  }
}

/** One product with its sample offices for all journeys, built and started as `npm start` does. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = spawnSync(process.execPath, ['bin/build.mjs'], {
    cwd: projectRoot,
    stdio: 'inherit',
  })
  if (built.status !== 0) throw new Error('the product cannot be built')
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-perjalanan-'))
  const url = `http://localhost:${port}`
  const server = spawn(process.execPath, ['dist/main.js'], {
    cwd: projectRoot,
    env: {
      ...process.env,
      PORT: String(port),
      BASE_URL: url,
      HUB_DATA: dataDir,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  await untilHealthy(url, server)
  project.provide('productUrl', url)
  project.provide('dataDir', dataDir)
  return async () => {
    server.kill('SIGINT')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The samples load before the product listens, so this takes up to a minute on a slow machine. */
async function untilHealthy(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 900 && server.exitCode === null; tries++) {
    const healthy = await fetch(`${url}/sehat`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  server.kill('SIGKILL')
  throw new Error('the product did not start')
}
