import { describe, expect, it } from 'vitest'
import { type Caller, query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { editEviden, usesOf } from '#modules/eviden'
import { aBerkas, aBukti, aNote, aProvedPlan, slots } from '../bukti.fixture.ts'
import { fiveSentences } from '../five-sentences.fixture.ts'
import { waitingFor } from '../queries/waiting.ts'
import { aPlan, type Plan } from '../rencana.fixture.ts'
import { setSel } from './sel.ts'
import { pointBukti, proveButir, removeBukti } from './bukti.ts'
import { acceptBukti, returnBukti } from './bukti-verify.ts'

const hub = testHub()
const tables = ['eviden', 'eviden_pakai', 'rencana_riwayat', 'pemberitahuan']

const uses = query(usesOf)
const waitingOf = query((q, most: number) => waitingFor(q, most))
const waiting = (caller: Caller) => waitingOf(caller, 10)
const usesIn = (plan: Plan) =>
  uses(plan.admin, { satkerKode: plan.tree.satkerKode, butirIds: plan.butirIds })
const coordinator = async () =>
  hub.as(await hub.actor('3508', 'koordinator_area', { areaBaku: 4, nama: 'Koordinator' }))

fiveSentences(hub, tables, {
  name: 'bringing evidence for a butir [P.13]',
  peran: 'kasubbag',
  in: 'approved',
  notIn: 'closed',
  run: (caller, plan) =>
    proveButir(caller, {
      rencanaId: plan.id,
      butirId: plan.butirIds[0] ?? '',
      baru: [aNote(plan.tree.tahun)],
    }),
})

fiveSentences(hub, tables, {
  name: 'taking evidence off',
  peran: 'kasubbag',
  in: 'approved',
  notIn: 'closed',
  before: (plan) => used(plan),
  run: (caller, _plan, made) => removeBukti(caller, made),
})

fiveSentences(hub, tables, {
  name: 'pointing at a page',
  peran: 'kasubbag',
  in: 'approved',
  notIn: 'closed',
  before: (plan) => used(plan),
  run: (caller, _plan, made) => pointBukti(caller, { ...made, halaman: 3, wilayah: null }),
})

fiveSentences(hub, tables, {
  name: 'accepting evidence',
  peran: 'kasubbag',
  in: 'approved',
  notIn: 'closed',
  before: (plan) => used(plan),
  run: (caller, _plan, made) => acceptBukti(caller, { bukti: [made] }),
})

fiveSentences(hub, tables, {
  name: 'returning evidence',
  peran: 'kasubbag',
  in: 'approved',
  notIn: 'closed',
  before: (plan) => used(plan),
  run: (caller, _plan, made) =>
    returnBukti(caller, { ...made, catatan: 'Tanda tangan belum ada.' }),
})

/** A use on the plan, also on one that has been closed meanwhile. */
async function used(plan: Plan) {
  const closed = plan.tree.state === 'closed'
  const set = (at: Date | null) =>
    hub.services.ownerPool.query(
      'update rencana set closed_at = $2, closed_by = $3 where id = $1',
      [plan.id, at, at ? plan.ketua.actor?.id : null],
    )
  if (closed) await set(null)
  const made = await aBukti(plan, plan.admin)
  if (closed) await set(hub.services.clock())
  return made
}

describe('evidence of a butir', () => {
  it('fills a document of the list, for a month or the whole year [P.13]', async () => {
    const plan = await aProvedPlan(hub)
    const member = hub.as(await hub.actor('3508', 'anggota_tim', { areaBaku: 4 }))
    const target = { rencanaId: plan.id, butirId: plan.butirIds[0] ?? '' }
    await proveButir(member, { ...target, slot: slots[0], bulan: 2, baru: [aNote(2026)] })
    await expect(
      proveButir(member, { ...target, slot: 'dokumen lain', baru: [aNote(2026)] }),
    ).rejects.toMatchObject({ status: 409 })
    await expect(
      proveButir(member, { ...target, bulan: 5, baru: [aNote(2026)] }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(proveButir(member, target)).rejects.toMatchObject({ status: 409 })
    expect(await usesIn(plan)).toMatchObject([
      { slot: slots[0], bulan: 2, state: 'pending', createdBy: { id: member.actor?.id } },
    ])
  })

  it('is used again for other rows, each with its own page, but not twice for the same [P.14]', async () => {
    const plan = await aProvedPlan(hub, '3507')
    const first = await aBukti(plan, plan.admin, slots[0])
    const [use] = await usesIn(plan)
    const pakai = [{ evidenId: use?.eviden.id ?? '', halaman: 4, wilayah: [0.1, 0.2, 0.5, 0.25] }]
    const target = { rencanaId: plan.id, butirId: plan.butirIds[1] ?? '' }
    await proveButir(plan.admin, { ...target, pakai })
    await expect(proveButir(plan.admin, { ...target, pakai })).rejects.toMatchObject({
      status: 409,
      message: 'Eviden ini sudah dipasang di tempat yang sama.',
    })
    const all = await usesIn(plan)
    expect(all.map(({ eviden }) => eviden.id)).toEqual([use?.eviden.id, use?.eviden.id])
    expect(all.find(({ butirId }) => butirId === target.butirId)).toMatchObject({
      halaman: 4,
      wilayah: [0.1, 0.2, 0.5, 0.25],
    })
    await pointBukti(plan.admin, { ...first, halaman: 2, wilayah: null })
    await expect(
      pointBukti(plan.admin, { ...first, halaman: 2, wilayah: [0.9, 0, 0.5, 0.5] }),
    ).rejects.toMatchObject({ status: 409 })
    expect(new Set((await usesIn(plan)).map(({ halaman }) => halaman))).toEqual(new Set([2, 4]))
  })

  it('of another year proves nothing unless its validity says why', async () => {
    const plan = await aPlan(hub, '3506', 'approved', { tahun: 2026 })
    const target = { rencanaId: plan.id, butirId: plan.butirIds[0] ?? '' }
    await expect(proveButir(plan.admin, { ...target, baru: [aNote(2025)] })).rejects.toMatchObject({
      status: 409,
    })
    const berlaku = { dari: '2025-01-01', sampai: '2026-12-31', alasan: null }
    await expect(
      proveButir(plan.admin, { ...target, baru: [{ ...aNote(2025), berlaku }] }),
    ).rejects.toMatchObject({ status: 409 })
    const alasan = 'SK berlaku dua tahun'
    await proveButir(plan.admin, {
      ...target,
      baru: [{ ...aNote(2025), berlaku: { ...berlaku, alasan } }],
    })
    expect(await usesIn(plan)).toHaveLength(1)
  })
})

describe('verification', () => {
  it('is never done by the one who attached, whatever his role', async () => {
    const plan = await aProvedPlan(hub, '3505')
    const kasubbag = hub.as(await hub.actor('3505', 'kasubbag'))
    const made = await aBukti(plan, kasubbag)
    await expect(acceptBukti(kasubbag, { bukti: [made] })).rejects.toMatchObject({ status: 403 })
    await expect(
      returnBukti(kasubbag, { ...made, catatan: 'kurang lengkap' }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      hub.services.ownerPool.query(
        'update eviden_pakai set accepted_at = now(), decided_by = created_by where id = $1',
        [made.pakaiId],
      ),
    ).rejects.toThrow('eviden_pakai')
  })

  it('belongs to the coordinator of that area; a return carries a note and can be mended', async () => {
    const plan = await aProvedPlan(hub, '3508', 'ZI')
    const made = await aBukti(plan, plan.admin, slots[0])
    const own = await coordinator()
    const other = hub.as(await hub.actor('3508', 'koordinator_area', { areaBaku: 7 }))
    await expect(acceptBukti(other, { bukti: [made] })).rejects.toMatchObject({ status: 403 })
    await expect(returnBukti(own, { ...made, catatan: 'kurang' })).rejects.toMatchObject({
      status: 409,
    })
    await returnBukti(own, { ...made, catatan: 'Tanda tangan belum ada.' })
    await expect(acceptBukti(own, { bukti: [made] })).rejects.toMatchObject({ status: 409 })
    const again = await aBukti(plan, plan.admin, slots[0])
    await acceptBukti(own, { bukti: [again] })
    const states = (await usesIn(plan)).map(({ state }) => state)
    expect(states.toSorted()).toEqual(['accepted', 'returned'])
    await expect(removeBukti(plan.admin, again)).rejects.toMatchObject({ status: 409 })
  })

  it('leaves what came back among the tasks of its bringer until something newer stands there', async () => {
    const plan = await aProvedPlan(hub, '3601')
    const own = hub.as(await hub.actor('3601', 'koordinator_area', { areaBaku: 4 }))
    const made = await aBukti(plan, plan.admin, slots[0])
    await returnBukti(own, { ...made, catatan: 'Tanda tangan belum ada.' })
    const mine = await waiting(plan.admin)
    expect(mine.rows.kembali).toMatchObject([
      { isi: 'Tanda tangan belum ada.', url: expect.stringContaining('/butir/') },
    ])
    expect((await waiting(own)).total.kembali).toBe(0)
    const later = { ...plan.admin, now: new Date(plan.admin.now.getTime() + 60_000) }
    await aBukti(plan, later, slots[0])
    expect((await waiting(plan.admin)).total.kembali).toBe(0)
  })

  it('keeps what was accepted as it was looked at, and lets the rest be corrected', async () => {
    const plan = await aProvedPlan(hub, '3602')
    const own = hub.as(await hub.actor('3602', 'koordinator_area', { areaBaku: 4 }))
    const made = await aBukti(plan, plan.admin)
    const { rows } = await hub.services.ownerPool.query(
      'select e.id, e.judul, e.tanggal::text, e.berlaku_dari::text as dari, e.berlaku_sampai::text as sampai from eviden e join eviden_pakai u on u.eviden_id = e.id where u.id = $1',
      [made.pakaiId],
    )
    const { id, judul, tanggal, dari, sampai } = rows[0]
    const berlaku = { dari, sampai, alasan: null }
    const none = { sumber: null, media: null, sasaran: null, keterangan: null }
    const facts = { ...none, id, judul, tanggal, berlaku }
    await editEviden(plan.admin, { ...facts, judul: 'Notula rapat', versi: 1 })
    await acceptBukti(own, { bukti: [made] })
    const now = { ...facts, judul: 'Notula rapat', versi: 2 }
    for (const other of [{ judul: 'Lain' }, { tanggal: '2026-05-05' }, { sumber: 'Lain' }])
      await expect(editEviden(plan.admin, { ...now, ...other })).rejects.toMatchObject({
        status: 409,
      })
    await editEviden(plan.admin, { ...now, keterangan: 'Halaman 2 memuat daftar hadir.' })
  })

  it('tells the coordinator what waits and the bringer what was decided', async () => {
    const plan = await aProvedPlan(hub, '3504')
    const own = hub.as(await hub.actor('3504', 'koordinator_area', { areaBaku: 4 }))
    const made = await aBukti(plan, plan.admin)
    await acceptBukti(own, { bukti: [made] })
    const { rows } = await hub.services.ownerPool.query(
      "select penerima_id, judul from pemberitahuan where jenis = 'eviden' and satker_kode = '3504' order by judul desc",
    )
    expect(rows).toMatchObject([
      { penerima_id: own.actor?.id, judul: expect.stringContaining('menunggu verifikasi') },
      { penerima_id: plan.admin.actor?.id, judul: expect.stringContaining('diterima') },
    ])
  })

  it('accepts many at once, all of them or none', async () => {
    const plan = await aProvedPlan(hub, '3503')
    const kasubbag = hub.as(await hub.actor('3503', 'kasubbag'))
    const [a, b] = [await aBukti(plan, plan.admin, slots[0]), await aBukti(plan, kasubbag)]
    await expect(acceptBukti(kasubbag, { bukti: [a, b] })).rejects.toMatchObject({ status: 403 })
    expect((await usesIn(plan)).map(({ state }) => state)).toEqual(['pending', 'pending'])
    const sekretaris = hub.as(await hub.actor('3503', 'sekretaris'))
    await acceptBukti(sekretaris, { bukti: [a, b] })
    expect((await usesIn(plan)).map(({ state }) => state)).toEqual(['accepted', 'accepted'])
  })

  it('waits for the check of a file', async () => {
    const plan = await aProvedPlan(hub, '3502')
    const kasubbag = hub.as(await hub.actor('3502', 'kasubbag'))
    const target = { rencanaId: plan.id, butirId: plan.butirIds[0] ?? '' }
    const file = async (state: 'checking' | 'ready' | 'rejected') => ({
      ...aNote(2026),
      isi: { bentuk: 'berkas' as const, berkasId: await aBerkas(hub, '3502', state) },
    })
    await expect(
      proveButir(plan.admin, { ...target, baru: [await file('rejected')] }),
    ).rejects.toMatchObject({ status: 409 })
    const { pakaiIds } = await proveButir(plan.admin, { ...target, baru: [await file('checking')] })
    await expect(
      acceptBukti(kasubbag, { bukti: [{ rencanaId: plan.id, pakaiId: pakaiIds[0] ?? '' }] }),
    ).rejects.toMatchObject({ status: 409 })
  })
})

describe('done with evidence', () => {
  it('marks the month and attaches in one command, or does neither [P.13]', async () => {
    const plan = await aProvedPlan(hub, '3501')
    const target = { rencanaId: plan.id, butirId: plan.butirIds[0] ?? '', bulan: 2 }
    const mark = { ...target, status: 'done' as const, catatan: null, alasan: null, doneOn: null }
    const bukti = { slot: slots[1], baru: [aNote(2026)] }
    const before = await hub.counts(...tables)
    await expect(setSel(plan.admin, { ...mark, versi: 9, bukti })).rejects.toMatchObject({
      status: 409,
    })
    expect(await hub.counts(...tables)).toEqual(before)
    await setSel(plan.admin, { ...mark, versi: 1, bukti })
    expect(await usesIn(plan)).toMatchObject([{ bulan: 2, slot: slots[1] }])
  })
})
