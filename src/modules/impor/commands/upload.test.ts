import { describe, expect, it } from 'vitest'
import { systemActor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { aReading, aRenaksi, anImport, anUpload } from '../impor.fixture.ts'
import { mostBytes } from '../impor.ts'
import { discard } from './discard.ts'
import { failReading, finishReading } from './finish-reading.ts'
import { upload } from './upload.ts'

const hub = testHub()
const tables = ['impor', 'impor_temuan']
const file = (text: string) => ({ nama: 'k.txt', bytes: new TextEncoder().encode(text) })

async function refusedWithoutTrace(work: () => Promise<unknown>, status: number) {
  const before = await hub.counts(...tables)
  await expect(work()).rejects.toMatchObject({ status })
  expect(await hub.counts(...tables)).toEqual(before)
}

const stored = async (id: string) => {
  const { rows } = await hub.services.ownerPool.query('select * from impor where id = $1', [id])
  return rows[0]
}

describe('uploading', () => {
  it('is refused to who is not signed in', () =>
    refusedWithoutTrace(() => upload(hub.as(null), { satkerKode: '3508', ...file('a') }), 401))

  it('is refused to who may not import', async () => {
    for (const peran of ['pembaca', 'anggota_tim', 'ketua']) {
      const caller = hub.as(await hub.actor('3508', peran))
      await refusedWithoutTrace(() => upload(caller, { satkerKode: '3508', ...file('a') }), 403)
    }
    const above = hub.as(await hub.actor('35', 'admin_satker'))
    await refusedWithoutTrace(() => upload(above, { satkerKode: '3508', ...file('a') }), 403)
  })

  it('does not know an office out of reach', async () => {
    const caller = hub.as(await hub.actor('3508', 'kasubbag'))
    await refusedWithoutTrace(() => upload(caller, { satkerKode: '3507', ...file('a') }), 404)
  })

  it('refuses an empty file, one too large, and one that already waits', async () => {
    const caller = hub.as(await hub.actor('3508', 'kasubbag'))
    const give = (bytes: Uint8Array) => upload(caller, { satkerKode: '3508', nama: 'k.txt', bytes })
    await refusedWithoutTrace(() => give(new Uint8Array()), 409)
    await refusedWithoutTrace(() => give(new Uint8Array(mostBytes + 1)), 409)
    const { id } = await give(new TextEncoder().encode('sekali'))
    await expect(give(new TextEncoder().encode('sekali'))).rejects.toMatchObject({
      status: 409,
      detail: { imporId: id },
    })
  })

  it('keeps the file with its hash and queues the reading', async () => {
    const caller = hub.as(await hub.actor('3508', 'koordinator_area'))
    const before = await hub.counts('impor')
    const { id } = await upload(caller, { satkerKode: '3508', ...file('isi') })
    expect((await stored(id)).isi.toString()).toBe('isi')
    const after = await hub.counts('impor')
    for (const [table, count] of Object.entries(after)) expect(count).toBe((before[table] ?? 0) + 1)
  })
})

describe('the end of reading', () => {
  const projectRoot = process.cwd()
  const system = () => hub.as(systemActor('3508'))
  const kasubbag = async () => hub.as(await hub.actor('3508', 'kasubbag'))

  it('is told by the system alone', async () => {
    const person = await kasubbag()
    const { id: imporId } = await anUpload(person, '3508')
    const finish = { imporId, reading: aReading(), projectRoot }
    const elsewhere = hub.as(systemActor('3507'))
    for (const [caller, status] of [
      [hub.as(null), 401],
      [person, 403],
      [elsewhere, 404],
    ] as const) {
      await refusedWithoutTrace(() => finishReading(caller, finish), status)
      await refusedWithoutTrace(() => failReading(caller, { imporId, pesan: 'Rusak.' }), status)
    }
  })

  it('keeps the lines, the result, and findings about decree and legal bases [P.01]', async () => {
    const person = await kasubbag()
    const renaksi = aRenaksi({
      penerbit: 'Komisi Pemilihan Umum Kota Mataram',
      tingkat: 'kota',
      wilayah: 'Mataram',
      mengingat: [{ kode: 'UU 999/2099', judul: 'Tidak ada' }],
    })
    const { imporId } = await anImport(hub, person, renaksi)
    expect(await stored(imporId)).toMatchObject({ read_at: hub.services.clock(), pesan: null })
    const { rows } = await hub.services.ownerPool.query(
      'select asal, kode from impor_temuan where impor_id = $1 order by urutan',
      [imporId],
    )
    expect(rows).toEqual([
      { asal: 'pembaca', kode: 'satker-berbeda' },
      { asal: 'pembaca', kode: 'sel-kosong' },
      { asal: 'dasar_hukum', kode: 'dasar-hukum-tidak-dikenal' },
    ])
    const again = { imporId, reading: aReading(), projectRoot }
    await refusedWithoutTrace(() => finishReading(system(), again), 409)
  })

  it('drops what no column takes from a hostile file: NUL and halves of characters', async () => {
    const person = await kasubbag()
    const { imporId } = await anImport(
      hub,
      person,
      aRenaksi({ judul: 'Rencana\0 Aksi \ud83d', ketua: '\0' }),
    )
    const { hasil } = await stored(imporId)
    expect(hasil.keputusan).toMatchObject({ judul: 'Rencana Aksi \ufffd', ketua: '' })
  })

  it('leaves of a broken file only its sentence', async () => {
    const { id: imporId } = await anUpload(await kasubbag(), '3508')
    await failReading(system(), { imporId, pesan: 'Berkas ini rusak.' })
    expect(await stored(imporId)).toMatchObject({
      isi: null,
      hasil: null,
      pesan: 'Berkas ini rusak.',
    })
    await refusedWithoutTrace(() => failReading(system(), { imporId, pesan: 'Lagi.' }), 409)
  })
})

describe('giving an import up', () => {
  it('is refused to strangers, and once it is closed', async () => {
    const person = hub.as(await hub.actor('3508', 'kasubbag'))
    const { imporId } = await anImport(hub, person)
    const reader = hub.as(await hub.actor('3508', 'pembaca'))
    const elsewhere = hub.as(await hub.actor('3507', 'kasubbag'))
    await refusedWithoutTrace(() => discard(hub.as(null), { imporId }), 401)
    await refusedWithoutTrace(() => discard(reader, { imporId }), 403)
    await refusedWithoutTrace(() => discard(elsewhere, { imporId }), 404)
    await discard(person, { imporId })
    await refusedWithoutTrace(() => discard(person, { imporId }), 409)
  })

  it('leaves nothing of the file behind', async () => {
    const person = hub.as(await hub.actor('3508', 'kasubbag'))
    const { imporId } = await anImport(hub, person)
    await discard(person, { imporId })
    expect(await stored(imporId)).toMatchObject({
      isi: null,
      baris: null,
      hasil: null,
      suntingan: null,
    })
    const { rows } = await hub.services.ownerPool.query(
      'select from impor_temuan where impor_id = $1',
      [imporId],
    )
    expect(rows).toHaveLength(0)
  })
})
