import { beforeAll, describe, expect, it } from 'vitest'
import { testApp } from '../support/app.ts'
import { testHub } from '../support/hub.ts'
import { signIn, testPassword } from '../support/sign-in.ts'

const hub = testHub()
const origin = 'http://localhost:8080'
const secureOrigin = 'https://hub.kpu.go.id'

let email = ''
let sessionName = ''
let known = ''

beforeAll(async () => {
  const actor = await hub.actor('5203', 'kasubbag')
  known = await signIn(hub.services, actor)
  sessionName = known.split('=')[0] ?? ''
  const { rows } = await hub.services.ownerPool.query<{ email: string }>(
    'select email from pengguna where id = $1',
    [actor.id],
  )
  email = rows[0]?.email ?? ''
})

const over = (baseUrl: string) =>
  testApp({ ...hub.services, config: { ...hub.services.config, baseUrl } })

const enter = (cookie: string, baseUrl = origin) =>
  over(baseUrl).request(`${baseUrl}/masuk`, {
    method: 'POST',
    headers: { origin: baseUrl, cookie },
    body: new URLSearchParams({ email, sandi: testPassword }),
  })

const valueOf = (answer: Response, name: string): string =>
  answer.headers
    .getSetCookie()
    .map((text) => text.split(';')[0] ?? '')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

const opens = async (cookie: string) =>
  (await testApp(hub.services).request(`${origin}/kerja/akun`, { headers: { cookie } })).status

describe('a session', () => {
  it('is never the one that somebody laid into the browser before', async () => {
    const planted = `${sessionName}=ditanam-orang-lain.tanda`
    const answer = await enter(planted)
    expect(answer.status).toBe(303)
    const given = valueOf(answer, sessionName)
    expect(given).not.toBe('')
    expect(given).not.toContain('ditanam-orang-lain')
    expect(await opens(planted)).toBe(303)
    expect(await opens(`${sessionName}=${given}`)).toBe(200)
  })

  it('is a new one at every sign-in, also over a session that is there', async () => {
    const first = valueOf(await enter(''), sessionName)
    const second = valueOf(await enter(`${sessionName}=${first}`), sessionName)
    expect(second).not.toBe('')
    expect(second).not.toBe(first)
  })

  it('cannot be made by guessing: an altered token opens nothing', async () => {
    const given = valueOf(await enter(''), sessionName)
    const [token = '', mark = ''] = decodeURIComponent(given).split('.')
    expect(token.length).toBeGreaterThanOrEqual(32)
    for (const forged of [token, `${token}.`, `${token}.AAAA`, `${token.slice(0, -1)}x.${mark}`])
      expect(await opens(`${sessionName}=${encodeURIComponent(forged)}`)).toBe(303)
  })

  it('ends on the server when its owner signs out', async () => {
    const cookie = `${sessionName}=${valueOf(await enter(''), sessionName)}`
    expect(await opens(cookie)).toBe(200)
    const headers = { origin, cookie }
    await testApp(hub.services).request(`${origin}/keluar`, { method: 'POST', headers })
    expect(await opens(cookie)).toBe(303)
  })

  it('ends everywhere but here when the password is changed', async () => {
    const here = `${sessionName}=${valueOf(await enter(''), sessionName)}`
    const elsewhere = `${sessionName}=${valueOf(await enter(''), sessionName)}`
    const sandi = 'kata-sandi-baru-yang-panjang-2026'
    await testApp(hub.services).request(`${origin}/kerja/akun/sandi`, {
      method: 'POST',
      headers: { origin, cookie: here },
      body: new URLSearchParams({ lama: testPassword, sandi, ulang: sandi, ulangi: sandi }),
    })
    expect(await opens(elsewhere)).toBe(303)
  })
})

describe('every cookie', () => {
  it.each([
    [secureOrigin, true],
    [origin, false],
  ])(
    'over %s is out of reach of scripts and other sites; over TLS alone: %s',
    async (base, tls) => {
      const answers = [
        await enter('', base),
        await over(base).request(`${base}/keluar`, { method: 'POST', headers: { origin: base } }),
        await over(base).request(`${base}/masuk`),
      ]
      const cookies = answers.flatMap((answer) => answer.headers.getSetCookie())
      expect(cookies.length).toBeGreaterThan(0)
      for (const cookie of cookies) {
        expect(cookie).toMatch(/;\s*HttpOnly/i)
        expect(cookie).toMatch(/;\s*SameSite=(Lax|Strict)/i)
        expect(cookie).toMatch(/;\s*Path=\//i)
        expect(cookie).not.toMatch(/;\s*Domain=/i)
        expect(/;\s*Secure/i.test(cookie)).toBe(tls)
      }
    },
  )
})
