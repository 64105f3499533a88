import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve as listenOn, type ServerType } from '@hono/node-server'
import type { Config } from '#platform/config.ts'
import { dropEmbeddedDatabase } from '#platform/db/embedded.ts'
import { StartFault } from '#platform/errors.ts'
import { startWorker } from '#platform/jobs.ts'
import { openServices, type Opened } from '#platform/open-services.ts'
import { buildAssets } from '#ui/assets.ts'
import { createApp } from './app.tsx'
import { greetingLines, loadReference, loadSamples, samplesWereCutShort } from './load-data.ts'
import { mounts } from './mounts.ts'

/** How long requests and jobs under way may take to end, in milliseconds. */
const patience = 2000

/** Takes what is opened, in order; what comes after closing began is closed at once. */
export type Keep = (close: () => Promise<unknown>) => Promise<void>

/** Opens everything and serves web and worker in one process; returns lines for the terminal. */
export async function serve(config: Config, empty: boolean, keep: Keep): Promise<string[]> {
  const { services, close } = await openWhole(config)
  await keep(close)
  const assets = await buildAssets(join(config.projectRoot, 'dist/aset'))
  await loadReference(services, mounts)
  await loadSamples(services, mounts, empty)
  const app = createApp(services, assets)
  const server = await listen(app.fetch, config)
  const jobs = Object.assign({}, ...mounts.map((mount) => mount.jobs ?? {}))
  const cron = mounts.flatMap((mount) => mount.cron ?? [])
  const worker = await startWorker(services, jobs, cron)
  await keep(async () => {
    // A job that does not end in time is given back when the next start takes the place.
    const ended = Promise.all([answered(server), worker.stop().catch(() => {})])
    await Promise.race([ended, sleep(patience, undefined, { ref: false })])
  })
  return greetingLines(services, mounts)
}

/** Opens the services; a database with half of the sample offices is made anew. */
async function openWhole(config: Config): Promise<Opened> {
  const opened = await openServices(config, 'serve')
  if (!(await samplesWereCutShort(opened.services))) return opened
  await opened.close()
  if (config.databaseUrl)
    throw new StartFault(
      'Pemuatan data contoh terputus pada penyalaan sebelumnya. Kosongkan basis data pada DATABASE_URL, lalu jalankan lagi.',
    )
  await dropEmbeddedDatabase(config.dataDir)
  return openServices(config, 'serve')
}

const listen = (fetch: Parameters<typeof listenOn>[0]['fetch'], { port, host }: Config) =>
  new Promise<ServerType>((resolve, reject) => {
    const server = listenOn({ fetch, port, hostname: host }, () => resolve(server))
    server.on('error', (error: NodeJS.ErrnoException) => {
      const sentence = listenFaults(port, host)[error.code ?? '']
      reject(sentence ? new StartFault(sentence) : error)
    })
  })

const listenFaults = (port: number, host: string): Readonly<Record<string, string>> => {
  const noHost = `HOST ${host} bukan alamat mesin ini. Isi 127.0.0.1, 0.0.0.0, atau alamat mesin ini.`
  return {
    EADDRINUSE: `Pintu ${port} sudah dipakai program lain. Jalankan dengan pintu lain: PORT=${port === 8081 ? 8082 : 8081} npm start`,
    EACCES: `Pintu ${port} tidak boleh dibuka pengguna ini. Pilih PORT di atas 1023.`,
    EADDRNOTAVAIL: noHost,
    ENOTFOUND: noHost,
    EAI_AGAIN: noHost,
  }
}

/** Lets requests under way be answered, then closes. */
const answered = (server: ServerType) => new Promise((resolve) => server.close(resolve))
