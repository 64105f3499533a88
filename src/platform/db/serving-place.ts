import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log.ts'
import type { Connection } from './database.ts'

/** One number for all copies of KPU HUB: who holds this lock serves this database. */
const servingLock = 4_821_553

/** Taken and kept until `leave`; `guard` takes it again whenever the database comes back. */
export type ServingPlace = {
  guard: (restore: () => Promise<unknown>, log: Log) => void
  leave: () => Promise<void>
}

/** Takes the place of the one copy that serves this database; null when another copy has it. */
export async function takeServingPlace(connection: Connection): Promise<ServingPlace | null> {
  let session = await lockedSession(connection)
  if (!session) return null
  const left = new AbortController()
  const retake = async (restore: () => Promise<unknown>, log: Log) => {
    log.error('basis data terputus')
    for (session = null; !session && !left.signal.aborted; await sleep(1000)) {
      try {
        await restore()
        session = await lockedSession(connection)
        if (!session) log.error('salinan lain melayani basis data ini')
      } catch (error) {
        log.error({ sebab: (error as Error).message }, 'basis data belum kembali')
      }
    }
    if (left.signal.aborted) await session?.end()
    else guard(restore, log)
  }
  const guard: ServingPlace['guard'] = (restore, log) => {
    session?.once('end', () => {
      if (!left.signal.aborted) void retake(restore, log)
    })
  }
  const leave = async () => {
    left.abort()
    await session?.end()
  }
  return { guard, leave }
}

/** The lock lives in a session, so a killed process gives it back by dying. */
async function lockedSession(connection: Connection): Promise<pg.Client | null> {
  const client = new pg.Client({ ...connection.config, keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock($1) as taken',
    [servingLock],
  )
  if (rows[0]?.taken) return client
  await client.end()
  return null
}
