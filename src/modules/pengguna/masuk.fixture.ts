import type { Services } from '#platform/services.ts'
import { testApp } from '#test/support/app.ts'
import { browserOf, type TestBrowser } from './browser.fixture.ts'
import { stepOf, totpCode } from './faktor/totp.ts'
import { sampleDomain, samplePassword } from './sample-people.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code that an app shows at a moment, from the key as the page prints it. */
export function codeAt(keyText: string, at: Date): string {
  const bits = [...keyText.replaceAll(/\s/g, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  return totpCode(key, stepOf(at))
}

/** The product with a clock that the test sets, in minutes after its start, and what people do there. */
export function signInStage(services: Services) {
  const start = services.clock().getTime()
  const time = { minutes: 0 }
  const now = () => new Date(start + time.minutes * 60_000)
  const staged: Services = { ...services, clock: now }
  const app = testApp(staged)
  const address = (akun: string) => `${akun}@${sampleDomain}`

  return {
    services: staged,
    app,
    time,
    now,
    address,
    browser: (userAgent?: string) => browserOf(app, userAgent),
    /** The first step. */
    signIn: (browser: TestBrowser, akun: string, sandi = samplePassword, ke = '') =>
      browser.post('/masuk', { email: address(akun), sandi, ke }),
    /** Sets the app up; returns its key and the recovery codes. */
    async enrol(browser: TestBrowser) {
      await browser.post('/kerja/akun/keamanan/aplikasi/mulai')
      const { page } = await browser.get('/kerja/akun/keamanan/aplikasi')
      const key = page.querySelector('code')?.text ?? ''
      const kode = codeAt(key, now())
      const answer = await browser.post('/kerja/akun/keamanan/aplikasi/pastikan', { kode })
      return { key, answer, codes: answer.page.querySelectorAll('li code').map((c) => c.text) }
    },
    async isIn(browser: TestBrowser) {
      return (await browser.get('/kerja/akun')).status === 200
    },
  }
}
