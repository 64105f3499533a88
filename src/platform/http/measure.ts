import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { HubEnv } from './env.ts'

const registry = new Registry()
collectDefaultMetrics({ register: registry })

const duration = new Histogram({
  name: 'hub_http_detik',
  help: 'Lama menjawab permintaan, dalam detik',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
  registers: [registry],
})

/** Times each request by its route pattern, so that no id becomes a label. */
export const measure = createMiddleware<HubEnv>(async (c, next) => {
  const end = duration.startTimer()
  await next()
  end({ method: c.req.method, route: routePath(c, -1), status: String(c.res.status) })
})

/** Prometheus text; only the machine itself may read it. */
export async function figures(c: Context<HubEnv>) {
  if (!['localhost', '127.0.0.1', '[::1]'].includes(new URL(c.req.url).hostname))
    return c.notFound()
  return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType })
}
