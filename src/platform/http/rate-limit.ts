import { createMiddleware } from 'hono/factory'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { HubContext, HubEnv } from './env.ts'

type Limit = { most: number; perSeconds: number }

const mostKeys = 10_000

/** Who asks: the account when signed in (many officers share one address), else the network address. */
export function addressOf(c: HubContext): string {
  const forwarded = c.get('services').config.behindProxy
    ? c.req.header('x-forwarded-for')
    : undefined
  if (forwarded) return forwarded.split(',').at(-1)!.trim()
  try {
    return getConnInfo(c).remote.address ?? 'tak-dikenal'
  } catch {
    return 'tak-dikenal'
  }
}

/** Answers 429 beyond `most` requests in a sliding window, kept in this process. */
export function rateLimit({ most, perSeconds }: Limit) {
  const windows = new Map<string, { from: number; count: number }>()
  return createMiddleware<HubEnv>(async (c, next) => {
    const key = c.get('caller').actor?.id ?? addressOf(c)
    const now = c.get('caller').now.getTime()
    const window = windows.get(key)
    if (!window || now - window.from >= perSeconds * 1000) {
      if (windows.size >= mostKeys) windows.clear()
      windows.set(key, { from: now, count: 1 })
    } else if (++window.count > most) {
      const wait = Math.ceil((window.from + perSeconds * 1000 - now) / 1000)
      return c.text(`Terlalu banyak permintaan. Coba lagi dalam ${wait} detik.`, 429, {
        'retry-after': String(wait),
      })
    }
    await next()
  })
}
