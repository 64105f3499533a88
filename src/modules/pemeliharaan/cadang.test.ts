import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Config, readConfig } from '#platform/config.ts'
import { secretFile } from '#platform/data-folder.ts'
import { contentKey, openFiles } from '#platform/files/files.ts'
import { uuidv7 } from '#platform/id.ts'
import { openServices } from '#platform/open-services.ts'
import type { Services } from '#platform/services.ts'
import { command } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { backUp } from './backup.ts'
import { check } from './cli-periksa.ts'
import { restore, verifyArchive } from './restore.ts'
import { rewriteZip } from './zip.fixture.ts'

const hub = testHub()
const folder = mkdtempSync(join(tmpdir(), 'hub-cadang-'))
const archive = join(folder, 'hub.zip')
const quiet = () => {}
const content = Buffer.from('Notula rapat 3 Februari 2026\n'.repeat(5000))
const sha256 = createHash('sha256').update(content).digest()
let services: Services

/** The settings of a machine that has nothing yet. */
const emptyPlace = (name: string, env: Record<string, string> = {}): Config => ({
  ...readConfig({ HUB_DATA: join(folder, name), ...env }),
  logLevel: 'silent',
})

const noted = command('uji.catat', async (ctx, teks: string) => {
  await ctx.record('diuji', { satkerKode: '5203', benda: 'uji', id: ctx.newId() }, { teks })
  await ctx.later('uji.nanti', { teks }, { at: new Date('2027-01-01T00:00:00Z'), key: teks })
})

beforeAll(async () => {
  const config = emptyPlace('asal')
  services = { ...hub.services, config, files: openFiles(config) }
  writeFileSync(secretFile(config.dataDir), services.secret, { mode: 0o600 })
  const caller = hub.as(await hub.actor('5203', 'kasubbag', { nama: "Sri \\ 'Tab\t' Baris\nDua" }))
  for (const teks of ['satu', 'dua', 'tiga']) await noted(caller, teks)
  await keepFile()
  await backUp(services, archive, quiet)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function keepFile(): Promise<void> {
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

const waitingId = uuidv7()

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
    const target = emptyPlace('pulih')
    const manifest = await restore(target, archive, quiet)
    expect(manifest.missing).toEqual([])
    const opened = await openServices(target, 'join')
    try {
      expect(await digests(opened.services)).toEqual(await digests(services))
      expect(opened.services.secret).toBe(services.secret)
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
    const path = join(folder, 'ramai.zip')
    await backUp(services, path, quiet)
    done.abort()
    await work
    const target = emptyPlace('ramai')
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
    expect(statSync(archive).mode & 0o777).toBe(0o600)
    await expect(backUp(services, archive, quiet)).rejects.toThrow('sudah ada')
    expect(readdirSync(folder).filter((name) => name.includes('sebagian'))).toEqual([])
  })

  it('names a content that the store has lost', async () => {
    const key = contentKey(sha256)
    const path = join(folder, 'hilang.zip')
    const store = { ...services.files.store, has: async () => false }
    await backUp({ ...services, files: { ...services.files, store } }, path, quiet)
    expect((await verifyArchive(path, quiet)).missing).toEqual([key])
  })
})

const noted5271 = command('uji.catat5271', async (ctx, teks: string) => {
  await ctx.record('diuji', { satkerKode: '5271', benda: 'uji', id: ctx.newId() }, { teks })
  await ctx.later('uji.nanti', { teks }, { at: new Date('2027-01-01T00:00:00Z'), key: teks })
})

describe('an archive that is not as it was written', () => {
  let bytes: Buffer
  let count = 0
  beforeAll(() => {
    bytes = readFileSync(archive)
  })

  /** Tries to restore these bytes; the folder must not even exist afterwards, or be empty. */
  async function refused(changed: Buffer): Promise<string> {
    const path = join(folder, `rusak-${++count}.zip`)
    const target = emptyPlace(`tujuan-${count}`)
    writeFileSync(path, changed)
    const told = await restore(target, path, quiet).then(
      () => 'pulih',
      (error: Error) => error.message,
    )
    expect(existsSync(target.dataDir) ? readdirSync(target.dataDir) : []).toEqual([])
    expect(told).toContain(`rusak-${count}.zip`)
    return told
  }

  it('is refused when it is cut, wherever', async () => {
    for (const share of [0, 0.1, 0.5, 0.9, 0.999])
      expect(await refused(bytes.subarray(0, Math.floor(bytes.length * share)))).toContain(
        'terpotong',
      )
    expect(await refused(bytes.subarray(0, bytes.length - 1))).toContain('ditolak')
  })

  it('is refused when one byte anywhere has changed', async () => {
    for (let i = 0; i < 60; i++) {
      const changed = Buffer.from(bytes)
      const at = Math.floor((bytes.length * i) / 60)
      changed[at] = (changed[at] ?? 0) ^ 0x20
      expect(await refused(changed)).toContain('ditolak')
    }
  })

  it('names the part that has changed', async () => {
    const changed = Buffer.from(bytes)
    const at = changed.indexOf(content.subarray(0, 200))
    changed[at + 100] = (changed[at + 100] ?? 0) ^ 1
    expect(await refused(changed)).toContain(`bagian berkas/${contentKey(sha256)} berubah`)
  })

  it('names a part that is missing, one too many, and one whose name leads elsewhere', async () => {
    const without = await rewriteZip(bytes, { drop: 'basisdata/public.rencana.copy' })
    expect(await refused(without)).toContain('bagian basisdata/public.rencana.copy tidak ada')
    const more = await rewriteZip(bytes, { add: 'berkas/isi/lain' })
    expect(await refused(more)).toContain('bagian berkas/isi/lain tidak semestinya ada')
    const outside = await rewriteZip(bytes, { add: 'berkas/isi/aa/../../../rahasia' })
    expect(await refused(outside)).toContain('ditolak')
    const listed = await rewriteZip(bytes, {
      add: 'berkas/isi/zz',
      manifest: (m) => ({ ...m, parts: [...m.parts, partOfZz] }),
    })
    expect(await refused(listed)).toContain('bagian berkas/isi/zz tidak semestinya ada')
  })

  it('is refused when its rows are not as many as it says', async () => {
    const path = join(folder, 'baris.zip')
    const target = emptyPlace('baris')
    const fewer = await rewriteZip(bytes, {
      manifest: (m) => ({
        ...m,
        tables: m.tables.map((t) => (t.name === 'public.satker' ? { ...t, rows: 1 } : t)),
      }),
    })
    writeFileSync(path, fewer)
    await expect(restore(target, path, quiet)).rejects.toThrow(
      'Tabel public.satker berisi 553 baris, semestinya 1.',
    )
    expect(readdirSync(target.dataDir)).toEqual([])
  })
})

const partOfZz = {
  name: 'berkas/isi/zz',
  bytes: 1,
  sha256: createHash('sha256').update('x').digest('hex'),
}

describe('a restore', () => {
  it('refuses what a newer program has written, by its name', async () => {
    const path = join(folder, 'baru.zip')
    const newer = await rewriteZip(readFileSync(archive), {
      manifest: (m) => ({
        ...m,
        version: '9.9.9',
        migrations: [...m.migrations, '20990101T0000_baru'],
      }),
    })
    writeFileSync(path, newer)
    await expect(restore(emptyPlace('baru'), path, quiet)).rejects.toThrow(
      'oleh KPU HUB 9.9.9 yang lebih baru (20990101T0000_baru)',
    )
    expect(existsSync(join(folder, 'baru'))).toBe(false)
  })

  it('refuses a folder in which something lies, and leaves it as it is', async () => {
    const target = emptyPlace('asal')
    const before = readdirSync(target.dataDir)
    await expect(restore(target, archive, quiet)).rejects.toThrow('tidak kosong')
    expect(readdirSync(target.dataDir)).toEqual(before)
  })

  it('refuses another secret than the one the data was written with', async () => {
    const HUB_RAHASIA = 'rahasia-lain-yang-juga-cukup-panjang-untuk-itu'
    await expect(restore(emptyPlace('kunci', { HUB_RAHASIA }), archive, quiet)).rejects.toThrow(
      'HUB_RAHASIA tidak sama',
    )
  })

  it('leaves the secret out when the environment gave it, and then asks for it', async () => {
    const path = join(folder, 'luar.zip')
    const { secret } = services
    await backUp({ ...services, config: { ...services.config, secret } }, path, quiet)
    expect(readFileSync(path).includes(secret)).toBe(false)
    await expect(restore(emptyPlace('luar'), path, quiet)).rejects.toThrow('Isi HUB_RAHASIA')
    await restore(emptyPlace('luar', { HUB_RAHASIA: secret }), path, quiet)
    expect(existsSync(secretFile(join(folder, 'luar')))).toBe(false)
  })

  it('that was cut short is never served', async () => {
    const target = emptyPlace('terputus')
    await restore(target, archive, quiet)
    writeFileSync(join(target.dataDir, 'pemulihan-belum-selesai'), '')
    await expect(openServices(target, 'serve')).rejects.toThrow('terputus sebelum selesai')
  })
})
