import { contentKey, type KeptFile, previewKey, sha256Of } from '#platform/files/files.ts'
import { forget, leftovers } from '#platform/files/uploads.ts'
import { isUuid } from '#platform/id.ts'
import type { JobHandler } from '#platform/jobs.ts'
import type { Services } from '#platform/services.ts'
import { waitsFor } from './berkas.ts'
import { checkJob } from './commands/receive.ts'

const day = 24 * 60 * 60 * 1000
/** Files of a form that was refused or broke off. */
const formWaits = day

/** Removes what nobody will ask for any more: unfinished uploads after a week, contents without a row. */
export const sweep: JobHandler = async (services) => {
  await sweepReceiving(services)
  for await (const file of services.files.store.list('isi')) await sweepContent(services, file)
}

async function sweepReceiving(services: Services): Promise<void> {
  const now = services.clock().getTime()
  for await (const { name, changedAt } of leftovers(services.files)) {
    const age = now - changedAt.getTime()
    const id = name.split('.')[0] ?? ''
    const mayGo = isUuid(id) ? age > waitsFor && !(await isChecking(services, id)) : age > formWaits
    if (mayGo) await forget(services.files, id || name)
  }
}

async function sweepContent(services: Services, { key, changedAt }: KeptFile): Promise<void> {
  const sha256 = sha256Of(key)
  if (!sha256 || services.clock().getTime() - changedAt.getTime() < waitsFor) return
  if (await isWanted(services, sha256)) return
  await withContentLock(services, sha256, async () => {
    if (await isWanted(services, sha256)) return
    await services.files.store.remove(contentKey(sha256))
    await services.files.store.remove(previewKey(sha256))
  })
}

const isWanted = async ({ ownerPool }: Services, sha256: Buffer): Promise<boolean> =>
  (await ownerPool.query('select from berkas where sha256 = $1 limit 1', [sha256])).rowCount === 1

const isChecking = async ({ ownerPool }: Services, id: string): Promise<boolean> => {
  const found = await ownerPool.query(
    'select from berkas where id = $1 and ready_at is null and rejected_at is null limit 1',
    [id],
  )
  return found.rowCount === 1
}

/** Holds a content while it is kept or removed, so that neither happens under the other's hands. */
export async function withContentLock<T>(
  { ownerPool }: Services,
  sha256: Buffer,
  run: () => Promise<T>,
): Promise<T> {
  const client = await ownerPool.connect()
  const key = sha256.readBigInt64BE(0).toString()
  try {
    await client.query('select pg_advisory_lock($1)', [key])
    return await run()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [key]).catch(() => {})
    client.release()
  }
}

/** Queues the check of files whose job ended without an answer, such as after a long fault. */
export const takeUpAgain: JobHandler = async ({ ownerPool, clock }) => {
  await ownerPool.query(
    `select hub.antre($1, jsonb_build_object('satkerKode', satker_kode, 'id', id), $1 || ':' || id, $2)
     from berkas
     where ready_at is null and rejected_at is null and received_at < $3
       and not exists (select from graphile_worker._private_jobs j
                       where j.key = $1 || ':' || berkas.id and j.attempts < j.max_attempts)`,
    [checkJob, clock(), new Date(clock().getTime() - day / 24)],
  )
}
