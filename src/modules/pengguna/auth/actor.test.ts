import { describe, expect, it } from 'vitest'
import { signIn } from '#test/support/sign-in.ts'
import { testHub } from '#test/support/hub.ts'
import type { Actor } from '#platform/identity/actor.ts'
import { deactivatePengguna } from '../commands/pengguna.ts'
import { actorFromRequest, actorHolding, chooseActor, membershipsOf } from './actor.ts'

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

  it('is no one any more once his only office has deactivated him', async () => {
    const admin = await hub.actor('5203', 'admin_satker')
    const sari = await hub.actor('5203', 'pembaca')
    const cookie = await signIn(hub.services, sari)
    await deactivatePengguna(hub.as(admin), { id: sari.id })
    const { actor } = await actorFromRequest(hub.services, new Headers({ cookie }))
    expect(actor).toBeNull()
  })

  it('costs one query for the session and one for the roles', async () => {
    const cookie = await signIn(hub.services, await hub.actor('5203', 'pembaca'))
    let sessions = 0
    const counted = () => void sessions++
    hub.services.authPool.on('acquire', counted)
    await actorFromRequest(hub.services, new Headers({ cookie }))
    hub.services.authPool.off('acquire', counted)
    expect(sessions).toBe(1)
  })
})

describe('which office', () => {
  const at = (satker_kode: string) => ({
    satker_kode,
    satker_nama: satker_kode,
    zona_waktu: 'Asia/Jakarta',
    pengguna_id: satker_kode,
    nama: 'Sari',
    tugas: [],
    belum_dibaca: 0,
    tenggang_hari: null,
  })

  it('is the one chosen, only among one’s own; else the first', () => {
    const own = [at('5203'), at('5271')]
    expect(chooseActor(own, '5271', 'u')?.satkerKode).toBe('5271')
    expect(chooseActor(own, '00', 'u')?.satkerKode).toBe('5203')
    expect(chooseActor(own, undefined, 'u')?.satkerKode).toBe('5203')
    expect(chooseActor([], '5203', 'u')).toBeNull()
  })
})

describe('when a role holds', () => {
  const grant = async (person: Actor, dari: string, sampai: string) => {
    await hub.services.ownerPool.query(
      `insert into delegasi (satker_kode, id, jenis, peran, pemberi_id, penerima_id, dari, sampai, dasar, created_at)
       values ($1, gen_random_uuid(), 'plh', 'ketua', $2, $3, $4, $5, 'SP', now())`,
      [
        person.satkerKode,
        (await hub.actor(person.satkerKode, 'ketua')).id,
        person.id,
        dari,
        sampai,
      ],
    )
  }
  const rolesAt = async (userId: string, moment: string) => {
    const services = { ...hub.services, clock: () => new Date(moment) }
    return (await membershipsOf(services, userId))[0]?.tugas.map((t) => `${t.lewat} ${t.peran}`)
  }

  it.each([
    ['3508', 'WIB', '2026-11-30T17:00:00Z'],
    ['5203', 'WITA', '2026-11-30T16:00:00Z'],
    ['9171', 'WIT', '2026-11-30T15:00:00Z'],
  ])('begins and ends at midnight of the office %s (%s)', async (satkerKode, _zone, midnight) => {
    const sari = await hub.actor(satkerKode, 'anggota')
    await signIn(hub.services, sari)
    await grant(sari, '2026-12-01', '2026-12-02')
    const { rows } = await hub.services.ownerPool.query(
      'select user_id from pengguna where id = $1',
      [sari.id],
    )
    const shift = (ms: number) => new Date(Date.parse(midnight) + ms).toISOString()
    const day = 86_400_000
    expect(await rolesAt(rows[0].user_id, shift(-1))).toEqual(['penugasan anggota'])
    expect(await rolesAt(rows[0].user_id, shift(0))).toEqual(['penugasan anggota', 'plh ketua'])
    expect(await rolesAt(rows[0].user_id, shift(day - 1))).toContain('plh ketua')
    expect(await rolesAt(rows[0].user_id, shift(day))).toEqual(['penugasan anggota'])
  })

  it('finds who holds a role at an office, and nobody where nobody does', async () => {
    const ketua = await hub.actor('9401', 'ketua')
    await signIn(hub.services, ketua)
    expect((await actorHolding(hub.services, '9401', 'ketua'))?.id).toBe(ketua.id)
    expect(await actorHolding(hub.services, '9401', 'sekretaris')).toBeNull()
  })
})
