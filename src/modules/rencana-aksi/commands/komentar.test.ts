import { describe, expect, it } from 'vitest'
import { type Caller, query } from '#platform/command.ts'
import type { Actor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { refusals } from '#test/support/refused.ts'
import { fiveSentences } from '../five-sentences.fixture.ts'
import { butirForStaff } from '../queries/butir.ts'
import { waitingFor } from '../queries/waiting.ts'
import { aPlan, type Plan } from '../rencana.fixture.ts'
import { commentButir, removeButirKomentar, settleKomentar } from './komentar.ts'

const hub = testHub()
const tables = ['komentar', 'komentar_sebutan', 'pemberitahuan']
const refusedAs = refusals(hub, ...tables)

const target = (plan: Plan) => ({ rencanaId: plan.id, butirId: plan.butirIds[0] ?? '' })
const say = (caller: Caller, plan: Plan, more: object = {}) =>
  commentButir(caller, { ...target(plan), teks: 'Mohon lengkapi buktinya.', ...more })

/** Written directly, since nobody may write once the plan is closed. */
async function stored(plan: Plan): Promise<string> {
  const { rows } = await hub.services.ownerPool.query(
    `insert into komentar (satker_kode, id, butir_id, teks, created_at, created_by)
     values ('3508', gen_random_uuid(), $1, 'Sudah dicek', $2, $3) returning id`,
    [plan.butirIds[0], hub.services.clock(), plan.admin.actor?.id],
  )
  return rows[0].id
}

fiveSentences(hub, tables, {
  name: 'commenting a butir',
  peran: 'anggota_tim',
  in: 'approved',
  notIn: 'closed',
  run: say,
})

fiveSentences(hub, tables, {
  name: 'settling a conversation',
  peran: 'anggota_tim',
  in: 'approved',
  notIn: 'closed',
  before: stored,
  run: (caller, plan, komentarId) =>
    settleKomentar(caller, { ...target(plan), komentarId, settled: true }),
})

describe('removing a comment', () => {
  it('is for who is signed in and wrote it; others are refused, another office sees nothing', async () => {
    const plan = await aPlan(hub, '3508')
    const id = await say(plan.admin, plan)
    const remove = (caller: Caller) =>
      removeButirKomentar(caller, { ...target(plan), komentarId: id })
    const colleague = hub.as(await hub.actor('3508', 'sekretaris'))
    const elsewhere = hub.as(await hub.actor('3509', 'sekretaris'))
    await refusedAs('not-signed-in', () => remove(hub.as(null)))
    await refusedAs('forbidden', () => remove(colleague))
    await refusedAs('not-found', () => remove(elsewhere))
    await remove(plan.admin)
    await refusedAs('refused', () => remove(plan.admin))
    const page = await butirForStaff(plan.admin, { id: plan.id, butirId: target(plan).butirId })
    expect(page.komentar.utas).toEqual([])
  })

  it('leaves the place of a comment that has answers, without its text', async () => {
    const plan = await aPlan(hub, '3508')
    const id = await say(plan.admin, plan)
    await say(plan.ketua, plan, { indukId: id })
    await removeButirKomentar(plan.admin, { ...target(plan), komentarId: id })
    const page = await butirForStaff(plan.ketua, { id: plan.id, butirId: target(plan).butirId })
    expect(page.komentar.utas[0]).toMatchObject({ teks: null, removed: true })
    await refusedAs('refused', () => say(plan.ketua, plan, { indukId: id }))
  })
})

describe('a conversation', () => {
  const waiting = query((q) => waitingFor(q, 10))
  const mentions = async (actor: Actor) => (await waiting(hub.as(actor), undefined)).total.sebutan
  const noticesOf = async (actor: Actor) =>
    (
      await hub.services.ownerPool.query(
        'select jenis, judul, url from pemberitahuan where penerima_id = $1 order by created_at, id',
        [actor.id],
      )
    ).rows

  it('calls by name and by choice, once, only people of the office', async () => {
    const plan = await aPlan(hub, '3508')
    const rini = await hub.actor('3508', 'anggota_tim', { nama: 'Rini Astuti' })
    const stranger = await hub.actor('3509', 'anggota_tim', { nama: 'Orang Luar' })
    await say(plan.admin, plan, {
      teks: '@rini astuti dan @Orang Luar, mohon dicek',
      sebut: rini.id,
    })
    await say(plan.admin, plan, { sebut: stranger.id })
    expect(await noticesOf(stranger)).toEqual([])
    const [notice, ...more] = await noticesOf(rini)
    expect(more).toEqual([])
    expect(notice.jenis).toBe('sebutan')
    expect(notice.url).toContain(`/butir/${target(plan).butirId}#k-`)
  })

  it('is open for who was called until he answers or it is settled, and opens again', async () => {
    const plan = await aPlan(hub, '3508')
    const rini = await hub.actor('3508', 'anggota_tim', { nama: 'Rini Utami' })
    const id = await say(plan.admin, plan, { sebut: rini.id })
    expect(await mentions(rini)).toBe(1)
    const settle = (settled: boolean) =>
      settleKomentar(plan.admin, { ...target(plan), komentarId: id, settled })
    await settle(true)
    expect(await mentions(rini)).toBe(0)
    await refusedAs('refused', () => settle(true))
    await settle(false)
    expect(await mentions(rini)).toBe(1)
    const later = hub.as(rini, new Date(hub.services.clock().getTime() + 1000))
    await say(later, plan, { indukId: id, teks: 'Sudah saya lengkapi.' })
    expect(await mentions(rini)).toBe(0)
    const told = await noticesOf(plan.admin.actor as Actor)
    expect(told.at(-1)).toMatchObject({ jenis: 'balasan' })
  })

  it('is one level deep, and stays with its butir', async () => {
    const plan = await aPlan(hub, '3508')
    const id = await say(plan.admin, plan)
    const answer = await say(plan.ketua, plan, { indukId: id })
    await refusedAs('refused', () => say(plan.admin, plan, { indukId: answer }))
    await refusedAs('refused', () =>
      say(plan.admin, plan, { indukId: id, butirId: plan.butirIds[1] }),
    )
    await refusedAs('not-found', () =>
      settleKomentar(plan.admin, {
        rencanaId: plan.id,
        butirId: plan.butirIds[1] ?? '',
        komentarId: id,
        settled: true,
      }),
    )
  })
})
