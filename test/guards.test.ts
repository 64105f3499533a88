import { describe, expect, it } from 'vitest'
import { testApp } from './support/app.ts'
import { testHub } from './support/hub.ts'
import { signIn, testPassword } from './support/sign-in.ts'
import { createAccount } from '../src/modules/pengguna/auth/account.ts'
import { checkPassword } from '../src/modules/pengguna/auth/sign-in.ts'

const hub = testHub()
const origin = 'http://localhost:8080'
const kibibyte = 1024
const mebibyte = 1024 * kibibyte

const post = (path: string, headers: Record<string, string>, body: BodyInit = 'a=b') =>
  testApp(hub.services).request(origin + path, { method: 'POST', headers, body })

describe('a request that changes something', () => {
  it.each(['text/plain', 'application/json', 'application/octet-stream', ''])(
    'is refused from another site of the same domain, sent as "%s"',
    async (type) => {
      const answer = await post('/keluar', {
        origin: 'https://lain.kpu.go.id',
        'sec-fetch-site': 'same-site',
        ...(type ? { 'content-type': type } : {}),
      })
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('tidak berasal dari halaman KPU HUB')
    },
  )

  it('is refused when nothing says where it comes from', async () => {
    expect((await post('/keluar', {})).status).toBe(403)
  })

  it('is taken from a page of our own', async () => {
    expect((await post('/keluar', { origin })).status).toBe(303)
    expect((await post('/keluar', { 'sec-fetch-site': 'same-origin' })).status).toBe(303)
  })
})

describe('a body', () => {
  const form = 'application/x-www-form-urlencoded'
  const declared = (size: number) => ({
    origin,
    'content-type': form,
    'content-length': String(size),
  })

  it('of a guest is small', async () => {
    const answer = await post('/masuk', declared(100 * kibibyte), 'a'.repeat(100 * kibibyte))
    expect(answer.status).toBe(413)
  })

  it('of a guest is small also when it does not say its length', async () => {
    const body = new ReadableStream({
      pull: (stream) => stream.enqueue(new Uint8Array(16 * kibibyte)),
    })
    const answer = await testApp(hub.services).request(`${origin}/masuk`, {
      method: 'POST',
      headers: { origin, 'content-type': form },
      body,
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(413)
  })

  it('of an officer holds a whole file only where files are taken', async () => {
    const cookie = await signIn(hub.services, await hub.actor('5203', 'kasubbag'))
    const large = 'a'.repeat(5 * mebibyte)
    const headers = { ...declared(large.length), cookie }
    expect((await post('/kerja/impor', headers, large)).status).toBe(422)
    expect((await post('/kerja/akun/sandi', headers, large)).status).toBe(413)
  })
})

describe('an address with a NUL', () => {
  it.each(['/satker/%00', '/kantor?cari=%00', '/kerja/keputusan?cari=a%00b'])(
    '%s leads nowhere',
    async (path) => {
      expect((await testApp(hub.services).request(origin + path)).status).toBe(404)
    },
  )
})

describe('a posted text', () => {
  it('loses control characters, which no column holds, and keeps its lines', async () => {
    const body = new URLSearchParams({ email: 'siapa\u0000@kpu.go.id', sandi: 'a\u0001' })
    expect((await post('/masuk', { origin }, body)).status).toBe(422)
  })
})

describe('the figures', () => {
  const key = 'kunci-metrik-untuk-uji'
  const ask = (metricsKey: string | null, headers: Record<string, string> = {}) =>
    testApp({
      ...hub.services,
      config: { ...hub.services.config, metricsKey },
    }).request('http://localhost:8080/metrics', { headers })

  it('are read by nobody while no key is set, whatever host is claimed', async () => {
    expect((await ask(null)).status).toBe(404)
    expect((await ask(null, { authorization: 'Bearer null' })).status).toBe(404)
  })

  it('are read with the key alone', async () => {
    expect((await ask(key)).status).toBe(404)
    expect((await ask(key, { authorization: `Bearer ${key}x` })).status).toBe(404)
    const answer = await ask(key, { authorization: `Bearer ${key}` })
    expect(await answer.text()).toContain('hub_http_detik')
  })
})

describe('a message for the next page', () => {
  it.each([
    ['https://hub.kpu.go.id', true],
    ['http://localhost:8080', false],
  ])('goes with %s over TLS alone: %s', async (baseUrl, secure) => {
    const services = { ...hub.services, config: { ...hub.services.config, baseUrl } }
    const answer = await testApp(services).request(`${origin}/keluar`, {
      method: 'POST',
      headers: { origin },
    })
    const cookie = answer.headers.getSetCookie().find((text) => text.startsWith('hub_kabar='))
    expect(cookie?.includes('Secure')).toBe(secure)
  })
})

describe('what two requests save at once', () => {
  it('is saved once; the other is told so', async () => {
    const cookie = await signIn(hub.services, await hub.actor('5203', 'admin_satker'))
    const body = { nama: 'Sari Wulan', email: 'sari@contoh.invalid', peran: 'pembaca' }
    const invite = () =>
      post('/kerja/pengguna/undangan/baru', { origin, cookie }, new URLSearchParams(body))
    const answers = await Promise.all([invite(), invite(), invite()])
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
    const { rows } = await hub.services.ownerPool.query(
      "select from undangan where email = 'sari@contoh.invalid'",
    )
    expect(rows).toHaveLength(1)
  })
})

describe('the session cookie', () => {
  it('goes over TLS alone where the address says https, and scripts never see it', async () => {
    const email = 'kuki@contoh.invalid'
    const baseUrl = 'https://hub.kpu.go.id'
    const services = { ...hub.services, config: { ...hub.services.config, baseUrl } }
    await createAccount(services, { email, nama: 'Kuki', password: testPassword })
    const door = { address: '127.0.0.1', userAgent: 'uji' }
    const signed = await checkPassword(services, { email, password: testPassword }, door)
    const [cookie] = signed.ok ? signed.cookies : []
    expect(cookie).toMatch(/^__Secure-hub_sesi=/)
    for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/'])
      expect(cookie).toContain(part)
  })
})

describe('the log', () => {
  it('tells the route of a fault, never the token that stands in the address', async () => {
    const told: unknown[] = []
    const log = { ...hub.services.log, error: (line: unknown) => told.push(line) }
    const broken = new Proxy(hub.services.db, {
      get: () => {
        throw new Error('rusak')
      },
    })
    const services = { ...hub.services, db: broken, log: log as typeof hub.services.log }
    const answer = await testApp(services).request(`${origin}/undangan/token-rahasia`)
    expect(answer.status).toBe(500)
    expect(JSON.stringify(told)).toContain('/undangan/:token')
    expect(JSON.stringify(told)).not.toContain('token-rahasia')
  })
})
