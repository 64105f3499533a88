import { describe, expect, it } from 'vitest'
import { command } from '#platform/command.ts'
import { systemActor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { notifyAll, type Pemberitahuan } from './notify.ts'

const hub = testHub()
const tell = command('uji.tell', (ctx, notices: Pemberitahuan[]) => notifyAll(ctx, notices))

const noticeFor = (satkerKode: string, penerimaId: string, more: Partial<Pemberitahuan> = {}) => ({
  satkerKode,
  penerimaId,
  jenis: 'eviden' as const,
  judul: 'Eviden menunggu',
  url: '/kerja/tugas',
  kunci: 'eviden:1',
  ...more,
})

describe('a notice', () => {
  it('reaches someone of an office beside and above, whom the caller cannot see', async () => {
    const teller = await hub.actor('5203', 'kasubbag')
    const beside = await hub.actor('3508', 'kasubbag')
    const above = await hub.actor('52', 'sekretaris')
    const told = await tell(hub.as(teller), [
      noticeFor('3508', beside.id),
      noticeFor('52', above.id),
    ])
    expect(told).toBe(2)
  })

  it('tells of one occasion once, however often it is told', async () => {
    const teller = await hub.actor('5203', 'kasubbag')
    const person = await hub.actor('5203', 'anggota_tim')
    expect(await tell(hub.as(teller), [noticeFor('5203', person.id)])).toBe(1)
    expect(await tell(hub.as(teller), [noticeFor('5203', person.id)])).toBe(0)
    expect(await tell(hub.as(teller), [noticeFor('5203', person.id, { kunci: 'eviden:2' })])).toBe(
      1,
    )
  })

  it('never fails its caller: the unknown, who left, and who did it are passed over', async () => {
    const teller = await hub.actor('5203', 'kasubbag')
    const gone = await hub.actor('5203', 'anggota_tim')
    await hub.services.ownerPool.query('update pengguna set deactivated_at = now() where id = $1', [
      gone.id,
    ])
    const told = await tell(hub.as(teller), [
      noticeFor('5203', teller.id),
      noticeFor('5203', gone.id),
      noticeFor('3508', gone.id),
      noticeFor('5203', '01a1fcd4-0000-7000-8000-00000000dead'),
    ])
    expect(told).toBe(0)
  })

  it('shortens a long title instead of failing', async () => {
    const person = await hub.actor('5203', 'anggota_tim')
    await tell(hub.as(systemActor('5203')), [
      noticeFor('5203', person.id, { judul: 'panjang '.repeat(50) }),
    ])
    const { rows } = await hub.services.ownerPool.query(
      'select judul from pemberitahuan where penerima_id = $1',
      [person.id],
    )
    expect(rows[0].judul).toHaveLength(200)
  })
})
