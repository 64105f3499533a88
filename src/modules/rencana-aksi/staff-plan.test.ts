import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { propose } from './commands/approval.ts'
import { setSel } from './commands/sel.ts'
import { proposeChange } from './commands/usulan.ts'
import { aButir, aPlan, type Plan, treeOf } from './rencana.fixture.ts'
import { inputOf, pagesFor, textOf, typedIn } from './staff.fixture.ts'
import { placesOf } from './tree.ts'

const hub = testHub()
const marks = { catatan: null, alasan: null, doneOn: null }
const first = (plan: Plan) => plan.butirIds[0] ?? ''

describe('a draft', () => {
  it('is put together by forms: area, kegiatan, butir, order [P.07] [P.11] [1.13]', async () => {
    const admin = hub.as(await hub.actor('3511', 'admin_satker'))
    const pages = pagesFor(hub, admin)
    const made = await pages.post('/baru', {
      jenis: 'ZI',
      tahun: '2026',
      judul: 'Rencana Kerja ZI',
    })
    const id = made.location?.split('/').at(-2) ?? ''
    await pages.post(`/${id}/area-baru`, { nomor: '1.', judul: 'Manajemen Perubahan' })
    const area = (await treeOf(admin, id)).area[0]?.id
    await pages.post(`/${id}/kegiatan-baru?area=${area}`, { nomor: '', judul: 'Tim kerja' })
    const kegiatanId = (await treeOf(admin, id)).area[0]?.kegiatan[0]?.id ?? ''
    const form = await pages.get(`/${id}/butir-baru?kegiatan=${kegiatanId}`)
    const typed = typedIn(form.page, 'uraian')
    const wrong = await pages.post(`/${id}/butir-baru`, {
      ...typed,
      mulai: '2026-05-01',
      selesai: '2026-04-01',
    })
    expect(wrong.status).toBe(422)
    expect(textOf(wrong.page.querySelector('[role=alert]'))).toMatch(/uraian.*selesai tidak boleh/i)
    await pages.post(`/${id}/butir-baru`, {
      ...typed,
      uraian: 'Membentuk tim kerja',
      bulan: ['1', '7'],
      prioritas: 'ya',
      indikator: 'Keputusan tim\nJumlah rapat',
    })
    const [place] = placesOf(await treeOf(admin, id))
    expect(place?.area.areaBaku).toBe(1)
    expect(place?.butir).toMatchObject({ prioritas: true, uraian: 'Membentuk tim kerja' })
    expect(place?.butir.sel.map(({ bulan }) => bulan)).toEqual([1, 7])
    expect(place?.butir.indikator.map(({ jenis }) => jenis)).toEqual(['dokumen', 'jumlah'])
    const end = await pages.post(`/${id}/pindah`, { jenis: 'area', id: area ?? '', arah: 'naik' })
    expect(end.status).toBe(303)
  })

  it('shows the second of two people what is stored beside his own words', async () => {
    const plan = await aPlan(hub, '3511', 'draft')
    const pages = pagesFor(hub, plan.admin)
    const path = `/${plan.id}/butir/${first(plan)}/ubah`
    const typed = typedIn((await pages.get(path)).page, 'uraian')
    const budi = pagesFor(hub, hub.as(await hub.actor('3511', 'kasubbag', { nama: 'Budi' })))
    expect((await budi.post(path, { ...typed, uraian: 'Kata Budi' })).status).toBe(303)
    const late = await pages.post(path, { ...typed, uraian: 'Kata saya' })
    expect(late.status).toBe(409)
    expect(textOf(late.page)).toContain('Tersimpan sekarang: Kata Budi')
    expect(textOf(inputOf(late.page, 'Uraian'))).toBe('Kata saya')
    const again = await pages.post(path, typedIn(late.page, 'uraian'))
    expect(again.status).toBe(303)
    expect(placesOf(await treeOf(plan.admin, plan.id))[0]?.butir.uraian).toBe('Kata saya')
  })

  it('goes to approval and back by the page of its stages [1.15]', async () => {
    const plan = await aPlan(hub, '3511', 'draft')
    const admin = pagesFor(hub, plan.admin)
    const ketua = pagesFor(hub, plan.ketua)
    expect((await admin.post(`/${plan.id}/ajukan`, {})).status).toBe(303)
    const short = await ketua.post(`/${plan.id}/kembalikan`, { catatan: 'kurang' })
    expect([short.status, textOf(inputOf(short.page, 'Apa yang'))]).toEqual([409, 'kurang'])
    await ketua.post(`/${plan.id}/kembalikan`, { catatan: 'Lengkapi jadwal dahulu' })
    await admin.post(`/${plan.id}/ajukan`, {})
    expect((await admin.get(`/${plan.id}/tahap`)).text).not.toContain('Sahkan rencana')
    expect((await ketua.post(`/${plan.id}/sahkan`, { catatan: '' })).status).toBe(303)
    const history = await admin.get(`/${plan.id}/riwayat`)
    expect(textOf(history.page)).toContain('Alasan: Lengkapi jadwal dahulu')
    expect(textOf(history.page)).toContain('Rencana disahkan')
  })
})

describe('an approved plan', () => {
  it('is changed by a proposal that another person decides, and versions can be compared [P.10]', async () => {
    const plan = await aPlan(hub, '3512')
    const admin = pagesFor(hub, plan.admin)
    const ketua = pagesFor(hub, plan.ketua)
    const path = `/${plan.id}/butir/${first(plan)}/ubah`
    const typed = typedIn((await admin.get(path)).page, 'uraian')
    const unsaid = await admin.post(path, { ...typed, bulan: ['9'], alasan: '' })
    expect(unsaid.status).toBe(409)
    await admin.post(path, { ...typed, bulan: ['9'], alasan: 'Anggaran baru tersedia' })
    const stages = await ketua.get(`/${plan.id}/tahap`)
    const link = stages.page
      .querySelectorAll('a')
      .find((a) => textOf(a).startsWith('Mengubah butir'))
    const usulan = link?.getAttribute('href')?.replace('/kerja/rencana-aksi', '') ?? ''
    expect(textOf((await ketua.get(usulan)).page)).toContain('September')
    expect((await admin.get(usulan)).page.querySelectorAll('input[name=putusan]')).toHaveLength(0)
    expect((await ketua.post(usulan, { putusan: 'setuju', catatan: '' })).status).toBe(303)
    const compare = await admin.get(`/${plan.id}/banding?dari=1&ke=2`)
    expect(textOf(compare.page)).toContain('Jadwal')
    expect(compare.page.querySelectorAll('del, ins').length).toBeGreaterThan(0)
  })

  it('shows a proposal to drop a butir, and rejects with a note', async () => {
    const plan = await aPlan(hub, '3512')
    const wish = { jenis: 'hapus_butir' as const, butirId: first(plan) }
    const { id } = await proposeChange(plan.admin, {
      rencanaId: plan.id,
      wish,
      alasan: 'Tidak relevan lagi',
    })
    const ketua = pagesFor(hub, plan.ketua)
    const path = `/${plan.id}/usulan/${id}`
    expect(textOf((await ketua.get(path)).page)).toContain('Menyusun peta proses bisnis')
    expect((await ketua.post(path, { putusan: 'tolak', catatan: '' })).status).toBe(409)
    expect((await ketua.post(path, { putusan: 'tolak', catatan: 'Masih diperlukan' })).status).toBe(
      303,
    )
  })

  it('tells for each area how much of it was executed, runs and is late [P.19] [7.02]', async () => {
    const plan = await aPlan(hub, '3512', 'approved', { tahun: 2026 })
    const target = { rencanaId: plan.id, butirId: first(plan), versi: 1, ...marks }
    await setSel(plan.admin, { ...target, bulan: 2, status: 'done' })
    const { page } = await pagesFor(hub, plan.admin).get(`/${plan.id}/pohon`)
    expect(textOf(page)).toContain('25% selesai: 1 dari 4, 3 terlambat')
    expect(textOf(page)).toContain('0% selesai: 0 dari 2, 2 terlambat')
  })

  it('shows everything about a butir, with what happened to it', async () => {
    const plan = await aPlan(hub, '3512')
    await setSel(plan.admin, {
      rencanaId: plan.id,
      butirId: first(plan),
      bulan: 2,
      versi: 1,
      status: 'in_progress',
      ...marks,
    })
    const { page } = await pagesFor(hub, plan.admin).get(`/${plan.id}/butir/${first(plan)}`)
    expect(textOf(page.querySelector('h1'))).toBe('Menyusun peta proses bisnis')
    expect(textOf(page)).toMatch(/Kewajiban ditandai untuk Februari/)
    expect(textOf(page)).toContain('Keadaan: Direncanakan → Berjalan')
  })
})

describe('the print view', () => {
  const butir = [
    aButir('Menyusun SOP', {
      langkah: 'Membentuk tim penyusun',
      indikator: ['Dokumen SOP'],
      eviden: ['Keputusan tim'],
    }),
  ]

  it('is a landscape annex with a mark in each planned month for RB', async () => {
    const plan = await aPlan(hub, '3513', 'approved', { tahun: 2026, jenis: 'RB', butir })
    const { page } = await pagesFor(hub, plan.admin).get(`/${plan.id}/cetak`)
    expect(page.querySelector('[data-orientation=landscape]')).not.toBeNull()
    expect(page.querySelectorAll('thead th').map(textOf)).toEqual([
      'No.',
      'Area perubahan',
      'Kegiatan',
      'Sub kegiatan',
      'Indikator keberhasilan',
      'Pelaksanaan (bulan)',
      'Ket.',
      ...Array.from({ length: 12 }, (_, index) => String(index + 1)),
    ])
    expect(page.querySelectorAll('td').filter((cell) => textOf(cell) === '✓')).toHaveLength(4)
  })

  it('is a table of steps, evidence and target time for ZI', async () => {
    const plan = await aPlan(hub, '3513', 'approved', { tahun: 2026, jenis: 'ZI', butir })
    const { page } = await pagesFor(hub, plan.admin).get(`/${plan.id}/cetak`)
    expect(page.querySelectorAll('thead th').map(textOf)).toEqual([
      'No.',
      'Penilaian',
      'Langkah aksi',
      'Eviden',
      'Target waktu',
    ])
    expect(textOf(page)).toContain('Februari, Juli')
  })
})

describe('every page of a plan', () => {
  it('is not found for another office, and open to the province', async () => {
    const plan = await aPlan(hub, '3514', 'draft')
    await propose(plan.admin, { rencanaId: plan.id })
    const paths = ['', '/pohon', '/tahap', '/riwayat', '/cetak', '/penanggung-jawab', '/bulan/2']
    const neighbour = pagesFor(hub, hub.as(await hub.actor('3515', 'admin_satker')))
    const province = pagesFor(hub, hub.as(await hub.actor('35', 'pembaca')))
    for (const path of paths) {
      expect([path, (await neighbour.get(`/${plan.id}${path}`)).status]).toEqual([path, 404])
      expect([path, (await province.get(`/${plan.id}${path}`)).status]).toEqual([path, 200])
    }
    expect((await province.get('/bukan-rencana')).status).toBe(404)
  })
})
