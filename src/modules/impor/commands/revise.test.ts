import { describe, expect, it } from 'vitest'
import type { Change } from '../change.ts'
import { anImport, anUpload, aRenaksi } from '../impor.fixture.ts'
import { placesOf } from '../suntingan.ts'
import { testHub } from '#test/support/hub.ts'
import { revise } from './revise.ts'
import { acceptRemaining, decideTemuan } from './temuan.ts'

const hub = testHub()
const tables = ['impor', 'impor_temuan']
const person = async () => hub.as(await hub.actor('3508', 'koordinator_area'))

async function refusedWithoutTrace(work: () => Promise<unknown>, status: number) {
  const before = await hub.counts(...tables)
  await expect(work()).rejects.toMatchObject({ status })
  expect(await hub.counts(...tables)).toEqual(before)
}

const temuanOf = async (imporId: string) => {
  const { rows } = await hub.services.ownerPool.query(
    'select asal, kode, tindakan, catatan from impor_temuan where impor_id = $1 order by urutan',
    [imporId],
  )
  return rows
}

describe('correcting', () => {
  const change: Change = { jenis: 'butir', id: 'n3', versi: 1, nilai: { uraian: 'Baru' } }

  it('is refused to who is not signed in, may not, or is elsewhere', async () => {
    const impor = await anImport(hub, await person())
    const input = { ...impor, changes: [change] }
    const reader = hub.as(await hub.actor('3508', 'pembaca'))
    const elsewhere = hub.as(await hub.actor('3507', 'kasubbag'))
    await refusedWithoutTrace(() => revise(hub.as(null), input), 401)
    await refusedWithoutTrace(() => revise(reader, input), 403)
    await refusedWithoutTrace(() => revise(elsewhere, input), 404)
  })

  it('is refused before the file is read', async () => {
    const caller = await person()
    const { id: imporId } = await anUpload(caller, '3508')
    const input = { imporId, changes: [change], projectRoot: '.' }
    await refusedWithoutTrace(() => revise(caller, input), 409)
  })

  it('keeps a cell, marks its row as looked at, and tells the audit chain both values', async () => {
    const caller = await person()
    const impor = await anImport(hub, caller)
    const { suntingan } = await revise(caller, { ...impor, changes: [change] })
    const [butir] = placesOf(suntingan.area).map((place) => place.butir)
    expect(butir).toMatchObject({ id: 'n3', versi: 2, uraian: 'Baru', diperiksa: true })
    const { rows } = await hub.services.ownerPool.query(
      `select rincian from audit_log where benda_id = $1 and peristiwa = 'impor.disunting'`,
      [impor.imporId],
    )
    expect(rows[0].rincian).toMatchObject({
      sebelum: { uraian: 'Menyusun peta proses bisnis' },
      sesudah: { uraian: 'Baru' },
    })
  })

  it('shows a second editor both values and keeps the first; other rows are not in the way', async () => {
    const [first, second] = [await person(), await person()]
    const impor = await anImport(hub, first)
    await revise(first, { ...impor, changes: [change] })
    const other: Change = { ...change, nilai: { uraian: 'Lain' } }
    await expect(revise(second, { ...impor, changes: [other] })).rejects.toMatchObject({
      status: 409,
      detail: { id: 'n3', sekarang: { uraian: 'Baru', versi: 2 }, diketik: { uraian: 'Lain' } },
    })
    const elsewhere: Change = { jenis: 'butir', id: 'n4', versi: 1, nilai: { diperiksa: true } }
    const { done } = await revise(second, { ...impor, changes: [elsewhere] })
    expect(done).toBe(1)
  })

  it('asks the register again when citations change; what a person decided stays', async () => {
    const caller = await person()
    const renaksi = aRenaksi({ mengingat: [{ kode: 'UU 999/2099', judul: 'Tidak ada' }] })
    const impor = await anImport(hub, caller, renaksi)
    await decideTemuan(caller, { ...impor, urutan: 1, tindakan: 'diterima', catatan: null })
    const mengingat = [{ kode: 'UU 7/2017', judul: 'Pemilihan Umum', perubahan: [] }]
    await revise(caller, {
      ...impor,
      changes: [{ jenis: 'keputusan', versi: 1, nilai: { mengingat } }],
    })
    const temuan = await temuanOf(impor.imporId)
    expect(temuan.map(({ kode }) => kode)).not.toContain('dasar-hukum-tidak-dikenal')
    expect(temuan[0]).toMatchObject({ kode: 'sel-kosong', tindakan: 'diterima' })
  })
})

describe('deciding a finding', () => {
  const decision = { urutan: 1, tindakan: 'diperbaiki' as const, catatan: 'Sudah diisi.' }

  it('is refused to strangers, for what is not there, and before reading', async () => {
    const caller = await person()
    const { imporId } = await anImport(hub, caller)
    const reader = hub.as(await hub.actor('3508', 'pembaca'))
    const elsewhere = hub.as(await hub.actor('3507', 'kasubbag'))
    for (const [who, status] of [
      [hub.as(null), 401],
      [reader, 403],
      [elsewhere, 404],
    ] as const) {
      await refusedWithoutTrace(() => decideTemuan(who, { imporId, ...decision }), status)
      await refusedWithoutTrace(() => acceptRemaining(who, { imporId }), status)
    }
    const missing = { imporId, ...decision, urutan: 99 }
    await refusedWithoutTrace(() => decideTemuan(caller, missing), 404)
    const { id } = await anUpload(caller, '3508')
    await refusedWithoutTrace(() => acceptRemaining(caller, { imporId: id }), 409)
  })

  it('keeps the word of a person with the note', async () => {
    const caller = await person()
    const { imporId } = await anImport(hub, caller)
    await decideTemuan(caller, { imporId, ...decision })
    expect(await temuanOf(imporId)).toMatchObject([
      { tindakan: 'diperbaiki', catatan: 'Sudah diisi.' },
    ])
  })

  it('in one step accepts what is left and the rows the reader was not sure of', async () => {
    const caller = await person()
    const { imporId } = await anImport(hub, caller)
    expect(await acceptRemaining(caller, { imporId })).toEqual({ temuan: 1, butir: 1 })
    expect(await acceptRemaining(caller, { imporId })).toEqual({ temuan: 0, butir: 0 })
  })
})
