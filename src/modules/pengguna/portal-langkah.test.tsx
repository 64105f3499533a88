import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { runJobs } from '#test/support/run-jobs.ts'
import { attempt } from './auth/attempts.ts'
import { jobs } from './jobs.ts'
import { codeAt, signInStage } from './masuk.fixture.ts'
import { loadSamplePeople } from './samples.ts'

const hub = testHub()
let stage: ReturnType<typeof signInStage>
const step = '/masuk/langkah-kedua'

beforeAll(async () => {
  await loadSamplePeople(hub.services)
  stage = signInStage(hub.services)
})

beforeEach(async () => {
  hub.letters.length = 0
  await hub.services.ownerPool.query('delete from auth.percobaan')
  await hub.services.ownerPool.query('delete from graphile_worker._private_jobs')
})

/** An account that has set up its app, a minute ago, and its codes. */
async function enrolled(akun: string) {
  const browser = stage.browser()
  await stage.signIn(browser, akun)
  const { key, codes } = await stage.enrol(browser)
  stage.time.minutes += 1
  return { key, codes, code: () => codeAt(key, stage.now()) }
}

const events = async (akun: string) => {
  const { rows } = await hub.services.ownerPool.query(
    `select a.peristiwa from audit_log a join pengguna p on p.id::text = a.benda_id
     where a.benda = 'akun' and p.email = $1 order by a.nomor`,
    [stage.address(akun)],
  )
  return rows.map((row) => row.peristiwa)
}

describe('the second step', () => {
  it('comes after the right password and leads where one wanted to go', async () => {
    const { code } = await enrolled('ketua.5203')
    const browser = stage.browser()
    const first = await stage.signIn(browser, 'ketua.5203', undefined, '/kerja/akun?a=1')
    expect(first.to).toBe(`${step}?ke=%2Fkerja%2Fakun%3Fa%3D1`)
    expect(await stage.isIn(browser)).toBe(false)
    const asked = await browser.get(first.to ?? '')
    expect(asked.page.querySelector('input[name=kode]')?.getAttribute('autocomplete')).toBe(
      'one-time-code',
    )
    const second = await browser.post(step, { kode: code(), ke: '/kerja/akun?a=1' })
    expect(second).toMatchObject({ status: 303, to: '/kerja/akun?a=1' })
    expect(await stage.isIn(browser)).toBe(true)
  })

  it('never leads to another site', async () => {
    const { code } = await enrolled('sekretaris.5203')
    const browser = stage.browser()
    await stage.signIn(browser, 'sekretaris.5203')
    const answer = await browser.post(step, { kode: code(), ke: '//jahat.example' })
    expect(answer.to).toBe('/kerja')
  })

  it('is not opened by the password alone, by an older step, nor without the first one', async () => {
    const { code } = await enrolled('kasubbag.5203')
    const browser = stage.browser()
    await stage.signIn(browser, 'kasubbag.5203')
    const stolen = new Map(browser.cookies)
    await browser.post(step, { kode: code() })
    expect(await stage.isIn(browser)).toBe(true)
    stage.time.minutes += 1
    const thief = stage.browser()
    for (const [name, value] of stolen) thief.cookies.set(name, value)
    expect((await thief.post(step, { kode: code() })).to).toBe('/masuk')
    expect(await stage.isIn(thief)).toBe(false)
    expect((await stage.browser().post(step, { kode: code() })).to).toBe('/masuk')
  })

  it('takes no code twice, and none of a minute ago', async () => {
    const { code } = await enrolled('anggota.5203')
    const old = code()
    stage.time.minutes += 2
    const [a, b] = [stage.browser(), stage.browser()]
    await stage.signIn(a, 'anggota.5203')
    await stage.signIn(b, 'anggota.5203')
    expect((await a.post(step, { kode: old })).status).toBe(422)
    const fresh = code()
    expect((await a.post(step, { kode: fresh })).status).toBe(303)
    const again = await b.post(step, { kode: fresh })
    expect(again.status).toBe(422)
    expect(again.text).toContain('tidak cocok atau sudah dipakai')
  })

  it('lets one of two in who send the same code at once', async () => {
    const { code } = await enrolled('koordinator2.5203')
    const browsers = [stage.browser(), stage.browser()]
    for (const browser of browsers) await stage.signIn(browser, 'koordinator2.5203')
    const kode = code()
    const answers = await Promise.all(browsers.map((browser) => browser.post(step, { kode })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422])
  })

  it('shuts after five wrong codes, for every browser, and tells the owner', async () => {
    const { code } = await enrolled('koordinator1.5203')
    const browser = stage.browser()
    await stage.signIn(browser, 'koordinator1.5203')
    for (let i = 0; i < 5; i++)
      expect((await browser.post(step, { kode: '000000' })).status).toBe(422)
    const other = stage.browser()
    await stage.signIn(other, 'koordinator1.5203')
    for (let i = 0; i < 2; i++)
      expect((await other.post(step, { kode: code() })).text).toContain('Terlalu banyak percobaan')
    hub.letters.length = 0
    await runJobs(stage.services, jobs)
    await runJobs(stage.services, jobs)
    expect((await events('koordinator1.5203')).at(-1)).toBe('akun.langkah_dikunci')
    expect(hub.letters.map(({ subject }) => subject)).toContain(
      'Keamanan akun KPU HUB: Langkah kedua ditolak: terlalu banyak kode salah',
    )
    expect(hub.letters.at(-1)?.text).toContain('sudah mengetahui kata sandi Anda')
    stage.time.minutes += 15
    expect((await other.post(step, { kode: code() })).status).toBe(303)
  })
})

describe('a recovery code', () => {
  it('opens once, is told of by letter, and the page says how many are left', async () => {
    const { codes } = await enrolled('koordinator3.5203')
    expect(codes).toHaveLength(10)
    const browser = stage.browser()
    await stage.signIn(browser, 'koordinator3.5203')
    const page = await browser.get(`${step}?cara=pemulihan`)
    expect(page.text).toContain('Kode pemulihan')
    const used = { kode: codes[0]?.toLowerCase() ?? '', cara: 'pemulihan' }
    expect((await browser.post(step, used)).status).toBe(303)
    expect((await browser.get('/kerja/akun/keamanan')).text).toContain('9 kode belum dipakai')
    const again = stage.browser()
    await stage.signIn(again, 'koordinator3.5203')
    expect((await again.post(step, used)).status).toBe(422)
    hub.letters.length = 0
    await runJobs(stage.services, jobs)
    expect(hub.letters.map(({ subject }) => subject)).toContain(
      'Keamanan akun KPU HUB: Kode pemulihan dipakai untuk masuk',
    )
    expect(JSON.stringify(hub.letters)).not.toContain(codes[0])
  })
})

describe('a remembered browser', () => {
  it('needs no second step for 30 days; another browser does', async () => {
    const { code } = await enrolled('koordinator4.5203')
    const browser = stage.browser()
    await stage.signIn(browser, 'koordinator4.5203')
    await browser.post(step, { kode: code(), ingat: 'ya' })
    expect((await stage.signIn(browser, 'koordinator4.5203')).to).toBe('/kerja')
    expect((await stage.signIn(stage.browser(), 'koordinator4.5203')).to).toContain(step)
    await hub.services.ownerPool.query(
      `update auth.verification set "expiresAt" = now() - interval '1 second'`,
    )
    expect((await stage.signIn(browser, 'koordinator4.5203')).to).toContain(step)
  })

  it('is forgotten on request, and is no way into another account', async () => {
    const { code } = await enrolled('tim.5203')
    await enrolled('agen.5203')
    const browser = stage.browser()
    await stage.signIn(browser, 'tim.5203')
    await browser.post(step, { kode: code(), ingat: 'ya' })
    expect((await stage.signIn(browser, 'agen.5203')).to).toContain(step)
    expect((await stage.signIn(browser, 'tim.5203')).to).toBe('/kerja')
    expect((await browser.get('/kerja/akun/keamanan')).text).toContain('Lupakan 1 peramban')
    await browser.post('/kerja/akun/keamanan/peramban/lupakan')
    expect((await stage.signIn(browser, 'tim.5203')).to).toContain(step)
  })
})

describe('a session', () => {
  it('gets a new token at each proof, so that one planted before is worth nothing', async () => {
    const { code } = await enrolled('asesor.5203')
    const planted = stage.browser()
    await stage.signIn(planted, 'pembaca.5203')
    const before = planted.cookies.get('hub_sesi')
    const watcher = stage.browser()
    watcher.cookies.set('hub_sesi', before ?? '')
    await stage.signIn(planted, 'asesor.5203')
    expect(planted.cookies.get('hub_sesi')).toBe(before)
    await planted.post(step, { kode: code() })
    expect(planted.cookies.get('hub_sesi')).not.toBe(before)
    expect(await stage.isIn(watcher)).toBe(false)
  })
})

describe('a forced door', () => {
  it('is written down once and told to the owner, for an account that is there', async () => {
    const browser = stage.browser()
    for (let i = 0; i < 8; i++) await stage.signIn(browser, 'admin.5203', 'bukan-sandinya')
    for (let i = 0; i < 8; i++) await stage.signIn(browser, 'tidak.ada', 'bukan-sandinya')
    await runJobs(stage.services, jobs)
    await stage.signIn(browser, 'admin.5203', 'bukan-sandinya')
    await runJobs(stage.services, jobs)
    await runJobs(stage.services, jobs)
    expect(await events('admin.5203')).toEqual(['akun.masuk_dikunci'])
    expect(hub.letters.map(({ to }) => to)).toEqual([stage.address('admin.5203')])
  })

  it('of a whole network brings no letters to those who were not tried', async () => {
    for (let i = 0; i < 61; i++) await attempt(stage.services, 'address', 'tak-dikenal')
    const answer = await stage.signIn(stage.browser(), 'ketua.5271')
    expect(answer.text).toContain('Terlalu banyak percobaan')
    expect(await runJobs(stage.services, jobs)).toEqual([])
  })
})
