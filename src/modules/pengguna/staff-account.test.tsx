import { parse } from 'node-html-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { testApp } from '#test/support/app.ts'
import { testHub } from '#test/support/hub.ts'
import { runJobs } from '#test/support/run-jobs.ts'
import { jobs } from './jobs.ts'
import { sampleDomain, samplePassword } from './sample-people.ts'
import { loadSamplePeople } from './samples.ts'

const hub = testHub()
let app: ReturnType<typeof testApp>

beforeAll(async () => {
  await loadSamplePeople(hub.services)
  app = testApp(hub.services)
})

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
const post = (path: string, form: Record<string, string>, cookie = '') =>
  app.request(path, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin: 'http://localhost', cookie },
  })
const signIn = async (akun: string, sandi = samplePassword) =>
  cookieOf(await post('/masuk', { email: `${akun}@${sampleDomain}`, sandi }))
const account = async (cookie: string) => {
  const answer = await app.request('/kerja/akun', { headers: { cookie } })
  return { status: answer.status, page: parse(await answer.text()) }
}

describe('my account', () => {
  it('shows my own NIP, roles and delegations whole', async () => {
    const { page } = await account(await signIn('kasubbag.5203'))
    expect(page.text).toMatch(/NIP\s*19000101192501\d{4}/)
    expect(page.text).toMatch(/Plh\. Sekretaris/)
    expect(page.text).not.toContain('Bekerja untuk')
  })

  it('lets me work for another of my offices, and for no other', async () => {
    const cookie = await signIn('asesor.5203')
    expect((await account(cookie)).page.text).toContain('KPU Kota Mataram')
    const chosen = await post('/kerja/akun/satker', { satker: '5271' }, cookie)
    expect(chosen.status).toBe(303)
    const moved = await account(`${cookie}; ${cookieOf(chosen)}`)
    expect(moved.page.querySelector('.topbar-office')?.text).toContain('KPU Kota Mataram')
    expect((await post('/kerja/akun/satker', { satker: '00' }, cookie)).status).toBe(404)
  })

  it('lists my devices and ends one of them, never someone else’s', async () => {
    const [here, there] = [await signIn('tim.5203'), await signIn('tim.5203')]
    const stranger = await signIn('agen.5203')
    const page = parse(
      await (await app.request('/kerja/akun/keamanan', { headers: { cookie: here } })).text(),
    )
    const action = page.querySelector('form[action^="/kerja/akun/sesi/"]')?.getAttribute('action')
    expect((await post(action ?? '', {}, stranger)).status).toBe(404)
    expect((await account(there)).status).toBe(200)
    expect((await post(action ?? '', {}, here)).status).toBe(303)
    expect((await account(there)).status).toBe(303)
    expect((await account(here)).status).toBe(200)
  })

  it('ends all my other devices at once', async () => {
    const [here, there] = [await signIn('tim.5203'), await signIn('tim.5203')]
    expect((await post('/kerja/akun/sesi/lain/akhiri', {}, here)).status).toBe(303)
    expect((await account(there)).status).toBe(303)
    expect((await account(here)).status).toBe(200)
  })
})

describe('changing my password', () => {
  const change = (cookie: string, lama: string, sandi: string, ulang = sandi) =>
    post('/kerja/akun/sandi', { lama, sandi, ulang }, cookie)

  it('wants the present one and an acceptable new one', async () => {
    const cookie = await signIn('pembaca.5203')
    const problems = async (answer: Response | Promise<Response>) =>
      parse(await (await answer).text())
        .querySelectorAll('.field-error')
        .map((p) => p.text)
    expect(await problems(change(cookie, 'bukan-sandinya', 'kuda hijau membaca'))).toEqual([
      'Masalah: Kata sandi sekarang tidak cocok. Ketik ulang.',
    ])
    expect((await problems(change(cookie, samplePassword, 'pendek')))[0]).toMatch(/paling sedikit/)
    expect((await problems(change(cookie, samplePassword, 'kuda hijau', 'kuda')))[0]).toMatch(
      /belum sama/,
    )
  })

  it('ends every session, gives this browser a new one, and tells me by letter', async () => {
    const [here, there] = [await signIn('agen.3508'), await signIn('agen.3508')]
    const answer = await change(here, samplePassword, 'kuda hijau membaca')
    expect(answer.status).toBe(303)
    expect((await account(there)).status).toBe(303)
    expect((await account(here)).status).toBe(303)
    expect((await account(cookieOf(answer))).status).toBe(200)
    await runJobs(hub.services, jobs)
    expect(hub.letters.at(-1)?.to).toBe(`agen.3508@${sampleDomain}`)
  })

  it('locks after five wrong tries, like signing in', async () => {
    const cookie = await signIn('asesor.3508')
    for (let i = 0; i < 5; i++) await change(cookie, 'bukan-sandinya', 'kuda hijau membaca')
    const answer = await change(cookie, samplePassword, 'kuda hijau membaca')
    expect(await answer.text()).toMatch(/Terlalu banyak percobaan/)
  })
})
