import type { JobHandler } from '#platform/jobs.ts'
import type { Services } from '#platform/services.ts'

/** Does what stands in the queue with these handlers, whatever time it waits for, and empties it. Returns the names. */
export async function runJobs(
  services: Services,
  handlers: Record<string, JobHandler>,
): Promise<string[]> {
  const { rows } = await services.ownerPool.query<{
    name: string
    payload: Record<string, unknown>
  }>(
    `with taken as (delete from graphile_worker._private_jobs returning *)
     select t.identifier as name, taken.payload from taken
     join graphile_worker._private_tasks t on t.id = taken.task_id order by taken.id`,
  )
  for (const { name, payload } of rows) await handlers[name]?.(services, payload)
  return rows.map((row) => row.name)
}
