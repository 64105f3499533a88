import { createWriteStream } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { Config } from '#platform/config.ts'
import { restoringMark, secretFile } from '#platform/data-folder.ts'
import type { Connection } from '#platform/db/database.ts'
import { knownMigrations, migrate } from '#platform/db/migrate.ts'
import { StartFault } from '#platform/errors.ts'
import { openFiles } from '#platform/files/files.ts'
import { reachAlone } from '#platform/open-services.ts'
import { type Archive, openArchive, verifyParts } from './archive-reader.ts'
import { loadDatabase } from './load-database.ts'
import { keyOf, type Manifest, rahasiaPart, waitingOf } from './manifest.ts'
import { isSameSecret } from './secret.ts'
import {
  asOwner,
  claimFolder,
  clearDatabase,
  clearFolder,
  refuseFullDatabase,
  refuseFullStore,
} from './target.ts'

type Tell = (what: string) => void

/** Reads an archive from end to end. Throws StartFault that names what is wrong with it. */
export async function verifyArchive(path: string, tell: Tell): Promise<Manifest> {
  const archive = await openArchive(path)
  try {
    await verifyParts(archive, ({ name }) => tell(name))
    return archive.manifest
  } finally {
    archive.close()
  }
}

/**
 * Restores an archive into an empty data folder, and an empty database at DATABASE_URL when there is one.
 * Throws StartFault; then both are as empty as before.
 */
export async function restore(config: Config, path: string, tell: Tell): Promise<Manifest> {
  const archive = await openArchive(path)
  try {
    await verifyParts(archive, ({ name }) => tell(`memeriksa ${name}`))
    await refuseUnfit(archive, config)
    claimFolder(config)
    await fillTarget(archive, config, tell)
    return archive.manifest
  } finally {
    archive.close()
  }
}

/** Throws StartFault when this program or these settings cannot carry on what the archive holds. */
async function refuseUnfit({ manifest, read }: Archive, config: Config): Promise<void> {
  const known = await knownMigrations(migrationsOf(config))
  const strange = manifest.migrations.find((name, i) => known[i] !== name)
  if (strange)
    throw new StartFault(
      `Cadangan ini dibuat oleh KPU HUB ${manifest.version} yang lebih baru (${strange}). Perbarui aplikasi, lalu ulangi.`,
    )
  const { secret } = manifest
  if (!secret.kept && config.secret === null)
    throw new StartFault(
      'Cadangan ini dibuat dengan HUB_RAHASIA, yang tidak ikut di dalamnya. Isi HUB_RAHASIA yang sama, lalu ulangi.',
    )
  const given = config.secret ?? (await text(await read(rahasiaPart))).trim()
  if (!isSameSecret(given, secret))
    throw new StartFault(
      'HUB_RAHASIA tidak sama dengan yang dipakai ketika cadangan dibuat. Isi yang sama, lalu ulangi.',
    )
}

const migrationsOf = ({ projectRoot }: Config) => join(projectRoot, 'db/migrations')

/** Nothing that was there is touched before it is known to be empty; what fails later leaves it empty again. */
async function fillTarget(archive: Archive, config: Config, tell: Tell): Promise<void> {
  let alone: Awaited<ReturnType<typeof reachAlone>> | null = null
  let touched = false
  try {
    alone = await reachAlone(config)
    await refuseFullDatabase(alone.connection)
    await refuseFullStore(config)
    touched = true
    await fillDatabase(alone.connection, archive, config, tell)
    await fillFiles(archive, config, tell)
    await alone.close()
    await rm(restoringMark(config.dataDir))
  } catch (error) {
    if (alone && touched) {
      await clearDatabase(alone.connection).catch(() => {})
      await clearStore(archive, config).catch(() => {})
    }
    await alone?.close().catch(() => {})
    await clearFolder(config)
    throw error
  }
}

async function fillDatabase(
  connection: Connection,
  archive: Archive,
  config: Config,
  tell: Tell,
): Promise<void> {
  const folder = migrationsOf(config)
  await migrate(connection, folder, archive.manifest.migrations.at(-1))
  await asOwner(connection, (client) => loadDatabase(client, archive, tell))
  await migrate(connection, folder)
  await asOwner(connection, (client) => client.query('analyze'))
}

/** Names come from the manifest through one narrow pattern, so none leads out of the store. */
async function fillFiles(archive: Archive, config: Config, tell: Tell): Promise<void> {
  const { store, receiving } = openFiles(config)
  const write = async (part: string, path: string) =>
    pipeline(await archive.read(part), createWriteStream(path, { mode: 0o600, flush: true }))
  for (const { name } of archive.manifest.parts) {
    const [key, id] = [keyOf(name), waitingOf(name)]
    const arriving = join(receiving, id ?? 'pemulihan')
    if (key ?? id) tell(name)
    if (key ?? id) await write(name, arriving)
    if (key) await store.keep(arriving, key)
  }
  if (!archive.manifest.secret.kept || config.secret !== null) return
  const secret = await text(await archive.read(rahasiaPart))
  await writeFile(secretFile(config.dataDir), secret, { mode: 0o600 })
}

async function clearStore(archive: Archive, config: Config): Promise<void> {
  const { store } = openFiles(config)
  for (const { name } of archive.manifest.parts) {
    const key = keyOf(name)
    if (key && (await store.has(key))) await store.remove(key)
  }
}
