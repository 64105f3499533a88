import { describe, expect, it } from 'vitest'
import { type Caller } from '#platform/command.ts'
import type { TestHub } from '#test/support/hub.ts'
import { aButir, aPlan, type Plan } from '../rencana-aksi/rencana.fixture.ts'
import { fillLingkar } from './commands/lingkar.ts'
import { submitLaporan } from './commands/laporan.ts'
import { addKeputusanRapat } from './commands/keputusan-rapat.ts'
import { addPeserta, markHadir } from './commands/peserta.ts'
import { openPutaran } from './commands/putaran.ts'
import { createRapat, type RapatFacts, writeNotula } from './commands/rapat.ts'
import { createRatl } from './commands/ratl.ts'
import { reportRatl } from './commands/ratl-result.ts'
import { addRekomendasi, createTemuan, type TemuanFacts } from './commands/temuan.ts'
import { laporanForStaff } from './queries/laporan.ts'
import { listPutaran } from './queries/putaran.ts'
import { rapatForStaff } from './queries/rapat-detail.ts'

export const office = '5203'

export const rapatFacts: RapatFacts = {
  jenis: 'monev',
  judul: 'Rapat monev uji',
  tanggal: '2026-11-18',
  jamMulai: '09:00',
  jamSelesai: null,
  tempat: 'Aula',
  tautan: null,
  nomorUndangan: null,
  pimpinanId: null,
  pimpinanNama: null,
  notulisId: null,
  notulisNama: null,
  agenda: 'Realisasi',
  laporanId: null,
}

export const as = async (hub: TestHub, peran: string, satkerKode = office): Promise<Caller> =>
  hub.as(await hub.actor(satkerKode, peran))

/** A meeting that took place, with one person present, notes and a decision; still open. */
export async function aRapat(hub: TestHub, more: Partial<RapatFacts> = {}) {
  const kasubbag = await as(hub, 'kasubbag')
  const { id } = await createRapat(kasubbag, { satkerKode: office, ...rapatFacts, ...more })
  await addPeserta(kasubbag, { rapatId: id, penggunaIds: [], nama: ['Ibu Sari, Ketua'] })
  const { peserta } = await rapatForStaff(kasubbag, id)
  const hadirIds = peserta.map((each) => each.id)
  await markHadir(kasubbag, { rapatId: id, hadirIds, hapusIds: [] })
  const keputusan = await addKeputusanRapat(kasubbag, { rapatId: id, uraian: 'Lengkapi eviden' })
  const notula = { pembahasan: 'Dibahas', simpulan: 'Sesuai', penilaian: null }
  await writeNotula(kasubbag, { rapatId: id, versi: 1, ...notula, nomorBeritaAcara: null })
  return { id, versi: 2, keputusanId: keputusan.id, pesertaId: hadirIds[0] ?? '', kasubbag }
}

export const temuanFacts: TemuanFacts = {
  tahun: 2026,
  sumber: 'mandiri',
  rujukan: null,
  laporanId: null,
  rapatId: null,
  tanggal: '2026-11-18',
  areaBaku: 4,
  butirId: null,
  uraian: 'SOP belum dievaluasi.',
  kriteria: null,
  sebab: null,
  akibat: null,
}

export async function aTemuan(hub: TestHub, tahun = 2026) {
  const kasubbag = await as(hub, 'kasubbag')
  const made = { satkerKode: office, rekomendasi: null, ...temuanFacts, tahun }
  const { id } = await createTemuan(kasubbag, made)
  const rekomendasi = await addRekomendasi(kasubbag, {
    temuanId: id,
    uraian: 'Evaluasi SOP segera.',
  })
  return { id, rekomendasiId: rekomendasi.id, kasubbag }
}

/** A step whose owner is a person of the office; reported by him when asked. */
export async function aRatl(hub: TestHub, state: 'open' | 'reported' = 'open') {
  const { rekomendasiId, kasubbag } = await aTemuan(hub)
  const owner = await hub.actor(office, 'anggota_tim')
  const facts = { aksi: 'Mengevaluasi SOP', keluaran: null, unitId: null, jatuhTempo: '2026-12-01' }
  const ratl = { ...facts, penanggungJawabId: owner.id }
  const { id } = await createRatl(kasubbag, { sumber: { rekomendasiId }, ...ratl })
  const result = {
    ratlId: id,
    hasil: 'Sudah dievaluasi semua.',
    tautan: 'https://a.id',
    berkasIds: [],
  }
  if (state === 'reported') await reportRatl(hub.as(owner), result)
  return { id, owner: hub.as(owner), ownerId: owner.id, kasubbag, facts: ratl, result }
}

let reports = 0

/** A round of the province over a plan with late cells; its window stands open on the standing clock. */
export async function aLaporan(hub: TestHub, state: 'open' | 'submitted' = 'open') {
  // An office has one plan of a kind a year.
  const jenis = reports % 2 === 0 ? ('RB' as const) : ('ZI' as const)
  const tahun = 2024 - Math.floor(reports++ / 2)
  const butir = [aButir('Menyusun peta'), aButir('Mengevaluasi SOP')]
  const plan: Plan = await aPlan(hub, office, 'approved', { tahun, jenis, butir })
  const province = await as(hub, 'verifikator_provinsi', '52')
  const putaran = {
    satkerKode: '52',
    judul: `Monev uji ${tahun}`,
    tahun,
    periode: 'T1',
    lingkup: jenis,
    mulai: '2026-11-16',
    hariKerja: 10,
    gelombang: 1,
    jeda: 0,
    untuk: ['kabkota' as const],
  }
  const opened = await openPutaran(province, putaran)
  const kasubbag = await as(hub, 'kasubbag')
  const { rows } = await listPutaran(kasubbag, { page: 1 })
  const id = rows.find(({ putaranId }) => putaranId === opened.id)?.laporanId ?? ''
  const { plans } = await laporanForStaff(kasubbag, id)
  const areaIds = plans.flatMap(({ area }) => area.map(({ areaId }) => areaId))
  const sent = { laporanId: id, simpulan: 'Sebagian besar selesai.', anggaran: {} }
  const baris = {
    butirId: null,
    target: null,
    realisasi: null,
    hambatan: 'Jadwal',
    solusi: 'Geser',
  }
  if (state === 'submitted') {
    for (const areaId of areaIds)
      await fillLingkar(kasubbag, { laporanId: id, areaId, baris: [{ ...baris, versi: 0 }] })
    await submitLaporan(kasubbag, sent)
  }
  return {
    id,
    tahun,
    plan,
    province,
    putaran,
    putaranId: opened.id,
    kasubbag,
    areaIds,
    sent,
    baris,
  }
}

/** After the window of `aLaporan`. */
export const afterWindow = new Date('2026-12-28T03:00:00Z')

export type Case<Made> = {
  name: string
  peran: string
  /** whose people may do it; default the office itself */
  satkerKode?: string
  /** an office of the same kind that must not see it */
  stranger?: string
  make: () => Promise<Made>
  run: (caller: Caller, made: Made) => Promise<unknown>
  /** brings it into a state that refuses; a caller's own refusal when it is a rule of the input */
  spoil: (made: Made) => Promise<((caller: Caller, made: Made) => Promise<unknown>) | void>
  now?: Date
}

/** The five sentences of a command: each refusal leaves no row, and done leaves its audit. */
export function fiveSentences<Made>(
  hub: TestHub,
  tables: readonly string[],
  it5: Case<Made>,
): void {
  const { peran, satkerKode = office, stranger = '5271', make, run, spoil, now } = it5
  const caller = async (place: string, role: string) => hub.as(await hub.actor(place, role), now)
  const refusal = async (work: () => Promise<unknown>) => {
    const before = await hub.counts(...tables)
    const status = await work().then(
      () => 200,
      (error: { status?: number }) => error.status ?? error,
    )
    expect(await hub.counts(...tables)).toEqual(before)
    return status
  }

  describe(it5.name, () => {
    it('is refused to someone who is not signed in', async () => {
      const made = await make()
      expect(await refusal(() => run(hub.as(null), made))).toBe(401)
    })

    it('is refused to a reader of the office', async () => {
      const made = await make()
      const reader = await caller(office, 'pembaca')
      expect(await refusal(() => run(reader, made))).toBe(403)
    })

    it('is not seen by another office', async () => {
      const made = await make()
      const other = await caller(stranger, peran)
      expect(await refusal(() => run(other, made))).toBe(404)
    })

    it('is refused by its state', async () => {
      const made = await make()
      const again = (await spoil(made)) ?? run
      const allowed = await caller(satkerKode, peran)
      expect(await refusal(() => again(allowed, made))).toBe(409)
    })

    it('is done, with a line in the audit chain', async () => {
      const made = await make()
      const allowed = await caller(satkerKode, peran)
      const before = (await hub.counts())['audit_log'] ?? 0
      await run(allowed, made)
      expect((await hub.counts())['audit_log']).toBeGreaterThan(before)
    })
  })
}
