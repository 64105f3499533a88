import { Refusal } from '#platform/errors.ts'
import { systemActor } from '#platform/identity/actor.ts'
import type { CronJob, JobHandler } from '#platform/jobs.ts'
import { callerOf } from '#platform/services.ts'
import { announceNext } from './commands/putaran.ts'
import { announceWaiting } from './commands/waiting.ts'

type Announce = { satkerKode: string; putaranId: string; sesudah: string }

/** Telling the offices of a round, page by page; and each day, of findings that wait for a new plan. */
export const jobs: Record<string, JobHandler> = {
  'monitoring.announce': async (services, payload) => {
    const order = payload as Announce // written by openPutaran and announceNext alone
    try {
      await announceNext(callerOf(services, systemActor(order.satkerKode)), order)
    } catch (error) {
      // A round that is no longer there needs no more telling.
      if (!(error instanceof Refusal && error.kind === 'not-found')) throw error
    }
  },
  'monitoring.waiting': async (services) => {
    await announceWaiting(callerOf(services, systemActor('00')), null)
  },
}

export const cron: readonly CronJob[] = [{ when: '30 22 * * *', job: 'monitoring.waiting' }]
