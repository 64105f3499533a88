import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { readForm, typedText } from '#platform/http/form.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { portalPage } from '#ui/page.tsx'
import { membershipsOf } from './auth/actor.ts'
import { challengeCookie, cookieHeader, cookieOf, dropCookie } from './auth/cookies.ts'
import { enter } from './auth/enter.ts'
import { doorOf, keepCookies, leadIn, noStore } from './browser.ts'
import { secureAccountOf } from './commands/akun.ts'
import { deviceName } from './device.ts'
import { authenticationOptions, provePasskey } from './faktor/passkey.ts'
import { passkeySignInForm } from './forms-keamanan.ts'
import { localPath } from './local-path.ts'
import { SignInPage } from './pages/sign-in.tsx'

/** Signing in with a passkey: it proves possession and, by finger, face or PIN, the person: two factors at once. */
export const portalKunci = new Hono<HubEnv>()

portalKunci.use('/masuk/kunci', noStore)
portalKunci.use('/masuk/kunci/*', noStore)
portalKunci.on(
  'POST',
  ['/masuk/kunci', '/masuk/kunci/mulai'],
  rateLimit({ most: 300, perSeconds: 60 }),
)

const unknownMessage =
  'Kunci sandi ini tidak dikenal atau waktunya habis. Coba lagi, atau masuk dengan kata sandi.'
const copiedMessage =
  'Kunci sandi ini ditolak karena mungkin ada salinannya. Masuk dengan kata sandi, lalu hapus kunci itu.'
const noMembershipMessage =
  'Akun Anda sedang tidak terhubung dengan satuan kerja. Hubungi admin satuan kerja Anda.'

portalKunci.post('/masuk/kunci/mulai', async (c) => {
  const services = c.get('services')
  const { options, token } = await authenticationOptions(services)
  keepCookies(c, [cookieHeader(services, challengeCookie, { value: token, seconds: 300 })])
  return c.json(options)
})

portalKunci.post('/masuk/kunci', async (c) => {
  const services = c.get('services')
  const form = await readForm(c, passkeySignInForm)
  const ke = localPath(typedText(form.typed, 'ke'))
  if (!form.ok) return again(c, ke, form.problems[0]?.message ?? unknownMessage)
  const token = cookieOf(c.req.raw.headers, challengeCookie)
  keepCookies(c, [dropCookie(services, challengeCookie)])
  // The library checks every part of the answer; its type is that of a browser which tells the truth.
  const answer = form.values.jawaban as unknown as AuthenticationResponseJSON
  const proof = await provePasskey(services, token, answer)
  if (!proof.ok && proof.reason === 'copied') {
    await secureAccountOf(services, proof.userId, {
      peristiwa: 'akun.kunci_disangka_tersalin',
      rincian: { perangkat: deviceName(doorOf(c).userAgent) },
    })
    return again(c, ke, copiedMessage)
  }
  if (!proof.ok) return again(c, ke, unknownMessage)
  if ((await membershipsOf(services, proof.userId)).length === 0)
    return again(c, ke, noMembershipMessage)
  return leadIn(c, await enter(services, proof.userId, doorOf(c), 'kunci'), ke)
})

function again(c: HubContext, ke: string, message: string) {
  const { oidc } = c.get('services').config
  const page = (
    <SignInPage typed={{ ke }} problems={[{ field: '', message }]} office={oidc?.label} />
  )
  return portalPage(c, { title: 'Masuk', status: 422 }, page)
}
