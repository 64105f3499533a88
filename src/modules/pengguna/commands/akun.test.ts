import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { refusals } from '#test/support/refused.ts'
import { signIn } from '#test/support/sign-in.ts'
import { systemActor } from '#platform/identity/actor.ts'
import { noteOnce, secureAccount } from './akun.ts'

const hub = testHub()
const refusedAs = refusals(hub, 'pengguna')

const withAccount = async (satkerKode: string, peran: string) => {
  const actor = await hub.actor(satkerKode, peran)
  await signIn(hub.services, actor)
  return actor
}
const change = (penggunaId: string, act = () => Promise.resolve(true)) => ({
  penggunaId,
  peristiwa: 'akun.totp_dipasang' as const,
  act,
})
const trail = async (id: string) =>
  (
    await hub.services.ownerPool.query(
      'select peristiwa, actor_id, rincian from audit_log where benda_id = $1 order by nomor',
      [id],
    )
  ).rows

describe('changing the security of an account', () => {
  it('needs someone signed in', async () => {
    const sari = await hub.actor('5203', 'pembaca')
    await refusedAs('not-signed-in', () => secureAccount(hub.as(null), change(sari.id)))
  })

  it('is not permitted for another person’s, not even to the admin', async () => {
    const sari = await hub.actor('5203', 'pembaca')
    let touched = false
    const act = async () => (touched = true)
    const admin = await hub.actor('5203', 'admin_satker')
    await refusedAs('forbidden', () => secureAccount(hub.as(admin), change(sari.id, act)))
    expect(touched).toBe(false)
  })

  it('does not see a person of another office', async () => {
    const sari = await hub.actor('5203', 'pembaca')
    const stranger = await hub.actor('3508', 'pembaca')
    await refusedAs('not-found', () => secureAccount(hub.as(stranger), change(sari.id)))
  })

  it('is refused and leaves no trace when the account could not be changed', async () => {
    const sari = await withAccount('5203', 'pembaca')
    await refusedAs('refused', () =>
      secureAccount(
        hub.as(sari),
        change(sari.id, async () => false),
      ),
    )
    await expect(
      secureAccount(
        hub.as(sari),
        change(sari.id, () => Promise.reject(new Error('rusak'))),
      ),
    ).rejects.toThrow('rusak')
    expect(await trail(sari.id)).toEqual([])
  })

  it('is done, written down in the chain of the office, and a letter waits', async () => {
    const sari = await withAccount('5203', 'pembaca')
    const before = await hub.counts()
    await secureAccount(hub.as(sari), { ...change(sari.id), rincian: { perangkat: 'Firefox' } })
    expect(await trail(sari.id)).toEqual([
      { peristiwa: 'akun.totp_dipasang', actor_id: sari.id, rincian: { perangkat: 'Firefox' } },
    ])
    const after = await hub.counts()
    expect(after['graphile_worker._private_jobs']).toBe(
      (before['graphile_worker._private_jobs'] ?? 0) + 1,
    )
  })
})

describe('noting what many tries would repeat', () => {
  const note = (penggunaId: string) => ({
    penggunaId,
    peristiwa: 'akun.masuk_dikunci' as const,
    minutes: 15,
  })
  const system = () => systemActor('5203')

  it('needs someone signed in', async () => {
    const sari = await hub.actor('5203', 'pembaca')
    await refusedAs('not-signed-in', () => noteOnce(hub.as(null), note(sari.id)))
  })

  it('is for the system alone', async () => {
    const sari = await hub.actor('5203', 'admin_satker')
    await refusedAs('forbidden', () => noteOnce(hub.as(sari), note(sari.id)))
  })

  it('does not see a person of another office', async () => {
    const sari = await hub.actor('3508', 'pembaca')
    await refusedAs('not-found', () => noteOnce(hub.as(system()), note(sari.id)))
  })

  it('is done once in the quarter of an hour, and then again', async () => {
    const sari = await withAccount('5203', 'pembaca')
    expect(await noteOnce(hub.as(system()), note(sari.id))).toBe(true)
    expect(await noteOnce(hub.as(system()), note(sari.id))).toBe(false)
    const later = new Date(hub.services.clock().getTime() + 16 * 60_000)
    expect(await noteOnce(hub.as(system(), later), note(sari.id))).toBe(true)
    expect(await trail(sari.id)).toHaveLength(2)
  })
})
