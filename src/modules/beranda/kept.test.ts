import { describe, expect, it } from 'vitest'
import { query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { setSel } from '../rencana-aksi/commands/sel.ts'
import { aPlan } from '../rencana-aksi/rencana.fixture.ts'
import { keptWhileUnchanged } from './queries/kept.ts'

const hub = testHub()
let loaded = 0
const ask = query((q, [dari, sampai]: readonly [string, string]) =>
  keptWhileUnchanged(q, { name: 'uji', dari, sampai, rest: [2026] }, async () => ++loaded),
)
const ntb = ['52', '52~'] as const
const jatim = ['35', '35~'] as const

describe('a sum over many offices', () => {
  it('is added up once while nothing changes, and anew after any command in its range', async () => {
    const plan = await aPlan(hub, '5203', 'approved', { tahun: 2026, jenis: 'RB' })
    const nation = hub.as(await hub.actor('00', 'pengawas_nasional'))
    const first = await ask(nation, ntb)
    expect(await ask(nation, ntb)).toBe(first)
    const other = await ask(nation, jatim)
    await setSel(plan.admin, {
      rencanaId: plan.id,
      butirId: plan.butirIds[0] ?? '',
      bulan: 2,
      versi: 1,
      status: 'done',
      catatan: null,
      alasan: null,
      doneOn: '2026-02-10',
    })
    expect(await ask(nation, ntb)).not.toBe(first)
    expect(await ask(nation, jatim)).toBe(other)
  })

  it('is added up anew when a day begins anywhere', async () => {
    const actor = await hub.actor('00', 'pengawas_nasional')
    const before = await ask(hub.as(actor, new Date('2026-11-20T14:59:00Z')), jatim)
    expect(await ask(hub.as(actor, new Date('2026-11-20T15:01:00Z')), jatim)).not.toBe(before)
  })

  it('is never shared between reaches', async () => {
    const nation = await ask(hub.as(await hub.actor('00', 'pengawas_nasional')), ntb)
    const province = await ask(hub.as(await hub.actor('52', 'verifikator_provinsi')), ntb)
    expect(province).not.toBe(nation)
  })
})
