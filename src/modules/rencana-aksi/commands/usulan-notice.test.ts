import { describe, expect, it } from 'vitest'
import type { Actor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { aPlan } from '../rencana.fixture.ts'
import { approve, propose, returnToDraft } from './approval.ts'
import { decideChange, proposeChange } from './usulan.ts'

const hub = testHub()

const toldTo = async (actor: Actor | null) =>
  (
    await hub.services.ownerPool.query<{ judul: string }>(
      'select judul from pemberitahuan where penerima_id = $1 order by created_at, id',
      [actor?.id],
    )
  ).rows.map(({ judul }) => judul.split(':')[0])

const minutesLater = (n: number) => new Date(hub.services.clock().getTime() + n * 60_000)

describe('what waits for a decision', () => {
  it('is told to those who decide, and the decision to who proposed, each time anew', async () => {
    const plan = await aPlan(hub, '3508', 'draft')
    const admin = plan.admin.actor
    const ketua = plan.ketua.actor
    const rencanaId = plan.id
    await propose(hub.as(admin, minutesLater(1)), { rencanaId })
    await returnToDraft(hub.as(ketua, minutesLater(2)), { rencanaId, catatan: 'Lengkapi dulu' })
    await propose(hub.as(admin, minutesLater(3)), { rencanaId })
    await approve(hub.as(ketua, minutesLater(4)), { rencanaId })
    expect(await toldTo(ketua)).toEqual([
      'Rencana menunggu pengesahan',
      'Rencana menunggu pengesahan',
    ])
    expect(await toldTo(admin)).toEqual(['Rencana dikembalikan', 'Rencana disahkan'])
  })

  it('is told of a change to the plan too', async () => {
    const plan = await aPlan(hub, '3509')
    const { id: usulanId } = await proposeChange(plan.admin, {
      rencanaId: plan.id,
      wish: { jenis: 'hapus_butir', butirId: plan.butirIds[0] ?? '' },
      alasan: 'Sudah masuk butir lain',
    })
    const decision = { rencanaId: plan.id, usulanId, setuju: true, catatan: null }
    await decideChange(hub.as(plan.ketua.actor, minutesLater(1)), decision)
    expect(await toldTo(plan.ketua.actor)).toContain('Usulan perubahan menunggu keputusan')
    expect(await toldTo(plan.admin.actor)).toContain('Usulan perubahan diterima')
  })
})
