import { expect, it } from 'vitest'
import { runJobs } from '#test/support/run-jobs.ts'
import { testHub } from '#test/support/hub.ts'
import { templatJobs } from './jobs-templat.ts'
import { pagesFor, textOf } from './staff.fixture.ts'

const hub = testHub()

it('a province makes, publishes and pushes a template, and sees what offices made of it', async () => {
  const pages = pagesFor(hub, hub.as(await hub.actor('52', 'kasubbag')))
  expect(textOf((await pages.get('/templat')).page)).toContain('Belum ada templat')
  const typed = { sumber: 'ZI', tahun: '2051', judul: 'Pembangunan ZI 2051' }
  const wrong = await pages.post('/templat/baru', { ...typed, sumber: '' })
  expect([wrong.status, textOf(wrong.page).includes('Pilih sumber isinya')]).toEqual([422, true])
  const made = await pages.post('/templat/baru', typed)
  const path = made.location?.replace('/kerja/rencana-aksi', '') ?? ''
  const detail = await pages.get(path)
  expect(textOf(detail.page)).toContain('Terbitkan templat')
  expect((await pages.post(`${path}/dorong`, { kepada: 'kabkota' })).status).toBe(409)
  expect((await pages.post(`${path}/terbitkan`, {})).status).toBe(303)
  expect((await pages.post(`${path}/dorong`, {})).status).toBe(422)
  expect((await pages.post(`${path}/dorong`, { kepada: 'kabkota' })).status).toBe(303)
  const waiting = await pages.get(path)
  expect(waiting.page.querySelector('progress')?.getAttribute('max')).toBe('10')
  await runJobs(hub.services, templatJobs)
  const served = await pages.get(path)
  expect(served.page.querySelector('progress')).toBeNull()
  const row = served.page
    .querySelectorAll('tbody tr')
    .find((tr) => textOf(tr).includes('Draf dibuat'))
  const link =
    row?.querySelector('a')?.getAttribute('href')?.replace('/kerja/rencana-aksi', '') ?? ''
  expect(textOf((await pages.get(link)).page)).toContain('0 butir ditambahkan')
  expect((await pages.post(`${path}/hitung`, {})).status).toBe(303)
  expect((await pages.post(`${path}/buang`, {})).status).toBe(409)

  const office = pagesFor(hub, hub.as(await hub.actor('5203', 'admin_satker')))
  const { rows } = await hub.services.ownerPool.query<{ id: string }>(
    `select id from rencana where satker_kode = '5203' and tahun = 2051`,
  )
  const own = await office.get(`/${rows[0]?.id}/templat`)
  expect(textOf(own.page)).toContain('Tidak ada perbedaan')
  expect((await office.get('/templat')).status).toBe(403)
  expect((await office.get(path)).status).toBe(404)
})
