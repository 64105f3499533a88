import { Hono } from 'hono'
import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import type { Caller } from '#platform/command.ts'
import { answerError } from '#platform/http/answer-error.ts'
import type { HubEnv } from '#platform/http/env.ts'
import { testHub } from '#test/support/hub.ts'
import { aLink, anEviden, rowOf } from './eviden.fixture.ts'
import { evidenJobs } from './jobs.ts'
import { staff } from './staff.tsx'

const hub = testHub()

/** The pages of the room for one caller. */
function visit(caller: Caller) {
  const app = new Hono<HubEnv>()
  app.use(async (c, next) => {
    c.set('services', hub.services)
    c.set('requestId', 'uji')
    c.set('caller', caller)
    c.set('flash', null)
    c.set('menu', [])
    await next()
  })
  app.onError(answerError((c, { status, message }) => c.text(message, status)))
  app.route('/kerja/eviden', staff)
  const read = async (response: Response) => {
    const text = await response.text()
    const { status, headers } = response
    return { status, location: headers.get('location'), text, page: parse(text) }
  }
  return {
    get: async (path: string) => read(await app.request(`/kerja/eviden${path}`)),
    post: async (path: string, values: Record<string, string>) =>
      read(
        await app.request(`/kerja/eviden${path}`, {
          method: 'POST',
          body: new URLSearchParams(values),
        }),
      ),
  }
}

const as = async (kode: string, peran: string) => hub.as(await hub.actor(kode, peran))

const typed = {
  bentuk: 'tautan',
  url: 'https://contoh.invalid/unggahan',
  judul: 'Unggahan sosialisasi SPIP',
  tanggal: '2026-03-04',
  sumber: 'Instagram KPU',
  media: 'media_sosial',
  sasaran: 'Masyarakat umum',
}

describe('the register of media', () => {
  it('keeps what was published or told: date, medium, source, audience, link, rows proved [1.16] [1.18]', async () => {
    const pages = visit(await as('5203', 'anggota_tim'))
    const saved = await pages.post('/baru', typed)
    expect(saved.status).toBe(303)
    const talk = {
      ...typed,
      bentuk: 'catatan',
      teks: 'Disampaikan dalam apel pagi.',
      media: 'tatap_muka',
    }
    await pages.post('/baru', {
      ...talk,
      url: '',
      judul: 'Sosialisasi apel',
      tanggal: '2026-02-02',
    })
    await pages.post('/baru', { ...typed, judul: 'Bukan media', media: '' })
    const rows = async (query = '') =>
      (await pages.get(`/media${query}`)).page
        .querySelectorAll('tbody tr')
        .map((row) => row.querySelectorAll('th, td').map((cell) => cell.text.trim()))
    expect(await rows()).toEqual([
      [
        'Unggahan sosialisasi SPIP',
        '4 Maret 2026',
        'Unggahan media sosial',
        'Instagram KPU',
        'Masyarakat umum',
        'Buka Unggahan sosialisasi SPIP',
        '0',
      ],
      [
        'Sosialisasi apel',
        '2 Februari 2026',
        'Tatap muka',
        'Instagram KPU',
        'Masyarakat umum',
        '',
        '0',
      ],
    ])
    expect(await rows('?media=tatap_muka')).toHaveLength(1)
    expect((await visit(await as('5271', 'kasubbag')).get('/media')).text).toContain(
      'Belum ada bahan',
    )
  })
})

describe('adding to the library', () => {
  it('shows each problem at its field and keeps what was typed', async () => {
    const pages = visit(await as('5203', 'kasubbag'))
    const answer = await pages.post('/baru', {
      ...typed,
      url: 'javascript:alert(1)',
      tanggal: '3/4/2026',
    })
    expect(answer.status).toBe(422)
    const links = answer.page
      .querySelectorAll('#masalah a')
      .map((link) => link.getAttribute('href'))
    expect(links).toEqual(['#tanggal', '#url'])
    expect(answer.page.querySelector('#judul')?.getAttribute('value')).toBe(typed.judul)
    expect(answer.page.querySelector('#tautan, [value=tautan]')?.hasAttribute('checked')).toBe(true)
  })

  it('is not offered to a reader', async () => {
    const pages = visit(await as('5203', 'pembaca'))
    expect((await pages.get('')).text).not.toContain('Tambah eviden')
    expect((await pages.get('/baru')).status).toBe(403)
    expect((await pages.post('/baru', typed)).status).toBe(403)
  })
})

describe('one evidence', () => {
  it('is shown with its facts and what happened to it, corrected, and removed', async () => {
    const caller = await as('5203', 'kasubbag')
    const id = await anEviden(caller, aLink({ media: 'spanduk' }))
    const pages = visit(caller)
    const page = await pages.get(`/${id}`)
    for (const words of ['4 Maret 2026', 'Spanduk', 'tahun 2026', 'Ditambahkan ke pustaka'])
      expect(page.text).toContain(words)
    const change = { ...typed, versi: '1', judul: 'Judul kedua' }
    expect((await pages.post(`/${id}/ubah`, { ...change, judul: '' })).status).toBe(422)
    expect((await pages.post(`/${id}/ubah`, change)).status).toBe(303)
    const stale = await pages.post(`/${id}/ubah`, { ...change, judul: 'Judul ketiga' })
    expect(stale.status).toBe(409)
    expect(stale.page.querySelector('#judul')?.getAttribute('value')).toBe('Judul ketiga')
    expect((await pages.get(`/${id}/dokumen`)).status).toBe(404)
    expect((await pages.get(`/${id}/hapus`)).status).toBe(200)
    expect((await pages.post(`/${id}/hapus`, {})).location).toBe('/kerja/eviden')
    expect((await pages.get(`/${id}`)).status).toBe(404)
  })

  it('of another office is not there, whatever is asked', async () => {
    const id = await anEviden(await as('5203', 'kasubbag'))
    const pages = visit(await as('5271', 'kasubbag'))
    for (const path of ['', '/ubah', '/hapus', '/dokumen'])
      expect([path, (await pages.get(`/${id}${path}`)).status]).toEqual([path, 404])
    for (const path of ['/ubah', '/hapus', '/kunci'])
      expect([path, (await pages.post(`/${id}${path}`, typed)).status]).toEqual([path, 404])
    expect((await pages.get('/bukan-id')).status).toBe(404)
  })
})

describe('the job that reads a link', () => {
  it('keeps why a page of the inside was not read, once, beside the title that was typed [P.16]', async () => {
    const caller = await as('5203', 'kasubbag')
    const isi = { bentuk: 'tautan' as const, url: 'http://127.0.0.1:1/rahasia' }
    const id = await anEviden(caller, aLink({ isi }))
    const payload = { satkerKode: '5203', id }
    await evidenJobs['eviden.readLink'](hub.services, payload)
    const row = await rowOf(caller, id)
    expect(row).toMatchObject({ judul: 'Berita sosialisasi SPIP', url_judul: null })
    expect(row.url_sebab).toContain('jaringan dalam')
    const before = await hub.counts()
    await evidenJobs['eviden.readLink'](hub.services, payload)
    expect(await hub.counts()).toEqual(before)
  })
})
