import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { fiveSentences } from '../five-sentences.fixture.ts'
import type { Angka } from '../pemantauan-angka.ts'
import { onePemantauanForStaff, pemantauanForStaff } from '../queries/pemantauan.ts'
import { aPlan, type Plan } from '../rencana.fixture.ts'
import { setSelang, takePemantauan } from './pemantauan.ts'
import { setSel } from './sel.ts'

const hub = testHub()
const tables = ['rencana_pemantauan', 'rencana_riwayat']
const words = {
  pagu: 1000,
  realisasi: 400,
  capaianKinerja: 45,
  hambatan: 'Jadwal bersamaan dengan tahapan',
  solusi: 'Dijadwalkan ulang',
  simpulan: 'Sebagian besar berjalan',
}
const mark = { catatan: null, alasan: null }

const firstSel = (plan: Plan, doneOn: string) => ({
  rencanaId: plan.id,
  butirId: plan.butirIds[0] ?? '',
  bulan: 2,
  versi: 1,
  status: 'done' as const,
  doneOn,
  ...mark,
})

fiveSentences(hub, tables, {
  name: 'setSelang [1.21]',
  peran: 'kasubbag',
  in: 'approved',
  notIn: 'closed',
  run: (caller, { id }) => setSelang(caller, { rencanaId: id, selang: 'bulan' }),
})

fiveSentences(hub, tables, {
  name: 'takePemantauan [1.21]',
  peran: 'koordinator_area',
  in: 'approved',
  notIn: 'draft',
  run: (caller, { id }) => takePemantauan(caller, { rencanaId: id, periode: 'T1', ...words }),
})

describe('taking a pemantauan', () => {
  const stored = async ({ id }: Plan) => {
    const { rows } = await hub.services.ownerPool.query<{ angka: Angka }>(
      'select angka from rencana_pemantauan where rencana_id = $1',
      [id],
    )
    return rows[0]?.angka
  }

  it('freezes the figures: marking later changes the live ones alone [1.21]', async () => {
    const plan = await aPlan(hub, '3508', 'approved', { tahun: 2026, jenis: 'RB' })
    await setSel(plan.admin, firstSel(plan, '2026-02-20'))
    await takePemantauan(plan.admin, { rencanaId: plan.id, periode: 'T1', ...words })
    expect(await stored(plan)).toMatchObject({
      pada: '2026-11-20',
      total: { kewajiban: 3, selesai: 1, tepatWaktu: 1, terlambat: 2, ditiadakan: 0 },
      area: [
        { areaBaku: 4, kewajiban: 2, selesai: 1 },
        { areaBaku: 7, kewajiban: 1, selesai: 0 },
      ],
      sejakJanuari: { diminta: 3, setahun: 6, selesai: 1 },
    })
    const before = await stored(plan)
    await setSel(plan.admin, { ...firstSel(plan, '2026-03-20'), butirId: plan.butirIds[1] ?? '' })
    expect(await stored(plan)).toEqual(before)
    const one = await onePemantauanForStaff(plan.admin, { id: plan.id, kode: 'T1' })
    expect(one.angka.total.selesai).toBe(1)
    const live = await onePemantauanForStaff(plan.admin, { id: plan.id, kode: 'T3' })
    expect(live.angka.sejakJanuari.selesai).toBe(2)
    await expect(
      takePemantauan(plan.ketua, { rencanaId: plan.id, periode: 'T1', ...words }),
    ).rejects.toMatchObject({ status: 409 })
  })

  it('asks for obstacles and solutions when something is late', async () => {
    const plan = await aPlan(hub, '3508')
    const take = { rencanaId: plan.id, periode: 'T1', ...words, hambatan: null }
    await expect(takePemantauan(plan.admin, take)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('3 kewajiban terlambat'),
    })
  })

  it('waits for its time, and knows only the periods of its interval [1.21]', async () => {
    const plan = await aPlan(hub, '3508', 'approved', { tahun: 2026, jenis: 'ZI' })
    const take = (periode: string) =>
      takePemantauan(plan.admin, { rencanaId: plan.id, periode, ...words })
    for (const periode of ['T4', 'S1', 'B01', 'X'])
      await expect(take(periode)).rejects.toMatchObject({ status: 409 })
    await setSelang(plan.admin, { rencanaId: plan.id, selang: 'semester' })
    await take('S1')
    await setSelang(plan.admin, { rencanaId: plan.id, selang: 'bulan' })
    const page = await pemantauanForStaff(plan.admin, plan.id)
    expect(page.earlier.map(({ periode }) => periode.kode)).toEqual(['S1'])
    expect(page.rows.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 9 }, () => 'overdue'),
      'open',
      'open',
      'coming',
    ])
  })

  it('can still be taken for the year when the plan is closed', async () => {
    const plan = await aPlan(hub, '3508', 'closed')
    await takePemantauan(plan.ketua, { rencanaId: plan.id, periode: 'T4', ...words })
    expect(await stored(plan)).toMatchObject({ periode: 'T4' })
  })
})
