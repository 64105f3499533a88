import { expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { aButir, aPlan } from './rencana.fixture.ts'
import { inputOf, pagesFor, textOf } from './staff.fixture.ts'

const hub = testHub()

it('suggests counterparts, ties and parts them, and shows them on both butir [P.09]', async () => {
  const butir = [aButir('Menyusun peta proses bisnis'), aButir('Mengevaluasi SOP')]
  const zi = await aPlan(hub, '3508', 'approved', { tahun: 2030, jenis: 'ZI', butir })
  const alone = pagesFor(hub, zi.admin)
  expect(textOf((await alone.get(`/${zi.id}/padanan`)).page)).toContain('Belum ada rencana RB')
  const rb = await aPlan(hub, '3508', 'approved', { tahun: 2030, jenis: 'RB', butir })
  const pages = pagesFor(hub, zi.admin)
  const { page } = await pages.get(`/${zi.id}/padanan`)
  const choices = page.querySelectorAll('input[name=pairs]')
  expect(choices.map((input) => input.getAttribute('value'))).toEqual(
    zi.butirIds.map((id, index) => `${id}:${rb.butirIds[index]}`),
  )
  expect((await pages.post(`/${zi.id}/padanan`, {})).status).toBe(422)
  const pairs = `${zi.butirIds[0]}:${rb.butirIds[0]}`
  expect((await pages.post(`/${zi.id}/padanan`, { pairs })).status).toBe(303)
  const onZi = await pages.get(`/${zi.id}/butir/${zi.butirIds[0]}`)
  expect(textOf(onZi.page)).toContain('Padanan RB RB Menyusun peta proses bisnis')
  const onRb = await pages.get(`/${rb.id}/butir/${rb.butirIds[0]}`)
  expect(textOf(onRb.page)).toContain('Padanan ZI ZI Menyusun peta proses bisnis')

  const own = `/${zi.id}/butir/${zi.butirIds[1]}/padanan`
  expect(inputOf((await pages.get(own)).page, 'Butir RB 2030')?.tagName).toBe('SELECT')
  expect((await pages.post(own, { padananId: rb.butirIds[0] ?? '' })).status).toBe(303)
  const twice = await pages.post(own, { padananId: rb.butirIds[0] ?? '' })
  expect([twice.status, textOf(twice.page).includes('sudah sepadan')]).toEqual([409, true])
  expect((await pages.post(`${own}/lepas`, { padananId: rb.butirIds[0] ?? '' })).status).toBe(303)

  const reader = pagesFor(hub, hub.as(await hub.actor('3508', 'pembaca')))
  const seen = await reader.get(`/${zi.id}/padanan`)
  expect(seen.page.querySelectorAll('main input[name=pairs]')).toHaveLength(0)
  expect(textOf(seen.page)).not.toContain('Ubah padanan')
})
