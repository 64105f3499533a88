import { parse } from 'node-html-parser'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '#test/support/app.ts'
import { testHub } from '#test/support/hub.ts'
import { runJobs } from '#test/support/run-jobs.ts'
import type { Services } from '#platform/services.ts'
import { createAccount } from './auth/account.ts'
import { attempt } from './auth/attempts.ts'
import { checkPassword } from './auth/sign-in.ts'
import { jobs } from './jobs.ts'
import { sampleDomain, samplePassword } from './sample-people.ts'
import { loadSamplePeople } from './samples.ts'

const hub = testHub()
const start = Date.parse('2026-11-20T03:00:00Z')

/** The product at a number of minutes after the start of the test clock. */
let app: ReturnType<typeof testApp>
let minutes = 0

const address = (akun: string) => `${akun}@${sampleDomain}`
const post = (path: string, form: Record<string, string>, cookie = '') =>
  app.request(path, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin: 'http://localhost', cookie },
  })
const signIn = (email: string, sandi = samplePassword, ke = '') =>
  post('/masuk', { email, sandi, ke })
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
const text = async (answer: Response) => parse(await answer.text()).text.replaceAll(/\s+/g, ' ')
const isSignedIn = async (cookie: string) =>
  (await app.request('/kerja/akun', { headers: { cookie } })).status === 200

beforeAll(async () => {
  await loadSamplePeople(hub.services)
  const services: Services = { ...hub.services, clock: () => new Date(start + minutes * 60_000) }
  app = testApp(services)
})

beforeEach(async () => {
  minutes = 0
  hub.letters.length = 0
  await hub.services.ownerPool.query('delete from auth.percobaan')
  await hub.services.ownerPool.query('delete from graphile_worker._private_jobs')
})

describe('signing in', () => {
  it('opens the page that was asked for; signing out closes it', async () => {
    const answer = await signIn(address('ketua.5203'), samplePassword, '/kerja/akun')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/kerja/akun')
    const cookie = cookieOf(answer)
    expect(await isSignedIn(cookie)).toBe(true)
    const left = await post('/keluar', {}, cookie)
    expect(left.headers.get('location')).toBe('/masuk')
    expect(await isSignedIn(cookie)).toBe(false)
  })

  it('gives a cookie that no script reads and no other site sends', async () => {
    const [cookie] = (await signIn(address('ketua.5203'))).headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Secure/i)
    const config = { ...hub.services.config, baseUrl: 'https://hub.contoh.id' }
    const behindTls = testApp({ ...hub.services, config })
    const answer = await behindTls.request('https://hub.contoh.id/masuk', {
      method: 'POST',
      body: new URLSearchParams({ email: address('ketua.5203'), sandi: samplePassword }),
      headers: { origin: 'https://hub.contoh.id' },
    })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-hub_sesi=.*Secure/i)
  })

  it('never leads to another site', async () => {
    for (const ke of ['//jahat.example', 'https://jahat.example/', '/\\jahat.example'])
      expect(
        (await signIn(address('ketua.5203'), samplePassword, ke)).headers.get('location'),
      ).toBe('/kerja')
  })

  it('takes the address in capital letters and with spaces around it', async () => {
    expect((await signIn(` ${address('ketua.5203').toUpperCase()} `)).status).toBe(303)
  })

  it('shows the form again with the address kept and the password not', async () => {
    const answer = await signIn(address('ketua.5203'), 'bukan-sandinya')
    const page = parse(await answer.text())
    expect(answer.status).toBe(422)
    expect(page.querySelector('#email')?.getAttribute('value')).toBe(address('ketua.5203'))
    expect(page.querySelector('#sandi')?.getAttribute('value')).toBe('')
  })

  it('says the same whether the account exists or not', async () => {
    const pages = await Promise.all(
      [address('ketua.5203'), 'tidak-ada@contoh.invalid', 'bukan alamat'].map(async (email) =>
        (await text(await signIn(email, 'bukan-sandinya'))).replaceAll(email, ''),
      ),
    )
    expect(new Set(pages).size).toBe(1)
  })

  it('tells who has an account but no office, only after the right password', async () => {
    const email = 'tanpa-satker@contoh.invalid'
    await createAccount(hub.services, { email, nama: 'Tanpa Satker', password: samplePassword })
    expect(await text(await signIn(email, 'bukan-sandinya'))).not.toMatch(/tidak terhubung/)
    const answer = await signIn(email)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await text(answer)).toMatch(/tidak terhubung dengan satuan kerja/)
  })
})

describe('the lock', () => {
  const wrong = (email: string, times: number) =>
    Promise.all(Array.from({ length: times }, async () => signIn(email, 'bukan-sandinya')))

  it('shuts after five wrong passwords, also for the right one, and opens by itself', async () => {
    await wrong(address('ketua.5203'), 5)
    const locked = await signIn(address('ketua.5203'))
    expect(locked.status).toBe(422)
    expect(await text(locked)).toMatch(/Terlalu banyak percobaan. Coba lagi dalam 15 menit/)
    minutes = 14
    expect((await signIn(address('ketua.5203'))).status).toBe(422)
    minutes = 15
    expect((await signIn(address('ketua.5203'))).status).toBe(303)
  })

  it('holds against guesses sent all at once', async () => {
    const answers = await wrong(address('ketua.5203'), 12)
    const pages = await Promise.all(answers.map(text))
    expect(pages.filter((page) => /tidak cocok/.test(page))).toHaveLength(5)
  })

  it('shuts for addresses without an account alike', async () => {
    await wrong('tidak-ada@contoh.invalid', 5)
    expect(await text(await signIn('tidak-ada@contoh.invalid'))).toMatch(/Terlalu banyak percobaan/)
  })

  it('shuts for one account only, and forgets after a right password', async () => {
    await wrong(address('ketua.5203'), 4)
    expect((await signIn(address('ketua.5203'))).status).toBe(303)
    await wrong(address('ketua.5203'), 4)
    expect((await signIn(address('sekretaris.5203'))).status).toBe(303)
    expect((await signIn(address('ketua.5203'))).status).toBe(303)
  })

  it('shuts where a stranger guesses, not where the owner sits', async () => {
    const at = (network: string, password: string) =>
      checkPassword(
        hub.services,
        { email: address('ketua.5203'), password },
        { address: network, userAgent: 'uji' },
      )
    for (let i = 0; i < 60; i++) await at('203.0.113.9', 'bukan-sandinya')
    expect(await at('203.0.113.9', samplePassword)).toMatchObject({ reason: 'locked' })
    expect(await at('198.51.100.4', samplePassword)).toMatchObject({ ok: true })
  })

  it('shuts everywhere after fifty guesses from many addresses', async () => {
    for (let i = 0; i < 50; i++) await attempt(hub.services, 'account', address('ketua.5203'))
    expect(await text(await signIn(address('ketua.5203')))).toMatch(/Terlalu banyak percobaan/)
  })

  it('shuts for a network address that tries many accounts', async () => {
    for (let i = 0; i < 59; i++) await attempt(hub.services, 'address', 'tak-dikenal')
    expect((await signIn(address('ketua.5203'), 'bukan-sandinya')).status).toBe(422)
    expect(await text(await signIn(address('ketua.5203')))).toMatch(/Terlalu banyak percobaan/)
  })
})

describe('a forgotten password', () => {
  const linkOf = async (akun: string) => {
    await post('/lupa-sandi', { email: address(akun) })
    await runJobs(hub.services, jobs)
    const link = hub.letters.at(-1)?.text.match(/http:\/\/localhost:8080(\/atur-sandi\/\S+)/)?.[1]
    if (!link) throw new Error('no letter with a link')
    return link
  }
  const set = (link: string, sandi: string) => post(link, { sandi, ulang: sandi })

  it('brings a letter to the owner and to nobody else, with the same answer', async () => {
    const known = await post('/lupa-sandi', { email: address('ketua.5203') })
    const unknown = await post('/lupa-sandi', { email: 'tidak-ada@contoh.invalid' })
    expect((await text(known)).replace(address('ketua.5203'), '')).toBe(
      (await text(unknown)).replace('tidak-ada@contoh.invalid', ''),
    )
    expect(await runJobs(hub.services, jobs)).toHaveLength(2)
    expect(hub.letters).toHaveLength(1)
    expect(hub.letters[0]).toMatchObject({
      to: address('ketua.5203'),
      subject: 'Atur ulang kata sandi KPU HUB',
    })
    expect(hub.letters[0]?.text).toMatch(/berlaku satu jam dan hanya dapat dipakai satu kali/)
  })

  it('sets a new one once, ends every session, opens the lock and tells the owner', async () => {
    const akun = 'pembaca.5203'
    const cookies = [cookieOf(await signIn(address(akun))), cookieOf(await signIn(address(akun)))]
    const [link, older] = [await linkOf(akun), await linkOf(akun)]
    for (let i = 0; i < 6; i++) await signIn(address(akun), 'bukan-sandinya')
    expect((await app.request(link)).status).toBe(200)
    const answer = await set(link, 'kuda hijau membaca')
    expect(answer.headers.get('location')).toBe('/masuk')
    for (const cookie of cookies) expect(await isSignedIn(cookie)).toBe(false)
    expect((await set(link, 'kuda merah membaca')).status).toBe(404)
    expect((await app.request(older)).status).toBe(404)
    expect((await signIn(address(akun))).status).toBe(422)
    expect((await signIn(address(akun), 'kuda hijau membaca')).status).toBe(303)
    await runJobs(hub.services, jobs)
    expect(hub.letters.at(-1)?.subject).toBe('Kata sandi KPU HUB Anda telah diganti')
  })

  it('keeps the link when the new password is too weak', async () => {
    const link = await linkOf('agen.5203')
    const weak = await set(link, 'pendek')
    expect(weak.status).toBe(422)
    expect(await text(weak)).toMatch(/paling sedikit 12/)
    const own = await set(link, address('agen.5203'))
    expect(await text(own)).toMatch(/nama atau alamat surel/)
    expect((await set(link, 'kuda hijau membaca')).status).toBe(303)
  })

  it('does not work with a link that is an hour old, or made up', async () => {
    const link = await linkOf('agen.5203')
    await hub.services.ownerPool.query(
      `update auth.verification set "expiresAt" = now() - interval '1 second'`,
    )
    expect((await app.request(link)).status).toBe(404)
    expect((await set(link, 'kuda hijau membaca')).status).toBe(404)
    expect((await app.request('/atur-sandi/karangan')).status).toBe(404)
  })

  it('keeps no token that a reader of the database could use', async () => {
    const token = (await linkOf('agen.5203')).split('/').at(-1) ?? ''
    const { rows } = await hub.services.ownerPool.query('select * from auth.verification')
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('sends at most five letters an hour to one address', async () => {
    for (let i = 0; i < 8; i++) await post('/lupa-sandi', { email: address('ketua.5203') })
    expect(await runJobs(hub.services, jobs)).toHaveLength(5)
  })
})
