import { Logger, parseCronItems, run, type Runner } from 'graphile-worker'
import type { Services } from './services.ts'

/** Does one queued job: idempotent, at most a few lines, usually one command as the system actor. */
export type JobHandler = (services: Services, payload: Record<string, unknown>) => Promise<void>

/** `when` in cron's five fields, in UTC. */
export type CronJob = { when: string; job: string }

/** Starts taking jobs; what a killed process left half done is taken up again. */
export async function startWorker(
  services: Services,
  handlers: Record<string, JobHandler>,
  cron: readonly CronJob[],
): Promise<Runner> {
  const taskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      (payload: unknown) => handler(services, payload as Record<string, unknown>),
    ]),
  )
  await giveBackJobs(services)
  const runner = await run({
    pgPool: services.ownerPool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList,
    parsedCronItems: parseCronItems(cron.map(({ when, job }) => ({ task: job, match: when }))),
    logger: quiet(services),
  })
  return runner
}

/** Only one process works, so whoever still holds a job at its start is dead. */
const giveBackJobs = ({ ownerPool }: Services) =>
  ownerPool.query(`select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`)

const quiet = (services: Services) =>
  new Logger(() => (level, message, meta) => {
    if (level === 'error') services.log.error({ meta: meta?.['taskIdentifier'] }, message)
    else if (level === 'warning') services.log.warn(message)
  })
