import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, parseCronItems, run, type Runner } from 'graphile-worker'
import { patientPool } from './db/patient-pool.ts'
import type { Services } from './services.ts'

/** Does one queued job: idempotent, at most a few lines, usually one command as the system actor. */
export type JobHandler = (services: Services, payload: Record<string, unknown>) => Promise<void>

/** `when` in cron's five fields, in UTC. */
export type CronJob = { when: string; job: string }

export type Worker = { stop: () => Promise<void> }

/** Starts taking jobs; what a killed process left half done is taken up again. Goes on until it is stopped. */
export async function startWorker(
  services: Services,
  handlers: Record<string, JobHandler>,
  cron: readonly CronJob[],
): Promise<Worker> {
  const taskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      (payload: unknown) => handler(services, payload as Record<string, unknown>),
    ]),
  )
  const begin = async () => {
    await giveBackJobs(services)
    return run({
      pgPool: patientPool(services.ownerPool),
      concurrency: 2,
      noHandleSignals: true,
      pollInterval: 2000,
      taskList,
      parsedCronItems: parseCronItems(cron.map(({ when, job }) => ({ task: job, match: when }))),
      logger: quiet(services),
    })
  }
  return keptRunning(await begin(), begin, services)
}

/** A runner that ends by itself, as after a fault in its clock, would leave the queue to itself without a word. */
function keptRunning(first: Runner, begin: () => Promise<Runner>, { log }: Services): Worker {
  let runner = first
  const stopped = new AbortController()
  const watch = async () => {
    for (;;) {
      const why = await runner.promise.then(
        () => null,
        (error: Error) => error.message,
      )
      if (stopped.signal.aborted) return
      log.error({ sebab: why }, 'antrean terhenti dan dimulai lagi')
      const again = await restarted(begin, stopped.signal)
      if (!again) return
      runner = again
    }
  }
  void watch()
  const stop = async () => {
    stopped.abort()
    await runner.stop()
  }
  return { stop }
}

/** Tries every second until it runs; null when it is to stop. */
async function restarted(
  begin: () => Promise<Runner>,
  stopped: AbortSignal,
): Promise<Runner | null> {
  for (;;) {
    await sleep(1000)
    if (stopped.aborted) return null
    const runner = await begin().catch(() => null)
    if (runner && stopped.aborted) await runner.stop()
    if (runner) return stopped.aborted ? null : runner
  }
}

/** Only one process works, so whoever still holds a job at its start is dead; its death was no try of the job's. */
async function giveBackJobs({ ownerPool }: Services): Promise<void> {
  await ownerPool.query(
    'update graphile_worker._private_jobs set attempts = greatest(attempts - 1, 0) where locked_by is not null',
  )
  await ownerPool.query(`select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`)
}

const quiet = (services: Services) =>
  new Logger(() => (level, message, meta) => {
    if (level === 'error') services.log.error({ meta: meta?.['taskIdentifier'] }, message)
    else if (level === 'warning') services.log.warn(message)
  })
