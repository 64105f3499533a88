import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { timingSafeEqual } from 'hono/utils/buffer'
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

/** Prometheus text for who knows the key. Host and network address prove nothing behind a proxy. */
export async function figures(c: Context<HubEnv>) {
  const key = c.get('services').config.metricsKey
  const given = c.req.header('authorization') ?? ''
  if (!key || !(await timingSafeEqual(given, `Bearer ${key}`))) return c.notFound()
  return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType })
}
