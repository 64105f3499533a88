import { describe, expect, it } from 'vitest'
import type { Caller } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { aPlan, type Plan } from '../rencana.fixture.ts'
import type { RencanaState } from '../rencana.ts'
import { approve, close, propose, returnToDraft } from './approval.ts'
import { addButir, assignButir, editButir, removeButir } from './butir.ts'
import { createDraft, discardDraft } from './draft.ts'
import { move } from './move.ts'
import {
  addArea,
  addKegiatan,
  editArea,
  editKegiatan,
  removeArea,
  removeKegiatan,
} from './sections.ts'
import { setSel, setSelColumn } from './sel.ts'
import { decideChange, proposeChange } from './usulan.ts'

const hub = testHub()

const tables = [
  'rencana',
  'rencana_area',
  'rencana_kegiatan',
  'rencana_butir',
  'rencana_sel',
  'rencana_versi',
  'rencana_usulan',
  'rencana_riwayat',
  'rencana_rekap',
]

type Case = {
  name: string
  /** who may */
  peran: string
  /** where it can be done, and where its state refuses it */
  in: RencanaState
  notIn: RencanaState
  run: (caller: Caller, plan: Plan) => Promise<unknown>
}

const rencanaId = (plan: Plan) => ({ rencanaId: plan.id })
const kegiatanId = (plan: Plan) => plan.tree.area[0]?.kegiatan[0]?.id ?? ''
const areaId = (plan: Plan) => plan.tree.area[0]?.id ?? ''
const butirId = (plan: Plan) => plan.butirIds[0] ?? ''
const titled = { nomor: '9.', judul: 'Lain-lain' }
const done = { status: 'done' as const, catatan: null, alasan: null, doneOn: null }
const drafting = { peran: 'kasubbag', in: 'draft', notIn: 'approved' } as const

const cases: Case[] = [
  {
    ...drafting,
    name: 'createDraft [1.11]',
    run: (caller, { tree: { tahun, state, jenis } }) =>
      createDraft(caller, {
        satkerKode: '3508',
        jenis,
        tahun: state === 'draft' ? 2100 : tahun,
        judul: 'Rencana kerja ZI',
      }),
  },
  {
    ...drafting,
    name: 'discardDraft',
    run: (caller, plan) => discardDraft(caller, rencanaId(plan)),
  },
  {
    ...drafting,
    name: 'addArea [P.07]',
    run: (caller, plan) => addArea(caller, { ...rencanaId(plan), ...titled }),
  },
  {
    ...drafting,
    name: 'editArea',
    run: (caller, plan) =>
      editArea(caller, { ...rencanaId(plan), areaId: areaId(plan), ...titled }),
  },
  {
    ...drafting,
    name: 'removeArea',
    run: (caller, plan) => removeArea(caller, { ...rencanaId(plan), areaId: areaId(plan) }),
  },
  {
    ...drafting,
    name: 'addKegiatan [P.07]',
    run: (caller, plan) =>
      addKegiatan(caller, { ...rencanaId(plan), areaId: areaId(plan), ...titled }),
  },
  {
    ...drafting,
    name: 'editKegiatan',
    run: (caller, plan) =>
      editKegiatan(caller, { ...rencanaId(plan), kegiatanId: kegiatanId(plan), ...titled }),
  },
  {
    ...drafting,
    name: 'removeKegiatan',
    run: (caller, plan) =>
      removeKegiatan(caller, { ...rencanaId(plan), kegiatanId: kegiatanId(plan) }),
  },
  {
    ...drafting,
    name: 'move',
    run: (caller, plan) =>
      move(caller, { ...rencanaId(plan), jenis: 'area', id: areaId(plan), arah: 'turun' }),
  },
  {
    ...drafting,
    name: 'addButir [P.07]',
    run: (caller, plan) =>
      addButir(caller, { ...rencanaId(plan), edit: { ...plan.edit, uraian: 'Butir baru' } }),
  },
  {
    ...drafting,
    name: 'editButir [P.11] [1.13]',
    run: (caller, plan) =>
      editButir(caller, {
        ...rencanaId(plan),
        butirId: butirId(plan),
        versi: 1,
        edit: { ...plan.edit, prioritas: true, bulan: [3], mulai: '2026-03-02' },
      }),
  },
  {
    ...drafting,
    name: 'removeButir',
    run: (caller, plan) => removeButir(caller, { ...rencanaId(plan), butirId: butirId(plan) }),
  },
  {
    name: 'assignButir [P.20]',
    peran: 'koordinator_area',
    in: 'approved',
    notIn: 'closed',
    run: (caller, plan) =>
      assignButir(caller, {
        ...rencanaId(plan),
        butir: plan.butirIds.map((id) => ({ butirId: id, versi: 1 })),
        penanggungJawabId: plan.admin.actor?.id,
      }),
  },
  {
    ...drafting,
    name: 'propose',
    run: (caller, plan) => propose(caller, rencanaId(plan)),
  },
  {
    name: 'returnToDraft',
    peran: 'sekretaris',
    in: 'proposed',
    notIn: 'draft',
    run: (caller, plan) =>
      returnToDraft(caller, { ...rencanaId(plan), catatan: 'Lengkapi jadwal butir' }),
  },
  {
    name: 'approve [1.10] [1.15]',
    peran: 'ketua',
    in: 'proposed',
    notIn: 'draft',
    run: (caller, plan) => approve(caller, rencanaId(plan)),
  },
  {
    name: 'close',
    peran: 'ketua',
    in: 'approved',
    notIn: 'closed',
    run: (caller, plan) => close(caller, { ...rencanaId(plan), catatan: 'Tahun telah berakhir' }),
  },
  {
    name: 'proposeChange [P.10]',
    peran: 'anggota_tim',
    in: 'approved',
    notIn: 'draft',
    run: (caller, plan) =>
      proposeChange(caller, {
        ...rencanaId(plan),
        wish: { jenis: 'hapus_butir', butirId: butirId(plan) },
        alasan: 'Digabung dengan butir lain',
      }),
  },
  {
    name: 'setSel [7.02]',
    peran: 'koordinator_area',
    in: 'approved',
    notIn: 'closed',
    run: (caller, plan) =>
      setSel(caller, { ...rencanaId(plan), butirId: butirId(plan), bulan: 2, versi: 1, ...done }),
  },
  {
    name: 'setSelColumn [7.02]',
    peran: 'kasubbag',
    in: 'approved',
    notIn: 'proposed',
    run: (caller, plan) =>
      setSelColumn(caller, {
        ...rencanaId(plan),
        bulan: 7,
        sel: plan.butirIds.map((id) => ({ butirId: id, versi: 1 })),
        ...done,
      }),
  },
]

describe.each(cases)('$name', ({ peran, run, ...where }) => {
  /** The status of the refusal, and what it left behind beyond what was there. */
  const refusal = async (caller: Caller, plan: Plan) => {
    const before = await hub.counts(...tables)
    const status = await run(caller, plan).then(
      () => 200,
      (error: { status?: number }) => error.status,
    )
    const after = await hub.counts(...tables)
    return { status, left: Object.keys(after).filter((table) => after[table] !== before[table]) }
  }

  it('is refused to someone who is not signed in', async () => {
    const plan = await aPlan(hub, '3508', where.in)
    expect(await refusal(hub.as(null), plan)).toEqual({ status: 401, left: [] })
  })

  it('is refused to a reader of the office', async () => {
    const plan = await aPlan(hub, '3508', where.in)
    const reader = hub.as(await hub.actor('3508', 'pembaca'))
    expect(await refusal(reader, plan)).toEqual({ status: 403, left: [] })
  })

  it('does not see a plan of another office', async () => {
    const plan = await aPlan(hub, '3508', where.in)
    const neighbour = hub.as(await hub.actor('3509', peran))
    expect(await refusal(neighbour, plan)).toEqual({ status: 404, left: [] })
  })

  it('is read-only for the province above', async () => {
    const plan = await aPlan(hub, '3508', where.in)
    const province = hub.as(await hub.actor('35', peran))
    expect(await refusal(province, plan)).toEqual({ status: 403, left: [] })
  })

  it(`is refused to a plan that is ${where.notIn}`, async () => {
    const plan = await aPlan(hub, '3508', where.notIn)
    const caller = hub.as(await hub.actor('3508', peran))
    expect(await refusal(caller, plan)).toEqual({ status: 409, left: [] })
  })

  it('is done, with a line in the audit chain', async () => {
    const plan = await aPlan(hub, '3508', where.in)
    const before = await hub.counts()
    await run(hub.as(await hub.actor('3508', peran)), plan)
    const after = await hub.counts()
    expect(after['audit_log']).toBeGreaterThan(before['audit_log'] ?? 0)
  })
})

describe('decideChange [P.10]', () => {
  const waiting = async () => {
    const plan = await aPlan(hub, '3508')
    const { id } = await proposeChange(plan.admin, {
      ...rencanaId(plan),
      wish: { jenis: 'ubah_butir', butirId: butirId(plan), edit: { ...plan.edit, bulan: [2, 8] } },
      alasan: 'Menyesuaikan jadwal anggaran',
    })
    return { plan, input: { ...rencanaId(plan), usulanId: id, setuju: true, catatan: null } }
  }

  it('is refused without sign-in, to others than the chair and secretary, and across offices', async () => {
    const { input } = await waiting()
    const before = await hub.counts(...tables)
    const callers: [Caller, number][] = [
      [hub.as(null), 401],
      [hub.as(await hub.actor('3508', 'kasubbag')), 403],
      [hub.as(await hub.actor('35', 'ketua')), 403],
      [hub.as(await hub.actor('3509', 'ketua')), 404],
    ]
    for (const [caller, status] of callers)
      await expect(decideChange(caller, input)).rejects.toMatchObject({ status })
    expect(await hub.counts(...tables)).toEqual(before)
  })

  it('is refused twice, after closing, and to the one who proposed', async () => {
    const { plan, input } = await waiting()
    await decideChange(plan.ketua, input)
    await expect(decideChange(plan.ketua, input)).rejects.toMatchObject({ status: 409 })
    const sekretaris = hub.as(await hub.actor('3508', 'sekretaris'))
    const own = await proposeChange(sekretaris, {
      ...rencanaId(plan),
      wish: { jenis: 'hapus_butir', butirId: plan.butirIds[1] ?? '' },
      alasan: 'Tidak lagi relevan',
    })
    const decide = { ...input, usulanId: own.id }
    await expect(decideChange(sekretaris, decide)).rejects.toMatchObject({ status: 409 })
    await expect(
      decideChange(plan.ketua, { ...decide, setuju: false, catatan: 'tidak' }),
    ).rejects.toMatchObject({ status: 409 })
    await expect(
      close(plan.ketua, { ...rencanaId(plan), catatan: 'sudah selesai semua' }),
    ).rejects.toMatchObject({ status: 409 })
  })
})
