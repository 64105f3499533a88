import { parse } from 'node-html-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { command } from '#platform/command.ts'
import { type Actor, systemActor } from '#platform/identity/actor.ts'
import { testApp } from '#test/support/app.ts'
import { testHub } from '#test/support/hub.ts'
import { signIn } from '#test/support/sign-in.ts'
import { notifyAll } from './notify.ts'

const hub = testHub()
const url = '/kerja/pemberitahuan'
let sari: Actor
let cookie: string

beforeAll(async () => {
  sari = await hub.actor('5203', 'koordinator_area')
  cookie = await signIn(hub.services, sari)
  const tell = command('uji.notifyAll', notifyAll)
  await tell(
    hub.as(systemActor('5203')),
    [1, 2].map((n) => ({
      satkerKode: '5203',
      penerimaId: sari.id,
      jenis: 'sebutan' as const,
      judul: `Rini <b> menyebut Anda ${n}`,
      url: '/kerja/rencana-aksi',
      kunci: `sebutan:${n}`,
    })),
  )
})

const get = async (path: string) =>
  testApp(hub.services).request(`http://localhost:8080${path}`, { headers: { cookie } })

const post = (path: string, body: Record<string, string>) =>
  testApp(hub.services).request(`http://localhost:8080${path}`, {
    method: 'POST',
    headers: { cookie, origin: 'http://localhost:8080' },
    body: new URLSearchParams(body),
  })

const bellOf = async (path: string) =>
  parse(await (await get(path)).text())
    .querySelector('.topbar-bell')
    ?.getAttribute('aria-label')

describe('the page of notices', () => {
  it('lists the unread with their links; the bell of every page counts them', async () => {
    const page = parse(await (await get(url)).text())
    expect(page.querySelectorAll('tbody tr')).toHaveLength(2)
    expect(page.querySelector('tbody b')?.text).toContain('<b>')
    expect(await bellOf(url)).toBe('Pemberitahuan, 2 belum dibaca')
  })

  it('opens one: it is read, and the browser stands where it leads', async () => {
    const page = parse(await (await get(url)).text())
    const href = page.querySelector('tbody a')?.getAttribute('href') ?? ''
    const answer = await get(href)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/kerja/rencana-aksi'])
    expect(await bellOf('/kerja/pemberitahuan')).toBe('Pemberitahuan, 1 belum dibaca')
  })

  it('marks all read', async () => {
    await post(`${url}/semua-dibaca`, { sampai: hub.services.clock().toISOString() })
    expect(await bellOf(url)).toBe('Pemberitahuan')
  })

  it('finds nothing behind an id that is none', async () => {
    expect((await get(`${url}/apa-saja`)).status).toBe(404)
    expect((await get(`${url}/01a1fcd4-0000-7000-8000-00000000dead`)).status).toBe(404)
  })
})

describe('the settings page', () => {
  it('keeps what was typed when an hour is none', async () => {
    const answer = await post(`${url}/setelan`, { jamRingkasan: '27', jedaSampai: '2026-12-01' })
    expect(answer.status).toBe(422)
    const page = parse(await answer.text())
    expect(page.querySelector('[role=alert]')?.text).toContain('Pilih jam ringkasan dari daftar.')
    expect(page.querySelector('#jedaSampai')?.getAttribute('value')).toBe('2026-12-01')
  })

  it('keeps the choice, also to get no mail at all', async () => {
    const hours = { jamRingkasan: '8', heningDari: '18', heningSampai: '6' }
    const answer = await post(`${url}/setelan`, { ...hours, versi: '0' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${url}/setelan`])
    const page = parse(await (await get(`${url}/setelan`)).text())
    expect(page.querySelectorAll('input[name=jenisSurat][checked]')).toHaveLength(0)
    expect(page.querySelector('#jamRingkasan option[selected]')?.getAttribute('value')).toBe('8')
  })
})
