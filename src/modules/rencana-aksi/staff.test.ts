import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { asking, listen, recordStatements } from '#test/support/statements.ts'
import { setSel } from './commands/sel.ts'
import { aButir, aPlan, type Plan, treeOf } from './rencana.fixture.ts'
import { inputOf, pagesFor, textOf, typedIn } from './staff.fixture.ts'
import { placesOf } from './tree.ts'

listen()
const hub = testHub()
const marks = { catatan: null, alasan: null, doneOn: null }
const first = (plan: Plan) => plan.butirIds[0] ?? ''

describe('the list of plans', () => {
  it('shows the own office with its figures, and no other', async () => {
    const plan = await aPlan(hub, '3501', 'approved', { tahun: 2026, jenis: 'RB' })
    await aPlan(hub, '3502', 'approved', { tahun: 2026, jenis: 'RB' })
    await setSel(plan.admin, {
      rencanaId: plan.id,
      butirId: first(plan),
      bulan: 2,
      versi: 1,
      status: 'done',
      ...marks,
    })
    const { page } = await pagesFor(hub, plan.admin).get('')
    const rows = page.querySelectorAll('tbody tr')
    expect(rows).toHaveLength(1)
    expect(textOf(rows[0])).toMatch(/Rencana aksi RB 2026 RB 2026 Disahkan 1 dari 6 5$/)
  })

  it('shows a province the offices below it, by office, year, kind and stage', async () => {
    const province = hub.as(await hub.actor('35', 'pembaca'))
    const pages = pagesFor(hub, province)
    const all = await pages.get('')
    expect(textOf(all.page)).toContain('KPU Kabupaten Ponorogo')
    const one = await pages.get('?satker=3501&tahun=2026&jenis=RB&keadaan=approved')
    expect(one.page.querySelectorAll('tbody tr')).toHaveLength(1)
    expect((await pages.get('?jenis=ZI')).text).toContain('Tidak ada rencana yang cocok')
    expect(all.page.querySelectorAll('a').map(textOf)).not.toContain('Buat rencana')
  })

  it('makes an empty draft, and keeps what was typed when it cannot', async () => {
    const admin = hub.as(await hub.actor('3503', 'admin_satker'))
    const pages = pagesFor(hub, admin)
    const wrong = await pages.post('/baru', { jenis: 'RB', tahun: 'dua ribu', judul: 'Rencana RB' })
    expect(wrong.status).toBe(422)
    expect(inputOf(wrong.page, 'Tahun')?.getAttribute('value')).toBe('dua ribu')
    expect(textOf(wrong.page)).toContain('Tulis tahun dengan angka')
    const values = { jenis: 'RB', tahun: '2026', judul: 'Rencana RB 2026' }
    const made = await pages.post('/baru', values)
    expect(made.location).toMatch(/\/pohon$/)
    const again = await pages.post('/baru', values)
    expect([again.status, textOf(again.page).includes('sudah ada')]).toEqual([409, true])
  })
})

describe('the month grid of a plan [P.19]', () => {
  it('has four figures, a row for each butir and a cell for each planned month', async () => {
    const plan = await aPlan(hub, '3504', 'approved', { tahun: 2026 })
    const { page } = await pagesFor(hub, plan.admin).get(`/${plan.id}`)
    expect(page.querySelectorAll('.figures dt').map(textOf)).toEqual([
      'Selesai sampai November',
      'Terlambat',
      'Selesai tepat waktu',
      'Tanpa penanggung jawab',
    ])
    const cells = page.querySelectorAll('table a[aria-label]')
    expect(cells.map((cell) => cell.getAttribute('aria-label'))).toContain(
      'Februari: terlambat, jatuh tempo 28 Februari 2026',
    )
    expect(cells).toHaveLength(6)
    expect(cells[0]?.getAttribute('href')).toBe(
      `/kerja/rencana-aksi/${plan.id}/sel/${first(plan)}/2`,
    )
  })

  it('is narrowed by area, by person and by state', async () => {
    const plan = await aPlan(hub, '3504', 'approved', { tahun: 2026, jenis: 'ZI' })
    const pages = pagesFor(hub, plan.admin)
    const rowsOf = async (search: string) =>
      (await pages.get(`/${plan.id}?${search}`)).page.querySelectorAll('tbody th[scope=row]').length
    expect(await rowsOf(`area=${plan.tree.area[1]?.id}`)).toBe(1)
    expect(await rowsOf('orang=-')).toBe(3)
    expect(await rowsOf('keadaan=late')).toBe(3)
    expect(await rowsOf('keadaan=done')).toBe(0)
  })

  it('takes one statement after the scope, and at most 30 KB for a hundred butir', async () => {
    const butir = Array.from({ length: 99 }, (_, index) =>
      aButir(
        `Menyusun dokumen nomor ${index} tentang penguatan tata laksana dan pelayanan publik`,
        {
          indikator: [
            `Tersedianya dokumen nomor ${index} yang ditetapkan`,
            'Persentase pelaksanaan',
          ],
          eviden: ['Dokumen', 'Berita acara'],
          jadwal: { bulan: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
        },
      ),
    )
    const plan = await aPlan(hub, '3505', 'approved', { tahun: 2026, butir })
    const pages = pagesFor(hub, plan.admin)
    let text = ''
    const sent = await recordStatements(async () => {
      ;({ text } = await pages.get(`/${plan.id}`))
    })
    const own = asking(sent).filter((one) => !one.text.includes('set_config'))
    expect(own).toHaveLength(1)
    expect(gzipSync(text).byteLength / 1024).toBeLessThanOrEqual(30)
  })
})

describe('a cell', () => {
  it('is marked by a plain form, and the grid shows it [7.02]', async () => {
    const plan = await aPlan(hub, '3506', 'approved', { tahun: 2026 })
    const pages = pagesFor(hub, plan.admin)
    const path = `/${plan.id}/sel/${first(plan)}/7`
    const { page } = await pages.get(path)
    expect(
      page.querySelectorAll('input[name=status]').map((one) => one.getAttribute('value')),
    ).toEqual(['planned', 'in_progress', 'done', 'waived'])
    const typed = { ...typedIn(page, 'status'), status: 'done', doneOn: '2026-07-20' }
    const sent = await pages.post(path, typed)
    expect(sent.status).toBe(303)
    const grid = await pages.get(`/${plan.id}`)
    expect(grid.text).toContain('Juli: selesai 20 Juli 2026')
  })

  it('is not waived without a reason; the form says so and keeps the note', async () => {
    const plan = await aPlan(hub, '3506')
    const pages = pagesFor(hub, plan.admin)
    const values = { status: 'waived', catatan: 'Rapat batal', alasan: '', doneOn: '', versi: '1' }
    const { status, page } = await pages.post(`/${plan.id}/sel/${first(plan)}/2`, values)
    expect(status).toBe(422)
    expect(textOf(page.querySelector('[role=alert]'))).toContain('alasan peniadaan')
    expect(textOf(inputOf(page, 'Catatan'))).toBe('Rapat batal')
  })

  it('shows the second of two people both values and lets him choose', async () => {
    const plan = await aPlan(hub, '3506')
    const other = hub.as(await hub.actor('3506', 'kasubbag', { nama: 'Budi' }))
    const target = { rencanaId: plan.id, butirId: first(plan), bulan: 2, versi: 1 }
    await setSel(other, { ...target, status: 'done', ...marks, catatan: 'Catatan Budi' })
    const pages = pagesFor(hub, plan.admin)
    const path = `/${plan.id}/sel/${first(plan)}/2`
    const mine = {
      status: 'in_progress',
      catatan: 'Catatan saya',
      alasan: '',
      doneOn: '',
      versi: '1',
    }
    const { status, page } = await pages.post(path, mine)
    expect(status).toBe(409)
    const rows = page.querySelectorAll('tbody tr').map(textOf)
    expect(rows).toContain('Catatan Catatan Budi Catatan saya')
    expect(rows).toContain('Keadaan Selesai Berjalan')
    expect(textOf(page.querySelector('[role=alert]'))).toContain('oleh Budi')
    const chosen = await pages.post(path, typedIn(page, 'versi'))
    expect(chosen.status).toBe(303)
    const cell = placesOf(await treeOf(plan.admin, plan.id))[0]?.butir.sel[0]
    expect(cell).toMatchObject({ status: 'in_progress', catatan: 'Catatan saya' })
  })

  it('has no form for those who may not mark it', async () => {
    const plan = await aPlan(hub, '3506')
    const province = hub.as(await hub.actor('35', 'verifikator_provinsi'))
    const { status, page } = await pagesFor(hub, province).get(`/${plan.id}/sel/${first(plan)}/2`)
    expect([status, page.querySelectorAll('input[name=status]').length]).toEqual([200, 0])
  })
})

describe('a whole month', () => {
  it('is marked for the chosen butir in one step', async () => {
    const plan = await aPlan(hub, '3506')
    const pages = pagesFor(hub, plan.admin)
    const all = await pages.get(`/${plan.id}/bulan/7?pilih=terbuka`)
    expect(all.page.querySelectorAll('input[name=butir][checked]')).toHaveLength(3)
    const { page } = await pages.get(`/${plan.id}/bulan/7`)
    expect(page.querySelectorAll('input[name=butir][checked]')).toHaveLength(0)
    const butir = page
      .querySelectorAll('input[name=butir]')
      .map((one) => one.getAttribute('value') ?? '')
    expect(butir).toHaveLength(3)
    const values = { status: 'done', catatan: '', alasan: '', doneOn: '' }
    expect((await pages.post(`/${plan.id}/bulan/7`, values)).status).toBe(422)
    const sent = await pages.post(`/${plan.id}/bulan/7`, { ...values, butir: butir.slice(0, 2) })
    expect(sent.status).toBe(303)
    const states = placesOf(await treeOf(plan.admin, plan.id)).map(
      (one) => one.butir.sel[1]?.status,
    )
    expect(states).toEqual(['done', 'done', 'planned'])
  })
})
