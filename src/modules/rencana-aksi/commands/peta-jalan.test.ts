import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { fiveSentences } from '../five-sentences.fixture.ts'
import { petaJalanForStaff, petaJalanGaps } from '../queries/peta-jalan.ts'
import { aPlan, type Plan } from '../rencana.fixture.ts'
import { setSasaran, tiePetaJalan } from './peta-jalan.ts'

const hub = testHub()
const tables = ['butir_sasaran', 'rencana_riwayat']
const grand = 'gdrb-2010-2025'

const aPlanOf = (tahun: number, jenis: 'ZI' | 'RB' = 'RB') =>
  aPlan(hub, '3507', 'approved', { tahun, jenis })
const inDesign = async ({ id }: Pick<Plan, 'id'>) => {
  await hub.services.ownerPool.query('update rencana set tahun = tahun + 20 where id = $1', [id])
  await hub.services.ownerPool.query('update rencana set peta_jalan_kode = $2 where id = $1', [
    id,
    grand,
  ])
}

fiveSentences(hub, tables, {
  name: 'tiePetaJalan [1.14]',
  peran: 'kasubbag',
  in: 'draft',
  notIn: 'closed',
  before: ({ id }) =>
    hub.services.ownerPool.query('update rencana set tahun = tahun + 15 where id = $1', [id]),
  run: (caller, { id }) => tiePetaJalan(caller, { rencanaId: id, petaJalanKode: grand }),
})

fiveSentences(hub, tables, {
  name: 'setSasaran [1.14]',
  peran: 'koordinator_area',
  in: 'approved',
  notIn: 'closed',
  before: inDesign,
  run: (caller, { id, butirIds }) =>
    setSasaran(caller, {
      rencanaId: id,
      sasaran: [{ butirId: butirIds[0] ?? '', sasaranKode: 'GD-1' }],
    }),
})

describe('tying a plan to a road map [1.14]', () => {
  it('suggests the one of its year, refuses one of other years, and closes the gap', async () => {
    const plan = await aPlanOf(2022)
    const gaps = async () => (await petaJalanGaps(plan.admin, 1)).rows.map(({ id }) => id)
    expect(await gaps()).toContain(plan.id)
    const page = await petaJalanForStaff(plan.admin, plan.id)
    expect(page.choices.map(({ kode }) => kode)).toEqual([
      'rm-kpu-2020-2024',
      'rm-rb-2020-2024',
      grand,
    ])
    const tie = (petaJalanKode: string | null) =>
      tiePetaJalan(plan.admin, { rencanaId: plan.id, petaJalanKode })
    await expect(tie('rb-2025-2029')).rejects.toMatchObject({ status: 409 })
    await expect(tie('tidak-ada')).rejects.toMatchObject({ status: 404 })
    await tie('rm-rb-2020-2024')
    expect(await gaps()).not.toContain(plan.id)
    await tie(null)
    expect(await gaps()).toContain(plan.id)
  })

  it('ties butir to sasaran of that road map alone, and forgets none when it changes back', async () => {
    const plan = await aPlanOf(2023)
    const first = plan.butirIds[0] ?? ''
    const set = (sasaranKode: string | null, butirId = first) =>
      setSasaran(plan.admin, { rencanaId: plan.id, sasaran: [{ butirId, sasaranKode }] })
    await expect(set('RM-1')).rejects.toMatchObject({ status: 409 })
    const tie = (petaJalanKode: string) =>
      tiePetaJalan(plan.admin, { rencanaId: plan.id, petaJalanKode })
    await tie('rm-rb-2020-2024')
    await expect(set('GD-1')).rejects.toMatchObject({ status: 404 })
    expect(await set('RM-1')).toEqual({ changed: 1 })
    expect(await set('RM-1')).toEqual({ changed: 0 })
    const other = await aPlanOf(2023, 'ZI')
    await expect(set('RM-1', other.butirIds[0])).rejects.toMatchObject({ status: 404 })
    const shown = async () =>
      (await petaJalanForStaff(plan.admin, plan.id)).rows.map(({ sasaran }) => sasaran)
    expect(await shown()).toEqual(['RM-1', null, null])
    await tie(grand)
    expect(await shown()).toEqual([null, null, null])
    await tie('rm-rb-2020-2024')
    expect(await shown()).toEqual(['RM-1', null, null])
    await set(null)
    expect(await shown()).toEqual([null, null, null])
  })
})
