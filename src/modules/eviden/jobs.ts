import { systemActor } from '#platform/identity/actor.ts'
import type { JobHandler } from '#platform/jobs.ts'
import { callerOf } from '#platform/services.ts'
import { keepLinkTitle } from './commands/change.ts'
import { linkForJob } from './queries/link.ts'
import { readLink } from './read-link.ts'

/** Reads the title of a linked page outside any transaction, then keeps it. */
const readLinkJob: JobHandler = async (services, payload) => {
  const { satkerKode, id } = payload as { satkerKode: string; id: string }
  const url = await linkForJob(callerOf(services, systemActor(satkerKode)), { satkerKode, id })
  if (url === null) return
  const read = await readLink(url)
  const [judul, sebab] = 'judul' in read ? [read.judul, null] : [null, read.sebab]
  const caller = callerOf(services, systemActor(satkerKode))
  await keepLinkTitle(caller, { satkerKode, id, judul, sebab })
}

export const evidenJobs = { 'eviden.readLink': readLinkJob }
