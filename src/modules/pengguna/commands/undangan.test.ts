import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { systemActor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { refusals } from '#test/support/refused.ts'
import {
  acceptUndangan,
  inviteByLink,
  inviteOrang,
  purgeUndangan,
  resendUndangan,
  revokeUndangan,
  setUndanganToken,
  tokenHash,
} from './undangan.ts'

const hub = testHub()
const refusedAs = refusals(hub, 'undangan', 'pengguna', 'penugasan')

const invite = (over: Record<string, unknown> = {}) => ({
  satkerKode: '5203',
  nama: 'Galih Rimbasari',
  email: `${randomUUID()}@contoh.invalid`,
  peran: 'anggota_tim' as const,
  area: 4,
  ...over,
})
const system = (satkerKode = '5203', now?: Date) => hub.as(systemActor(satkerKode), now)
const open = async () => inviteOrang(hub.as(await hub.actor('5203', 'admin_satker')), invite())
const row = async (id: string) =>
  (await hub.services.ownerPool.query('select * from undangan where id = $1', [id])).rows[0]
const accepting = (id: string) => ({ id, userId: `akun-${id}`, nama: 'Galih R.' })

describe('inviting', () => {
  it('needs someone signed in', () =>
    refusedAs('not-signed-in', () => inviteOrang(hub.as(null), invite())))

  it('is not permitted to who is no admin, nor with a role above the office', async () => {
    const ketua = await hub.actor('5203', 'ketua')
    const admin = await hub.actor('5203', 'admin_satker')
    const lifted = invite({ peran: 'verifikator_provinsi', area: null })
    await refusedAs('forbidden', () => inviteOrang(hub.as(ketua), invite()))
    await refusedAs('forbidden', () => inviteOrang(hub.as(admin), lifted))
  })

  it('does not see an office elsewhere', async () => {
    const admin = await hub.actor('3508', 'admin_satker')
    await refusedAs('not-found', () => inviteOrang(hub.as(admin), invite()))
  })

  it('is refused for an address that is a member or is invited already', async () => {
    const admin = hub.as(await hub.actor('5203', 'admin_satker'))
    const sari = await hub.actor('5203')
    const known = invite({ email: `${sari.id}@contoh.invalid`.toUpperCase() })
    await refusedAs('refused', () => inviteOrang(admin, known))
    const first = invite()
    await inviteOrang(admin, first)
    await refusedAs('refused', () => inviteOrang(admin, first))
  })

  it('is done: a letter waits in the queue, without any link in it', async () => {
    const before = await hub.counts()
    const id = await open()
    const after = await hub.counts()
    expect(after['graphile_worker._private_jobs']).toBe(
      (before['graphile_worker._private_jobs'] ?? 0) + 1,
    )
    const { rows } = await hub.services.ownerPool.query(
      'select payload from graphile_worker._private_jobs where payload::text like $1',
      [`%${id}%`],
    )
    expect(rows[0].payload).toEqual({ satkerKode: '5203', id })
  })
})

describe.each([
  ['sending again', resendUndangan],
  ['revoking', revokeUndangan],
])('%s', (_name, change) => {
  it('needs someone signed in', async () => {
    const id = await open()
    await refusedAs('not-signed-in', () => change(hub.as(null), { id }))
  })

  it('is not permitted to who could not invite', async () => {
    const id = await open()
    const above = await hub.actor('52', 'admin_satker')
    await refusedAs('forbidden', () => change(hub.as(above), { id }))
  })

  it('does not see an invitation of another office', async () => {
    const id = await open()
    const admin = await hub.actor('3508', 'admin_satker')
    await refusedAs('not-found', () => change(hub.as(admin), { id }))
  })

  it('is refused when it is accepted', async () => {
    const id = await open()
    await acceptUndangan(system(), accepting(id))
    const admin = hub.as(await hub.actor('5203', 'admin_satker'))
    await refusedAs('refused', () => change(admin, { id }))
  })

  it('is done, and the old link is dead', async () => {
    const id = await open()
    await setUndanganToken(system(), { id, token: 'lama' })
    const admin = await hub.actor('5203', 'admin_satker')
    await change(hub.as(admin, new Date('2026-11-25T03:00:00Z')), { id })
    const kept = await row(id)
    const dead = kept.revoked_at !== null || !kept.token_hash.equals(tokenHash('lama'))
    expect(dead).toBe(true)
  })
})

describe('accepting', () => {
  it('needs the system: nobody accepts for someone else', async () => {
    const id = await open()
    await refusedAs('not-signed-in', () => acceptUndangan(hub.as(null), accepting(id)))
    const admin = hub.as(await hub.actor('5203', 'admin_satker'))
    await refusedAs('forbidden', () => acceptUndangan(admin, accepting(id)))
  })

  it('does not see an invitation of another office', async () => {
    const id = await open()
    await refusedAs('not-found', () => acceptUndangan(system('3508'), accepting(id)))
  })

  it('is refused when expired, revoked or taken up', async () => {
    const expired = await open()
    const late = system('5203', new Date('2026-11-27T03:00:00Z'))
    await refusedAs('refused', () => acceptUndangan(late, accepting(expired)))
    const revoked = await open()
    await revokeUndangan(hub.as(await hub.actor('5203', 'admin_satker')), { id: revoked })
    await refusedAs('refused', () => acceptUndangan(system(), accepting(revoked)))
    const used = await open()
    await acceptUndangan(system(), accepting(used))
    await refusedAs('refused', () => acceptUndangan(system(), accepting(used)))
  })

  it('is done once when the link is opened twice at once', async () => {
    const id = await open()
    const results = await Promise.allSettled(
      [1, 2].map(() => acceptUndangan(system(), accepting(id))),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })

  it('is done: a member with the role, from the local day on', async () => {
    const id = await open()
    // 23.30 in Jakarta is the next day in Lombok.
    const penggunaId = await acceptUndangan(
      system('5203', new Date('2026-11-20T16:30:00Z')),
      accepting(id),
    )
    const { rows } = await hub.services.ownerPool.query(
      `select p.nama, p.user_id, t.peran, t.area_baku, t.dari from pengguna p
       join penugasan t on t.pengguna_id = p.id where p.id = $1`,
      [penggunaId],
    )
    expect(rows).toEqual([
      {
        nama: 'Galih R.',
        user_id: `akun-${id}`,
        peran: 'anggota_tim',
        area_baku: 4,
        dari: '2026-11-21',
      },
    ])
  })
})

describe('what only the system does', () => {
  it('refuses people the making of links and the clearing away', async () => {
    const id = await open()
    const admin = hub.as(await hub.actor('5203', 'admin_satker'))
    await refusedAs('forbidden', () => setUndanganToken(admin, { id, token: 'x' }))
    await refusedAs('forbidden', () => inviteByLink(admin, { ...invite(), token: 'x' }))
    await refusedAs('forbidden', () => purgeUndangan(admin, null))
  })

  it('clears away what expired three months ago, and keeps what was accepted', async () => {
    const [old, used] = [await open(), await open()]
    await acceptUndangan(system(), accepting(used))
    await purgeUndangan(system('00', new Date('2027-02-20T00:00:00Z')), null)
    expect(await row(old)).toBeDefined()
    await purgeUndangan(system('00', new Date('2027-03-01T00:00:00Z')), null)
    expect(await row(old)).toBeUndefined()
    expect(await row(used)).toBeDefined()
  })
})
