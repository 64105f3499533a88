import { createHmac } from 'node:crypto'
import { parse, serialize } from 'hono/utils/cookie'
import type { Services } from '#platform/services.ts'

/** Carries the way from the first step to the second. */
export const stepCookie = 'hub_langkah'
/** Binds the challenge of a passkey to the browser that asked for it. */
export const challengeCookie = 'hub_tantangan'
/** Holds state, nonce and verifier while the person is at the identity provider, sealed. */
export const oidcCookie = 'hub_sso'

/** One for each account, since officers share computers. */
export const browserCookie = (services: Services, userId: string): string =>
  `hub_peramban_${createHmac('sha256', services.secret).update(userId).digest('hex').slice(0, 12)}`

/** A cookie that no script reads, as a header; `seconds` 0 removes it. */
export const cookieHeader = (
  services: Services,
  name: string,
  { value, seconds }: { value: string; seconds: number },
): string =>
  serialize(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: services.config.baseUrl.startsWith('https:'),
    maxAge: seconds,
  })

export const dropCookie = (services: Services, name: string): string =>
  cookieHeader(services, name, { value: '', seconds: 0 })

/** One cookie of a request. */
export const cookieOf = (headers: Headers, name: string): string | undefined =>
  parse(headers.get('cookie') ?? '', name)[name]
