import { describe, expect, it } from 'vitest'
import type { Actor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { refusals } from '#test/support/refused.ts'
import type { AssignInput } from '../forms.ts'
import { deactivatePengguna } from './pengguna.ts'
import { assignPeran, endPeran } from './penugasan.ts'

const hub = testHub()
const refusedAs = refusals(hub, 'pengguna', 'penugasan')

const asReader: AssignInput = {
  peran: 'pembaca',
  area: null,
  dari: '2026-11-20',
  sampai: null,
  dasar: '',
}

const roleOf = async (person: Actor): Promise<string> =>
  (
    await hub.services.ownerPool.query('select id from penugasan where pengguna_id = $1', [
      person.id,
    ])
  ).rows[0].id

describe('giving a role', () => {
  it('needs someone signed in', async () => {
    const sari = await hub.actor('5203')
    const input = { penggunaId: sari.id, ...asReader }
    await refusedAs('not-signed-in', () => assignPeran(hub.as(null), input))
  })

  it('is not permitted to who is no admin there', async () => {
    const sari = await hub.actor('5203')
    for (const who of [await hub.actor('5203', 'ketua'), await hub.actor('52', 'admin_satker')])
      await refusedAs('forbidden', () =>
        assignPeran(hub.as(who), { penggunaId: sari.id, ...asReader }),
      )
  })

  it('lifts nobody above his office, not even by its admin himself', async () => {
    const kabupaten = await hub.actor('5203', 'admin_satker')
    const provinsi = await hub.actor('52', 'admin_satker')
    const tries = [
      [kabupaten, 'verifikator_provinsi'],
      [kabupaten, 'pengawas_nasional'],
      [provinsi, 'pengawas_nasional'],
    ] as const
    for (const [who, peran] of tries)
      await refusedAs('forbidden', () =>
        assignPeran(hub.as(who), { penggunaId: who.id, ...asReader, peran }),
      )
  })

  it('does not see a person of another office', async () => {
    const admin = await hub.actor('3508', 'admin_satker')
    const sari = await hub.actor('5203')
    await refusedAs('not-found', () =>
      assignPeran(hub.as(admin), { penggunaId: sari.id, ...asReader }),
    )
  })

  it('is refused for a role that the person has in that time, and for who is deactivated', async () => {
    const admin = await hub.actor('5203', 'admin_satker')
    const sari = await hub.actor('5203', 'koordinator_area', { areaBaku: 3 })
    const coordinator = { ...asReader, peran: 'koordinator_area', area: 3 } as const
    const input = { penggunaId: sari.id, ...coordinator }
    await refusedAs('refused', () => assignPeran(hub.as(admin), input))
    await assignPeran(hub.as(admin), { ...input, area: 4 })
    await deactivatePengguna(hub.as(admin), { id: sari.id })
    await refusedAs('refused', () => assignPeran(hub.as(admin), { ...input, area: 5 }))
  })

  it('is given once when two admins give it at once', async () => {
    const [a, b] = [
      await hub.actor('5203', 'admin_satker'),
      await hub.actor('5203', 'admin_satker'),
    ]
    const sari = await hub.actor('5203')
    const results = await Promise.allSettled(
      [a, b].map((who) => assignPeran(hub.as(who), { penggunaId: sari.id, ...asReader })),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })

  it('is done, the last day kept as the first day after it', async () => {
    const admin = await hub.actor('5203', 'admin_satker')
    const sari = await hub.actor('5203')
    const input = { ...asReader, sampai: '2026-12-31', dasar: 'Keputusan 1' }
    const id = await assignPeran(hub.as(admin), { penggunaId: sari.id, ...input })
    const { rows } = await hub.services.ownerPool.query('select * from penugasan where id = $1', [
      id,
    ])
    expect(rows[0]).toMatchObject({
      satker_kode: '5203',
      dari: '2026-11-20',
      sampai: '2027-01-01',
      dasar: 'Keputusan 1',
      created_by: admin.id,
    })
  })

  it('comes from above for a verifier and for the admin of an office below', async () => {
    const national = await hub.actor('00', 'admin_satker')
    const provinsi = await hub.actor('35')
    const kabupaten = await hub.actor('3508')
    const verifier = { ...asReader, peran: 'verifikator_provinsi' } as const
    const admin = { ...asReader, peran: 'admin_satker' } as const
    await assignPeran(hub.as(national), { penggunaId: provinsi.id, ...verifier })
    await assignPeran(hub.as(national), { penggunaId: kabupaten.id, ...admin })
    const { rows } = await hub.services.ownerPool.query(
      'select satker_kode, peran from penugasan where created_by = $1 order by satker_kode',
      [national.id],
    )
    expect(rows).toEqual([
      { satker_kode: '35', peran: 'verifikator_provinsi' },
      { satker_kode: '3508', peran: 'admin_satker' },
    ])
  })
})

describe('ending a role', () => {
  it('needs someone signed in', async () => {
    const id = await roleOf(await hub.actor('5203', 'pembaca'))
    await refusedAs('not-signed-in', () => endPeran(hub.as(null), { id }))
  })

  it('is not permitted to who could not give it', async () => {
    const id = await roleOf(await hub.actor('5203', 'pembaca'))
    for (const who of [
      await hub.actor('5203', 'sekretaris'),
      await hub.actor('52', 'admin_satker'),
    ])
      await refusedAs('forbidden', () => endPeran(hub.as(who), { id }))
  })

  it('does not see a role at another office', async () => {
    const id = await roleOf(await hub.actor('5203', 'pembaca'))
    const admin = await hub.actor('3508', 'admin_satker')
    await refusedAs('not-found', () => endPeran(hub.as(admin), { id }))
  })

  it('is refused for the last admin and for what has ended', async () => {
    const admin = await hub.actor('7301', 'admin_satker')
    const own = await roleOf(admin)
    await refusedAs('refused', () => endPeran(hub.as(admin), { id: own }))
    const other = await hub.actor('7301', 'admin_satker')
    await endPeran(hub.as(other), { id: own })
    await refusedAs('refused', () => endPeran(hub.as(other), { id: own }))
  })

  it('does not count an admin who is deactivated', async () => {
    const [a, b] = [
      await hub.actor('7302', 'admin_satker'),
      await hub.actor('7302', 'admin_satker'),
    ]
    await deactivatePengguna(hub.as(a), { id: b.id })
    await refusedAs('refused', async () => endPeran(hub.as(a), { id: await roleOf(a) }))
  })

  it('is done at once and remembered', async () => {
    const admin = await hub.actor('5203', 'admin_satker')
    const sari = await hub.actor('5203', 'pembaca')
    const id = await roleOf(sari)
    expect(await endPeran(hub.as(admin), { id })).toBe(sari.id)
    const { rows } = await hub.services.ownerPool.query('select * from penugasan where id = $1', [
      id,
    ])
    expect(rows[0]).toMatchObject({ ended_by: admin.id, ended_at: hub.services.clock() })
  })
})
