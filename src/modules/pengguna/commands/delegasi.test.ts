import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { refusals } from '#test/support/refused.ts'
import type { DelegationInput } from '../forms.ts'
import { delegatePeran, revokeDelegasi } from './delegasi.ts'
import { deactivatePengguna } from './pengguna.ts'
import { endPeran } from './penugasan.ts'

const hub = testHub()
const refusedAs = refusals(hub, 'delegasi')

let admin: Actor
let ketua: Actor
let sari: Actor

const input = (over: Partial<DelegationInput & { satkerKode: string }> = {}) => ({
  satkerKode: '5203',
  jenis: 'plh' as const,
  peran: 'ketua' as const,
  area: null,
  pemberi: ketua.id,
  penerima: sari.id,
  dari: '2026-11-21',
  sampai: '2026-11-25',
  dasar: 'Surat perintah 1',
  ...over,
})

beforeAll(async () => {
  admin = await hub.actor('5203', 'admin_satker')
  ketua = await hub.actor('5203', 'ketua')
  sari = await hub.actor('5203', 'anggota')
})

describe('naming a Plh. or Plt.', () => {
  it('needs someone signed in', () =>
    refusedAs('not-signed-in', () => delegatePeran(hub.as(null), input())))

  it('is not permitted to the one concerned, nor to an admin above', async () => {
    const above = await hub.actor('52', 'admin_satker')
    for (const who of [ketua, above])
      await refusedAs('forbidden', () => delegatePeran(hub.as(who), input()))
  })

  it('does not see the office, nor a person, of elsewhere', async () => {
    const stranger = await hub.actor('3508', 'admin_satker')
    await refusedAs('not-found', () => delegatePeran(hub.as(stranger), input()))
    await refusedAs('not-found', () =>
      delegatePeran(hub.as(admin), input({ penerima: stranger.id })),
    )
  })

  it('is refused when the post is not held, or is held by the substitute himself', async () => {
    await refusedAs('refused', () => delegatePeran(hub.as(admin), input({ pemberi: admin.id })))
    const second = await hub.actor('5203', 'ketua')
    await refusedAs('refused', () => delegatePeran(hub.as(admin), input({ penerima: second.id })))
  })

  it('is refused to a substitute who is deactivated', async () => {
    const budi = await hub.actor('5203')
    await deactivatePengguna(hub.as(admin), { id: budi.id })
    await refusedAs('refused', () => delegatePeran(hub.as(admin), input({ penerima: budi.id })))
  })

  it('stands in for who has left the post only as Plt.', async () => {
    const former = await hub.actor('5203', 'sekretaris')
    const { rows } = await hub.services.ownerPool.query(
      'select id from penugasan where pengguna_id = $1',
      [former.id],
    )
    await endPeran(hub.as(admin), { id: rows[0].id })
    const vacant = { peran: 'sekretaris' as const, pemberi: former.id }
    await refusedAs('refused', () => delegatePeran(hub.as(admin), input(vacant)))
    await delegatePeran(hub.as(admin), input({ ...vacant, jenis: 'plt' }))
  })

  it('is done once for a time, and again after it is revoked', async () => {
    const id = await delegatePeran(hub.as(admin), input())
    const { rows } = await hub.services.ownerPool.query('select * from delegasi where id = $1', [
      id,
    ])
    expect(rows[0]).toMatchObject({ dari: '2026-11-21', sampai: '2026-11-26', jenis: 'plh' })
    const budi = await hub.actor('5203')
    const again = input({ penerima: budi.id, dari: '2026-11-25', sampai: '2026-11-28' })
    await refusedAs('refused', () => delegatePeran(hub.as(admin), again))
    await revokeDelegasi(hub.as(admin), { id })
    await delegatePeran(hub.as(admin), again)
  })
})

describe('taking it back', () => {
  const given = async () => {
    const coordinator = await hub.actor('5203', 'koordinator_area', { areaBaku: 2 })
    const role = { peran: 'koordinator_area', area: 2, pemberi: coordinator.id } as const
    return delegatePeran(hub.as(admin), input(role))
  }

  it('needs someone signed in', async () => {
    const id = await given()
    await refusedAs('not-signed-in', () => revokeDelegasi(hub.as(null), { id }))
  })

  it('is not permitted to who is no admin there', async () => {
    const id = await given()
    await refusedAs('forbidden', () => revokeDelegasi(hub.as(sari), { id }))
  })

  it('does not see that of another office', async () => {
    const id = await given()
    const stranger = await hub.actor('3508', 'admin_satker')
    await refusedAs('not-found', () => revokeDelegasi(hub.as(stranger), { id }))
  })

  it('is refused when it is over or revoked', async () => {
    const id = await given()
    const later = hub.as(admin, new Date('2026-11-26T00:00:00Z'))
    await refusedAs('refused', () => revokeDelegasi(later, { id }))
    await revokeDelegasi(hub.as(admin), { id })
    await refusedAs('refused', () => revokeDelegasi(hub.as(admin), { id }))
  })
})

describe('standing in', () => {
  const held = async (penggunaId: string, day = '2026-11-22') => {
    const { rows } = await hub.services.ownerPool.query(
      "select lewat, peran from hub.tugas_pada('5203', $1) where pengguna_id = $2",
      [day, penggunaId],
    )
    return rows.map((row) => `${row.lewat} ${row.peran}`)
  }
  const roleOf = async (penggunaId: string): Promise<string> =>
    (
      await hub.services.ownerPool.query('select id from penugasan where pengguna_id = $1', [
        penggunaId,
      ])
    ).rows[0].id

  it('as Plh. ends with the post of whom one stands in for', async () => {
    const [head, budi] = [await hub.actor('5203', 'kasubbag'), await hub.actor('5203')]
    const role = { peran: 'kasubbag' as const, pemberi: head.id, penerima: budi.id }
    await delegatePeran(hub.as(admin), input(role))
    expect(await held(budi.id)).toEqual(['plh kasubbag'])
    await endPeran(hub.as(admin), { id: await roleOf(head.id) })
    expect(await held(budi.id)).toEqual([])
  })

  it('as Plh. ends when that person may no longer enter the office', async () => {
    const [head, budi] = [await hub.actor('5203', 'kasubbag'), await hub.actor('5203')]
    const role = { peran: 'kasubbag' as const, pemberi: head.id, penerima: budi.id }
    await delegatePeran(hub.as(admin), input(role))
    await deactivatePengguna(hub.as(admin), { id: head.id })
    expect(await held(budi.id)).toEqual([])
  })

  it('as Plt. fills the empty post until its own end', async () => {
    const [head, budi] = [await hub.actor('5203', 'kasubbag'), await hub.actor('5203')]
    const role = { peran: 'kasubbag' as const, pemberi: head.id, penerima: budi.id }
    await endPeran(hub.as(admin), { id: await roleOf(head.id) })
    await delegatePeran(hub.as(admin), input({ ...role, jenis: 'plt' }))
    expect(await held(budi.id)).toEqual(['plt kasubbag'])
    expect(await held(budi.id, '2026-11-26')).toEqual([])
  })
})
