import { expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { aButir, aPlan } from './rencana.fixture.ts'
import { inputOf, pagesFor, textOf } from './staff.fixture.ts'

const hub = testHub()

it('shows old and new before a plan is copied, and after [P.18]', async () => {
  const butir = [
    aButir('Laporan tahun 2028', { jadwal: { bulan: [], mulai: '2028-03-05', selesai: null } }),
    aButir('Rapat'),
  ]
  const plan = await aPlan(hub, '3508', 'approved', { tahun: 2028, jenis: 'RB', butir })
  const pages = pagesFor(hub, plan.admin)
  const { page } = await pages.get(`/${plan.id}/salin`)
  expect(textOf(page)).toContain('tanggal bergeser 1 tahun')
  const row = page.querySelectorAll('tbody tr').map(textOf)[0]
  expect(row).toBe('Laporan tahun 2028 Jadwal 5 Maret 2028 (Maret) 5 Maret 2029 (Maret)')
  expect(inputOf(page, 'Judul rencana baru')?.getAttribute('value')).toBe('Rencana aksi RB 2029')
  const renamed = await pages.get(`/${plan.id}/salin?tahun=2030&ganti=ya`)
  expect(textOf(renamed.page)).toContain('Masih menyebut 2028 0')

  const wrong = await pages.post(`/${plan.id}/salin`, { tahun: '2029', judul: 'x' })
  expect(wrong.status).toBe(422)
  const done = await pages.post(`/${plan.id}/salin`, { tahun: '2029', judul: 'Rencana RB 2029' })
  expect(done.status).toBe(303)
  const path = done.location?.replace('/kerja/rencana-aksi', '') ?? ''
  const after = await pages.get(path)
  expect(textOf(after.page)).toContain('disalin dari Rencana aksi RB 2028')
  expect(textOf(after.page)).toContain('Jadwal')
  const again = await pages.get(`/${plan.id}/salin`)
  expect(textOf(again.page)).toContain('Rencana RB tahun 2029 sudah ada')
  const twice = await pages.post(`/${plan.id}/salin`, { tahun: '2029', judul: 'Rencana RB 2029' })
  expect(twice.status).toBe(409)

  const reader = pagesFor(hub, hub.as(await hub.actor('3508', 'pembaca')))
  expect((await reader.get(`/${plan.id}/salin`)).status).toBe(403)
  expect((await reader.get(path)).status).toBe(200)
  expect((await pages.get(`/${plan.id}/salinan`)).status).toBe(404)
})
