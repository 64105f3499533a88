import { describe, expect, it } from 'vitest'
import type { Caller } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { isSelConflict } from '../conflict.ts'
import { aButir, aPlan, type Plan, treeOf } from '../rencana.fixture.ts'
import { isLate } from '../sel.ts'
import { placesOf } from '../tree.ts'
import { setSel, setSelColumn } from './sel.ts'

const hub = testHub()
const none = { catatan: null, alasan: null, doneOn: null }

const cellsOf = async ({ admin, id }: Plan, bulan = 2) =>
  placesOf(await treeOf(admin, id)).map(({ butir }) => butir.sel.find((s) => s.bulan === bulan))
const target = (plan: Plan, index = 0) => ({
  rencanaId: plan.id,
  butirId: plan.butirIds[index] ?? '',
  bulan: 2,
})
const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => error,
  )

describe('marking a month of a butir [7.02]', () => {
  it('goes from planned to running to done, with the local date, and can be reopened', async () => {
    const plan = await aPlan(hub, '9401')
    const lateEvening = new Date('2026-11-20T16:30:00Z')
    const caller: Caller = { ...plan.admin, now: lateEvening }
    await setSel(caller, { ...target(plan), versi: 1, status: 'in_progress', ...none })
    await setSel(caller, { ...target(plan), versi: 2, status: 'done', ...none, catatan: ' ok ' })
    expect((await cellsOf(plan))[0]).toMatchObject({
      status: 'done',
      doneOn: '2026-11-21',
      catatan: 'ok',
      versi: 3,
    })
    await setSel(caller, { ...target(plan), versi: 3, status: 'in_progress', ...none })
    expect((await cellsOf(plan))[0]).toMatchObject({ status: 'in_progress', doneOn: null })
  })

  it('takes the day on which it was really done, but not a day to come', async () => {
    const plan = await aPlan(hub, '3508')
    const done = { ...target(plan), versi: 1, status: 'done' as const, ...none }
    await expect(setSel(plan.admin, { ...done, doneOn: '2099-01-01' })).rejects.toMatchObject({
      status: 409,
    })
    await setSel(plan.admin, { ...done, doneOn: '2026-02-10' })
    expect((await cellsOf(plan))[0]).toMatchObject({ doneOn: '2026-02-10' })
  })

  it('waives only with a reason, and keeps it', async () => {
    const plan = await aPlan(hub, '3508')
    const waive = { ...target(plan), versi: 1, status: 'waived' as const, ...none }
    await expect(setSel(plan.admin, { ...waive, alasan: 'batal' })).rejects.toMatchObject({
      status: 409,
    })
    await setSel(plan.admin, { ...waive, alasan: 'Anggaran dialihkan' })
    expect((await cellsOf(plan))[0]).toMatchObject({ alasan: 'Anggaran dialihkan' })
  })

  it('shows the second of two people both values, and overwrites nothing', async () => {
    const plan = await aPlan(hub, '3508')
    const other = hub.as(await hub.actor('3508', 'kasubbag', { nama: 'Budi' }))
    await setSel(other, {
      ...target(plan),
      versi: 1,
      status: 'done',
      ...none,
      catatan: 'dari Budi',
    })
    const before = await hub.counts('rencana_riwayat')
    const mine = { ...target(plan), versi: 1, status: 'in_progress' as const, ...none }
    const refusal = await refusalOf(setSel(plan.admin, { ...mine, catatan: 'dari saya' }))
    const { detail } = refusal as { detail: unknown }
    expect(isSelConflict(detail)).toBe(true)
    expect(detail).toMatchObject({
      current: { status: 'done', catatan: 'dari Budi', nama: 'Budi', versi: 2 },
      typed: { status: 'in_progress', catatan: 'dari saya' },
    })
    expect(await hub.counts('rencana_riwayat')).toEqual(before)
    expect((await cellsOf(plan))[0]).toMatchObject({ catatan: 'dari Budi' })
    await setSel(plan.admin, { ...mine, catatan: 'dari saya', versi: 2 })
    expect((await cellsOf(plan))[0]).toMatchObject({ catatan: 'dari saya', versi: 3 })
  })

  it('is no conflict when both wanted the same', async () => {
    const plan = await aPlan(hub, '3508')
    const mark = { ...target(plan), versi: 1, status: 'in_progress' as const, ...none }
    await setSel(plan.admin, mark)
    await setSel(plan.admin, mark)
    expect((await cellsOf(plan))[0]).toMatchObject({ versi: 2 })
  })

  it('belongs to the coordinator of that area and to the responsible person, not to others', async () => {
    const plan = await aPlan(hub, '3508')
    const mark = { ...target(plan), versi: 1, status: 'done' as const, ...none }
    const other = hub.as(await hub.actor('3508', 'koordinator_area', { areaBaku: 7 }))
    await expect(setSel(other, mark)).rejects.toMatchObject({ status: 403 })
    const own = hub.as(await hub.actor('3508', 'koordinator_area', { areaBaku: 4 }))
    await setSel(own, mark)
    await expect(setSel(own, { ...mark, ...target(plan, 2) })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('does not know a month that is not planned', async () => {
    const plan = await aPlan(hub, '3508')
    const mark = { ...target(plan), bulan: 5, versi: 1, status: 'done' as const, ...none }
    await expect(setSel(plan.admin, mark)).rejects.toMatchObject({ status: 404 })
  })
})

describe('marking a whole month [7.02]', () => {
  it('marks all chosen butir at once, or none when one of them was changed meanwhile', async () => {
    const plan = await aPlan(hub, '3508')
    const sel = plan.butirIds.map((butirId) => ({ butirId, versi: 1 }))
    const column = { rencanaId: plan.id, bulan: 2, sel, status: 'done' as const, ...none }
    await setSel(plan.admin, { ...target(plan, 1), versi: 1, status: 'in_progress', ...none })
    await expect(setSelColumn(plan.admin, column)).rejects.toMatchObject({ status: 409 })
    expect((await cellsOf(plan)).map((cell) => cell?.status)).toEqual([
      'planned',
      'in_progress',
      'planned',
    ])
    const seen = sel.map((one, index) => ({ ...one, versi: index === 1 ? 2 : 1 }))
    await setSelColumn(plan.admin, { ...column, sel: seen })
    expect((await cellsOf(plan)).map((cell) => cell?.status)).toEqual(['done', 'done', 'done'])
  })
})

describe('lateness', () => {
  it('follows from the window alone, also for windows before the decree was signed', async () => {
    const early = aButir('Rapat awal', { jadwal: { bulan: [1], mulai: null, selesai: null } })
    const plan = await aPlan(hub, '3507', 'approved', { tahun: 2026, butir: [early] })
    const cell = (await cellsOf(plan, 1))[0]
    expect(cell && isLate(cell, '2026-03-01')).toBe(true)
    expect(cell && isLate(cell, '2026-01-31')).toBe(false)
  })
})
