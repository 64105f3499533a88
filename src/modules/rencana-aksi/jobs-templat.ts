import { Refusal } from '#platform/errors.ts'
import { systemActor } from '#platform/identity/actor.ts'
import type { JobHandler } from '#platform/jobs.ts'
import { callerOf } from '#platform/services.ts'
import { measureNext, pushNext } from './commands/templat-push.ts'

type Payload = { satkerKode: string; templatId: string; sesudah: string }

const work =
  (run: (caller: ReturnType<typeof callerOf>, payload: Payload) => Promise<unknown>): JobHandler =>
  async (services, payload) => {
    const order = payload as Payload // written by the commands of templates alone
    try {
      await run(callerOf(services, systemActor(order.satkerKode)), order)
    } catch (error) {
      // A template that is no longer there needs no more work.
      if (!(error instanceof Refusal && error.kind === 'not-found')) throw error
    }
  }

/** Pushing a template to the offices below, and counting what they made of it, page by page. */
export const templatJobs: Record<string, JobHandler> = {
  'rencana-aksi.templat-push': work(pushNext),
  'rencana-aksi.templat-measure': work(measureNext),
}
