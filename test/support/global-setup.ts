import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loadReference } from '../../src/load-data.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { servicesOn } from './services.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** socket folder of the test server */
    socket: string
  }
}

/** One real PostgreSQL for the run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-uji-'))
  const server = await startEmbedded(dataDir, ['-c', 'fsync=off', '-c', 'max_connections=200'])
  const socket = String(server.connection.host)
  await prepareTemplate(server.connection)
  project.provide('socket', socket)
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function prepareTemplate(connection: pg.PoolConfig): Promise<void> {
  const admin = new pg.Client({ ...connection, database: 'postgres' })
  await admin.connect()
  await admin.query('create database hub_templat')
  await admin.end()
  const config = { ...connection, database: 'hub_templat' }
  await migrate({ config, embedded: true }, join(import.meta.dirname, '../../db/migrations'))
  const { services, close } = servicesOn(config)
  const { mounts } = await import('../../src/mounts.ts')
  await loadReference(services, mounts)
  await close()
}
