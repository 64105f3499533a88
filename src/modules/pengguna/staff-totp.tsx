import { Hono } from 'hono'
import { localDate, longDate } from '#platform/date.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { attempt, forgive } from './auth/attempts.ts'
import { provePassword } from './auth/sign-in.ts'
import { doorOf, lockedMessage } from './browser.ts'
import { factorsOf } from './faktor/factors.ts'
import { qrSvg } from './faktor/qr.ts'
import { renewRecoveryCodes } from './faktor/recovery-store.ts'
import { keyAsText, totpUri } from './faktor/totp.ts'
import { confirmTotp, offeredTotp, offerTotp, removeTotp } from './faktor/totp-store.ts'
import { codeForm, passwordOnlyForm, removeTotpForm } from './forms-keamanan.ts'
import { RecoveryCodesPage, RenewCodesPage } from './pages/recovery.tsx'
import { EnrolTotpPage, RemoveTotpPage, TotpPage } from './pages/totp.tsx'
import {
  accountOf,
  recentlyProven,
  renewSession,
  secureOwn,
  sessionOf,
  userIdOf,
} from './staff-own.ts'
import { tried } from './tried.ts'

/** The authenticator app and the recovery codes of one's own account. */
export const staffTotp = new Hono<HubEnv>()

const path = '/kerja/akun/keamanan/aplikasi'
const crumbs = [
  { href: '/kerja/akun', label: 'Akun saya' },
  { href: '/kerja/akun/keamanan', label: 'Keamanan akun' },
]
const wrongCode =
  'Kode tidak cocok. Tunggu kode berikutnya di aplikasi, lalu ketik lagi. Periksa juga jam telepon Anda.'
const lastFactor =
  'Peran Anda wajib memakai verifikasi dua langkah. Buat kunci sandi lebih dahulu, baru lepas aplikasi.'

staffTotp.use('/akun/keamanan/aplikasi', recentlyProven)
staffTotp.use('/akun/keamanan/aplikasi/*', recentlyProven)
staffTotp.use('/akun/keamanan/kode', recentlyProven)

staffTotp.get('/akun/keamanan/aplikasi', async (c) => {
  const offered = await offeredTotp(c.get('services'), userIdOf(c))
  if (offered) return enrolPage(c, offered)
  const { totpSince } = await factorsOf(c.get('services'), userIdOf(c))
  const since = totpSince && longDate(localDate(totpSince, actorOf(c).zonaWaktu))
  return staffPage(c, { title: 'Aplikasi autentikator', crumbs }, <TotpPage since={since} />)
})

staffTotp.post('/akun/keamanan/aplikasi/mulai', async (c) => {
  await offerTotp(c.get('services'), userIdOf(c))
  return c.redirect(path, 303)
})

staffTotp.post('/akun/keamanan/aplikasi/pastikan', async (c) => {
  const services = c.get('services')
  const userId = userIdOf(c)
  const offered = await offeredTotp(services, userId)
  if (!offered) {
    setFlash(c, 'Pemasangan ini sudah lewat satu jam atau sudah selesai. Mulai lagi.', 'late')
    return c.redirect(path, 303)
  }
  const form = await readForm(c, codeForm)
  if (!form.ok) return enrolPage(c, offered, form.problems)
  const until = await attempt(services, 'code', userId)
  if (until) return enrolPage(c, offered, [{ field: 'kode', message: lockedMessage(c, until) }])
  const { codesLeft } = await factorsOf(services, userId)
  const done = await tried(
    secureOwn(c, {
      peristiwa: 'akun.totp_dipasang',
      act: () => confirmTotp(services, userId, form.values.kode),
      refusal: wrongCode,
    }),
  )
  if (!done.ok) return enrolPage(c, offered, [{ field: 'kode', message: done.message }])
  await forgive(services, 'code', userId)
  await renewSession(c, 'totp')
  if (codesLeft === 0) return firstCodesPage(c, 'Aplikasi autentikator sudah aktif.')
  setFlash(c, 'Aplikasi autentikator yang baru sudah aktif. Perangkat lain dikeluarkan.')
  return c.redirect('/kerja/akun/keamanan', 303)
})

staffTotp.get('/akun/keamanan/aplikasi/lepas', (c) => removePage(c))

staffTotp.post('/akun/keamanan/aplikasi/lepas', async (c) => {
  const services = c.get('services')
  const userId = userIdOf(c)
  const form = await readForm(c, removeTotpForm)
  if (!form.ok) return removePage(c, form.problems)
  const { sandi, kode } = form.values
  const wrong = await passwordProblemOf(c, sandi)
  if (wrong) return removePage(c, [wrong])
  const { passkeys } = await factorsOf(services, userId)
  if (passkeys.length === 0 && sessionOf(c).obliged)
    return removePage(c, [{ field: '', message: lastFactor }])
  const until = await attempt(services, 'code', userId)
  if (until) return removePage(c, [{ field: 'kode', message: lockedMessage(c, until) }])
  const done = await tried(
    secureOwn(c, {
      peristiwa: 'akun.totp_dilepas',
      act: () => removeTotp(services, userId, kode),
      refusal: wrongCode,
    }),
  )
  if (!done.ok) return removePage(c, [{ field: 'kode', message: done.message }])
  await forgive(services, 'code', userId)
  setFlash(c, 'Aplikasi autentikator dilepas.')
  return c.redirect('/kerja/akun/keamanan', 303)
})

staffTotp.get('/akun/keamanan/kode', (c) => renewPage(c))

staffTotp.post('/akun/keamanan/kode', async (c) => {
  const form = await readForm(c, passwordOnlyForm)
  if (!form.ok) return renewPage(c, form.problems)
  const wrong = await passwordProblemOf(c, form.values.sandi)
  if (wrong) return renewPage(c, [wrong])
  if (!sessionOf(c).hasSecondFactor)
    return renewPage(c, [{ field: '', message: 'Pasang aplikasi atau kunci sandi lebih dahulu.' }])
  return codesPage(c, 'Kode yang lama tidak berlaku lagi.')
})

/** With the first factor come the first codes; the letter about the factor is enough. */
export const firstCodesPage = (c: HubContext, lead: string) => codesPage(c, lead, true)

/** Makes the codes and shows them, this once: a reload asks for the password again. */
async function codesPage(c: HubContext, lead: string, quiet = false) {
  const services = c.get('services')
  const { id, email } = await accountOf(c)
  let codes: string[] = []
  await secureOwn(c, {
    peristiwa: 'akun.kode_dibuat',
    quiet,
    act: async () => {
      codes = await renewRecoveryCodes(services, id)
      return true
    },
  })
  const made = longDate(localDate(c.get('caller').now, actorOf(c).zonaWaktu))
  const page = <RecoveryCodesPage codes={codes} email={email} made={made} lead={lead} />
  return staffPage(c, { title: 'Kode pemulihan', crumbs }, page)
}

async function passwordProblemOf(c: HubContext, password: string): Promise<Problem | null> {
  const { email } = await accountOf(c)
  const proven = await provePassword(c.get('services'), { email, password }, doorOf(c))
  if (proven.ok) return null
  const wrong = 'Kata sandi tidak cocok. Ketik ulang.'
  const message = proven.reason === 'locked' ? lockedMessage(c, proven.until) : wrong
  return { field: 'sandi', message }
}

async function enrolPage(c: HubContext, key: Buffer, problems: readonly Problem[] = []) {
  const { email } = await accountOf(c)
  const uri = totpUri(key, email)
  const page = (
    <EnrolTotpPage qr={qrSvg(uri)} uri={uri} keyText={keyAsText(key)} problems={problems} />
  )
  return staffPage(c, { title: 'Pasang aplikasi', crumbs, status: statusOf(problems) }, page)
}

const removePage = (c: HubContext, problems: readonly Problem[] = []) =>
  staffPage(
    c,
    { title: 'Lepas aplikasi', crumbs, status: statusOf(problems) },
    <RemoveTotpPage problems={problems} />,
  )

async function renewPage(c: HubContext, problems: readonly Problem[] = []) {
  const { codesLeft } = await factorsOf(c.get('services'), userIdOf(c))
  const page = <RenewCodesPage left={codesLeft} problems={problems} />
  return staffPage(c, { title: 'Kode pemulihan', crumbs, status: statusOf(problems) }, page)
}

const statusOf = (problems: readonly Problem[]): 200 | 422 => (problems.length > 0 ? 422 : 200)
