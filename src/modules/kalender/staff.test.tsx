import { type HTMLElement, parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import type { Actor } from '#platform/identity/actor.ts'
import { testApp } from '#test/support/app.ts'
import { testHub } from '#test/support/hub.ts'
import { signIn } from '#test/support/sign-in.ts'

const hub = testHub()

/** A browser of one person on the pages of the calendar. */
async function browserOf(actor: Actor) {
  const app = testApp(hub.services)
  const headers = { cookie: await signIn(hub.services, actor), origin: 'http://localhost:8080' }
  const read = async (answer: Response) => ({
    status: answer.status,
    location: answer.headers.get('location'),
    page: parse(await answer.text()),
  })
  const url = (path: string) => `http://localhost:8080/kerja/kalender${path}`
  return {
    get: async (path: string) => read(await app.request(url(path), { headers })),
    post: async (path: string, values: Record<string, string | string[]>) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(values))
        for (const one of [value].flat()) body.append(name, one)
      return read(await app.request(url(path), { method: 'POST', headers, body }))
    },
  }
}

const words = (page: HTMLElement) =>
  (page.querySelector('main')?.structuredText ?? '').replaceAll(/\s+/g, ' ')
const typed = (page: HTMLElement, name: string) =>
  page.querySelector(`[name=${name}]`)?.getAttribute('value')

describe('the year at a glance', () => {
  it('names every holiday with its decree, and offers nothing to a reader but counting', async () => {
    const reader = await browserOf(await hub.actor('5203', 'pembaca'))
    const { page } = await reader.get('?tahun=2026')
    expect(page.querySelectorAll('.year-month')).toHaveLength(12)
    expect(words(page)).toContain('240')
    expect(words(page)).toContain('20, 23–24 Cuti bersama: Idulfitri 1447 Hijriah')
    expect(words(page)).toContain('SKB 3 Menteri 1497/2025')
    expect(page.querySelectorAll('main form')).toHaveLength(0)
    expect(page.querySelector('td [data-shape=disc]')?.getAttribute('title')).toBe(
      'Libur nasional: Tahun Baru 2026 Masehi',
    )
    expect((await reader.get('/hari-lokal/baru')).status).toBe(403)
    expect((await reader.get('/hari-libur/2026-01-01')).status).toBe(403)
  })

  it('says of a year without a decree what is missing, and to KPU RI where to load it', async () => {
    const reader = await browserOf(await hub.actor('5203'))
    expect(words((await reader.get('?tahun=2029')).page)).toContain(
      'KPU RI memuat SKB 3 Menteri tentang hari libur nasional dan cuti bersama 2029',
    )
    const admin = await browserOf(await hub.actor('00', 'admin_satker'))
    const { page } = await admin.get('?tahun=2029')
    expect(page.querySelector('a[href="/kerja/kalender/tahun/baru?tahun=2029"]')).toBeTruthy()
  })

  it('shows another office to those above it, and to no one else', async () => {
    const above = await browserOf(await hub.actor('52', 'pembaca'))
    expect(words((await above.get('?satker=5203')).page)).toContain('KPU Kabupaten Lombok Timur')
    const beside = await browserOf(await hub.actor('5271', 'pembaca'))
    for (const path of ['', '/jam', '/hitung'])
      expect((await beside.get(`${path}?satker=5203`)).status).toBe(404)
  })
})

describe('counting a deadline', () => {
  it('needs only an address, and explains each day', async () => {
    const reader = await browserOf(await hub.actor('5203', 'pembaca'))
    const { status, page } = await reader.get('/hitung?mulai=2026-03-17T09:00&jumlah=5&satuan=hari')
    expect(status).toBe(200)
    expect(words(page)).toContain('Jatuh tempo Selasa, 31 Maret 2026 pukul 16.00 WITA')
    expect(page.querySelectorAll('main tbody tr')).toHaveLength(15)
    expect((await reader.get('/hitung')).status).toBe(200)
  })

  it('keeps what was typed and says what is wrong', async () => {
    const reader = await browserOf(await hub.actor('5203', 'pembaca'))
    const { status, page } = await reader.get('/hitung?mulai=kemarin&jumlah=-3&satuan=hari')
    expect(status).toBe(422)
    expect([typed(page, 'mulai'), typed(page, 'jumlah')]).toEqual(['kemarin', '-3'])
    expect(words(page)).toContain('Isi jumlah, bilangan bulat mulai 1.')
  })
})

describe('an office’s own calendar', () => {
  it('takes a day, shows it, and takes it back with a reason', async () => {
    const kasubbag = await browserOf(await hub.actor('3508', 'kasubbag'))
    const hari = { tanggal: '2026-12-09', jenis: 'libur_lokal', nama: 'Pemungutan suara' }
    const wrong = await kasubbag.post('/hari-lokal/baru', hari)
    expect([wrong.status, typed(wrong.page, 'nama')]).toEqual([422, 'Pemungutan suara'])
    const done = await kasubbag.post('/hari-lokal/baru', { ...hari, dasar: 'Keppres 10/2026' })
    expect([done.status, done.location]).toEqual([303, '/kerja/kalender?tahun=2026'])
    const { page } = await kasubbag.get('?tahun=2026')
    expect(words(page)).toContain('9 Libur lokal: Pemungutan suara')
    const href = page.querySelector('a[href$="/hapus"]')?.getAttribute('href') ?? ''
    const path = href.slice('/kerja/kalender'.length)
    expect((await kasubbag.post(path, { alasan: '' })).status).toBe(422)
    expect((await kasubbag.post(path, { alasan: 'Ditunda' })).status).toBe(303)
    expect(words((await kasubbag.get('?tahun=2026')).page)).not.toContain('Pemungutan suara')
  })

  it('takes hours of its own and takes them back', async () => {
    const kasubbag = await browserOf(await hub.actor('3508', 'kasubbag'))
    const jam = { masa: 'biasa', hari: ['1', '2'], mulai: '08:00', dari: '2026-01-01' }
    const wrong = await kasubbag.post('/jam/baru', { ...jam, selesai: '07:00', dasar: 'SE 1' })
    expect([wrong.status, typed(wrong.page, 'selesai')]).toEqual([422, '07:00'])
    expect(wrong.page.querySelectorAll('input[name=hari][checked]')).toHaveLength(2)
    const done = await kasubbag.post('/jam/baru', { ...jam, selesai: '15:00', dasar: 'SE 1/2026' })
    expect(done.status).toBe(303)
    const { page } = await kasubbag.get('/jam')
    expect(words(page)).toContain('08.00–15.00')
    const href = page.querySelector('a[href$="/hapus"]')?.getAttribute('href') ?? ''
    const path = href.slice('/kerja/kalender'.length)
    expect((await kasubbag.get(path)).status).toBe(200)
    expect((await kasubbag.post(path, { alasan: 'Salah jam' })).status).toBe(303)
    expect((await kasubbag.get('/hari-lokal/bukan-id/hapus')).status).toBe(404)
  })
})

describe('the national calendar', () => {
  it('is corrected, cancelled and prolonged by KPU RI', async () => {
    const admin = await browserOf(await hub.actor('00', 'admin_satker'))
    const form = (await admin.get('/hari-libur/2026-12-25')).page
    expect(typed(form, 'nama')).toBe('Kelahiran Yesus Kristus')
    const facts = {
      tanggal: '2026-12-25',
      versi: typed(form, 'versi') ?? '',
      jenis: 'libur_nasional',
      nama: 'Hari Natal',
      dasar: 'SKB perubahan',
      sumber: 'JDIH',
      keyakinan: 'terverifikasi',
    }
    const wrong = await admin.post('/hari-libur/2026-12-25', { ...facts, nama: '' })
    expect([wrong.status, typed(wrong.page, 'dasar')]).toEqual([422, 'SKB perubahan'])
    expect((await admin.post('/hari-libur/2026-12-25', facts)).status).toBe(303)
    expect((await admin.post('/hari-libur/2026-12-25', facts)).status).toBe(409)
    expect((await admin.get('/hari-libur/2026-12-25/batal')).status).toBe(200)
    const batal = { versi: '2', dasar: 'SKB perubahan', sumber: 'JDIH' }
    expect((await admin.post('/hari-libur/2026-12-25/batal', batal)).status).toBe(303)
    expect(words((await admin.get('?tahun=2026')).page)).toContain('Dibatalkan')
    const added = { ...facts, tanggal: '2026-12-23', versi: '0' }
    expect((await admin.post('/hari-libur/baru', added)).status).toBe(303)
    const skb = { tahun: '2028', dasar: 'SKB 1/2027', tanggalDasar: '2027-09-15', sumber: 'JDIH' }
    const daftar = '1 Januari 2028; libur nasional; Tahun Baru 2028 Masehi'
    expect((await admin.post('/tahun/baru', { ...skb, daftar: 'x' })).status).toBe(422)
    expect((await admin.post('/tahun/baru', { ...skb, daftar })).status).toBe(303)
    expect(words((await admin.get('?tahun=2028')).page)).toContain('SKB 1/2027')
    expect((await admin.get('/hari-libur/bukan-tanggal')).status).toBe(404)
  })

  it('has its Ramadan put right after the new moon was seen', async () => {
    const admin = await browserOf(await hub.actor('00', 'admin_satker'))
    const form = (await admin.get('/ramadan/1448')).page
    const facts = {
      versi: typed(form, 'versi') ?? '',
      tahunHijriah: '1448',
      dari: typed(form, 'dari') ?? '',
      hariTerakhir: typed(form, 'hariTerakhir') ?? '',
      sumber: 'Sidang isbat 2027',
      keyakinan: 'terverifikasi',
    }
    expect([facts.dari, facts.hariTerakhir]).toEqual(['2027-02-08', '2027-03-09'])
    const wrong = await admin.post('/ramadan/1448', { ...facts, dari: '2027-02-01' })
    expect([wrong.status, typed(wrong.page, 'dari')]).toEqual([422, '2027-02-01'])
    expect((await admin.post('/ramadan/1448', facts)).status).toBe(303)
    const next = { ...facts, tahunHijriah: '1449', versi: '0', dari: '2028-01-28' }
    const added = await admin.post('/ramadan/baru', { ...next, hariTerakhir: '2028-02-25' })
    expect(added.status).toBe(303)
    expect(words((await admin.get('/jam')).page)).toContain('1449 H')
    expect((await admin.get('/ramadan/2028')).status).toBe(404)
  })
})
