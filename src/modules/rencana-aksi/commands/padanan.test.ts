import { describe, expect, it } from 'vitest'
import type { Caller } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { fiveSentences } from '../five-sentences.fixture.ts'
import { aButir, aPlan, type Plan, treeOf } from '../rencana.fixture.ts'
import { placesOf } from '../tree.ts'
import { close } from './approval.ts'
import { linkPadanan, unlinkPadanan } from './padanan.ts'
import { setSel } from './sel.ts'

const hub = testHub()
const tables = ['butir_padanan', 'rencana_riwayat', 'rencana_sel']
const mark = { catatan: null, alasan: null, doneOn: null }

let year = 2030

/** A ZI and an RB plan of one office and one year. */
async function twoPlans(): Promise<{ zi: Plan; rb: Plan }> {
  const tahun = year++
  const butir = [aButir('Menyusun peta proses bisnis'), aButir('Mengevaluasi SOP')]
  const zi = await aPlan(hub, '3508', 'approved', { tahun, jenis: 'ZI', butir })
  const rb = await aPlan(hub, '3508', 'approved', { tahun, jenis: 'RB', butir })
  return { zi, rb }
}
const pair = (zi: Plan, rb: Plan, a = 0, b = 0) => ({
  rencanaId: zi.id,
  pairs: [{ butirId: zi.butirIds[a] ?? '', padananId: rb.butirIds[b] ?? '' }],
})
const cell = async (plan: Plan, index = 0, bulan = 2) =>
  placesOf(await treeOf(plan.admin, plan.id))
    .find(({ butir }) => butir.id === plan.butirIds[index])
    ?.butir.sel.find((sel) => sel.bulan === bulan)
const toCell = (plan: Plan, versi: number, bulan = 2) => ({
  rencanaId: plan.id,
  butirId: plan.butirIds[0] ?? '',
  bulan,
  versi,
})
/** The plan of the other kind in the year of a plan. */
const other = ({ tree }: Plan) =>
  aPlan(hub, '3508', 'approved', { tahun: tree.tahun, jenis: tree.jenis === 'ZI' ? 'RB' : 'ZI' })

fiveSentences(hub, tables, {
  name: 'linkPadanan [P.09]',
  peran: 'kasubbag',
  in: 'approved',
  notIn: 'closed',
  before: other,
  run: (caller, plan, rb) =>
    linkPadanan(caller, {
      rencanaId: plan.id,
      pairs: [{ butirId: plan.butirIds[0] ?? '', padananId: rb.butirIds[0] ?? '' }],
    }),
})

describe('unlinkPadanan', () => {
  it('has the five sentences too', async () => {
    const { zi, rb } = await twoPlans()
    await linkPadanan(zi.admin, pair(zi, rb))
    const { pairs, rencanaId } = pair(zi, rb)
    const input = { rencanaId, butirId: '', padananId: '', ...pairs[0] }
    const before = await hub.counts(...tables)
    const callers: [Caller, number][] = [
      [hub.as(null), 401],
      [hub.as(await hub.actor('3508', 'pembaca')), 403],
      [hub.as(await hub.actor('35', 'admin_satker')), 403],
      [hub.as(await hub.actor('3509', 'admin_satker')), 404],
    ]
    for (const [caller, status] of callers)
      await expect(unlinkPadanan(caller, input)).rejects.toMatchObject({ status })
    expect(await hub.counts(...tables)).toEqual(before)
    await unlinkPadanan(zi.admin, input)
    await expect(unlinkPadanan(zi.admin, input)).rejects.toMatchObject({ status: 404 })
    await linkPadanan(zi.admin, pair(zi, rb))
    await close(rb.ketua, { rencanaId: rb.id, catatan: 'tahun sudah berakhir' })
    await expect(unlinkPadanan(zi.admin, input)).rejects.toMatchObject({ status: 409 })
  })
})

describe('one piece of work counts for both [P.09]', () => {
  it('completes the same month of the counterpart in one transaction, both audited', async () => {
    const { zi, rb } = await twoPlans()
    await linkPadanan(zi.admin, pair(zi, rb))
    const before = await hub.counts(...tables)
    await setSel(zi.admin, { ...toCell(zi, 1), status: 'done', ...mark, doneOn: '2026-02-10' })
    expect(await cell(zi)).toMatchObject({ status: 'done', doneOn: '2026-02-10' })
    expect(await cell(rb)).toMatchObject({ status: 'done', doneOn: '2026-02-10', versi: 2 })
    expect(await cell(rb, 0, 7)).toMatchObject({ status: 'planned' })
    const after = await hub.counts(...tables)
    expect(after['audit_log']).toBe((before['audit_log'] ?? 0) + 2)
    const { rows } = await hub.services.ownerPool.query(
      `select coalesce(sum(selesai), 0)::int as selesai from rencana_rekap where rencana_id = $1`,
      [rb.id],
    )
    expect(rows).toEqual([{ selesai: 1 }])
  })

  it('reopens what it completed, and leaves alone what someone marked by hand', async () => {
    const { zi, rb } = await twoPlans()
    await linkPadanan(zi.admin, pair(zi, rb))
    await setSel(rb.admin, {
      ...toCell(rb, 1, 7),
      status: 'waived',
      ...mark,
      alasan: 'Dialihkan ke ZI',
    })
    await setSel(zi.admin, { ...toCell(zi, 1, 7), status: 'done', ...mark })
    expect(await cell(rb, 0, 7)).toMatchObject({ status: 'waived' })
    await setSel(zi.admin, { ...toCell(zi, 1), status: 'done', ...mark })
    await setSel(zi.admin, { ...toCell(zi, 2), status: 'in_progress', ...mark })
    expect(await cell(rb)).toMatchObject({ status: 'in_progress', doneOn: null })
    await setSel(rb.admin, { ...toCell(rb, 3), status: 'done', ...mark })
    expect(await cell(zi)).toMatchObject({ status: 'done' })
    await setSel(zi.admin, { ...toCell(zi, 4), status: 'in_progress', ...mark })
    expect(await cell(rb)).toMatchObject({ status: 'done' })
  })

  it('carries months that were done before the two were tied', async () => {
    const { zi, rb } = await twoPlans()
    await setSel(rb.admin, { ...toCell(rb, 1), status: 'done', ...mark, doneOn: '2026-02-03' })
    await linkPadanan(zi.admin, pair(zi, rb))
    expect(await cell(zi)).toMatchObject({ status: 'done', doneOn: '2026-02-03' })
  })

  it('reaches through several counterparts, and stops at a plan that is not running', async () => {
    const { zi, rb } = await twoPlans()
    await linkPadanan(zi.admin, pair(zi, rb, 0, 0))
    await linkPadanan(zi.admin, pair(zi, rb, 1, 0))
    await setSel(zi.admin, { ...toCell(zi, 1), status: 'done', ...mark })
    expect(await cell(zi, 1)).toMatchObject({ status: 'done' })
    await close(rb.ketua, { rencanaId: rb.id, catatan: 'tahun sudah berakhir' })
    await setSel(zi.admin, { ...toCell(zi, 1, 7), status: 'done', ...mark })
    expect(await cell(rb, 0, 7)).toMatchObject({ status: 'planned' })
  })

  it('is refused within one kind, in a ring, and across offices', async () => {
    const { zi, rb } = await twoPlans()
    const own = {
      rencanaId: zi.id,
      pairs: [{ butirId: zi.butirIds[0] ?? '', padananId: zi.butirIds[1] ?? '' }],
    }
    await expect(linkPadanan(zi.admin, own)).rejects.toMatchObject({ status: 409 })
    await linkPadanan(zi.admin, pair(zi, rb, 0, 0))
    await linkPadanan(zi.admin, pair(zi, rb, 1, 0))
    await linkPadanan(zi.admin, pair(zi, rb, 0, 1))
    await expect(linkPadanan(zi.admin, pair(zi, rb, 1, 1))).rejects.toMatchObject({ status: 409 })
    const elsewhere = await aPlan(hub, '3509', 'approved', { tahun: zi.tree.tahun, jenis: 'RB' })
    const before = await hub.counts(...tables)
    await expect(linkPadanan(zi.admin, pair(zi, elsewhere, 2))).rejects.toMatchObject({
      status: 404,
    })
    expect(await hub.counts(...tables)).toEqual(before)
  })
})
