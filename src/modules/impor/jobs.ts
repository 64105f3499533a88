import { readBesideSource, UnreadableFile } from '#modules/keputusan'
import { Refusal } from '#platform/errors.ts'
import { systemActor } from '#platform/identity/actor.ts'
import type { CronJob, JobHandler } from '#platform/jobs.ts'
import { callerOf } from '#platform/services.ts'
import { failReading, finishReading } from './commands/finish-reading.ts'
import { fileToRead } from './queries/file.ts'

/** Reads an uploaded file in a thread of its own. Taken up again after a crash; done twice, it does nothing. */
const read: JobHandler = async (services, payload) => {
  const { satkerKode, id } = payload as { satkerKode: string; id: string } // written by upload alone
  const caller = callerOf(services, systemActor(satkerKode))
  const file = await fileToRead(caller, id)
  if (!file) return
  try {
    const reading = await readBesideSource(file)
    const { projectRoot } = services.config
    await finishReading(callerOf(services, caller.actor), { imporId: id, reading, projectRoot })
  } catch (error) {
    if (error instanceof UnreadableFile)
      await failReading(callerOf(services, caller.actor), { imporId: id, pesan: error.pesan })
    // someone has discarded it, or another worker was first
    else if (!(error instanceof Refusal)) throw error
  }
}

/** Forgets files that could not be read, a day after their uploader was told. */
const sweep: JobHandler = async ({ ownerPool, clock }) => {
  const day = 24 * 60 * 60 * 1000
  const before = new Date(clock().getTime() - day)
  await ownerPool.query('delete from impor where failed_at < $1', [before])
}

export const jobs: Record<string, JobHandler> = { 'impor.read': read, 'impor.sweep': sweep }

export const cron: CronJob[] = [{ when: '20 18 * * *', job: 'impor.sweep' }]
