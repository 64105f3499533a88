import { sql } from 'kysely'
import type { Services } from '#platform/services.ts'

/** Queues a job for a visitor who has not signed in, and so has no command's context. `key` replaces a waiting one. */
export async function enqueue(
  services: Services,
  job: string,
  payload: Record<string, unknown>,
  key: string | null = null,
): Promise<void> {
  await sql`select hub.antre(${job}, ${JSON.stringify(payload)}::jsonb, ${key}, ${services.clock()})`.execute(
    services.db,
  )
}
