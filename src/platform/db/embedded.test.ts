import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { answers, type EmbeddedServer, startEmbedded } from './embedded.ts'
import { findPlace } from './embedded-place.ts'

const folders: string[] = []
const servers: EmbeddedServer[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'hub-tertanam-'))
  folders.push(made)
  return made
}
const start = async (dataDir: string) => {
  const server = await startEmbedded(dataDir)
  servers.push(server)
  return server
}
/** As root in a closed folder the database lies elsewhere. */
const inPg = async (dataDir: string, name: string) => join((await findPlace(dataDir)).data, name)
const ask = async (server: EmbeddedServer, text: string) => {
  const client = new pg.Client(server.connection)
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  for (const made of folders.splice(0)) {
    rmSync((await findPlace(made)).base, { recursive: true, force: true })
    rmSync(made, { recursive: true, force: true })
  }
})

describe('the embedded PostgreSQL', () => {
  it('is version 18, keeps its word about the disk, and listens on no port', async () => {
    const server = await start(folder())
    const [row] = await ask(
      server,
      "select current_setting('server_version_num')::int / 10000 as major, current_setting('fsync') as fsync, current_setting('listen_addresses') as listens",
    )
    expect(row).toEqual({ major: 18, fsync: 'on', listens: '' })
  })

  it('keeps every committed row when it is killed, and starts again', async () => {
    const dataDir = folder()
    const server = await start(dataDir)
    await ask(server, 'create table t as select generate_series(1, 1000) as n')
    const pid = Number(readFileSync(await inPg(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    while (await answers(server.connection)) await new Promise((resolve) => setTimeout(resolve, 20))
    const again = await start(dataDir)
    expect(again.adopted).toBe(false)
    expect(await ask(again, 'select count(*)::int as n from t')).toEqual([{ n: 1000 }])
  })

  it('is taken over when it outlived the process that had started it', async () => {
    const dataDir = folder()
    await start(dataDir)
    expect(await start(dataDir)).toMatchObject({ adopted: true })
  })

  it('says so when the data is of another version', async () => {
    const dataDir = folder()
    const server = await start(dataDir)
    await server.stop()
    writeFileSync(await inPg(dataDir, 'PG_VERSION'), '15\n')
    await expect(startEmbedded(dataDir)).rejects.toThrow(
      'dibuat PostgreSQL 15, sedangkan KPU HUB memakai 18',
    )
  })
})
