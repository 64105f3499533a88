import { describe, expect, it } from 'vitest'
import { usesOf } from '#modules/eviden'
import { query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { aBerkas, slots } from './bukti.fixture.ts'
import { aButir, aPlan } from './rencana.fixture.ts'
import { pagesFor } from './staff.fixture.ts'

const hub = testHub()

describe('done with evidence, in a year after the plan', () => {
  it('asks for the date on the files when the plan is of another year than today', async () => {
    const butir = [aButir('Menyusun peta proses bisnis', { eviden: [...slots] })]
    const plan = await aPlan(hub, '3504', 'approved', { tahun: 2025, jenis: 'RB', butir })
    const uses = () => query(usesOf)(plan.admin, { satkerKode: '3504', butirIds: plan.butirIds })
    const pages = pagesFor(hub, plan.admin)
    const path = `/${plan.id}/sel/${plan.butirIds[0]}/2`
    const berkas = await aBerkas(hub, '3504')
    await hub.services.ownerPool.query('update berkas set received_by = $1 where id = $2', [
      plan.admin.actor?.id,
      berkas,
    ])
    const form = { status: 'planned', versi: '1', slot: slots[0], dengan: 'eviden', berkas }
    const undated = await pages.post(path, form)
    expect(undated.status).toBe(422)
    expect(undated.text).toContain('Isi tanggal dokumen')
    expect(undated.page.querySelector('input[name=berkas]')?.getAttribute('value')).toBe(berkas)
    expect(await uses()).toEqual([])
    const dated = await pages.post(path, { ...form, tanggalBukti: '2025-02-20' })
    expect(dated.status).toBe(303)
    expect(await uses()).toMatchObject([{ bulan: 2, eviden: { tanggal: '2025-02-20' } }])
  })
})
