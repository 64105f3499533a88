import { isDigestHour, localHour, mayMail } from '#modules/pemberitahuan'
import type { CronJob, JobHandler } from '#platform/jobs.ts'
import { systemActor } from '#platform/identity/actor.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { writeLetters } from './commands/letters.ts'
import { remindSatker } from './commands/remind.ts'
import { allOffices, mailableByOffice } from './queries/offices.ts'

/** Local hours in which offices are reminded: before the first digest, with time to make up for a standstill. */
const remindingHours = [5, 6, 7, 8]

/** Reminds the offices whose morning it is. Each is a transaction of its own, and a repeated run tells nothing twice. */
const remind: JobHandler = async (services) => {
  const now = services.clock()
  const offices = await allOffices(callerOf(services, systemActor('00')), undefined)
  const waking = offices.filter(({ zonaWaktu }) =>
    remindingHours.includes(localHour(now, zonaWaktu).jam),
  )
  await forEach(services, waking, ({ kode, zonaWaktu }) =>
    remindSatker(callerOf(services, systemActor(kode, zonaWaktu)), kode),
  )
}

/** Writes the letters of those whose hour it is. */
const letters: JobHandler = async (services) => {
  const { baseUrl } = services.config
  const byOffice = await mailableByOffice(callerOf(services, systemActor('00')), undefined)
  await forEach(services, [...byOffice], async ([satkerKode, people]) => {
    const orang = people.filter((one) =>
      one.hasRingkasan
        ? mayMail(one.setelan, one) && !one.hasMendesak
        : isDigestHour(one.setelan, one),
    )
    if (orang.length === 0) return
    const actor = systemActor(satkerKode, orang[0]?.zonaWaktu)
    await writeLetters(callerOf(services, actor), { satkerKode, orang, baseUrl })
  })
}

/** Does the work of every office, also when that of one fails; the queue then tries again. */
async function forEach<T>(
  services: Services,
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const failed: unknown[] = []
  for (const item of items)
    await work(item).catch((error: unknown) => {
      failed.push(error)
      services.log.error({ err: error }, 'the work of one office failed')
    })
  if (failed.length > 0) throw new Error(`${failed.length} of ${items.length} offices failed`)
}

export const jobs: Record<string, JobHandler> = {
  'tugas.remind': remind,
  'tugas.letters': letters,
}

/** Every hour, since it is morning in three zones; letters after reminders. */
export const cron: CronJob[] = [
  { when: '10 * * * *', job: 'tugas.remind' },
  { when: '20 * * * *', job: 'tugas.letters' },
]
