import { describe, expect, it } from 'vitest'
import { query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { fiveSentences } from '../five-sentences.fixture.ts'
import type { Ukuran } from '../indikator.ts'
import { indikatorRows } from '../queries/indikator.ts'
import { rencanaTree } from '../queries/tree.ts'
import { aButir, aPlan, type Plan } from '../rencana.fixture.ts'
import { placesOf } from '../tree.ts'
import { correctTahunLalu, editIndikator, setNilaiIndikator } from './indikator.ts'

const hub = testHub()
const tables = ['rencana_indikator', 'rencana_indikator_nilai', 'rencana_riwayat']
const teks = 'Persentase pegawai yang mengikuti sosialisasi'
const persen: Ukuran = {
  jenis: 'persen',
  satuan: null,
  arah: 'naik',
  target: 90,
  caraHitung: 'terakhir',
}

const measured = (hubPlan: Plan) => {
  const key = {
    rencanaId: hubPlan.id,
    indikatorId: hubPlan.tree.area[0]?.kegiatan[0]?.butir[0]?.indikator[0]?.id ?? '',
  }
  return key
}
const aMeasuredPlan = (tahun?: number) =>
  aPlan(hub, '3508', 'approved', {
    ...(tahun ? { tahun, jenis: 'RB' as const } : {}),
    butir: [aButir('Sosialisasi', { indikator: [teks] })],
  })
const inMonth = (
  bulan: number,
  nilai: number | null,
  versi = 0,
  catatan: string | null = null,
) => ({
  bulan,
  nilai,
  catatan,
  versi,
})
const rowsOf = query(async (q, id: string) => {
  const tree = await rencanaTree(q, id)
  return indikatorRows(q, tree, placesOf(tree))
})
const rowOf = async (plan: Plan) => (await rowsOf(plan.admin, plan.id))[0]

/** The fixture's plans have no indicator; each gets one of its own, whatever its state. */
const withIndikator = async (plan: Plan) => {
  const id = crypto.randomUUID()
  await hub.services.ownerPool.query(
    `insert into rencana_indikator (satker_kode, id, rencana_id, butir_id, urutan, teks, jenis)
     values ($1, $2, $3, $4, 1, $5, 'persen')`,
    [plan.tree.satkerKode, id, plan.id, plan.butirIds[0], teks],
  )
  return { rencanaId: plan.id, indikatorId: id }
}

fiveSentences(hub, tables, {
  name: 'editIndikator [P.17]',
  peran: 'kasubbag',
  in: 'approved',
  notIn: 'proposed',
  before: withIndikator,
  run: (caller, _, key) => editIndikator(caller, { ...key, ...persen, versi: 1 }),
})

fiveSentences(hub, tables, {
  name: 'correctTahunLalu [P.18]',
  peran: 'koordinator_area',
  in: 'approved',
  notIn: 'closed',
  before: withIndikator,
  run: (caller, _, key) => correctTahunLalu(caller, { ...key, nilai: 55 }),
})

fiveSentences(hub, tables, {
  name: 'setNilaiIndikator [P.17]',
  peran: 'anggota_tim',
  in: 'approved',
  notIn: 'draft',
  before: withIndikator,
  run: (caller, _, key) => setNilaiIndikator(caller, { ...key, nilai: [inMonth(3, 40)] }),
})

describe('measuring an indicator [P.17]', () => {
  it('keeps the value of each month with its note, and takes one back', async () => {
    const plan = await aMeasuredPlan()
    const key = measured(plan)
    await editIndikator(plan.admin, { ...key, ...persen, versi: 1 })
    const nilai = [inMonth(3, 40), inMonth(6, 92.5, 0, 'dua angkatan')]
    expect(await setNilaiIndikator(plan.admin, { ...key, nilai })).toEqual({ changed: 2 })
    expect(await rowOf(plan)).toMatchObject({ capaian: 92.5 })
    await setNilaiIndikator(plan.admin, { ...key, nilai: [inMonth(6, null, 1)] })
    expect(await rowOf(plan)).toMatchObject({
      capaian: 40,
      nilai: [{ bulan: 3, nilai: 40, versi: 1 }],
    })
  })

  it('shows the second of two people both values, and overwrites nothing', async () => {
    const plan = await aMeasuredPlan()
    const key = measured(plan)
    const other = hub.as(await hub.actor('3508', 'kasubbag', { nama: 'Budi' }))
    await setNilaiIndikator(other, { ...key, nilai: [inMonth(3, 40)] })
    const before = await hub.counts(...tables)
    const late = setNilaiIndikator(plan.admin, { ...key, nilai: [inMonth(2, 5), inMonth(3, 60)] })
    await expect(late).rejects.toMatchObject({
      status: 409,
      detail: { kind: 'nilai', current: [{ bulan: 3, nilai: 40, versi: 1, nama: 'Budi' }] },
    })
    expect(await hub.counts(...tables)).toEqual(before)
    await setNilaiIndikator(plan.admin, { ...key, nilai: [inMonth(2, 5), inMonth(3, 60, 1)] })
    expect((await rowOf(plan))?.nilai.map(({ nilai }) => nilai)).toEqual([5, 60])
  })

  it('refuses what the kind cannot hold, also when the kind changes afterwards', async () => {
    const plan = await aMeasuredPlan()
    const key = measured(plan)
    const tooMuch = setNilaiIndikator(plan.admin, { ...key, nilai: [inMonth(3, 140)] })
    await expect(tooMuch).rejects.toMatchObject({ status: 409 })
    await setNilaiIndikator(plan.admin, { ...key, nilai: [inMonth(3, 40)] })
    const asDocument = { ...persen, jenis: 'dokumen' as const, target: null }
    await expect(
      editIndikator(plan.admin, { ...key, ...asDocument, versi: 1 }),
    ).rejects.toMatchObject({ status: 409 })
  })

  it('belongs to the coordinator of that area, not of another', async () => {
    const plan = await aMeasuredPlan()
    const key = measured(plan)
    const other = hub.as(await hub.actor('3508', 'koordinator_area', { areaBaku: 7 }))
    const own = hub.as(await hub.actor('3508', 'koordinator_area', { areaBaku: 4 }))
    const edit = { ...key, ...persen, versi: 1 }
    const values = { ...key, nilai: [inMonth(3, 40)] }
    await expect(editIndikator(other, edit)).rejects.toMatchObject({ status: 403 })
    await expect(setNilaiIndikator(other, values)).rejects.toMatchObject({ status: 403 })
    await editIndikator(own, edit)
    await setNilaiIndikator(own, values)
    await expect(editIndikator(own, { ...edit, target: 70 })).rejects.toMatchObject({ status: 409 })
  })
})

describe('comparing with last year [P.18]', () => {
  it("takes last year's value from last year's plan by itself, until someone corrects it", async () => {
    const last = await aMeasuredPlan(2031)
    const plan = await aMeasuredPlan(2032)
    await setNilaiIndikator(last.admin, { ...measured(last), nilai: [inMonth(12, 75)] })
    await setNilaiIndikator(plan.admin, { ...measured(plan), nilai: [inMonth(3, 60)] })
    expect(await rowOf(plan)).toMatchObject({
      tahunLalu: { nilai: 75, asal: 'rencana' },
      trend: 'worse',
    })
    await correctTahunLalu(plan.admin, { ...measured(plan), nilai: 60 })
    expect(await rowOf(plan)).toMatchObject({
      tahunLalu: { nilai: 60, asal: 'koreksi' },
      trend: 'equal',
    })
    await correctTahunLalu(plan.admin, { ...measured(plan), nilai: null })
    expect(await rowOf(plan)).toMatchObject({ tahunLalu: { nilai: 75, asal: 'rencana' } })
  })
})
