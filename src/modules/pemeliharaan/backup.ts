import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { secretFile } from '#platform/data-folder.ts'
import { contentKey, previewKey } from '#platform/files/files.ts'
import type { Services } from '#platform/services.ts'
import { type ArchiveWriter, createArchive } from './archive-writer.ts'
import { openSnapshot, type Snapshot } from './dump-database.ts'
import {
  antreanPart,
  berkasPart,
  formatName,
  type Manifest,
  rahasiaPart,
  tabelPart,
  waitingPart,
} from './manifest.ts'
import { describeSecret } from './secret.ts'

export type Backup = { manifest: Omit<Manifest, 'parts'>; files: number; digest: string }

/**
 * Writes one archive of database, files and secret while people go on working: what it holds is one moment.
 * Throws StartFault when `path` is taken; what was half written is removed.
 */
export async function backUp(
  services: Services,
  path: string,
  tell: (what: string) => void,
): Promise<Backup> {
  const now = services.clock()
  const archive = await createArchive(path, now)
  const snapshot = await openSnapshot(services.ownerPool)
  try {
    const { tables, jobs } = await addDatabase(archive, snapshot, tell)
    const { files, missing } = await addFiles(archive, snapshot, services, tell)
    const kept = services.config.secret === null
    if (kept) await archive.add(rahasiaPart, createReadStream(secretFile(services.config.dataDir)))
    const manifest = {
      format: formatName,
      createdAt: now.toISOString(),
      version: await versionOf(services.config.projectRoot),
      baseUrl: services.config.baseUrl,
      migrations: snapshot.migrations,
      tables,
      sequences: snapshot.sequences,
      jobs,
      secret: describeSecret(services.secret, kept),
      missing,
    } as const
    const digest = await archive.finish(manifest)
    return { manifest, files, digest }
  } catch (error) {
    await archive.discard()
    throw error
  } finally {
    await snapshot.end()
  }
}

async function addDatabase(
  archive: ArchiveWriter,
  snapshot: Snapshot,
  tell: (what: string) => void,
): Promise<Pick<Manifest, 'tables' | 'jobs'>> {
  const tables: Manifest['tables'] = []
  for (const table of snapshot.tables) {
    tell(table.name)
    const { stream, rows } = snapshot.copyTable(table)
    await archive.add(tabelPart(table.name), stream)
    tables.push({ name: table.name, columns: table.columns, rows: rows() })
  }
  const jobs = snapshot.copyJobs()
  await archive.add(antreanPart, jobs.stream)
  return { tables, jobs: jobs.rows() }
}

type Kept = { sha256: Buffer; pratinjau: boolean }

/** Contents never change and bear their hash as name, so they may be read after the moment of the snapshot. */
async function addFiles(
  archive: ArchiveWriter,
  snapshot: Snapshot,
  services: Services,
  tell: (what: string) => void,
): Promise<{ files: number; missing: string[] }> {
  const { store } = services.files
  const kept = await snapshot.query<Kept>(keptContents)
  const missing: string[] = []
  let files = 0
  for (const { sha256, pratinjau } of kept)
    for (const key of [contentKey(sha256), ...(pratinjau ? [previewKey(sha256)] : [])]) {
      if (!(await store.has(key))) {
        missing.push(key)
        continue
      }
      tell(`berkas ${++files}`)
      const part = await archive.add(berkasPart(key), await store.read(key), { packed: false })
      if (key.startsWith('isi/') && part.sha256 !== sha256.toString('hex')) missing.push(key)
    }
  for (const { id } of await snapshot.query<{ id: string }>(waitingFiles)) {
    const content = await waitingContent(services, id)
    if (!content) continue
    tell(`berkas ${++files}`)
    await archive.add(waitingPart(id), content, { packed: false })
  }
  return { files, missing }
}

/** What was received and waits for its check; checked meanwhile, it lies in the store, ready to be checked again. */
async function waitingContent(
  { files: { store, receiving }, ownerPool }: Services,
  id: string,
): Promise<Readable | null> {
  const path = join(receiving, id)
  if (existsSync(path)) return createReadStream(path)
  const { rows } = await ownerPool.query<{ sha256: Buffer }>(
    'select sha256 from berkas where id = $1 and ready_at is not null',
    [id],
  )
  return rows[0] ? store.read(contentKey(rows[0].sha256)) : null
}

const waitingFiles =
  'select id from public.berkas where ready_at is null and rejected_at is null order by id'

const keptContents = `
  select sha256, bool_or(pratinjau) as pratinjau from public.berkas
  where sha256 is not null and ready_at is not null group by 1 order by 1`

async function versionOf(projectRoot: string): Promise<string> {
  const about: unknown = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'))
  return String((about as { version?: unknown }).version)
}
