import { describe, expect, it } from 'vitest'
import { query } from '#platform/command.ts'
import { type Actor, systemActor } from '#platform/identity/actor.ts'
import type { Services } from '#platform/services.ts'
import { testHub } from '#test/support/hub.ts'
import { refusals } from '#test/support/refused.ts'
import { runJobs } from '#test/support/run-jobs.ts'
import { saveSetelan } from '../../pemberitahuan/commands/setelan.ts'
import { jobs as mailJobs } from '../../pemberitahuan/jobs.ts'
import { mailablePeople } from '../../pemberitahuan/queries/mailable.ts'
import { commentButir } from '../../rencana-aksi/commands/komentar.ts'
import { jobs } from '../jobs.ts'
import { aWork, type Work } from '../tugas.fixture.ts'
import { writeLetters } from './letters.ts'
import { remindSatker } from './remind.ts'

const hub = testHub()
const refusedAs = refusals(hub, 'pengiriman', 'pemberitahuan')

/** A moment on the clock of western Indonesia. */
const at = (day: string, hour: string) => new Date(`${day}T${hour}:30:00+07:00`)

const withAccount = (...people: Actor[]) =>
  hub.services.ownerPool.query('update pengguna set user_id = id::text where id = any($1)', [
    people.map(({ id }) => id),
  ])

/** Runs the hourly job and then the queue, as the worker would at this moment. */
async function tick(now: Date): Promise<void> {
  const services: Services = { ...hub.services, clock: () => now }
  await jobs['tugas.letters']?.(services, {})
  await runJobs(services, mailJobs)
}

const lettersTo = async ({ id }: Actor) => {
  const { rows } = await hub.services.ownerPool.query('select email from pengguna where id = $1', [
    id,
  ])
  return hub.letters.filter(({ to }) => to === rows[0].email)
}

async function aPerson(satkerKode: string, ...bulan: number[]): Promise<Work> {
  const work = await aWork(hub, satkerKode, ...bulan)
  await withAccount(work.sari)
  return work
}

describe('the digest [P.12]', () => {
  it('is written by the system', async () => {
    const { sari } = await aPerson('3510', 11)
    const input = { satkerKode: '3510', orang: [], baseUrl: 'http://localhost:8080' }
    await refusedAs('not-signed-in', () => writeLetters(hub.as(null), input))
    await refusedAs('forbidden', () => writeLetters(hub.as(sari), input))
    expect(await writeLetters(hub.as(systemActor('3510')), input)).toBe(0)
  })

  it('comes once a day in its hour, however often the job runs, and says what there is', async () => {
    const work = await aPerson('3511', 10, 11)
    const later = hub.as(work.plan.admin.actor, at('2026-11-24', '06'))
    const butirId = work.plan.butirIds[0] ?? ''
    const teks = `@${work.sari.nama} mohon dilengkapi`
    await commentButir(later, { rencanaId: work.plan.id, butirId, teks })
    for (const hour of ['06', '07', '07', '08', '15']) await tick(at('2026-11-24', hour))
    const [letter, ...more] = await lettersTo(work.sari)
    expect(more).toEqual([])
    expect(letter?.subject).toBe(
      'Tugas 24 November 2026: 1 terlambat, 1 jatuh tempo sepekan, 1 komentar untuk Anda',
    )
    expect(letter?.text).toContain('- Menyusun peta proses bisnis (terlambat 24 hari)\n  http')
    expect(letter?.text).toContain('(4 hari kerja lagi)')
    expect(letter?.text).toContain(`menyebut Anda: Menyusun peta proses bisnis`)
    await tick(at('2026-11-25', '07'))
    expect(await lettersTo(work.sari)).toHaveLength(2)
    expect((await lettersTo(work.sari))[1]?.text).not.toContain('menyebut Anda')
  })

  it('does not come on days off, nor when there is nothing to say', async () => {
    const busy = await aPerson('3512', 10)
    const idle = await hub.actor('3512', 'anggota_tim')
    await withAccount(idle)
    await tick(at('2026-11-28', '07')) // a Saturday
    await tick(at('2026-12-25', '07'))
    expect(await lettersTo(busy.sari)).toEqual([])
    await tick(at('2026-11-30', '07'))
    expect(await lettersTo(busy.sari)).toHaveLength(1)
    expect(await lettersTo(idle)).toEqual([])
  })

  it('keeps to the wishes of its reader: hour, kinds, quiet hours and pause', async () => {
    const { sari } = await aPerson('3513', 10, 11)
    const wish = { jamRingkasan: 13, heningDari: 18, heningSampai: 6, jedaSampai: null }
    await saveSetelan(hub.as(sari), { ...wish, jenisSurat: ['pengingat'], versi: 0 })
    await tick(at('2026-11-24', '07'))
    expect(await lettersTo(sari)).toEqual([])
    await tick(at('2026-11-24', '13'))
    expect((await lettersTo(sari))[0]?.text).not.toContain('Terlambat (')
    const paused = { ...wish, jedaSampai: '2026-11-25' }
    await saveSetelan(hub.as(sari), { ...paused, jenisSurat: ['pengingat'], versi: 1 })
    await tick(at('2026-11-25', '13'))
    await tick(at('2026-11-26', '13'))
    expect(await lettersTo(sari)).toHaveLength(2)
  })

  it('follows the clock of each office', async () => {
    const west = await aPerson('3514', 10)
    const east = await aPerson('9401', 10)
    await tick(at('2026-11-24', '05')) // 07.30 in Jayapura
    expect(await lettersTo(west.sari)).toEqual([])
    expect(await lettersTo(east.sari)).toHaveLength(1)
  })
})

describe('what is passed on to a superior', () => {
  it('stands first in the digest, or comes by itself when today’s digest has gone out', async () => {
    const { kasubbag, sekretaris } = await aPerson('3515', 10)
    await withAccount(kasubbag, sekretaris)
    const remind = (now: Date) => remindSatker(hub.as(systemActor('3515'), now), '3515')
    await remind(at('2026-11-09', '06'))
    await tick(at('2026-11-09', '07'))
    expect((await lettersTo(kasubbag))[0]?.subject).toContain('1 diteruskan kepada Anda')
    const wish = { jenisSurat: ['eskalasi' as const], heningDari: 18, heningSampai: 6 }
    await saveSetelan(hub.as(sekretaris), { ...wish, jamRingkasan: 7, jedaSampai: null, versi: 0 })
    await hub.services.ownerPool.query(
      `insert into pengiriman (satker_kode, id, pengguna_id, tanggal, jenis, perihal, teks, created_at)
       values ('3515', gen_random_uuid(), $1, '2026-11-13', 'ringkasan', 'x', 'x', now())`,
      [sekretaris.id],
    )
    await remind(at('2026-11-13', '08'))
    await tick(at('2026-11-13', '19'))
    expect(await lettersTo(sekretaris)).toEqual([])
    for (const hour of ['10', '11']) await tick(at('2026-11-13', hour))
    const urgent = await lettersTo(sekretaris)
    expect(urgent).toHaveLength(1)
    expect(urgent[0]?.text).toContain('diteruskan kepada Anda hari ini')
  })
})

describe('who can get mail', () => {
  it('has an account and is active', async () => {
    const { sari, kasubbag } = await aPerson('3516', 11)
    const all = query(mailablePeople)
    const people = await all(hub.as(systemActor('3516')), undefined)
    expect(people.map(({ id }) => id)).toContain(sari.id)
    expect(people.map(({ id }) => id)).not.toContain(kasubbag.id)
  })
})
