import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { aButir, aPlan, type Plan, treeOf } from '../rencana.fixture.ts'
import { type SelStatus, selStatuses } from '../sel.ts'
import { placesOf } from '../tree.ts'
import { assignButir } from './butir.ts'
import { setSel, setSelColumn } from './sel.ts'
import { decideChange, proposeChange } from './usulan.ts'

const hub = testHub()
const sums = async (plan: Plan, from: string) => {
  const { rows } = await hub.services.ownerPool.query(
    `select to_jsonb(r) as r from ${from} r order by r.area_baku, r.bulan, r.jatuh_tempo`,
    [plan.tree.satkerKode, plan.id],
  )
  return rows
}
const stored = '(select * from rencana_rekap where satker_kode = $1 and rencana_id = $2)'
const recounted = 'hub.hitung_rekap($1, $2)'

type Step =
  | { kind: 'sel'; butir: number; bulan: number; status: SelStatus }
  | { kind: 'column'; bulan: number; status: SelStatus }
  | { kind: 'schedule'; butir: number; bulan: number[] }
  | { kind: 'remove'; butir: number }
  | { kind: 'assign'; butir: number }

const index = fc.nat({ max: 3 })
const bulan = fc.constantFrom(2, 7)
const status = fc.constantFrom(...selStatuses)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('sel' as const), butir: index, bulan, status }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('column' as const), bulan, status }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('schedule' as const),
      butir: index,
      bulan: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), butir: index }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('assign' as const), butir: index }) },
)
const marks = { catatan: null, alasan: 'alasan yang cukup panjang', doneOn: null }

/** Does one step as a person would, with what the screen shows now; refusals are part of the play. */
async function play(plan: Plan, move: Step): Promise<void> {
  const places = placesOf(await treeOf(plan.admin, plan.id))
  const rencanaId = plan.id
  if (move.kind === 'column') {
    const sel = places.flatMap(({ butir }) =>
      butir.sel
        .filter((cell) => cell.bulan === move.bulan)
        .map(({ versi }) => ({ butirId: butir.id, versi })),
    )
    return setSelColumn(plan.admin, {
      rencanaId,
      sel,
      bulan: move.bulan,
      status: move.status,
      ...marks,
    })
  }
  const place = places[move.butir % places.length]
  if (!place) return
  const { id: butirId, versi } = place.butir
  if (move.kind === 'sel') {
    const cell = place.butir.sel.find((sel) => sel.bulan === move.bulan)
    const mark = { rencanaId, butirId, bulan: move.bulan, status: move.status, ...marks }
    return setSel(plan.admin, { ...mark, versi: cell?.versi ?? 0 })
  }
  if (move.kind === 'assign')
    return assignButir(plan.admin, {
      rencanaId,
      butir: [{ butirId, versi }],
      penanggungJawabId: plan.ketua.actor?.id,
    })
  const wish =
    move.kind === 'remove'
      ? { jenis: 'hapus_butir' as const, butirId }
      : {
          jenis: 'ubah_butir' as const,
          butirId,
          edit: { ...plan.edit, kegiatanId: place.kegiatan.id, bulan: move.bulan },
        }
  const { id } = await proposeChange(plan.admin, { rencanaId, wish, alasan: 'Penyesuaian jadwal' })
  return decideChange(plan.ketua, { rencanaId, usulanId: id, setuju: true, catatan: null })
}

describe('the sums of a plan [P.19]', () => {
  it('equal a recount after any sequence of changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const plan = await aPlan(hub, '3508')
        for (const move of steps) {
          await play(plan, move).catch((error: { status?: number }) => {
            if (error.status === undefined) throw error
          })
        }
        expect(await sums(plan, stored)).toEqual(await sums(plan, recounted))
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('tell what was done in time and what was not', async () => {
    const butir = [aButir('Rapat', { jadwal: { bulan: [2], mulai: null, selesai: null } })]
    const plan = await aPlan(hub, '3507', 'approved', { tahun: 2026, butir })
    const [inTime = '', later = ''] = plan.butirIds
    const done = { rencanaId: plan.id, bulan: 2, versi: 1, status: 'done' as const, ...marks }
    await setSel(plan.admin, { ...done, butirId: inTime, doneOn: '2026-02-27' })
    await setSel(plan.admin, { ...done, butirId: later, doneOn: '2026-03-05' })
    const rows = await sums(plan, stored)
    const february = rows.map(({ r }) => r).filter((r: { bulan: number }) => r.bulan === 2)
    expect(february).toMatchObject([
      { area_baku: 4, jumlah: 1, selesai: 1, selesai_tepat: 1 },
      { area_baku: 7, jumlah: 1, selesai: 1, selesai_tepat: 0 },
    ])
  })

  it('stay right when two people mark two cells at the same moment', async () => {
    const plan = await aPlan(hub, '3508')
    const mark = {
      rencanaId: plan.id,
      bulan: 2,
      versi: 1,
      status: 'in_progress' as const,
      ...marks,
    }
    await Promise.all(plan.butirIds.map((butirId) => setSel(plan.admin, { ...mark, butirId })))
    expect(await sums(plan, stored)).toEqual(await sums(plan, recounted))
  })
})
