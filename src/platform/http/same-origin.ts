import { createMiddleware } from 'hono/factory'
import { Refusal } from '../errors.ts'
import type { HubEnv } from './env.ts'

const safe = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whatever changes something must come from a page of our own, whichever type its body has. Browsers say so
 * in Sec-Fetch-Site or Origin; SameSite alone would let in other sites of the same domain.
 */
export const sameOrigin = createMiddleware<HubEnv>(async (c, next) => {
  if (!safe.includes(c.req.method)) {
    const origin = c.req.header('origin')
    const ours = [new URL(c.get('services').config.baseUrl).origin, new URL(c.req.url).origin]
    const known = origin !== undefined && ours.includes(origin)
    if (!known && c.req.header('sec-fetch-site') !== 'same-origin')
      throw new Refusal('forbidden', 'Permintaan ini tidak berasal dari halaman KPU HUB.')
  }
  await next()
})
