import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { runJobs } from '#test/support/run-jobs.ts'
import { jobs } from './jobs.ts'
import { codeAt, signInStage } from './masuk.fixture.ts'
import { samplePassword } from './sample-people.ts'
import { loadSamplePeople } from './samples.ts'

const hub = testHub()
let stage: ReturnType<typeof signInStage>
const app = '/kerja/akun/keamanan/aplikasi'

beforeAll(async () => {
  await loadSamplePeople(hub.services)
  stage = signInStage(hub.services)
})

beforeEach(async () => {
  hub.letters.length = 0
  await hub.services.ownerPool.query('delete from auth.percobaan')
  await hub.services.ownerPool.query('delete from graphile_worker._private_jobs')
})

async function signedIn(akun: string) {
  const browser = stage.browser()
  expect((await stage.signIn(browser, akun)).to).toBe('/kerja')
  return browser
}

describe('an authenticator app', () => {
  it('counts only after its first right code; then it is told of, and other devices are out', async () => {
    const [browser, other] = [await signedIn('ketua.5203'), await signedIn('ketua.5203')]
    await browser.post(`${app}/mulai`)
    const wrong = await browser.post(`${app}/pastikan`, { kode: '000000' })
    expect(wrong.status).toBe(422)
    expect(await stage.isIn(stage.browser())).toBe(false)
    expect((await stage.signIn(stage.browser(), 'ketua.5203')).to).toBe('/kerja')
    const before = browser.cookies.get('hub_sesi')
    const { answer, codes, key } = await stage.enrol(browser)
    expect(answer.text).toContain('tidak akan ditampilkan lagi')
    expect(codes).toHaveLength(10)
    expect(browser.cookies.get('hub_sesi')).not.toBe(before)
    expect(await stage.isIn(browser)).toBe(true)
    expect(await stage.isIn(other)).toBe(false)
    expect((await stage.signIn(stage.browser(), 'ketua.5203')).to).toContain('langkah-kedua')
    await runJobs(stage.services, jobs)
    expect(hub.letters.map(({ subject }) => subject)).toEqual([
      'Keamanan akun KPU HUB: Aplikasi autentikator dipasang',
    ])
    expect(JSON.stringify(hub.letters)).not.toContain(key)
  })

  it('lies sealed in the database, and its codes only as hashes', async () => {
    const browser = await signedIn('sekretaris.5203')
    const { key, codes } = await stage.enrol(browser)
    const tables = ['totp', 'kode_pemulihan', 'verification', 'session']
    const dumps = await Promise.all(
      tables.map((table) => hub.services.ownerPool.query(`select t::text from auth.${table} t`)),
    )
    const text = JSON.stringify(dumps.map(({ rows }) => rows))
    expect(text).not.toContain(key.replaceAll(' ', ''))
    for (const code of codes) expect(text).not.toContain(code)
    const { rows } = await hub.services.ownerPool.query('select rincian::text as t from audit_log')
    expect(JSON.stringify(rows)).not.toContain(codes[0])
  })

  it('goes only with password and code', async () => {
    const browser = await signedIn('kasubbag.5203')
    const { key } = await stage.enrol(browser)
    stage.time.minutes += 1
    const remove = (sandi: string, kode: string) => browser.post(`${app}/lepas`, { sandi, kode })
    const code = () => codeAt(key, stage.now())
    expect((await remove('bukan-sandinya', code())).text).toContain('Kata sandi tidak cocok')
    expect((await remove(samplePassword, '000000')).text).toContain('Kode tidak cocok')
    expect((await remove(samplePassword, code())).status).toBe(303)
    expect((await stage.signIn(stage.browser(), 'kasubbag.5203')).to).toBe('/kerja')
    const { rows } = await hub.services.ownerPool.query(
      'select count(*)::int as n from auth.kode_pemulihan k join auth."user" u on u.id = k.akun where u.email = $1',
      [stage.address('kasubbag.5203')],
    )
    expect(rows[0].n).toBe(0)
  })

  it('keeps the old one until the new one has proved itself', async () => {
    const browser = await signedIn('anggota.5203')
    const { key } = await stage.enrol(browser)
    stage.time.minutes += 1
    await browser.post(`${app}/mulai`)
    const other = stage.browser()
    await stage.signIn(other, 'anggota.5203')
    const answer = await other.post('/masuk/langkah-kedua', { kode: codeAt(key, stage.now()) })
    expect(answer.status).toBe(303)
  })
})

describe('recovery codes', () => {
  it('are made anew with the password; the old ones are void', async () => {
    const browser = await signedIn('tim.5203')
    const { codes } = await stage.enrol(browser)
    const path = '/kerja/akun/keamanan/kode'
    expect((await browser.post(path, { sandi: 'bukan-sandinya' })).status).toBe(422)
    const renewed = await browser.post(path, { sandi: samplePassword })
    const fresh = renewed.page.querySelectorAll('li code').map((c) => c.text)
    expect(fresh).toHaveLength(10)
    const other = stage.browser()
    await stage.signIn(other, 'tim.5203')
    const use = (kode = '') => other.post('/masuk/langkah-kedua', { kode, cara: 'pemulihan' })
    expect((await use(codes[3])).status).toBe(422)
    expect((await use(fresh[3])).status).toBe(303)
  })
})

describe('a proof that is older than 15 minutes', () => {
  it('is asked for again before a way in is changed, and leads back', async () => {
    const browser = await signedIn('agen.5203')
    expect((await browser.get(app)).status).toBe(200)
    stage.time.minutes += 16
    const confirm = `/kerja/akun/konfirmasi?ke=${encodeURIComponent(app)}`
    expect((await browser.get(app)).to).toBe(confirm)
    expect((await browser.post(`${app}/mulai`)).to).toBe(confirm)
    expect((await browser.get('/kerja/akun/keamanan')).status).toBe(200)
    const wrong = await browser.post('/kerja/akun/konfirmasi', { sandi: 'salah', ke: app })
    expect(wrong.status).toBe(422)
    const right = await browser.post('/kerja/akun/konfirmasi', { sandi: samplePassword, ke: app })
    expect(right.to).toBe(app)
    expect((await browser.get(app)).status).toBe(200)
    const away = { sandi: samplePassword, ke: 'https://jahat.example' }
    expect((await browser.post('/kerja/akun/konfirmasi', away)).to).toBe('/kerja')
  })
})

describe('the devices', () => {
  it('are listed with masked address; one thrown out is out, and it is written down', async () => {
    const here = await signedIn('pembaca.5203')
    const there = stage.browser('Mozilla/5.0 (Linux; Android 14) Chrome/140.0')
    await stage.signIn(there, 'pembaca.5203')
    const { text, page } = await here.get('/kerja/akun/keamanan')
    expect(text).toContain('Chrome di Windows (perangkat ini)')
    expect(text).toContain('Chrome di Android')
    const action = page.querySelector('form[action^="/kerja/akun/sesi/"]')?.getAttribute('action')
    await here.post(action ?? '')
    expect(await stage.isIn(there)).toBe(false)
    expect((await here.get('/kerja/akun/keamanan')).text).toContain('Perangkat dikeluarkan')
    expect((await here.post('/kerja/akun/sesi/tidak-ada/akhiri')).status).toBe(404)
  })
})

describe('an obligation', () => {
  const oblige = (days: number) =>
    hub.services.ownerPool.query(
      `insert into wajib_faktor (satker_kode, peran, wajib_sejak, tenggang_hari)
       values ('00', 'asesor', '2026-01-01', $1)
       on conflict (satker_kode, peran) do update set wajib_sejak = '2026-01-01', tenggang_hari = $1`,
      [days],
    )

  it('is announced within the grace, then holds everything but setting the factor', async () => {
    await oblige(7)
    const browser = stage.browser()
    await stage.signIn(browser, 'asesor.5203')
    const told = await browser.get('/kerja')
    expect(told.status).toBe(200)
    expect(told.text).toContain(
      'wajib memakai verifikasi dua langkah paling lambat 27 November 2026',
    )
    stage.time.minutes += 8 * 24 * 60
    expect((await browser.get('/kerja/rencana-aksi')).to).toBe('/kerja/akun/keamanan')
    const posted = await browser.post('/kerja/akun/satker', { satker: '5271' })
    expect(posted.status).toBe(403)
    expect(posted.text).toContain('muat ulang: peramban menawarkan mengirim lagi')
    const page = await browser.get('/kerja/akun/keamanan')
    expect(page.text).toContain('Pasang dahulu untuk melanjutkan')
    await browser.post('/kerja/akun/konfirmasi', { sandi: samplePassword, ke: app })
    await stage.enrol(browser)
    expect((await browser.get('/kerja')).status).toBe(200)
  })

  it('does not let the last factor go', async () => {
    await oblige(7)
    const browser = stage.browser()
    await stage.signIn(browser, 'asesor.3508')
    const { key } = await stage.enrol(browser)
    stage.time.minutes += 1
    const form = { sandi: samplePassword, kode: codeAt(key, stage.now()) }
    const answer = await browser.post(`${app}/lepas`, form)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Buat kunci sandi lebih dahulu')
  })
})
