import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, systemActor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { refusals } from '#test/support/refused.ts'
import { ownLangganan } from '../queries/langganan.ts'
import { hashOf, newToken } from '../token.ts'
import { createLangganan, revokeLangganan, touchLangganan } from './langganan.ts'

const hub = testHub()
const refusedAs = refusals(hub, 'langganan_kalender')

let sari: Actor
beforeEach(async () => {
  sari = await hub.actor('5203', 'anggota_tim')
})

const make = (caller = hub.as(sari)) =>
  createLangganan(caller, { nama: 'Ponsel', tokenHash: hashOf(newToken()) })
const ownOf = (actor: Actor) => ownLangganan(hub.as(actor), undefined)

describe('a calendar subscription', () => {
  it('is made, ended and read only by who is signed in', async () => {
    await refusedAs('not-signed-in', () => make(hub.as(null)))
    await refusedAs('not-signed-in', () => revokeLangganan(hub.as(null), sari.id))
    await refusedAs('not-signed-in', () => touchLangganan(hub.as(null), sari.id))
  })

  it('keeps the hash of its secret, never the secret', async () => {
    const token = newToken()
    await createLangganan(hub.as(sari), { nama: 'Ponsel', tokenHash: hashOf(token) })
    const { rows } = await hub.services.ownerPool.query(
      'select l::text as row from langganan_kalender l where pengguna_id = $1',
      [sari.id],
    )
    expect(rows[0].row).not.toContain(token)
    expect(await ownOf(sari)).toMatchObject([{ nama: 'Ponsel', readAt: null }])
  })

  it('is ended by its owner; to a colleague and another office it does not exist', async () => {
    const id = await make()
    const colleague = await hub.actor('5203', 'admin_satker')
    const elsewhere = await hub.actor('3508', 'admin_satker')
    for (const other of [colleague, elsewhere])
      await refusedAs('not-found', () => revokeLangganan(hub.as(other), id))
    await revokeLangganan(hub.as(sari), id)
    await refusedAs('refused', () => revokeLangganan(hub.as(sari), id))
    expect(await ownOf(sari)).toEqual([])
  })

  it('is one of at most five', async () => {
    const ids: string[] = []
    for (let n = 0; n < 5; n++) ids.push(await make())
    await refusedAs('refused', () => make())
    await revokeLangganan(hub.as(sari), ids[0] ?? '')
    await make()
  })

  it('notes that it is read, at most once an hour', async () => {
    const id = await make()
    await refusedAs('forbidden', () => touchLangganan(hub.as(sari), id))
    const from = hub.services.clock().getTime()
    for (const minutes of [0, 59, 61])
      await touchLangganan(hub.as(systemActor('5203'), new Date(from + minutes * 60_000)), id)
    expect((await ownOf(sari))[0]?.readAt).toEqual(new Date(from + 61 * 60_000))
  })
})
