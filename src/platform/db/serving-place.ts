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
  const first = await lockedSession(connection)
  if (!first) return null
  let session = first
  const left = new AbortController()
  const guard = async (restore: () => Promise<unknown>, log: Log): Promise<void> => {
    for (;;) {
      // Known also when it ended before anyone asked: the database may die again while it is being restored.
      await session.ended
      if (left.signal.aborted) return
      log.error('basis data terputus')
      const again = await retaken(connection, restore, { log, left: left.signal })
      if (!again) return
      session = again
    }
  }
  const leave = async () => {
    left.abort()
    await session.client.end()
  }
  return { guard: (restore, log) => void guard(restore, log), leave }
}

/** Tries every second to have database and place again; null when the place is to be left. */
async function retaken(
  connection: Connection,
  restore: () => Promise<unknown>,
  { log, left }: { log: Log; left: AbortSignal },
): Promise<Session | null> {
  for (; !left.aborted; await sleep(1000)) {
    try {
      await restore()
      const session = await lockedSession(connection)
      if (session && left.aborted) await session.client.end()
      else if (session) return session
      else log.error('salinan lain melayani basis data ini')
    } catch (error) {
      log.error({ sebab: (error as Error).message }, 'basis data belum kembali')
    }
  }
  return null
}

type Session = { client: pg.Client; ended: Promise<unknown> }

/** The lock lives in a session, so a killed process gives it back by dying. */
async function lockedSession(connection: Connection): Promise<Session | null> {
  const client = new pg.Client({ ...connection.config, keepAlive: true })
  client.on('error', () => {})
  const ended = new Promise((resolve) => client.once('end', resolve))
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock($1) as taken',
    [servingLock],
  )
  if (rows[0]?.taken) return { client, ended }
  await client.end()
  return null
}
