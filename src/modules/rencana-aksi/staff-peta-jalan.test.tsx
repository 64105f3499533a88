import { expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { aPlan } from './rencana.fixture.ts'
import { pagesFor, textOf } from './staff.fixture.ts'

const hub = testHub()

it('ties a plan to the suggested road map, names sasaran, and lists what is not tied [1.14]', async () => {
  const plan = await aPlan(hub, '3508', 'approved', { tahun: 2024, jenis: 'RB' })
  const pages = pagesFor(hub, plan.admin)
  const path = `/${plan.id}/peta-jalan`
  const gaps = async () => textOf((await pages.get('/peta-jalan')).page)
  expect(await gaps()).toContain('Rencana aksi RB 2024')
  const { page } = await pages.get(path)
  expect(textOf(page)).toContain('belum terikat peta jalan')
  const chosen = page.querySelector('input[name=petaJalan][checked]')?.getAttribute('value')
  expect(chosen).toBe('rm-kpu-2020-2024')
  expect((await pages.post(path, {})).status).toBe(422)
  expect((await pages.post(path, { petaJalan: 'rb-2025-2029' })).status).toBe(409)
  expect((await pages.post(path, { petaJalan: 'rm-rb-2020-2024' })).status).toBe(303)
  expect(await gaps()).not.toContain('Rencana aksi RB 2024')

  const field = `${plan.butirIds[0]}.sasaran`
  const tied = await pages.get(path)
  expect(textOf(tied.page)).toContain('PermenPANRB 25/2020 jo. PermenPANRB 3/2023')
  expect(textOf(tied.page)).toContain('Belum terverifikasi')
  expect(tied.page.querySelector(`select[name="${field}"]`)).toBeTruthy()
  expect((await pages.post(`${path}/sasaran`, { [field]: 'RM-2' })).status).toBe(303)
  const after = (await pages.get(path)).page.querySelector(`select[name="${field}"]`)
  expect(after?.querySelector('option[selected]')?.getAttribute('value')).toBe('RM-2')
  expect(textOf((await pages.get(`/${plan.id}/tahap`)).page)).toContain(
    'Road Map Reformasi Birokrasi 2020-2024',
  )

  const reader = pagesFor(hub, hub.as(await hub.actor('3508', 'pembaca')))
  const seen = await reader.get(path)
  expect(seen.page.querySelectorAll('main form')).toHaveLength(0)
})
