import type pg from 'pg'
import type { Caller } from './command.ts'
import type { Config } from './config.ts'
import type { Db } from './db/database.ts'
import type { Files } from './files/files.ts'
import type { Actor } from './identity/actor.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail.ts'

/** What the process has opened and every module may use. */
export type Services = {
  config: Config
  db: Db
  /** the pool of role hub_auth, which alone sees accounts and sessions */
  authPool: pg.Pool
  /** the pool of the owner: migrations, reference data and the queue; never for a request */
  ownerPool: pg.Pool
  secret: string
  log: Log
  mail: Mailer
  files: Files
  clock: () => Date
}

/** A caller for work that no request began. */
export const callerOf = (services: Services, actor: Actor | null): Caller => ({
  db: services.db,
  actor,
  now: services.clock(),
  requestId: null,
})
