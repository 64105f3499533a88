import { beforeAll, describe, expect, it } from 'vitest'
import { registerBukti } from '#platform/bukti-otomatis.ts'
import type { Caller } from '#platform/command.ts'
import { systemActor } from '#platform/identity/actor.ts'
import { testHub } from '#test/support/hub.ts'
import { aLink, anEviden, aRecord, rowOf } from '../eviden.fixture.ts'
import { evidenForStaff } from '../queries/detail.ts'
import { libraryForStaff } from '../queries/library.ts'
import { editEviden, keepLinkTitle, lockEviden, removeEviden } from './change.ts'
import { addManyEviden } from './create.ts'

const hub = testHub()
const tables = ['eviden', 'eviden_pakai']

let admin: Caller
let member: Caller
let reader: Caller
let other: Caller
let above: Caller
let figure = 7

beforeAll(async () => {
  const as = async (kode: string, peran: string) => hub.as(await hub.actor(kode, peran))
  admin = await as('5203', 'admin_satker')
  member = await as('5203', 'anggota_tim')
  reader = await as('5203', 'pembaca')
  other = await as('5271', 'admin_satker')
  above = await as('52', 'admin_satker')
  registerBukti([
    {
      jenis: 'uji',
      judul: 'Rekap uji',
      kataKunci: ['rekap uji'],
      read: async (_q, { periode }) =>
        periode.endsWith('T4')
          ? null
          : {
              judul: 'Rekap uji',
              per: '2026-03-31',
              angka: [{ label: 'Jumlah', nilai: figure, satuan: null }],
              kolom: [],
              baris: [],
              catatan: [],
            },
    },
  ])
})

/** The status of a refusal, after making sure that it left nothing behind. */
async function refusal(run: () => Promise<unknown>): Promise<unknown> {
  const before = await hub.counts(...tables)
  const status = await run().then(
    () => 200,
    (error: { status?: number }) => error.status ?? error,
  )
  expect(await hub.counts(...tables)).toEqual(before)
  return status
}

const facts = (judul: string) => ({
  judul,
  tanggal: '2026-03-04',
  sumber: null,
  keterangan: null,
  media: null,
  sasaran: null,
  berlaku: { dari: '2026-01-01', sampai: '2026-12-31', alasan: null },
})

describe('adding evidence to the library (addManyEviden)', () => {
  const add = (caller: Caller, baru = [aLink()]) =>
    addManyEviden(caller, { satkerKode: '5203', baru })

  it('is refused to who is not signed in', async () => {
    expect(await refusal(() => add(hub.as(null)))).toBe(401)
  })
  it('is refused to a reader, to another office, and to the province above', async () => {
    for (const caller of [reader, other, above]) expect(await refusal(() => add(caller))).toBe(403)
  })
  it('does not see a file of another office', async () => {
    const isi = { bentuk: 'berkas' as const, berkasId: '01a1fcd4-0000-7000-8000-00000000dead' }
    expect(await refusal(() => add(member, [aLink({ isi })]))).toBe(404)
  })
  it('is refused when nothing is added, the validity leaves the year without a reason, or the kind is unknown', async () => {
    expect(await refusal(() => add(member, []))).toBe(409)
    const berlaku = { dari: '2026-01-01', sampai: '2027-12-31', alasan: 'singkat' }
    expect(await refusal(() => add(member, [aLink({ berlaku })]))).toBe(409)
    const isi = { bentuk: 'otomatis' as const, jenis: 'tidak-ada', periode: '2026-T1' }
    expect(await refusal(() => add(member, [aLink({ isi })]))).toBe(409)
  })
  it('is done: valid for the year of its date, with date and source, its title read by a job [P.16]', async () => {
    const before = await hub.counts()
    const id = await anEviden(member)
    expect(await rowOf(member, id)).toMatchObject({
      tanggal: '2026-03-04',
      sumber: 'Situs KPU Kabupaten Sukamaju',
      berlaku_dari: '2026-01-01',
      berlaku_sampai: '2026-12-31',
    })
    const after = await hub.counts()
    expect(after['audit_log']).toBe((before['audit_log'] ?? 0) + 1)
    expect(after['graphile_worker._private_jobs']).toBe(
      (before['graphile_worker._private_jobs'] ?? 0) + 1,
    )
  })
})

describe('correcting what is said (editEviden)', () => {
  const edit = (caller: Caller, id: string, versi = 1) =>
    editEviden(caller, { ...facts('Judul baru'), id, versi })

  it('is refused to who is not signed in', async () => {
    const id = await anEviden(member)
    expect(await refusal(() => edit(hub.as(null), id))).toBe(401)
  })
  it('is refused to a reader, to the province, and to a colleague who did not bring it', async () => {
    const id = await anEviden(member)
    const colleague = hub.as(await hub.actor('5203', 'anggota_tim'))
    for (const caller of [reader, above, colleague])
      expect(await refusal(() => edit(caller, id))).toBe(403)
  })
  it('is not found from another office', async () => {
    const id = await anEviden(member)
    expect(await refusal(() => edit(other, id))).toBe(404)
  })
  it('is refused when someone else was first, or the new validity has no reason', async () => {
    const id = await anEviden(member)
    expect(await refusal(() => edit(member, id, 9))).toBe(409)
    const berlaku = { dari: '2025-01-01', sampai: '2026-12-31', alasan: null }
    expect(await refusal(() => editEviden(admin, { ...facts('x'), berlaku, id, versi: 1 }))).toBe(
      409,
    )
  })
  it('is done by who brought it or who keeps the evidence of the office', async () => {
    const id = await anEviden(member)
    await edit(member, id)
    await edit(admin, id, 2)
    expect(await rowOf(member, id)).toMatchObject({ judul: 'Judul baru', versi: 3 })
  })
})

describe('removing evidence (removeEviden)', () => {
  it('is refused to who is not signed in, to a reader, and not found from another office', async () => {
    const id = await anEviden(member)
    expect(await refusal(() => removeEviden(hub.as(null), { id }))).toBe(401)
    expect(await refusal(() => removeEviden(reader, { id }))).toBe(403)
    expect(await refusal(() => removeEviden(other, { id }))).toBe(404)
  })
  it('is done once: the row stays, the library no longer shows it', async () => {
    const id = await anEviden(member, aLink({ judul: 'Yang dihapus' }))
    await removeEviden(member, { id })
    expect((await rowOf(member, id)).removed_by).toBe(member.actor?.id)
    expect(await refusal(() => removeEviden(member, { id }))).toBe(404)
    await expect(evidenForStaff(member, id)).rejects.toMatchObject({ status: 404 })
  })
})

describe('locking a record of the system (lockEviden)', () => {
  it('is refused to who is not signed in, to a member of a team, and not found from another office', async () => {
    const id = await anEviden(member, aRecord())
    expect(await refusal(() => lockEviden(hub.as(null), { id }))).toBe(401)
    expect(await refusal(() => lockEviden(member, { id }))).toBe(403)
    expect(await refusal(() => lockEviden(other, { id }))).toBe(404)
    expect(await refusal(() => lockEviden(above, { id }))).toBe(403)
  })
  it('is refused without figures, and a second time', async () => {
    const empty = await anEviden(member, aRecord('2026-T4'))
    expect(await refusal(() => lockEviden(admin, { id: empty }))).toBe(409)
    const id = await anEviden(member, aRecord())
    await lockEviden(admin, { id })
    expect(await refusal(() => lockEviden(admin, { id }))).toBe(409)
  })
  it('is no matter of files and links', async () => {
    const id = await anEviden(member)
    expect(await refusal(() => lockEviden(admin, { id }))).toBe(404)
  })
  it('is done: live until then, frozen with its hash from then on', async () => {
    const id = await anEviden(member, aRecord())
    const shown = async () => (await evidenForStaff(member, id)).document
    figure = 8
    expect(await shown()).toMatchObject({ isi: { angka: [{ nilai: 8 }] }, hash: null })
    await lockEviden(admin, { id })
    figure = 9
    expect(await shown()).toMatchObject({
      isi: { angka: [{ nilai: 8 }] },
      hash: expect.stringMatching(/^[\da-f]{64}$/),
    })
  })
})

describe('keeping the title of a link (keepLinkTitle)', () => {
  const system = (kode = '5203') => hub.as(systemActor(kode))
  const title = (id: string) => ({ satkerKode: '5203', id, judul: 'Judul laman', sebab: null })

  it('is refused to who is not signed in, to people, and not found from another office', async () => {
    const id = await anEviden(member)
    expect(await refusal(() => keepLinkTitle(hub.as(null), title(id)))).toBe(401)
    expect(await refusal(() => keepLinkTitle(admin, title(id)))).toBe(403)
    expect(await refusal(() => keepLinkTitle(system('5271'), title(id)))).toBe(404)
  })
  it('is refused for what is no link', async () => {
    const id = await anEviden(member, aRecord())
    expect(await refusal(() => keepLinkTitle(system(), title(id)))).toBe(409)
  })
  it('is done beside the title that was typed, with its moment [P.16]', async () => {
    const id = await anEviden(member)
    await keepLinkTitle(system(), title(id))
    const row = await rowOf(member, id)
    expect(row).toMatchObject({ judul: 'Berita sosialisasi SPIP', url_judul: 'Judul laman' })
    expect(row.url_dibaca_at).not.toBeNull()
  })
})

describe('the library', () => {
  const all = {
    cari: '',
    bentuk: '',
    tahun: null,
    keadaan: '',
    media: '',
    satker: '',
    page: 1,
  } as const

  it('is found by words, form, year, use, and medium [1.18]', async () => {
    const kept = hub.as(await hub.actor('5204', 'admin_satker'))
    await anEviden(kept, aLink({ judul: 'Spanduk ZI', media: 'spanduk', sasaran: 'Pemilih' }))
    await anEviden(kept, aLink({ judul: 'Tahun lalu', tanggal: '2025-05-05' }))
    await anEviden(kept, aRecord())
    const titles = async (more: object) =>
      (await libraryForStaff(kept, { ...all, ...more })).rows.map(({ eviden }) => eviden.judul)
    expect(await titles({ cari: 'spanduk' })).toEqual(['Spanduk ZI'])
    expect(await titles({ cari: '%' })).toEqual([])
    expect(await titles({ bentuk: 'otomatis' })).toEqual(['Rekap uji'])
    expect(await titles({ tahun: 2025 })).toEqual(['Tahun lalu'])
    expect(await titles({ keadaan: 'unused' })).toHaveLength(3)
    expect(await titles({ keadaan: 'accepted' })).toEqual([])
    expect(await titles({ media: 'semua' })).toEqual(['Spanduk ZI'])
    expect(await titles({ media: 'video' })).toEqual([])
  })

  it('shows an office its own evidence, the province that of its offices, and nobody the rest', async () => {
    const id = await anEviden(member, aLink({ judul: 'Hanya 5203' }))
    const seen = async (caller: Caller, satker: string) =>
      (await libraryForStaff(caller, { ...all, cari: 'Hanya 5203', satker })).total
    expect(await seen(member, '')).toBe(1)
    expect(await seen(above, '5203')).toBe(1)
    expect(await seen(other, '5203')).toBe(0)
    await expect(evidenForStaff(other, id)).rejects.toMatchObject({ status: 404 })
    expect((await evidenForStaff(above, id)).can).toEqual({
      edit: false,
      remove: false,
      lock: false,
    })
  })
})
