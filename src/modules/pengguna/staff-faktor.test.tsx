import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { signInStage } from './masuk.fixture.ts'
import { loadSamplePeople } from './samples.ts'

const hub = testHub()
let stage: ReturnType<typeof signInStage>

beforeAll(async () => {
  await loadSamplePeople(hub.services)
  stage = signInStage(hub.services)
})

async function signedIn(akun: string) {
  const browser = stage.browser()
  await stage.signIn(browser, akun)
  return browser
}

const idOf = async (akun: string): Promise<string> =>
  (
    await hub.services.ownerPool.query('select id from pengguna where email = $1', [
      stage.address(akun),
    ])
  ).rows[0].id

describe('the page that resets a colleague', () => {
  it('keeps the reason when it is too short, and leads back when it is done', async () => {
    const person = await signedIn('koordinator1.5203')
    await stage.enrol(person)
    const path = `/kerja/pengguna/${await idOf('koordinator1.5203')}/faktor`
    const admin = await signedIn('admin.5203')
    const short = await admin.post(path, { alasan: 'hilang' })
    expect(short.status).toBe(422)
    expect(short.page.querySelector('textarea')?.text.trim()).toBe('hilang')
    const done = await admin.post(path, { alasan: 'Telepon hilang tadi pagi' })
    expect(done.status).toBe(303)
    expect(await stage.isIn(person)).toBe(false)
    const again = stage.browser()
    expect((await stage.signIn(again, 'koordinator1.5203')).to).toBe('/kerja')
    expect((await again.get('/kerja')).to).toBe('/kerja/akun/keamanan')
    const nothing = await admin.post(path, { alasan: 'Telepon hilang tadi pagi' })
    expect(nothing.text).toContain('tidak memakai verifikasi dua langkah')
  })

  it('is there for the admin alone, not for himself, and asks for a fresh proof', async () => {
    const path = `/kerja/pengguna/${await idOf('admin.5203')}/faktor`
    const admin = await signedIn('admin.5203')
    expect((await admin.get(path)).status).toBe(404)
    expect((await (await signedIn('ketua.5203')).get(path)).status).toBe(404)
    expect((await (await signedIn('admin.3508')).get(path)).status).toBe(404)
    const other = `/kerja/pengguna/${await idOf('tim.5203')}/faktor`
    expect((await admin.get(other)).status).toBe(200)
    stage.time.minutes += 16
    expect((await admin.get(other)).to).toContain('/kerja/akun/konfirmasi')
  })
})

describe('the page of obligations', () => {
  const path = '/kerja/pengguna/kewajiban-faktor'

  it('is KPU RI’s: shows each role, keeps what was typed wrong, and is in force once saved', async () => {
    const admin = await signedIn('admin.00')
    expect((await admin.get('/kerja/pengguna')).text).toContain('wajib memakai verifikasi')
    const { page } = await admin.get(path)
    expect(page.querySelectorAll('input[type=date]')).toHaveLength(12)
    expect(page.querySelector('#tenggang-ketua')?.getAttribute('value')).toBe('14')
    const wrong = await admin.post(path, { 'sejak.ketua': '2026-11-01', 'tenggang.ketua': '400' })
    expect(wrong.status).toBe(422)
    expect(wrong.page.querySelector('#sejak-ketua')?.getAttribute('value')).toBe('2026-11-01')
    expect(wrong.text).toContain('Paling lama 90 hari')
    const right = { 'sejak.ketua': '2026-11-01', 'tenggang.ketua': '30' }
    expect((await admin.post(path, right)).status).toBe(303)
    const ketua = await signedIn('ketua.5203')
    expect((await ketua.get('/kerja')).text).toContain('wajib memakai verifikasi dua langkah')
  })

  it('is closed to everyone else', async () => {
    for (const akun of ['admin.5203', 'admin.52', 'ketua.00']) {
      const browser = await signedIn(akun)
      expect((await browser.get(path)).status).toBe(403)
      expect((await browser.post(path, { 'sejak.ketua': '' })).status).toBe(403)
    }
  })
})
