import { describe, expect, it } from 'vitest'
import { signIn } from '#test/support/sign-in.ts'
import { testHub } from '#test/support/hub.ts'
import { actorFromRequest } from './actor.ts'

const hub = testHub()

describe('who asks', () => {
  it('is no one without a cookie, and no one with a forged one', async () => {
    const none = await actorFromRequest(hub.services, new Headers())
    const forged = await actorFromRequest(
      hub.services,
      new Headers({ cookie: 'hub_sesi=abc.def; hub_satker=00' }),
    )
    expect(none.actor).toBeNull()
    expect(forged.actor).toBeNull()
  })

  it('is the person with the roles of today', async () => {
    const sari = await hub.actor('5203', ['koordinator_area', 'kasubbag'], { areaBaku: 4 })
    const cookie = await signIn(hub.services, sari)
    const { actor } = await actorFromRequest(hub.services, new Headers({ cookie }))
    expect(actor).toMatchObject({
      id: sari.id,
      satkerKode: '5203',
      zonaWaktu: 'Asia/Makassar',
      dari: '5203',
      sampai: '5203~',
    })
    expect(actor?.tugas.map((t) => t.peran)).toEqual(['kasubbag', 'koordinator_area'])
  })
})
