import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { actorFromRequest } from '#modules/pengguna'
import { answerError, answerNotFound } from '#platform/http/answer-error.ts'
import type { HubEnv } from '#platform/http/env.ts'
import { readFlash } from '#platform/http/flash.ts'
import { limitBody } from '#platform/http/limit-body.ts'
import { figures, measure } from '#platform/http/measure.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { refuseNul } from '#platform/http/refuse-nul.ts'
import { requestId } from '#platform/http/request-id.ts'
import { sameOrigin } from '#platform/http/same-origin.ts'
import type { Services } from '#platform/services.ts'
import { asset, type AssetManifest, findAsset } from '#ui/assets.ts'
import { errorPage } from '#ui/error-page.tsx'
import { staffPage } from '#ui/page.tsx'
import { StyleGuide } from '#ui/style-guide.tsx'
import { mounts } from './mounts.ts'
import { staffGate } from './staff-gate.ts'

/** Where more than a form may be posted. */
const largeBodies = { inMemory: ['/kerja/impor'], streamed: ['/kerja/berkas/unggah'] }

/** The whole product as one function from request to response. */
export function createApp(services: Services, assets: AssetManifest) {
  const app = new Hono<HubEnv>()

  app.use(requestId(services))
  app.use(measure)
  app.onError(answerError(errorPage))
  app.notFound(answerNotFound(errorPage))
  app.use(secureHeaders(headers))
  app.use(refuseNul)
  app.get('/aset/*', async (c) => {
    const file = findAsset(assets, c.req.path)
    if (!file) return c.notFound()
    c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.body(await readFile(file.path), 200, { 'content-type': file.contentType })
  })
  app.get('/favicon.ico', (c) => c.redirect(asset('icon.svg'), 302))
  app.get('/sehat', async (c) => {
    await services.ownerPool.query('select 1')
    return c.json({ status: 'sehat' })
  })
  app.get('/metrics', figures)

  app.use(compress())
  app.use(sameOrigin)
  app.use(async (c, next) => {
    const { actor, now, unread, session } = await actorFromRequest(services, c.req.raw.headers)
    c.set('caller', { db: services.db, actor, now, requestId: c.get('requestId') })
    c.set('session', session)
    c.set('unread', unread)
    await next()
  })
  app.use(rateLimit({ most: 600, perSeconds: 60 }))
  app.use(limitBody(errorPage, largeBodies))
  app.use(readFlash)
  const gate = staffGate(mounts, errorPage)
  app.use('/kerja/*', gate)
  app.use('/kerja', gate)

  for (const { portal, staff } of mounts) {
    if (portal) app.route(portal.path, portal.routes)
    if (staff) app.route(`/kerja${staff.path}`, staff.routes)
  }
  app.get('/kerja/gaya', (c) => staffPage(c, { title: 'Gaya' }, <StyleGuide />))
  return app
}

const headers = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  // Plain http on an office's own network must keep working; the proxy that ends TLS adds HSTS.
  strictTransportSecurity: false,
  referrerPolicy: 'same-origin',
  crossOriginEmbedderPolicy: false,
  // Routes that serve files of users set a stricter policy.
  overwrite: false,
}
