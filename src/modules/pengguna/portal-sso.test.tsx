import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { runJobs } from '#test/support/run-jobs.ts'
import type { TestBrowser } from './browser.fixture.ts'
import { jobs } from './jobs.ts'
import { signInStage } from './masuk.fixture.ts'
import { client, startProvider, throughProvider } from './oidc/provider.fixture.ts'
import { loadSamplePeople } from './samples.ts'

const hub = testHub()
const home = 'http://localhost:8080'
const back = `${home}/masuk/sso/kembali`
let provider: Awaited<ReturnType<typeof startProvider>>
let stage: ReturnType<typeof signInStage>

const withIssuer = (issuer: string) =>
  signInStage({
    ...hub.services,
    config: {
      ...hub.services.config,
      oidc: {
        issuer,
        clientId: client.id,
        clientSecret: client.secret,
        label: 'akun KPU',
        domains: ['contoh.kpu-hub.invalid', 'lain.invalid'],
        strong: ['mfa'],
      },
    },
  })

beforeAll(async () => {
  await loadSamplePeople(hub.services)
  provider = await startProvider(back)
  stage = withIssuer(provider.issuer)
})

afterAll(() => provider.stop())

beforeEach(() => {
  provider.state.deny = false
})

/** Leaves for the provider as this person; returns where the provider leads back to. */
async function leave(
  browser: TestBrowser,
  akun: string,
  more: { verified?: boolean; sub?: string; amr?: string[]; change?: (url: URL) => void } = {},
  ke = '',
) {
  provider.state.who = {
    sub: more.sub ?? `kpu-${akun}`,
    email: stage.address(akun),
    email_verified: more.verified ?? true,
    ...(more.amr && { amr: more.amr }),
  }
  const start = await browser.get(`/masuk/sso?ke=${encodeURIComponent(ke)}`)
  expect(start.status).toBe(303)
  const url = new URL(start.to ?? '')
  more.change?.(url)
  const arrival = new URL(await throughProvider(url.toString(), home))
  return arrival.pathname + arrival.search
}

describe('signing in through the office’s provider', () => {
  it('is offered only where one is configured', async () => {
    expect((await stage.browser().get('/masuk')).text).toContain('Masuk dengan akun KPU')
    const without = signInStage(hub.services).browser()
    expect((await without.get('/masuk')).text).not.toContain('Masuk dengan akun KPU')
    expect((await without.get('/masuk/sso')).status).toBe(404)
    expect((await without.get('/masuk/sso/kembali')).status).toBe(404)
  })

  it('asks with PKCE, state and nonce, and leads to the page that was wanted', async () => {
    const browser = stage.browser()
    const start = await browser.get('/masuk/sso')
    const asked = new URL(start.to ?? '').searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
    const arrival = await leave(browser, 'ketua.5203', {}, '/kerja/akun?x=1')
    expect(await browser.get(arrival)).toMatchObject({ status: 303, to: '/kerja/akun?x=1' })
    expect(await stage.isIn(browser)).toBe(true)
    expect((await browser.get('/kerja/akun/keamanan')).text).toContain('Terhubung')
    await runJobs(stage.services, jobs)
    expect(hub.letters.at(-1)?.subject).toBe(
      'Keamanan akun KPU HUB: Akun dihubungkan dengan masuk lewat kantor',
    )
  })

  it('never leads to another site', async () => {
    const browser = stage.browser()
    const arrival = await leave(browser, 'ketua.5203', {}, '//jahat.example')
    expect((await browser.get(arrival)).to).toBe('/kerja')
  })

  it('makes no account and no membership for a stranger', async () => {
    const browser = stage.browser()
    const before = await hub.counts('auth.user', 'auth.account', 'auth.session', 'pengguna')
    const answer = await browser.get(await leave(browser, 'tidak.ada'))
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('belum ada akun KPU HUB dengan surel itu')
    expect(await hub.counts('auth.user', 'auth.account', 'auth.session', 'pengguna')).toEqual(
      before,
    )
  })

  it('does not believe an address that the provider has not verified', async () => {
    const browser = stage.browser()
    const answer = await browser.get(await leave(browser, 'sekretaris.5203', { verified: false }))
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('belum dipastikan')
    expect(await stage.isIn(browser)).toBe(false)
  })

  it('gives an account to the first identity alone, also when its address passes on', async () => {
    const first = stage.browser()
    await first.get(await leave(first, 'kasubbag.5203'))
    const heir = stage.browser()
    const answer = await heir.get(await leave(heir, 'kasubbag.5203', { sub: 'orang-baru' }))
    expect(answer.text).toContain('sudah terhubung dengan identitas kantor yang lain')
    const moved = stage.browser()
    const other = await leave(moved, 'tidak.ada', { sub: 'kpu-kasubbag.5203' })
    expect((await moved.get(other)).to).toBe('/kerja')
  })

  it('asks for the second step unless the provider says that it has', async () => {
    const browser = stage.browser()
    await stage.signIn(browser, 'tim.5203')
    await stage.enrol(browser)
    const plain = stage.browser()
    expect((await plain.get(await leave(plain, 'tim.5203'))).to).toContain('/masuk/langkah-kedua')
    expect(await stage.isIn(plain)).toBe(false)
    const weak = stage.browser()
    const told = await leave(weak, 'tim.5203', { amr: ['pwd'] })
    expect((await weak.get(told)).to).toContain('/masuk/langkah-kedua')
    const strong = stage.browser()
    expect((await strong.get(await leave(strong, 'tim.5203', { amr: ['pwd', 'mfa'] }))).to).toBe(
      '/kerja',
    )
    expect(await stage.isIn(strong)).toBe(true)
  })
})

describe('an answer that does not fit', () => {
  const refused = async (browser: TestBrowser, arrival: string) => {
    const answer = await browser.get(arrival)
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('tidak cocok dengan permintaan dari peramban ini')
    expect(await stage.isIn(browser)).toBe(false)
  }

  it('in its state is refused', async () => {
    const browser = stage.browser()
    const arrival = await leave(browser, 'agen.5203')
    await refused(browser, arrival.replace(/state=[^&]+/, 'state=lain'))
  })

  it('in its nonce is refused', async () => {
    const browser = stage.browser()
    const change = (url: URL) => url.searchParams.set('nonce', 'lain')
    await refused(browser, await leave(browser, 'agen.5203', { change }))
  })

  it('in another browser, a second time, or after ten minutes is refused', async () => {
    const browser = stage.browser()
    const arrival = await leave(browser, 'agen.5203')
    await refused(stage.browser(), arrival)
    stage.time.minutes += 11
    await refused(browser, arrival)
    const again = stage.browser()
    const good = await leave(again, 'agen.5203')
    expect((await again.get(good)).to).toBe('/kerja')
    expect((await again.get(good)).status).toBe(403)
  })

  it('with a code that the provider does not know ends in a sentence', async () => {
    const browser = stage.browser()
    const arrival = await leave(browser, 'agen.5203')
    const answer = await browser.get(arrival.replace(/code=[^&]+/, 'code=karangan'))
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('Layanan masuk kantor sedang tidak menjawab')
  })

  it('is told apart from changing one’s mind', async () => {
    provider.state.deny = true
    const browser = stage.browser()
    const answer = await browser.get(await leave(browser, 'agen.5203'))
    expect(answer.text).toContain('Anda membatalkan masuk di layanan kantor')
  })
})

describe('a provider that is down', () => {
  it('is told in a sentence, and the password way remains', async () => {
    const down = withIssuer('http://localhost:9')
    const answer = await down.browser().get('/masuk/sso')
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('Layanan masuk kantor sedang tidak menjawab')
    expect((await down.signIn(down.browser(), 'ketua.5203')).to).toBe('/kerja')
  })
})
