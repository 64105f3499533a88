import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { isButirConflict } from '../conflict.ts'
import { diffRencana } from '../diff.ts'
import type { IsiRencana } from '../isi.ts'
import { aPlan, type Plan, treeOf } from '../rencana.fixture.ts'
import { placesOf } from '../tree.ts'
import { approve, propose, returnToDraft } from './approval.ts'
import { addButir, assignButir, editButir, removeButir } from './butir.ts'
import { move } from './move.ts'
import { addKegiatan } from './sections.ts'
import { setSel } from './sel.ts'
import { decideChange, proposeChange, type Wish } from './usulan.ts'

const hub = testHub()

const change = async (plan: Plan, wish: Wish, setuju = true) => {
  const { id } = await proposeChange(plan.admin, {
    rencanaId: plan.id,
    wish,
    alasan: 'Menyesuaikan arahan KPU RI',
  })
  await decideChange(plan.ketua, {
    rencanaId: plan.id,
    usulanId: id,
    setuju,
    catatan: setuju ? null : 'Belum diperlukan sekarang',
  })
}
const versionsOf = async (
  plan: Plan,
): Promise<{ versi: number; isi: IsiRencana; alasan: string }[]> =>
  (
    await hub.services.ownerPool.query(
      'select versi, isi, alasan from rencana_versi where rencana_id = $1 order by versi',
      [plan.id],
    )
  ).rows

describe('approval by four eyes [1.10] [1.11] [1.15]', () => {
  it('is refused to the one who proposed, even when he may approve', async () => {
    const plan = await aPlan(hub, '3508', 'draft')
    const sekretaris = hub.as(await hub.actor('3508', 'sekretaris'))
    await propose(sekretaris, { rencanaId: plan.id })
    await expect(approve(sekretaris, { rencanaId: plan.id })).rejects.toMatchObject({ status: 409 })
    await approve(plan.ketua, { rencanaId: plan.id })
    expect(await treeOf(plan.admin, plan.id)).toMatchObject({ state: 'approved', versi: 1 })
  })

  it('makes version 1 of the plan as it stands, with priorities, deadlines and persons', async () => {
    const plan = await aPlan(hub, '3508', 'draft')
    await editButir(plan.admin, {
      rencanaId: plan.id,
      butirId: plan.butirIds[0] ?? '',
      versi: 1,
      edit: { ...plan.edit, prioritas: true, penanggungJawabId: plan.admin.actor?.id ?? null },
    })
    await propose(plan.admin, { rencanaId: plan.id })
    await approve(plan.ketua, { rencanaId: plan.id, catatan: 'Sesuai berita acara pleno' })
    const [version] = await versionsOf(plan)
    expect(version).toMatchObject({ versi: 1, alasan: 'Sesuai berita acara pleno' })
    expect(version?.isi.area[0]?.kegiatan[0]?.butir[0]).toMatchObject({
      prioritas: true,
      penanggungJawab: { id: plan.admin.actor?.id, nama: plan.admin.actor?.nama },
      bulan: [2, 7],
    })
  })

  it('sends a plan back with a note, after which it can be edited and proposed again', async () => {
    const plan = await aPlan(hub, '3508', 'proposed')
    const back = { rencanaId: plan.id, catatan: 'Lengkapi jadwal butir' }
    await expect(returnToDraft(plan.ketua, { ...back, catatan: ' ' })).rejects.toMatchObject({
      status: 409,
    })
    await returnToDraft(plan.ketua, back)
    await removeButir(plan.admin, { rencanaId: plan.id, butirId: plan.butirIds[1] ?? '' })
    await propose(plan.admin, { rencanaId: plan.id })
    expect(placesOf(await treeOf(plan.admin, plan.id))).toHaveLength(2)
  })
})

describe('a change to an approved plan [P.10]', () => {
  it('waits for another person, then makes the next version that can be compared', async () => {
    const plan = await aPlan(hub, '3508')
    const [first = '', second = ''] = plan.butirIds
    const edit = { ...plan.edit, uraian: 'Menyusun peta proses bisnis dan SOP', bulan: [2, 8] }
    await change(plan, { jenis: 'ubah_butir', butirId: first, edit })
    await change(plan, { jenis: 'tambah_butir', edit: { ...plan.edit, uraian: 'Uji publik SOP' } })
    await change(plan, { jenis: 'hapus_butir', butirId: second })
    const [one, , , four] = await versionsOf(plan)
    const diff = diffRencana(one?.isi ?? { area: [] }, four?.isi ?? { area: [] })
    expect(diff.added.map(({ teks }) => teks)).toEqual(['Uji publik SOP'])
    expect(diff.removed.map(({ id }) => id)).toEqual([second])
    expect(diff.changed[0]?.fields).toEqual([
      {
        field: 'uraian',
        before: 'Menyusun peta proses bisnis',
        after: 'Menyusun peta proses bisnis dan SOP',
      },
      { field: 'jadwal', before: 'Februari, Juli', after: 'Februari, Agustus' },
    ])
    expect(await treeOf(plan.admin, plan.id)).toMatchObject({ versi: 4, usulanMenunggu: 0 })
  })

  it('changes nothing when it is rejected', async () => {
    const plan = await aPlan(hub, '3508')
    await change(plan, { jenis: 'hapus_butir', butirId: plan.butirIds[0] ?? '' }, false)
    const tree = await treeOf(plan.admin, plan.id)
    expect(tree).toEqual(plan.tree)
  })

  it('keeps the work of a butir that leaves the plan', async () => {
    const plan = await aPlan(hub, '3508')
    const butirId = plan.butirIds[0] ?? ''
    const mark = { rencanaId: plan.id, butirId, bulan: 2, versi: 1, catatan: 'sudah', alasan: null }
    await setSel(plan.admin, { ...mark, status: 'done', doneOn: null })
    await change(plan, { jenis: 'hapus_butir', butirId })
    const { rows } = await hub.services.ownerPool.query(
      'select catatan from rencana_sel where butir_id = $1 and bulan = 2',
      [butirId],
    )
    expect(rows).toEqual([{ catatan: 'sudah' }])
  })

  it('cannot take out a month in which something was done', async () => {
    const plan = await aPlan(hub, '3508')
    const butirId = plan.butirIds[0] ?? ''
    const mark = { rencanaId: plan.id, butirId, bulan: 2, versi: 1, catatan: null, alasan: null }
    await setSel(plan.admin, { ...mark, status: 'done', doneOn: null })
    await expect(
      change(plan, { jenis: 'ubah_butir', butirId, edit: { ...plan.edit, bulan: [8] } }),
    ).rejects.toThrow('Bulan Februari sudah dikerjakan')
  })

  it('is not applied over a change that came in between', async () => {
    const plan = await aPlan(hub, '3508')
    const wish = { jenis: 'ubah_butir' as const, butirId: plan.butirIds[0] ?? '' }
    const late = await proposeChange(plan.admin, {
      rencanaId: plan.id,
      wish: { ...wish, edit: { ...plan.edit, bulan: [3] } },
      alasan: 'Jadwal dipercepat',
    })
    await change(plan, { ...wish, edit: { ...plan.edit, bulan: [9] } })
    await expect(
      decideChange(plan.ketua, {
        rencanaId: plan.id,
        usulanId: late.id,
        setuju: true,
        catatan: null,
      }),
    ).rejects.toThrow('sudah berubah sejak usulan')
  })

  it('needs something to change', async () => {
    const plan = await aPlan(hub, '3508')
    await expect(
      change(plan, { jenis: 'ubah_butir', butirId: plan.butirIds[0] ?? '', edit: plan.edit }),
    ).rejects.toThrow('Belum ada yang berubah')
  })
})

describe('editing a draft [P.07]', () => {
  it('shows the second of two people both values, and overwrites nothing', async () => {
    const plan = await aPlan(hub, '3508', 'draft')
    const butirId = plan.butirIds[0] ?? ''
    const other = hub.as(await hub.actor('3508', 'kasubbag', { nama: 'Budi' }))
    const target = { rencanaId: plan.id, butirId, versi: 1 }
    await editButir(other, { ...target, edit: { ...plan.edit, uraian: 'Milik Budi' } })
    const refusal = await editButir(plan.admin, {
      ...target,
      edit: { ...plan.edit, uraian: 'Milik saya' },
    }).catch((error: unknown) => error)
    const { detail } = refusal as { detail: unknown }
    expect(isButirConflict(detail)).toBe(true)
    expect(detail).toMatchObject({
      current: { uraian: 'Milik Budi' },
      typed: { uraian: 'Milik saya' },
      changed: { nama: 'Budi' },
      versi: 2,
    })
    expect(placesOf(await treeOf(other, plan.id))[0]?.butir.uraian).toBe('Milik Budi')
  })

  it('keeps the kind and the values of an indikator whose words stay or are mended', async () => {
    const plan = await aPlan(hub, '3508', 'draft')
    const target = { rencanaId: plan.id, butirId: plan.butirIds[0] ?? '' }
    const save = (versi: number, indikator: string[]) =>
      editButir(plan.admin, { ...target, versi, edit: { ...plan.edit, indikator } })
    const stored = async () => placesOf(await treeOf(plan.admin, plan.id))[0]?.butir.indikator ?? []
    await save(1, ['Jumlah SOP', 'Dokumen peta'])
    const [jumlah, dokumen] = await stored()
    await save(2, ['Dokumen peta', 'Jumlah SOP yang dievaluasi', 'Persentase SOP'])
    expect((await stored()).map(({ id, teks, jenis }) => [id, teks, jenis])).toEqual([
      [dokumen?.id, 'Dokumen peta', 'dokumen'],
      [jumlah?.id, 'Jumlah SOP yang dievaluasi', 'jumlah'],
      [expect.any(String), 'Persentase SOP', 'persen'],
    ])
  })

  it('moves rows among their siblings, and no further than the end', async () => {
    const plan = await aPlan(hub, '3508', 'draft')
    const target = { rencanaId: plan.id, jenis: 'butir' as const, id: plan.butirIds[0] ?? '' }
    await move(plan.admin, { ...target, arah: 'turun' })
    const order = placesOf(await treeOf(plan.admin, plan.id)).map((place) => place.butir.id)
    expect(order).toEqual([plan.butirIds[1], plan.butirIds[0], plan.butirIds[2]])
    await expect(move(plan.admin, { ...target, arah: 'turun' })).rejects.toThrow('di ujung')
  })

  it('adds a butir to a new kegiatan, and refuses a person or a unit of another office', async () => {
    const plan = await aPlan(hub, '3508', 'draft')
    const area = plan.tree.area[1]
    const kegiatan = await addKegiatan(plan.admin, {
      rencanaId: plan.id,
      areaId: area?.id ?? '',
      nomor: '2.',
      judul: 'Benturan kepentingan',
    })
    const edit = { ...plan.edit, kegiatanId: kegiatan.id, uraian: 'Memetakan benturan' }
    await addButir(plan.admin, { rencanaId: plan.id, edit })
    const tree = await treeOf(plan.admin, plan.id)
    expect(tree.area[1]?.kegiatan[1]?.butir[0]).toMatchObject({ uraian: 'Memetakan benturan' })
    const stranger = await hub.actor('3509', 'anggota_tim')
    const wrong = { ...edit, penanggungJawabId: stranger.id }
    await expect(addButir(plan.admin, { rencanaId: plan.id, edit: wrong })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('naming who answers [P.20]', () => {
  it('works for many butir at once, leaves the unit as it is, and sees what others changed', async () => {
    const plan = await aPlan(hub, '3508')
    const sari = await hub.actor('3508', 'pembaca', { nama: 'Sari' })
    const butir = plan.butirIds.map((butirId) => ({ butirId, versi: 1 }))
    const naming = { rencanaId: plan.id, butir, penanggungJawabId: sari.id }
    await assignButir(plan.admin, naming)
    const places = placesOf(await treeOf(plan.admin, plan.id))
    expect(places.map((place) => place.butir.penanggungJawab?.nama)).toEqual([
      'Sari',
      'Sari',
      'Sari',
    ])
    await expect(
      assignButir(plan.admin, { ...naming, penanggungJawabId: null }),
    ).rejects.toMatchObject({ status: 409 })
    const mark = { rencanaId: plan.id, butirId: plan.butirIds[0] ?? '', bulan: 2, versi: 1 }
    await setSel(hub.as(sari), {
      ...mark,
      status: 'in_progress',
      catatan: null,
      alasan: null,
      doneOn: null,
    })
    expect(placesOf(await treeOf(plan.admin, plan.id))[0]?.butir.sel[0]?.status).toBe('in_progress')
  })
})
