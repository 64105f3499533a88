import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { runJobs } from '#test/support/run-jobs.ts'
import type { TestBrowser } from './browser.fixture.ts'
import { softwareKey } from './faktor/authenticator.fixture.ts'
import { jobs } from './jobs.ts'
import { signInStage } from './masuk.fixture.ts'
import { loadSamplePeople } from './samples.ts'

const hub = testHub()
let stage: ReturnType<typeof signInStage>
const list = '/kerja/akun/keamanan/kunci'
type Key = ReturnType<typeof softwareKey>

beforeAll(async () => {
  await loadSamplePeople(hub.services)
  stage = signInStage(hub.services)
})

/** Someone who has signed in and made a key. */
async function withKey(akun: string, key = softwareKey(), nama = 'Laptop kantor') {
  const browser = stage.browser()
  await stage.signIn(browser, akun)
  const answer = await make(browser, key, nama)
  return { browser, key, answer }
}

async function make(browser: TestBrowser, key: Key, nama: string) {
  const options = JSON.parse((await browser.post(`${list}/mulai`)).body)
  return browser.post(list, { nama, jawaban: key.make(options) })
}

async function challenge(browser: TestBrowser) {
  return JSON.parse((await browser.post('/masuk/kunci/mulai')).body)
}

async function enterWith(browser: TestBrowser, key: Key, ke = '') {
  const jawaban = key.sign(await challenge(browser))
  return browser.post('/masuk/kunci', { jawaban, ke })
}

describe('a passkey', () => {
  it('is made once signed in, brings recovery codes, and is a second factor from then on', async () => {
    const { answer } = await withKey('ketua.5203')
    expect(answer.text).toContain('Kunci sandi Laptop kantor sudah tersimpan')
    expect(answer.page.querySelectorAll('li code')).toHaveLength(10)
    const browser = stage.browser()
    expect((await stage.signIn(browser, 'ketua.5203')).to).toContain('langkah-kedua')
    const step = await browser.get('/masuk/langkah-kedua')
    expect(step.text).toContain('Pakai kunci sandi (passkey)')
    expect(step.text).toContain('Kode pemulihan')
  })

  it('signs in by itself, without address, password or code', async () => {
    const { key } = await withKey('sekretaris.5203')
    const browser = stage.browser()
    const answer = await enterWith(browser, key, '/kerja/akun')
    expect(answer).toMatchObject({ status: 303, to: '/kerja/akun' })
    expect(await stage.isIn(browser)).toBe(true)
    const other = stage.browser()
    expect((await enterWith(other, key, '//jahat.example')).to).toBe('/kerja')
  })

  it('answers a challenge once, in the browser that asked for it', async () => {
    const { key } = await withKey('kasubbag.5203')
    const browser = stage.browser()
    const jawaban = key.sign(await challenge(browser))
    const stranger = stage.browser()
    await challenge(stranger)
    expect((await stranger.post('/masuk/kunci', { jawaban })).status).toBe(422)
    const kept = new Map(browser.cookies)
    expect((await browser.post('/masuk/kunci', { jawaban })).status).toBe(303)
    const again = stage.browser()
    for (const [name, value] of kept) again.cookies.set(name, value)
    expect((await again.post('/masuk/kunci', { jawaban })).status).toBe(422)
  })

  it('is refused for another site, when the person did not confirm, and when it is not ours', async () => {
    const { browser } = await withKey('anggota.5203')
    for (const key of [
      softwareKey({ origin: 'https://jahat.example' }),
      softwareKey({ verifies: false }),
    ])
      expect((await make(browser, key, 'Tiruan')).text).toContain('belum tersimpan')
    expect((await enterWith(stage.browser(), softwareKey())).text).toContain('tidak dikenal')
    const guest = stage.browser()
    for (const jawaban of ['', '{}', 'bukan json', '{"id":"x","response":{}}'])
      expect((await guest.post('/masuk/kunci', { jawaban })).status).toBe(422)
  })

  it('whose counter goes back is refused, written down and told of', async () => {
    const { key } = await withKey('tim.5203')
    key.key.counter = 7
    expect((await enterWith(stage.browser(), key)).status).toBe(303)
    key.key.counter = 7
    const copy = await enterWith(stage.browser(), key)
    expect(copy.status).toBe(422)
    expect(copy.text).toContain('mungkin ada salinannya')
    key.key.counter = 8
    expect((await enterWith(stage.browser(), key)).status).toBe(303)
    hub.letters.length = 0
    await runJobs(stage.services, jobs)
    expect(hub.letters.map(({ subject }) => subject)).toContain(
      'Keamanan akun KPU HUB: Kunci sandi ditolak: diduga ada salinannya',
    )
  })

  it('is one of several, with a name that its owner changes; only the owner removes it', async () => {
    const { browser } = await withKey('agen.5203')
    await make(browser, softwareKey(), 'Telepon')
    const page = await browser.get(list)
    expect(page.text).toContain('Laptop kantor')
    const [first] = page.page
      .querySelectorAll('a[href$="/hapus"]')
      .map((link) => link.getAttribute('href') ?? '')
    const id = first?.split('/').at(-2) ?? ''
    await browser.post(`${list}/${id}/nama`, { nama: 'Laptop rumah' })
    expect((await browser.get(list)).text).toContain('Laptop rumah')
    expect((await browser.post(`${list}/${id}/nama`, { nama: '' })).status).toBe(422)
    const stranger = stage.browser()
    await stage.signIn(stranger, 'pembaca.5203')
    expect((await stranger.get(`${list}/${id}/hapus`)).status).toBe(404)
    expect((await stranger.post(`${list}/${id}/hapus`)).status).toBe(404)
    expect((await browser.get(`${list}/${id}/hapus`)).text).toContain('Hapus kunci Laptop rumah?')
    expect((await browser.post(`${list}/${id}/hapus`)).status).toBe(303)
    const left = (await browser.get(list)).page.querySelectorAll('tbody tr')
    expect(left.map((row) => row.querySelector('th')?.text)).toEqual(['Telepon'])
  })

  it('of a person without office opens nothing', async () => {
    const { key } = await withKey('pembaca.5203')
    await hub.services.ownerPool.query(
      'update pengguna set deactivated_at = now() where email = $1',
      [stage.address('pembaca.5203')],
    )
    const browser = stage.browser()
    expect((await enterWith(browser, key)).text).toContain('tidak terhubung dengan satuan kerja')
    expect(await stage.isIn(browser)).toBe(false)
  })
})
