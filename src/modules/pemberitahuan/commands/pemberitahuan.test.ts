import { beforeEach, describe, expect, it } from 'vitest'
import { command } from '#platform/command.ts'
import { type Actor, systemActor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { refusals } from '#test/support/refused.ts'
import { notify } from '../notify.ts'
import { ownPemberitahuan } from '../queries/list.ts'
import { ownSetelan } from '../queries/setelan.ts'
import { openPemberitahuan, readAllPemberitahuan } from './pemberitahuan.ts'
import { saveSetelan } from './setelan.ts'

const hub = testHub()
const refusedAs = refusals(hub, 'pemberitahuan', 'pemberitahuan_setelan')

let sari: Actor
let budi: Actor

const tell = (to: Actor, kunci: string) =>
  command('uji.notify', (ctx) =>
    notify(ctx, {
      satkerKode: to.satkerKode,
      penerimaId: to.id,
      jenis: 'sebutan',
      judul: `Anda disebut ${kunci}`,
      url: '/kerja/rencana-aksi',
      kunci,
    }),
  )(hub.as(systemActor(to.satkerKode)), undefined)

const listOf = async (actor: Actor) => (await ownPemberitahuan(hub.as(actor), 1)).rows

beforeEach(async () => {
  sari = await hub.actor('5203', 'koordinator_area')
  budi = await hub.actor('5203', 'kasubbag')
})

describe('opening a notice', () => {
  it('is for who is signed in', () =>
    refusedAs('not-signed-in', () => openPemberitahuan(hub.as(null), sari.id)))

  it('is for its recipient alone: to a colleague, and to another office, it does not exist', async () => {
    await tell(sari, 'satu')
    const [notice] = await listOf(sari)
    const elsewhere = await hub.actor('3508', 'kasubbag')
    for (const other of [budi, elsewhere])
      await refusedAs('not-found', () => openPemberitahuan(hub.as(other), notice?.id ?? ''))
  })

  it('marks it read once and leads to what it is about', async () => {
    await tell(sari, 'dua')
    const [notice] = await listOf(sari)
    const first = hub.services.clock()
    expect(await openPemberitahuan(hub.as(sari, first), notice?.id ?? '')).toBe(
      '/kerja/rencana-aksi',
    )
    await openPemberitahuan(hub.as(sari, new Date(first.getTime() + 60_000)), notice?.id ?? '')
    expect((await listOf(sari))[0]?.readAt).toEqual(first)
  })
})

describe('marking all as read', () => {
  it('is for who is signed in', () =>
    refusedAs('not-signed-in', () => readAllPemberitahuan(hub.as(null), hub.services.clock())))

  it('leaves what came after the list was shown, and what others have', async () => {
    await tell(sari, 'lama')
    await tell(budi, 'lama')
    const before = new Date(hub.services.clock().getTime() - 1)
    expect(await readAllPemberitahuan(hub.as(sari), before)).toBe(0)
    expect(await readAllPemberitahuan(hub.as(sari), hub.services.clock())).toBe(1)
    expect((await listOf(sari)).every(({ readAt }) => readAt)).toBe(true)
    expect((await listOf(budi)).every(({ readAt }) => readAt)).toBe(false)
  })

  it('shows the unread first', async () => {
    await tell(sari, 'a')
    await readAllPemberitahuan(hub.as(sari), hub.services.clock())
    await tell(sari, 'b')
    expect((await listOf(sari)).map(({ judul }) => judul)).toEqual([
      'Anda disebut b',
      'Anda disebut a',
    ])
  })
})

describe('the settings of one’s mail', () => {
  const wish = {
    jenisSurat: ['eskalasi' as const],
    jamRingkasan: 8,
    heningDari: 17,
    heningSampai: 7,
    jedaSampai: null,
  }

  it('are kept only by who is signed in', () =>
    refusedAs('not-signed-in', () => saveSetelan(hub.as(null), { ...wish, versi: 0 })))

  it('begin with what the product brings along', async () => {
    const { setelan, versi } = await ownSetelan(hub.as(sari), undefined)
    expect(versi).toBe(0)
    expect(setelan).toMatchObject({ jamRingkasan: 7, heningDari: 18, heningSampai: 6 })
    expect(setelan.jenisSurat).toContain('eskalasi')
  })

  it('are kept, with a trace', async () => {
    await saveSetelan(hub.as(sari), { ...wish, versi: 0 })
    expect(await ownSetelan(hub.as(sari), undefined)).toMatchObject({ setelan: wish, versi: 1 })
    expect((await ownSetelan(hub.as(budi), undefined)).versi).toBe(0)
  })

  it('are not overwritten from a tab that shows older ones', async () => {
    await saveSetelan(hub.as(sari), { ...wish, versi: 0 })
    await refusedAs('refused', () => saveSetelan(hub.as(sari), { ...wish, versi: 0 }))
    await saveSetelan(hub.as(sari), { ...wish, jamRingkasan: 9, versi: 1 })
    expect((await ownSetelan(hub.as(sari), undefined)).setelan.jamRingkasan).toBe(9)
  })
})
