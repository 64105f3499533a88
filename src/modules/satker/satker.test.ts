import { getProvinces, getRegencies } from 'idn-area-data'
import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { query } from '#platform/command.ts'
import { officesFrom } from './satker.ts'

const hub = testHub()

describe('the offices', () => {
  it('number 553: one national, 38 provinces, 514 kabupaten and kota', async () => {
    const { rows } = await hub.services.ownerPool.query(
      "select count(*) filter (where jenis = 'pusat') as pusat, count(*) filter (where jenis = 'provinsi') as provinsi, count(*) filter (where jenis in ('kabupaten', 'kota')) as daerah, count(*) as semua from satker",
    )
    expect(rows[0]).toEqual({ pusat: 1, provinsi: 38, daerah: 514, semua: 553 })
  })

  it("are KIP in Aceh and keep their province's time zone", async () => {
    const { rows } = await hub.services.ownerPool.query(
      "select nama, zona_waktu from satker where kode in ('11', '1171', '3508', '5203', '9471', '9401', '6471') order by kode",
    )
    expect(rows).toEqual([
      { nama: 'KIP Aceh', zona_waktu: 'Asia/Jakarta' },
      { nama: 'KIP Kota Banda Aceh', zona_waktu: 'Asia/Jakarta' },
      { nama: 'KPU Kabupaten Lumajang', zona_waktu: 'Asia/Jakarta' },
      { nama: 'KPU Kabupaten Lombok Timur', zona_waktu: 'Asia/Makassar' },
      { nama: 'KPU Kota Balikpapan', zona_waktu: 'Asia/Makassar' },
      { nama: 'KPU Kabupaten Nabire', zona_waktu: 'Asia/Jayapura' },
    ])
  })

  it('need a time zone for every province', async () => {
    const [provinces, regencies] = await Promise.all([getProvinces(), getRegencies()])
    expect(() => officesFrom(provinces, regencies, { 'Asia/Jakarta': ['00'] })).toThrow(
      'no time zone',
    )
  })

  it('have their standard units, the old names and the new ones, each with its dates', async () => {
    const unitsOn = query<string, string[]>(async ({ tx }, day) => {
      const rows = await tx
        .selectFrom('unit')
        .select('singkatan')
        .where('satker_kode', '=', '3508')
        .where('dari', '<=', day)
        .where((eb) => eb.or([eb('sampai', 'is', null), eb('sampai', '>', day)]))
        .orderBy('singkatan')
        .execute()
      return rows.map((row) => row.singkatan ?? '')
    })
    const caller = hub.as(await hub.actor('3508', 'pembaca'))
    expect(await unitsOn(caller, '2025-08-01')).toEqual(['HSDM', 'KUL', 'Rendatin', 'Tekparmas'])
    expect(await unitsOn(caller, '2026-03-01')).toEqual(['KUL', 'Parmas-SDM', 'Rendatin', 'Tekhum'])
  })
})
