import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { as, office, temuanFacts } from '../monitoring.fixture.ts'
import { temuanForStaff } from '../queries/temuan-detail.ts'
import { createTemuan, editTemuan } from './temuan.ts'

const hub = testHub()

describe('a finding from above', () => {
  it('is corrected from there, never reworded by the office that it concerns', async () => {
    const province = await as(hub, 'verifikator_provinsi', '52')
    const kasubbag = await as(hub, 'kasubbag')
    const { id } = await createTemuan(province, {
      satkerKode: office,
      rekomendasi: null,
      ...temuanFacts,
      sumber: 'pengawas',
    })
    const milder = { ...temuanFacts, temuanId: id, versi: 1, uraian: 'Tidak ada yang kurang.' }
    const before = await hub.counts('monitoring_riwayat', 'audit_log')
    await expect(editTemuan(kasubbag, milder)).rejects.toMatchObject({ status: 403 })
    expect(await hub.counts('monitoring_riwayat', 'audit_log')).toEqual(before)
    expect((await temuanForStaff(kasubbag, id)).can.change).toBe(false)
    await editTemuan(province, { ...milder, uraian: 'Bukti rapat kedua belum ada.' })
    expect((await temuanForStaff(kasubbag, id)).temuan.uraian).toBe('Bukti rapat kedua belum ada.')
  })
})
