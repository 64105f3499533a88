import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { uuidv7 } from '../id.ts'
import type { Services } from '../services.ts'
import type { HubEnv } from './env.ts'

/** Gives each request its id, and logs how it ended. Of the address only the route: in others stands a token. */
export const requestId = (services: Services) =>
  createMiddleware<HubEnv>(async (c, next) => {
    const id = uuidv7()
    c.set('services', services)
    c.set('requestId', id)
    c.set('flash', null)
    c.header('x-request-id', id)
    const from = performance.now()
    await next()
    const { method } = c.req
    const route = routePath(c, -1)
    const ms = Math.round(performance.now() - from)
    services.log[c.res.status >= 500 ? 'error' : 'debug'](
      { id, method, route, status: c.res.status, ms },
      'permintaan',
    )
  })
