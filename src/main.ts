import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { serve, type ServerType } from '@hono/node-server'
import { readConfig, type Config } from '#platform/config.ts'
import { StartFault } from '#platform/errors.ts'
import { startWorker } from '#platform/jobs.ts'
import { openServices } from '#platform/open-services.ts'
import type { Services } from '#platform/services.ts'
import { buildAssets } from '#ui/assets.ts'
import { createApp } from './app.tsx'
import { loadReference, loadSamples, sampleAccounts } from './load-data.ts'
import { mounts } from './mounts.ts'

/** Serves web and worker in one process until it is told to stop. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { kosong: { type: 'boolean', default: false } } })
  const config = readConfig(process.env)
  const { services, close } = await openServices(config, 'serve')
  try {
    const assets = await buildAssets(join(config.projectRoot, 'dist/aset'))
    await loadReference(services, mounts)
    if (!values.kosong) await loadSamples(services, mounts)
    const app = createApp(services, assets)
    const server = await listen(app.fetch, config)
    const jobs = Object.assign({}, ...mounts.map((mount) => mount.jobs ?? {}))
    const worker = await startWorker(
      services,
      jobs,
      mounts.flatMap((mount) => mount.cron ?? []),
    )
    await greet(services)
    onStop(async () => {
      server.close()
      if ('closeAllConnections' in server)
        setTimeout(() => server.closeAllConnections(), 2000).unref()
      await worker.stop()
      await close()
    })
  } catch (error) {
    await close()
    throw error
  }
}

const listen = (fetch: Parameters<typeof serve>[0]['fetch'], config: Config) =>
  new Promise<ServerType>((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, () => resolve(server))
    server.on('error', (error: NodeJS.ErrnoException) => {
      const taken = `Pintu ${config.port} sudah dipakai program lain. Jalankan dengan pintu lain: PORT=8081 npm start`
      const closed = `Pintu ${config.port} tidak boleh dibuka pengguna ini. Pilih PORT di atas 1023.`
      if (error.code === 'EADDRINUSE') reject(new StartFault(taken))
      else if (error.code === 'EACCES') reject(new StartFault(closed))
      else reject(error)
    })
  })

async function greet(services: Services): Promise<void> {
  const accounts = await sampleAccounts(services, mounts)
  const lines = [
    '',
    `  KPU HUB menyala di ${services.config.baseUrl}`,
    '',
    ...accounts,
    '  Ctrl-C untuk berhenti.',
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function onStop(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
}

try {
  await main()
} catch (error) {
  const full = (error as NodeJS.ErrnoException).code
  if (error instanceof StartFault) process.stderr.write(`\n  ${error.message}\n\n`)
  else if (full === 'ENOSPC' || full === '53100')
    process.stderr.write('\n  Ruang cakram habis. Kosongkan, lalu jalankan lagi.\n\n')
  else
    process.stderr.write(
      `\n  KPU HUB tidak dapat menyala: ${(error as Error).stack ?? String(error)}\n\n`,
    )
  process.exit(1)
}
