import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { type Problem, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { portalPage } from '#ui/page.tsx'
import { attempt, forgive } from './auth/attempts.ts'
import { cookieOf, stepCookie } from './auth/cookies.ts'
import { openSession, rememberBrowser } from './auth/enter.ts'
import { readTicket, takeTicket } from './auth/ticket.ts'
import { doorOf, keepCookies, lockedMessage, noStore } from './browser.ts'
import { secureAccountOf } from './commands/akun.ts'
import { deviceName } from './device.ts'
import { enqueue } from './enqueue.ts'
import { factorsOf } from './faktor/factors.ts'
import { useRecoveryCode } from './faktor/recovery-store.ts'
import { useTotp } from './faktor/totp-store.ts'
import { secondStepForm } from './forms-keamanan.ts'
import { localPath } from './local-path.ts'
import { SecondStepPage, type StepWay } from './pages/second-step.tsx'

/** /masuk/langkah-kedua: the cookie of the first step leads here, ten minutes, once. */
export const portalLangkah = new Hono<HubEnv>()

portalLangkah.use('/masuk/langkah-kedua', noStore)
portalLangkah.post('/masuk/langkah-kedua', rateLimit({ most: 300, perSeconds: 60 }))

const wrongMessages: Readonly<Record<StepWay, string>> = {
  aplikasi:
    'Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya di aplikasi, lalu ketik lagi. ' +
    'Periksa juga jam telepon Anda.',
  pemulihan: 'Kode pemulihan tidak cocok atau sudah pernah dipakai. Coba kode yang lain.',
}

portalLangkah.get('/masuk/langkah-kedua', async (c) => {
  const userId = await pendingOf(c)
  if (!userId) return backToStart(c)
  return stepPage(c, userId, { cara: c.req.query('cara') ?? '', ke: c.req.query('ke') ?? '' })
})

portalLangkah.post('/masuk/langkah-kedua', async (c) => {
  const services = c.get('services')
  const userId = await pendingOf(c)
  if (!userId) return backToStart(c)
  const form = await readForm(c, secondStepForm)
  if (!form.ok) return stepPage(c, userId, form.typed, form.problems)
  const { kode, cara, ingat, ke } = form.values
  const until = await attempt(services, 'code', userId)
  if (until) {
    await enqueue(services, 'pengguna.noteStepLocked', { userId }, `langkah:${userId}`)
    return stepPage(c, userId, form.typed, [{ field: '', message: lockedMessage(c, until) }])
  }
  const right =
    cara === 'pemulihan'
      ? await useRecoveryCode(services, userId, kode)
      : await useTotp(services, userId, kode)
  if (!right)
    return stepPage(c, userId, form.typed, [{ field: 'kode', message: wrongMessages[cara] }])
  await forgive(services, 'code', userId)
  if (!(await takeTicket(services, 'langkah-kedua', tokenOf(c)))) return backToStart(c)
  keepCookies(
    c,
    await openSession(services, userId, doorOf(c), cara === 'pemulihan' ? 'pemulihan' : 'totp'),
  )
  if (ingat) keepCookies(c, [await rememberBrowser(services, userId)])
  if (cara === 'pemulihan') await tellCodeUsed(c, userId)
  return c.redirect(localPath(ke), 303)
})

async function tellCodeUsed(c: HubContext, userId: string) {
  const services = c.get('services')
  const { codesLeft } = await factorsOf(services, userId)
  await secureAccountOf(services, userId, {
    peristiwa: 'akun.kode_dipakai',
    rincian: { perangkat: deviceName(doorOf(c).userAgent), sisa: codesLeft },
  })
  setFlash(
    c,
    `Kode pemulihan itu sudah terpakai; tersisa ${codesLeft}. Buat kode baru di Keamanan akun bila hampir habis.`,
    'late',
  )
}

async function stepPage(
  c: HubContext,
  userId: string,
  typed: Typed,
  problems: readonly Problem[] = [],
) {
  const factors = await factorsOf(c.get('services'), userId)
  const ways = {
    app: factors.totpSince !== null,
    passkey: factors.passkeys.length > 0,
    codesLeft: factors.codesLeft,
  }
  const way = typedText(typed, 'cara') === 'pemulihan' || !ways.app ? 'pemulihan' : 'aplikasi'
  const page = (
    <SecondStepPage
      ways={ways}
      way={way}
      ke={localPath(typedText(typed, 'ke'))}
      typed={{ ...typed, kode: '' }}
      problems={problems}
    />
  )
  const status = problems.length > 0 ? 422 : 200
  return portalPage(c, { title: 'Langkah kedua', status }, page)
}

const tokenOf = (c: HubContext) => cookieOf(c.req.raw.headers, stepCookie)

const pendingOf = (c: HubContext) => readTicket(c.get('services'), 'langkah-kedua', tokenOf(c))

function backToStart(c: HubContext) {
  setFlash(c, 'Waktu untuk langkah kedua sudah habis. Masuk sekali lagi.', 'late')
  return c.redirect('/masuk', 303)
}
