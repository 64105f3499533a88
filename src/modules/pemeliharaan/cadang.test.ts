import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { secretFile } from '#platform/data-folder.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { contentKey, openFiles } from '#platform/files/files.ts'
import { openServices } from '#platform/open-services.ts'
import type { Services } from '#platform/services.ts'
import { testHub } from '#test/support/hub.ts'
import { servicesOn } from '#test/support/services.ts'
import { backUp } from './backup.ts'
import { backedUp, content, noted5271, quiet, sha256, waitingId } from './cadang.fixture.ts'
import { check } from './cli-periksa.ts'
import { restore, verifyArchive } from './restore.ts'
import { rewriteZip } from './zip.fixture.ts'

const hub = testHub()
const yard = backedUp(hub)

/** Everything that the two databases say of themselves, table by table. */
async function digests({ ownerPool }: Services): Promise<Record<string, string>> {
  const { rows } = await ownerPool.query<{ name: string }>(
    `select table_schema || '."' || table_name || '"' as name from information_schema.tables
     where table_schema in ('public', 'hub', 'auth') and table_type = 'BASE TABLE' and table_name not like 'kysely%'`,
  )
  const found: Record<string, string> = {}
  for (const { name } of rows) {
    const sum = await ownerPool.query(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text collate "C"), '')) as sum from ${name} t`,
    )
    found[name] = sum.rows[0].sum
  }
  const jobs = await ownerPool.query(
    `select string_agg(concat(t.identifier, j.payload, j.run_at, j.key, j.attempts), '|' order by j.id) as sum
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`,
  )
  return { ...found, antrean: jobs.rows[0].sum }
}

describe('a backup', () => {
  it('restored into an empty folder is the same, row for row, file for file, job for job', async () => {
    const target = yard.emptyPlace('pulih')
    const manifest = await restore(target, yard.archive, quiet)
    expect(manifest.missing).toEqual([])
    const opened = await openServices(target, 'join')
    try {
      expect(await digests(opened.services)).toEqual(await digests(yard.services))
      expect(opened.services.secret).toBe(yard.services.secret)
      const { store } = opened.services.files
      const { receiving } = opened.services.files
      expect(readFileSync(join(receiving, waitingId), 'utf8')).toBe('belum diperiksa')
      const chunks = await (await store.read(contentKey(sha256))).toArray()
      expect(Buffer.concat(chunks).equals(content)).toBe(true)
      const found = await check(opened.services, false, quiet)
      expect(found.masalah.filter(({ jenis }) => jenis !== 'cakram')).toEqual([])
      expect(found.diperiksa).toMatchObject({ audit: 3, berkas: 1, antrean: 3 })
    } finally {
      await opened.close()
    }
  })

  it('holds one moment although people go on writing', async () => {
    const caller = hub.as(await hub.actor('5271', 'kasubbag'))
    const done = new AbortController()
    const work = (async () => {
      for (let i = 0; !done.signal.aborted; i++) await noted5271(caller, `tulis ${i}`)
    })()
    const path = join(yard.folder, 'ramai.zip')
    await backUp(yard.services, path, quiet)
    done.abort()
    await work
    const target = yard.emptyPlace('ramai')
    await restore(target, path, quiet)
    const opened = await openServices(target, 'join')
    const { rows } = await opened.services.ownerPool.query(
      `select (select count(*) from audit_log where satker_kode = '5271') as audit,
         (select nomor from audit_kepala where satker_kode = '5271') as kepala,
         (select count(*) from graphile_worker._private_jobs where key like 'tulis%') as antrean`,
    )
    await opened.close()
    const [{ audit, kepala, antrean }] = rows
    expect(audit).toBe(Number(kepala ?? 0))
    expect(antrean).toBe(audit)
  })

  it('can be read by its owner alone and never replaces another', async () => {
    expect(statSync(yard.archive).mode & 0o777).toBe(0o600)
    await expect(backUp(yard.services, yard.archive, quiet)).rejects.toThrow('sudah ada')
    expect(readdirSync(yard.folder).filter((name) => name.includes('sebagian'))).toEqual([])
  })

  it('names a content that the store has lost', async () => {
    const key = contentKey(sha256)
    const path = join(yard.folder, 'hilang.zip')
    const store = { ...yard.services.files.store, has: async () => false }
    await backUp({ ...yard.services, files: { ...yard.services.files, store } }, path, quiet)
    expect((await verifyArchive(path, quiet)).missing).toEqual([key])
  })
})

describe('a restore', () => {
  it('refuses what a newer program has written, by its name', async () => {
    const path = join(yard.folder, 'baru.zip')
    const newer = await rewriteZip(readFileSync(yard.archive), {
      manifest: (m) => ({
        ...m,
        version: '9.9.9',
        migrations: [...m.migrations, '20990101T0000_baru'],
      }),
    })
    writeFileSync(path, newer)
    await expect(restore(yard.emptyPlace('baru'), path, quiet)).rejects.toThrow(
      'oleh KPU HUB 9.9.9 yang lebih baru (20990101T0000_baru)',
    )
    expect(existsSync(join(yard.folder, 'baru'))).toBe(false)
  })

  it('brings what an older program has written to this one', async () => {
    const place = yard.emptyPlace('lama')
    const server = await startEmbedded(place.dataDir)
    const folderOfMigrations = join(place.projectRoot, 'db/migrations')
    const before = '20261121T0610_eviden'
    await migrate({ config: server.connection, embedded: true }, folderOfMigrations, before)
    const old = servicesOn(server.connection)
    await old.services.ownerPool.query(
      "insert into satker values ('00', 'KPU RI', 'pusat', 'Indonesia', null, 'Asia/Jakarta')",
    )
    const path = join(yard.folder, 'lama.zip')
    const { secret } = old.services
    const config = { ...place, secret }
    const { manifest } = await backUp(
      { ...old.services, config, files: openFiles(config) },
      path,
      quiet,
    )
    await old.close()
    await server.stop()
    expect(manifest.migrations.at(-1)).toBe(before)
    const target = yard.emptyPlace('kini', { HUB_RAHASIA: secret })
    await restore(target, path, quiet)
    const opened = await openServices(target, 'join')
    const { rows } = await opened.services.ownerPool.query(
      "select (select count(*) from satker) as satker, to_regclass('rapat') is not null as baru",
    )
    await opened.close()
    expect(rows).toEqual([{ satker: 1, baru: true }])
  })

  it('refuses a folder in which something lies, and leaves it as it is', async () => {
    const target = yard.emptyPlace('asal')
    const before = readdirSync(target.dataDir)
    await expect(restore(target, yard.archive, quiet)).rejects.toThrow('tidak kosong')
    expect(readdirSync(target.dataDir)).toEqual(before)
  })

  it('refuses another secret than the one the data was written with', async () => {
    const HUB_RAHASIA = 'rahasia-lain-yang-juga-cukup-panjang-untuk-itu'
    await expect(
      restore(yard.emptyPlace('kunci', { HUB_RAHASIA }), yard.archive, quiet),
    ).rejects.toThrow('HUB_RAHASIA tidak sama')
  })

  it('leaves the secret out when the environment gave it, and then asks for it', async () => {
    const path = join(yard.folder, 'luar.zip')
    const { secret } = yard.services
    await backUp({ ...yard.services, config: { ...yard.services.config, secret } }, path, quiet)
    expect(readFileSync(path).includes(secret)).toBe(false)
    await expect(restore(yard.emptyPlace('luar'), path, quiet)).rejects.toThrow('Isi HUB_RAHASIA')
    await restore(yard.emptyPlace('luar', { HUB_RAHASIA: secret }), path, quiet)
    expect(existsSync(secretFile(join(yard.folder, 'luar')))).toBe(false)
  })

  it('that was cut short is never served', async () => {
    const target = yard.emptyPlace('terputus')
    await restore(target, yard.archive, quiet)
    writeFileSync(join(target.dataDir, 'pemulihan-belum-selesai'), '')
    await expect(openServices(target, 'serve')).rejects.toThrow('terputus sebelum selesai')
  })
})
