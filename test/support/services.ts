import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { tmpdir } from 'node:os'
import type pg from 'pg'
import { readConfig } from '#platform/config.ts'
import { openDb, openPool } from '#platform/db/database.ts'
import { openFiles } from '#platform/files/files.ts'
import { createLog } from '#platform/log.ts'
import type { Letter } from '#platform/mail.ts'
import type { Services } from '#platform/services.ts'

const testConfig = {
  ...readConfig({ HUB_DATA: join(tmpdir(), `hub-uji-data-${process.pid}`) }),
  projectRoot: resolve(import.meta.dirname, '../..'),
}

process.once('exit', () => rmSync(testConfig.dataDir, { recursive: true, force: true }))

/** A set of services on one test database; letters are kept in `letters`, the clock stands still. */
export function servicesOn(config: pg.PoolConfig, now = new Date('2026-11-20T03:00:00Z')) {
  const connection = { config: { ...config, max: 4 }, embedded: true }
  const pools = [openPool(connection, 'owner'), openPool(connection, 'hub_auth')] as const
  const db = openDb(openPool(connection, 'hub_runtime'))
  const letters: Letter[] = []
  const services: Services = {
    config: testConfig,
    files: openFiles(testConfig),
    db,
    ownerPool: pools[0],
    authPool: pools[1],
    secret: 'rahasia-untuk-uji-saja-paling-sedikit-32-huruf',
    log: createLog('silent'),
    mail: { send: async (letter) => void letters.push(letter) },
    clock: () => now,
  }
  const close = async () => {
    await db.destroy()
    await Promise.all(pools.map((pool) => pool.end()))
  }
  return { services, letters, close }
}
