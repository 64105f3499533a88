import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { localDate, longDate } from '#platform/date.ts'
import type { HubContext } from '#platform/http/env.ts'
import { setFlash } from '#platform/http/flash.ts'
import { addressOf } from '#platform/http/rate-limit.ts'
import { satkerCookie } from './auth/actor.ts'
import type { Door, Entered } from './auth/enter.ts'
import { minutesUntil } from './lockout.ts'

/** Pages with links and passwords in them stay out of every cache. */
export const noStore = createMiddleware(async (c, next) => {
  c.header('cache-control', 'no-store')
  await next()
})

/** From where and with what someone signs in. */
export const doorOf = (c: HubContext): Door => ({
  address: addressOf(c),
  userAgent: (c.req.header('user-agent') ?? '').slice(0, 300),
  cookie: c.req.header('cookie') ?? '',
})

export const lockedMessage = (c: HubContext, until: Date): string =>
  `Terlalu banyak percobaan. Coba lagi dalam ${minutesUntil(until, c.get('caller').now)} menit, atau atur ulang kata sandi Anda.`

/** Leads on after the first step: to the second one, or into the product. */
export function leadIn(c: HubContext, { cookies, secondStep, enrolBy }: Entered, ke: string) {
  keepCookies(c, cookies)
  if (secondStep) return c.redirect(`/masuk/langkah-kedua?ke=${encodeURIComponent(ke)}`, 303)
  if (enrolBy && enrolBy > c.get('caller').now)
    setFlash(
      c,
      `Peran Anda wajib memakai verifikasi dua langkah paling lambat ${longDate(localDate(enrolBy, 'Asia/Jakarta'))}. ` +
        'Pasang di Akun saya, bagian Keamanan akun.',
      'late',
    )
  return c.redirect(ke, 303)
}

/** Hands better-auth's cookies on to the browser. */
export function keepCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

/** Keeps which office is worked for, in this browser. */
export function chooseSatker(c: HubContext, satkerKode: string): void {
  const secure = c.get('services').config.baseUrl.startsWith('https:')
  const year = 365 * 24 * 60 * 60
  setCookie(c, satkerCookie, satkerKode, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: year,
  })
}
