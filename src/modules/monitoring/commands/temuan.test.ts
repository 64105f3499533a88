import { describe, expect, it } from 'vitest'
import { placesOf } from '#modules/rencana-aksi'
import { systemActor } from '#platform/identity/actor.ts'
import { query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { aPlan, treeOf } from '../../rencana-aksi/rencana.fixture.ts'
import { aRatl, aTemuan, as, fiveSentences, office, temuanFacts } from '../monitoring.fixture.ts'
import { openFollowUps } from '../queries/follow-ups.ts'
import { listRatl } from '../queries/ratl.ts'
import { temuanForStaff } from '../queries/temuan-detail.ts'
import { placeTemuan, queueTemuan, unqueueTemuan } from './lanjut.ts'
import { createRatl, editRatl } from './ratl.ts'
import { checkRatl, reportRatl, withdrawRatl } from './ratl-result.ts'
import { addRekomendasi, createTemuan, editTemuan } from './temuan.ts'
import { announceWaiting } from './waiting.ts'

const hub = testHub()
const tables = [
  'temuan_monev',
  'rekomendasi',
  'ratl',
  'monitoring_riwayat',
  'eviden',
  'eviden_pakai',
]
const open = () => aTemuan(hub)

fiveSentences(hub, tables, {
  name: 'createTemuan [1.26]',
  peran: 'asesor',
  make: async () => null,
  run: (caller) => createTemuan(caller, { satkerKode: office, rekomendasi: null, ...temuanFacts }),
  spoil: async () => (caller) =>
    createTemuan(caller, {
      satkerKode: office,
      rekomendasi: null,
      ...temuanFacts,
      sumber: 'putaran',
    }),
})

fiveSentences(hub, tables, {
  name: 'editTemuan',
  peran: 'kasubbag',
  make: open,
  run: (caller, { id }) => editTemuan(caller, { temuanId: id, versi: 1, ...temuanFacts }),
  spoil: ({ id, kasubbag }) => editTemuan(kasubbag, { temuanId: id, versi: 1, ...temuanFacts }),
})

/** A draft of the next year, and where in it a row can stand. */
async function nextPlan(tahun: number, state: 'draft' | 'proposed' | 'approved' = 'draft') {
  const plan = await aPlan(hub, office, state, { tahun, jenis: 'ZI' })
  const kegiatanId = placesOf(plan.tree)[0]?.kegiatan.id ?? ''
  const row = { uraian: 'Mengevaluasi SOP tahunan', indikator: ['1 laporan'], bulan: [6] }
  return { plan, to: { rencanaId: plan.id, kegiatanId, ...row } }
}

let year = 2001
const withDraft = async (state: 'draft' | 'approved' = 'draft') => {
  const tahun = year++
  return { ...(await aTemuan(hub, tahun)), ...(await nextPlan(tahun + 1, state)) }
}

fiveSentences(hub, tables, {
  name: 'addRekomendasi',
  peran: 'kasubbag',
  make: withDraft,
  run: (caller, { id }) =>
    addRekomendasi(caller, { temuanId: id, uraian: 'Tetapkan peta dahulu.' }),
  spoil: ({ id, to, kasubbag }) => placeTemuan(kasubbag, { temuanId: id, ...to }),
})

fiveSentences(hub, tables, {
  name: 'queueTemuan',
  peran: 'kasubbag',
  make: open,
  run: (caller, { id }) => queueTemuan(caller, { temuanId: id, jenis: 'RB' }),
  spoil: ({ id, kasubbag }) => queueTemuan(kasubbag, { temuanId: id, jenis: 'RB' }),
})

fiveSentences(hub, tables, {
  name: 'unqueueTemuan',
  peran: 'kasubbag',
  make: async () => {
    const made = await open()
    await queueTemuan(made.kasubbag, { temuanId: made.id, jenis: 'RB' })
    return made
  },
  run: (caller, { id }) => unqueueTemuan(caller, { temuanId: id }),
  spoil: ({ id, kasubbag }) => unqueueTemuan(kasubbag, { temuanId: id }),
})

fiveSentences(hub, tables, {
  name: 'placeTemuan',
  peran: 'kasubbag',
  make: withDraft,
  run: (caller, { id, to }) => placeTemuan(caller, { temuanId: id, ...to }),
  spoil: ({ id, to, kasubbag }) => placeTemuan(kasubbag, { temuanId: id, ...to }),
})

const facts = { aksi: 'Mengevaluasi SOP', keluaran: null, unitId: null, jatuhTempo: '2026-12-01' }

fiveSentences(hub, tables, {
  name: 'createRatl [1.25]',
  peran: 'koordinator_area',
  make: async () => ({ ...(await open()), owner: (await hub.actor(office, 'anggota_tim')).id }),
  run: (caller, { rekomendasiId, owner }) =>
    createRatl(caller, { sumber: { rekomendasiId }, ...facts, penanggungJawabId: owner }),
  spoil:
    async ({ rekomendasiId, owner }) =>
    (caller) =>
      createRatl(caller, {
        sumber: { rekomendasiId },
        ...facts,
        penanggungJawabId: owner,
        jatuhTempo: '2026-11-01',
      }),
})

fiveSentences(hub, tables, {
  name: 'editRatl',
  peran: 'kasubbag',
  make: () => aRatl(hub),
  run: (caller, { id, facts: kept }) => editRatl(caller, { ratlId: id, versi: 1, ...kept }),
  spoil: ({ owner, result }) => reportRatl(owner, result),
})

fiveSentences(hub, tables, {
  name: 'reportRatl [1.25]',
  peran: 'kasubbag',
  make: () => aRatl(hub),
  run: (caller, { result }) => reportRatl(caller, result),
  spoil: ({ owner, result }) => reportRatl(owner, result),
})

fiveSentences(hub, tables, {
  name: 'withdrawRatl',
  peran: 'kasubbag',
  make: () => aRatl(hub, 'reported'),
  run: (caller, { id }) => withdrawRatl(caller, { ratlId: id }),
  spoil: ({ owner, id }) => withdrawRatl(owner, { ratlId: id }),
})

const works = { efektif: 'berhasil' as const, catatan: null }

fiveSentences(hub, tables, {
  name: 'checkRatl [1.25] [1.26]',
  peran: 'ketua',
  make: () => aRatl(hub, 'reported'),
  run: (caller, { id }) => checkRatl(caller, { ratlId: id, ...works }),
  spoil: ({ id, owner }) => withdrawRatl(owner, { ratlId: id }),
})

describe('a step of follow-up', () => {
  it('is never closed by the one who reported its result, not even in the database [1.25]', async () => {
    const { id, result } = await aRatl(hub)
    const kasubbag = await hub.actor(office, 'kasubbag')
    await reportRatl(hub.as(kasubbag), result)
    await expect(checkRatl(hub.as(kasubbag), { ratlId: id, ...works })).rejects.toMatchObject({
      status: 409,
    })
    await expect(
      hub.services.ownerPool.query(
        `update ratl set efektif = 'berhasil', checked_at = now(), checked_by = reported_by, closed_at = now()
         where id = $1`,
        [id],
      ),
    ).rejects.toThrow('ratl_check')
  })

  it('comes back with a note when it did not work, and is told to those who answer [1.26]', async () => {
    const { id, owner, ownerId, result } = await aRatl(hub, 'reported')
    const ketua = await as(hub, 'ketua')
    const again = { ratlId: id, efektif: 'belum' as const }
    await expect(checkRatl(ketua, { ...again, catatan: 'x' })).rejects.toMatchObject({
      status: 409,
    })
    await checkRatl(ketua, { ...again, catatan: 'Lampiran belum lengkap.' })
    const { rows } = await hub.services.ownerPool.query(
      'select judul from pemberitahuan where penerima_id = $1 order by created_at, id',
      [ownerId],
    )
    expect(rows.map(({ judul }) => judul).join()).toContain('belum berhasil')
    await reportRatl(owner, { ...result, hasil: 'Lampiran sudah dilengkapi.' })
    await checkRatl(ketua, { ratlId: id, ...works })
  })

  it('keeps the evidence of its result in the library, once, with the verdict on it', async () => {
    const { id, owner, result } = await aRatl(hub, 'reported')
    const ketua = await as(hub, 'ketua')
    await withdrawRatl(owner, { ratlId: id })
    await reportRatl(owner, result)
    await checkRatl(ketua, { ratlId: id, efektif: 'belum', catatan: 'Lampiran belum lengkap.' })
    await reportRatl(owner, result)
    await checkRatl(ketua, { ratlId: id, ...works })
    const { rows } = await hub.services.ownerPool.query(
      `select p.eviden_id, t.alamat, p.removed_at is not null as lepas, p.returned_at is not null as kembali,
         p.accepted_at is not null as terima
       from eviden_pakai p join eviden_terbukti t on t.pakai_id = p.id where p.ratl_id = $1 order by 3 desc, 4 desc`,
      [id],
    )
    expect(rows).toMatchObject([
      { alamat: `/kerja/temuan/ratl/${id}`, lepas: true, kembali: false, terima: false },
      { lepas: false, kembali: true, terima: false },
      { lepas: false, kembali: false, terima: true },
    ])
    expect(rows[2]?.eviden_id).toBe(rows[1]?.eviden_id)
  })

  it('asks for evidence of its result', async () => {
    const { owner, result } = await aRatl(hub)
    await expect(reportRatl(owner, { ...result, tautan: null })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('eviden'),
    })
  })

  it('is open for the person who answers, and late by its date alone', async () => {
    const { id, owner, ownerId } = await aRatl(hub)
    const ask = query(openFollowUps)
    const mine = { satkerKode: office, penanggungJawabId: ownerId }
    expect(await ask(owner, mine)).toMatchObject([{ id, late: false, state: 'open' }])
    expect(await ask(owner, { ...mine, sampai: '2026-11-30' })).toEqual([])
    const later = { ...owner, now: new Date('2026-12-02T03:00:00Z') }
    expect(await ask(later, mine)).toMatchObject([{ id, late: true }])
    const filter = {
      keadaan: 'late',
      area: null,
      tahun: null,
      saya: true,
      satker: '',
      page: 1,
    } as const
    expect((await listRatl(later, filter)).counts).toMatchObject({ late: 1, open: 0 })
  })
})

describe('a finding', () => {
  it('becomes a butir of the next draft, and both know each other [1.26]', async () => {
    const { id, to, plan, kasubbag } = await withDraft()
    await placeTemuan(kasubbag, { temuanId: id, ...to })
    const { temuan } = await temuanForStaff(kasubbag, id)
    expect(temuan.lanjut).toBe('placed')
    const tree = await treeOf(plan.admin, plan.id)
    const butir = placesOf(tree).find((place) => place.butir.id === temuan.lanjut_butir_id)?.butir
    expect(butir).toMatchObject({
      uraian: to.uraian,
      keterangan: expect.stringContaining('temuan'),
    })
  })

  it('becomes a proposal where the next plan is approved already', async () => {
    const { id, to, kasubbag } = await withDraft('approved')
    await placeTemuan(kasubbag, { temuanId: id, ...to })
    expect((await temuanForStaff(kasubbag, id)).temuan.lanjut).toBe('proposed')
  })

  it('waits in the queue, and the secretariat is told once when the plan appears', async () => {
    const admin = await hub.actor(office, 'admin_satker')
    const { id, kasubbag } = await aTemuan(hub, 2031)
    await queueTemuan(kasubbag, { temuanId: id, jenis: 'ZI' })
    const told = async () => {
      await announceWaiting(hub.as(systemActor('00')), null)
      const { rows } = await hub.services.ownerPool.query(
        "select 1 from pemberitahuan where penerima_id = $1 and judul like '%menunggu rencana ZI 2032%'",
        [admin.id],
      )
      return rows.length
    }
    expect(await told()).toBe(0)
    await nextPlan(2032)
    expect(await told()).toBe(1)
    expect(await told()).toBe(1)
    await expect(announceWaiting(kasubbag, null)).rejects.toMatchObject({ status: 403 })
  })

  it('can be recorded from above, but its follow-up is planned by the office itself', async () => {
    const province = await as(hub, 'verifikator_provinsi', '52')
    const found = { satkerKode: office, rekomendasi: 'Susun rencana perbaikan.', ...temuanFacts }
    const { id } = await createTemuan(province, { ...found, sumber: 'pengawas' })
    const { rekomendasi, can } = await temuanForStaff(province, id)
    expect(can).toMatchObject({ change: true, plan: false })
    const sumber = { rekomendasiId: rekomendasi[0]?.id ?? '' }
    const owner = await hub.actor(office, 'anggota_tim')
    await expect(
      createRatl(province, { sumber, ...facts, penanggungJawabId: owner.id }),
    ).rejects.toMatchObject({ status: 403 })
  })
})
