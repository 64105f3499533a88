import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { aPlan } from '../rencana.fixture.ts'
import { createDraft, discardDraft } from './draft.ts'

const hub = testHub()

describe('throwing away a draft', () => {
  it('keeps what it held in the audit chain', async () => {
    const plan = await aPlan(hub, '3508', 'draft')
    await discardDraft(plan.admin, { rencanaId: plan.id })
    const { rows } = await hub.services.ownerPool.query(
      "select rincian from audit_log where peristiwa = 'rencana-aksi.discarded' and benda_id = $1",
      [plan.id],
    )
    expect(JSON.stringify(rows[0]?.rincian)).toContain('Menyusun peta proses bisnis')
  })

  it('is refused while another plan says that it was copied from it', async () => {
    const plan = await aPlan(hub, '3508', 'draft')
    const { id } = await createDraft(plan.admin, {
      satkerKode: '3508',
      jenis: 'RB',
      tahun: 2090,
      judul: 'Salinan 2090',
    })
    await hub.services.ownerPool.query('update rencana set disalin_dari = $1 where id = $2', [
      plan.id,
      id,
    ])
    await expect(discardDraft(plan.admin, { rencanaId: plan.id })).rejects.toThrow('Salinan 2090')
  })
})
