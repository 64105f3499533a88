import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { examine, type Examined } from '#platform/files/examine.ts'
import { momentOf } from '#platform/files/exif-time.ts'
import { contentKey, previewKey } from '#platform/files/files.ts'
import { ScannerAway } from '#platform/files/scan.ts'
import { forget } from '#platform/files/uploads.ts'
import { systemActor } from '#platform/identity/actor.ts'
import type { CronJob, JobHandler } from '#platform/jobs.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { finishBerkas, rejectBerkas } from './commands/finish.ts'
import { checkJob, checkKey } from './commands/receive.ts'
import { berkasToCheck, type ToCheck } from './queries.ts'
import { sweep, takeUpAgain, withContentLock } from './jobs-sweep.ts'

const lost = 'Kiriman ini tidak tersimpan utuh di server. Kirim berkas itu sekali lagi.'

/** Checks a received file and keeps or refuses it. Taken up again after a crash; done twice, it does nothing. */
const check: JobHandler = async (services, payload) => {
  const which = payload as Which // written by receiveBerkas and takeUpAgain alone
  const caller = callerOf(services, systemActor(which.satkerKode))
  const berkas = await berkasToCheck(caller, which)
  if (!berkas) return forget(services.files, which.id)
  const outcome = await checked(services, berkas)
  if (outcome === 'later') return
  // the moment after the check, which may have taken a while
  const now = callerOf(services, caller.actor)
  if ('refusal' in outcome) await rejectBerkas(now, { ...which, sebab: outcome.refusal })
  else
    await withContentLock(services, outcome.sha256, async () => {
      await keep(services, outcome)
      await finishBerkas(now, { ...which, ...factsOf(outcome, berkas) })
    })
  await forget(services.files, which.id)
}

type Which = { satkerKode: string; id: string }
type Outcome = Examined | { refusal: string }

/** While the scanner does not answer, the file is held back and asked about again. */
async function checked(services: Services, berkas: ToCheck): Promise<Outcome | 'later'> {
  const path = join(services.files.receiving, berkas.id)
  if (!existsSync(path)) return { refusal: lost }
  try {
    return await examine(path, berkas.nama, services.config.clamd)
  } catch (error) {
    if (!(error instanceof ScannerAway)) throw error
    services.log.warn({ berkas: berkas.id }, `berkas ditahan: ${error.message}`)
    await askAgain(services, berkas)
    return 'later'
  }
}

const askAgain = ({ ownerPool }: Services, { satkerKode, id }: Which) =>
  ownerPool.query("select hub.antre($1, $2, $3, now() + interval '1 minute')", [
    checkJob,
    JSON.stringify({ satkerKode, id }),
    checkKey(id),
  ])

async function keep({ files: { store } }: Services, file: Examined): Promise<void> {
  const content = contentKey(file.sha256)
  if (!(await store.has(content))) await store.keep(file.path, content)
  const preview = previewKey(file.sha256)
  if (file.preview && !(await store.has(preview))) await store.keep(file.preview, preview)
}

const factsOf = (file: Examined, { jamZona }: ToCheck) => ({
  ...file,
  preview: file.preview !== null,
  takenAt: file.takenAt && momentOf(file.takenAt, jamZona),
})

export const jobs: Record<string, JobHandler> = {
  [checkJob]: check,
  'berkas.sapu': sweep,
  'berkas.susul': takeUpAgain,
}

export const cron: CronJob[] = [
  { when: '40 18 * * *', job: 'berkas.sapu' },
  { when: '*/15 * * * *', job: 'berkas.susul' },
]
