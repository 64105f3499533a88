import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { addUnit, endUnit } from './commands.ts'
import { satkerWithUnits } from './queries.ts'

const hub = testHub()
const unit = {
  nama: 'Subbagian Uji Coba',
  singkatan: 'UC',
  jenis: 'subbagian' as const,
  dari: '2026-02-01',
  sumber: 'SK 1/2026',
}

describe('adding a unit', () => {
  const add = async (peran: string, at: string, to: string, nama = unit.nama) =>
    addUnit(hub.as(await hub.actor(at, peran)), { satkerKode: to, unit: { ...unit, nama } })
  const refused = async (attempt: () => Promise<unknown>, status: number) => {
    const before = await hub.counts('unit')
    await expect(attempt()).rejects.toMatchObject({ status })
    expect(await hub.counts('unit')).toEqual(before)
  }

  it('asks who calls', () =>
    refused(() => addUnit(hub.as(null), { satkerKode: '3508', unit }), 401))
  it('is not for a reader', () => refused(() => add('pembaca', '3508', '3508'), 403))
  it('is not for the province above', () => refused(() => add('admin_satker', '35', '3508'), 403))
  it('does not see another office', () => refused(() => add('admin_satker', '3509', '3508'), 404))

  it('is done, recorded, and refused a second time under the same name', async () => {
    await add('admin_satker', '3508', '3508', 'Subbagian Sekali')
    const detail = await satkerWithUnits(hub.as(await hub.actor('3508')), '3508')
    expect(detail.units.map((u) => u.nama)).toContain('Subbagian Sekali')
    expect((await hub.counts())['audit_log']).toBe(1)
    await refused(() => add('admin_satker', '3508', '3508', 'Subbagian Sekali'), 409)
  })
})

describe('ending a unit', () => {
  const made = async () => {
    const actor = await hub.actor('1501', 'admin_satker')
    const id = await addUnit(hub.as(actor), {
      satkerKode: '1501',
      unit: { ...unit, nama: `Subbagian ${actor.id}` },
    })
    return { actor, ending: { satkerKode: '1501', id, sampai: '2026-10-01', versi: 1 } }
  }

  it('asks who calls, and is not for others', async () => {
    const { ending } = await made()
    await expect(endUnit(hub.as(null), ending)).rejects.toMatchObject({ status: 401 })
    await expect(
      endUnit(hub.as(await hub.actor('1501', 'anggota_tim')), ending),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      endUnit(hub.as(await hub.actor('1502', 'admin_satker')), ending),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('refuses an end before the beginning, and a page that is out of date', async () => {
    const { actor, ending } = await made()
    const before = await hub.counts()
    await expect(endUnit(hub.as(actor), { ...ending, sampai: '2026-01-01' })).rejects.toThrow(
      'sesudah tanggal mulai',
    )
    await expect(endUnit(hub.as(actor), { ...ending, versi: 7 })).rejects.toThrow(
      'diubah orang lain',
    )
    expect(await hub.counts()).toEqual(before)
  })

  it('moves it from the units of today to those that were', async () => {
    const { actor, ending } = await made()
    await endUnit(hub.as(actor), ending)
    const detail = await satkerWithUnits(hub.as(actor), '1501')
    expect(detail.units.map((u) => u.id)).not.toContain(ending.id)
    expect(detail.otherUnits.map((u) => u.id)).toContain(ending.id)
  })
})
