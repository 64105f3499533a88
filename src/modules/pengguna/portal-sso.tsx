import { Hono } from 'hono'
import { notFound } from '#platform/errors.ts'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import type { OidcConfig } from '#platform/config.ts'
import { portalPage } from '#ui/page.tsx'
import { membershipsOf } from './auth/actor.ts'
import { cookieHeader, cookieOf, dropCookie, oidcCookie } from './auth/cookies.ts'
import { enter } from './auth/enter.ts'
import { accountOfIdentity, tie } from './auth/linked.ts'
import { doorOf, keepCookies, leadIn, noStore } from './browser.ts'
import { secureAccountOf } from './commands/akun.ts'
import { deviceName } from './device.ts'
import { localPath } from './local-path.ts'
import {
  challengeOf,
  type Journey,
  journeyMinutes,
  newJourney,
  openJourney,
  sealJourney,
} from './oidc/journey.ts'
import { type ClaimFault, personOf } from './oidc/klaim.ts'
import { authorizationUrl, claimsOfCode, discover } from './oidc/penerbit.ts'
import { SsoFailedPage } from './pages/sso-failed.tsx'

/** Signing in through the organisation's identity provider (OpenID Connect, code flow with PKCE). */
export const portalSso = new Hono<HubEnv>()

portalSso.use('/masuk/sso', noStore)
portalSso.use('/masuk/sso/*', noStore)
portalSso.get('/masuk/sso/*', rateLimit({ most: 300, perSeconds: 60 }))

const away =
  'Layanan masuk kantor sedang tidak menjawab. Tunggu sebentar lalu coba lagi, atau masuk dengan surel dan kata sandi.'
const broken =
  'Jawaban layanan masuk kantor tidak cocok dengan permintaan dari peramban ini, atau waktunya habis. Mulai sekali lagi.'
const unknown =
  'Identitas Anda dikenali, tetapi belum ada akun KPU HUB dengan surel itu. Mintalah undangan kepada admin satuan kerja Anda, ke alamat surel kantor tersebut.'
const otherIdentity =
  'Akun KPU HUB dengan surel itu sudah terhubung dengan identitas kantor yang lain. Masuk dengan kata sandi, lalu hubungi admin satuan kerja Anda.'
const noMembership =
  'Akun Anda sedang tidak terhubung dengan satuan kerja. Hubungi admin satuan kerja Anda.'

const faults: Readonly<Record<ClaimFault, string>> = {
  nonce: broken,
  subject: broken,
  'no-email':
    'Layanan masuk kantor tidak memberitahukan alamat surel Anda. Hubungi pengelolanya, atau masuk dengan kata sandi.',
  unverified:
    'Alamat surel Anda belum dipastikan di layanan masuk kantor, sehingga tidak dapat dipakai. Pastikan alamat itu di sana, atau masuk dengan kata sandi.',
  domain:
    'Alamat surel itu bukan alamat kantor yang diizinkan. Masuk dengan identitas kantor Anda, atau dengan kata sandi.',
}

portalSso.get('/masuk/sso', async (c) => {
  const config = configOf(c)
  const services = c.get('services')
  const { now } = c.get('caller')
  const journey = newJourney(localPath(c.req.query('ke')), now)
  try {
    const found = await discover(config, now.getTime())
    const url = authorizationUrl(config, found, {
      redirectUri: redirectUriOf(c),
      state: journey.state,
      nonce: journey.nonce,
      codeChallenge: challengeOf(journey),
    })
    const value = sealJourney(services, journey)
    keepCookies(c, [cookieHeader(services, oidcCookie, { value, seconds: journeyMinutes * 60 })])
    return c.redirect(url, 303)
  } catch (error) {
    return failed(c, away, 503, error)
  }
})

portalSso.get('/masuk/sso/kembali', async (c) => {
  configOf(c)
  const services = c.get('services')
  const cookie = cookieOf(c.req.raw.headers, oidcCookie)
  keepCookies(c, [dropCookie(services, oidcCookie)])
  const { now } = c.get('caller')
  const journey = openJourney(services, cookie, { state: c.req.query('state'), now })
  const code = c.req.query('code')
  if (!journey) return failed(c, broken)
  if (!code) return failed(c, deniedBy(c.req.query('error')))
  return arrive(c, journey, code)
})

async function arrive(c: HubContext, journey: Journey, code: string) {
  const config = configOf(c)
  const services = c.get('services')
  const claims = await claimsFor(c, journey, code)
  if (claims instanceof Error) return failed(c, away, 503, claims)
  const { domains, strong, issuer } = config
  const person = personOf(claims, { nonce: journey.nonce, domains, strong })
  if (typeof person === 'string') return failed(c, faults[person])
  const linked = await accountOfIdentity(services, { ...person, issuer })
  if (!linked.ok) return failed(c, linked.reason === 'unknown' ? unknown : otherIdentity)
  const { userId, fresh } = linked
  if ((await membershipsOf(services, userId)).length === 0) return failed(c, noMembership)
  if (fresh)
    await secureAccountOf(services, userId, {
      peristiwa: 'akun.sso_dihubungkan',
      rincian: { perangkat: deviceName(doorOf(c).userAgent) },
      act: async () => {
        await tie(services, userId, { issuer, subject: person.subject })
        return true
      },
    })
  const entered = await enter(services, userId, doorOf(c), person.strong ? 'sso' : null)
  return leadIn(c, entered, journey.ke)
}

/** The claims, or the fault: whatever goes wrong with the provider is told in one sentence. */
async function claimsFor(c: HubContext, { verifier }: Journey, code: string) {
  const config = configOf(c)
  try {
    const found = await discover(config, c.get('caller').now.getTime())
    return await claimsOfCode(config, found, { code, verifier, redirectUri: redirectUriOf(c) })
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

const deniedBy = (error: string | undefined): string =>
  error === 'access_denied'
    ? 'Anda membatalkan masuk di layanan kantor. Mulai lagi bila perlu.'
    : broken

function failed(c: HubContext, message: string, status: 403 | 503 = 403, fault?: unknown) {
  if (fault)
    c.get('services').log.warn(
      { id: c.get('requestId'), sebab: fault instanceof Error ? fault.message : 'tak dikenal' },
      'masuk lewat penerbit OIDC gagal',
    )
  const page = <SsoFailedPage message={message} label={configOf(c).label} />
  return portalPage(c, { title: 'Belum dapat masuk', status }, page)
}

const redirectUriOf = (c: HubContext) => `${c.get('services').config.baseUrl}/masuk/sso/kembali`

/** Without a provider in the configuration these addresses do not exist. */
function configOf(c: HubContext): OidcConfig {
  const { oidc } = c.get('services').config
  if (!oidc) throw notFound('Halaman')
  return oidc
}
