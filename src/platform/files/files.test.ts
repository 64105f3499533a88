import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { sha256OfFile } from './examine.ts'
import { contentKey, type Files, openFiles, previewKey, sha256Of } from './files.ts'
import { startS3 } from './s3.fixture.ts'

let folder = ''
let s3: Awaited<ReturnType<typeof startS3>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-simpan-'))
  s3 = await startS3()
})
afterAll(async () => {
  await s3.stop()
  await rm(folder, { recursive: true, force: true })
})

const config = (name: string) => readConfig({ HUB_DATA: join(folder, name) })
const stores: [string, () => Files][] = [
  ['a folder', () => openFiles(config('folder'))],
  ['an S3 bucket', () => openFiles({ ...config('s3'), s3: s3.config })],
]

const read = async (stream: Promise<Readable>): Promise<Buffer> => buffer(await stream)

describe.each(stores)('%s', (_, open) => {
  it('keeps a content under its SHA-256 and gives it back whole or in part', async () => {
    const { store, receiving } = open()
    const content = randomBytes(300_000)
    const path = join(receiving, 'datang')
    await writeFile(path, content)
    const sha256 = await sha256OfFile(path)
    const key = contentKey(sha256)
    expect(await store.has(key)).toBe(false)
    await store.keep(path, key)
    expect(existsSync(path)).toBe(false)
    expect(await store.has(key)).toBe(true)
    expect(await read(store.read(key))).toEqual(content)
    expect(await read(store.read(key, { from: 10, to: 99_999 }))).toEqual(
      content.subarray(10, 100_000),
    )
  })

  it('keeping the same content again changes nothing', async () => {
    const { store, receiving } = open()
    const path = join(receiving, 'dua')
    await writeFile(path, 'sama')
    const key = contentKey(await sha256OfFile(path))
    await store.keep(path, key)
    await writeFile(path, 'sama')
    await store.keep(path, key)
    expect((await read(store.read(key))).toString()).toBe('sama')
  })

  it('lists what it keeps, and forgets what is removed', async () => {
    const { store, receiving } = open()
    const path = join(receiving, 'tiga')
    await writeFile(path, 'akan dibuang')
    const sha256 = await sha256OfFile(path)
    const key = contentKey(sha256)
    await store.keep(path, key)
    const listed: string[] = []
    for await (const file of store.list('isi')) listed.push(file.key)
    expect(listed).toContain(key)
    expect(sha256Of(key)).toEqual(sha256)
    await store.remove(key)
    await store.remove(key)
    expect(await store.has(key)).toBe(false)
  })
})

describe('a folder', () => {
  it('and its files are open to nobody else', async () => {
    const data = config('tertutup')
    const { store, receiving } = openFiles(data)
    const path = join(receiving, 'rahasia')
    await writeFile(path, 'isi', { mode: 0o644 })
    const key = contentKey(await sha256OfFile(path))
    await store.keep(path, key)
    const kept = join(data.dataDir, 'berkas', key)
    expect((await stat(kept)).mode & 0o777).toBe(0o600)
    for (const place of [receiving, join(kept, '..'), join(kept, '../..')])
      expect((await stat(place)).mode & 0o777, place).toBe(0o700)
  })
})

describe('a key', () => {
  it('is made of a hash alone, and only its own form is read back', () => {
    const sha256 = Buffer.alloc(32, 0xab)
    expect(contentKey(sha256)).toBe(`isi/ab/${'ab'.repeat(32)}`)
    expect(previewKey(sha256)).toBe(`pratinjau/ab/${'ab'.repeat(32)}.webp`)
    for (const key of ['isi/../rahasia', `isi/cd/${'ab'.repeat(32)}`, 'isi/ab/zz'])
      expect(sha256Of(key)).toBeNull()
  })
})
