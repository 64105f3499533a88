import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentKey } from '#platform/files/files.ts'
import { testHub } from '#test/support/hub.ts'
import { backedUp, content, quiet, sha256 } from './cadang.fixture.ts'
import { restore } from './restore.ts'
import { rewriteZip } from './zip.fixture.ts'

const hub = testHub()
const yard = backedUp(hub)

describe('an archive that is not as it was written', () => {
  let bytes: Buffer
  let count = 0
  beforeAll(() => {
    bytes = readFileSync(yard.archive)
  })

  /** Tries to restore these bytes; the folder must not even exist afterwards, or be empty. */
  async function refused(changed: Buffer): Promise<string> {
    const path = join(yard.folder, `rusak-${++count}.zip`)
    const target = yard.emptyPlace(`tujuan-${count}`)
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
    const path = join(yard.folder, 'baris.zip')
    const target = yard.emptyPlace('baris')
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
