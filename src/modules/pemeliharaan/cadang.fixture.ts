import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Ctx, command } from '#platform/command.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { secretFile } from '#platform/data-folder.ts'
import { contentKey, openFiles } from '#platform/files/files.ts'
import { uuidv7 } from '#platform/id.ts'
import type { Services } from '#platform/services.ts'
import type { TestHub } from '#test/support/hub.ts'
import { backUp } from './backup.ts'

export const content = Buffer.from('Notula rapat 3 Februari 2026\n'.repeat(5000))
export const sha256 = createHash('sha256').update(content).digest()
export const waitingId = uuidv7()
export const quiet = () => {}

/** What tests of backups work with; all of it lies in one folder that is gone afterwards. */
export type Yard = {
  folder: string
  /** a backup of `services` */
  archive: string
  services: Services
  /** The settings of a machine that has nothing yet. */
  emptyPlace: (name: string, env?: Record<string, string>) => Config
}

const noteAt = (satkerKode: string) => async (ctx: Ctx, teks: string) => {
  await ctx.record('diuji', { satkerKode, benda: 'uji', id: ctx.newId() }, { teks })
  await ctx.later('uji.nanti', { teks }, { at: new Date('2027-01-01T00:00:00Z'), key: teks })
}
const noted = command('uji.catat', noteAt('5203'))
export const noted5271 = command('uji.catat5271', noteAt('5271'))

/** An office with three audit rows, three jobs and two files, backed up. Call at the top of a test file. */
export function backedUp(hub: TestHub): Yard {
  const folder = mkdtempSync(join(tmpdir(), 'hub-cadang-'))
  const emptyPlace: Yard['emptyPlace'] = (name, env = {}) => ({
    ...readConfig({ HUB_DATA: join(folder, name), ...env }),
    logLevel: 'silent',
  })
  const yard = { folder, archive: join(folder, 'hub.zip'), emptyPlace } as Yard // services follow
  beforeAll(async () => {
    const config = emptyPlace('asal')
    yard.services = { ...hub.services, config, files: openFiles(config) }
    writeFileSync(secretFile(config.dataDir), hub.services.secret, { mode: 0o600 })
    const nama = "Sri \\ 'Tab\t' Baris\nDua"
    const caller = hub.as(await hub.actor('5203', 'kasubbag', { nama }))
    for (const teks of ['satu', 'dua', 'tiga']) await noted(caller, teks)
    await keepFiles(yard.services)
    await backUp(yard.services, yard.archive, quiet)
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return yard
}

/** One file that is ready, one that waits for its check. */
async function keepFiles(services: Services): Promise<void> {
  const arriving = join(services.files.receiving, 'notula')
  writeFileSync(arriving, content)
  await services.files.store.keep(arriving, contentKey(sha256))
  await services.ownerPool.query(
    `insert into berkas (satker_kode, id, nama, ukuran_diterima, received_at, sha256, ukuran, jenis_isi, ready_at)
     values ('5203', $1, 'notula.txt', $2, now(), $3, $2, 'text/plain', now())`,
    [uuidv7(), content.length, sha256],
  )
  writeFileSync(join(services.files.receiving, waitingId), 'belum diperiksa')
  await services.ownerPool.query(
    `insert into berkas (satker_kode, id, nama, ukuran_diterima, received_at)
     values ('5203', $1, 'foto.jpg', 15, now())`,
    [waitingId],
  )
}
