import { createMiddleware } from 'hono/factory'
import type { HubEnv } from './env.ts'

/** No id, name or search word holds a NUL, and PostgreSQL takes none: such an address leads nowhere. */
export const refuseNul = createMiddleware<HubEnv>(async (c, next) => {
  if (c.req.url.includes('%00')) return c.notFound()
  await next()
})
