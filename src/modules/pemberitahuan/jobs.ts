import type { CronJob, JobHandler } from '#platform/jobs.ts'
import { systemActor } from '#platform/identity/actor.ts'
import { callerOf } from '#platform/services.ts'
import { beginPengiriman, endPengiriman, purgePengiriman } from './commands/pengiriman.ts'
import { outcomeOf } from './delivery.ts'

/** Hands one letter to the mail server; only a sure refusal makes the queue try again. */
const sendLetter: JobHandler = async (services, payload) => {
  const [satkerKode, id] = [String(payload['satkerKode']), String(payload['id'])]
  const caller = callerOf(services, systemActor(satkerKode))
  const letter = await beginPengiriman(caller, { satkerKode, id })
  if (!letter) return
  const messageId = `<${id}@${new URL(services.config.baseUrl).hostname}>`
  try {
    await services.mail.send({ ...letter, messageId })
  } catch (error) {
    const outcome = outcomeOf(error)
    await endPengiriman(caller, { satkerKode, id, outcome })
    if (outcome === 'refused') throw error
    services.log.error({ err: error, id }, 'mail server broke off, the letter is not repeated')
    return
  }
  await endPengiriman(caller, { satkerKode, id, outcome: 'accepted' })
}

const daysKept = 90

const purge: JobHandler = async (services) => {
  const before = new Date(services.clock().getTime() - daysKept * 86_400_000)
  await purgePengiriman(callerOf(services, systemActor('00')), before)
}

export const jobs: Record<string, JobHandler> = {
  'pemberitahuan.sendLetter': sendLetter,
  'pemberitahuan.purge': purge,
}

/** 02.25 WIB. */
export const cron: CronJob[] = [{ when: '25 19 * * *', job: 'pemberitahuan.purge' }]
