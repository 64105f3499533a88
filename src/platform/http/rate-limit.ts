import { isIPv6 } from 'node:net'
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
  if (forwarded) return networkOf(forwarded.split(',').at(-1)!.trim())
  try {
    return networkOf(getConnInfo(c).remote.address ?? 'tak-dikenal')
  } catch {
    return 'tak-dikenal'
  }
}

/** One IPv6 line has 2^64 addresses to change between, so its network (/64) counts as one address. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = Array.from({ length: 8 - groups.length - after.length }, () => '0')
  return `${[...groups, ...zeros, ...after].slice(0, 4).join(':')}::/64`
}

/** Answers 429 beyond `most` requests in a sliding window, kept in this process. */
export function rateLimit({ most, perSeconds }: Limit) {
  const windows = new Map<string, { from: number; count: number }>()
  return createMiddleware<HubEnv>(async (c, next) => {
    const key = c.get('caller').actor?.id ?? addressOf(c)
    const now = c.get('caller').now.getTime()
    const window = windows.get(key)
    if (!window || now - window.from >= perSeconds * 1000) {
      windows.delete(key)
      const [oldest] = windows.size >= mostKeys ? windows.keys() : []
      if (oldest !== undefined) windows.delete(oldest)
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
