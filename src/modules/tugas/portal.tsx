import { Hono } from 'hono'
import type { HubContext, HubEnv } from '#platform/http/env.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { systemActor } from '#platform/identity/actor.ts'
import { touchLangganan } from './commands/langganan.ts'
import { feedOf } from './feed.ts'
import { dueForFeed, pelangganOf } from './queries/langganan.ts'
import { hashOf } from './token.ts'

/** Calendar feeds: the secret address is the key, there is no session. */
export const portal = new Hono<HubEnv>()

portal.get('/:token{.+\\.ics}', rateLimit({ most: 120, perSeconds: 60 }), async (c) => {
  const token = c.req.param('token').slice(0, -'.ics'.length)
  const caller = c.get('caller')
  const pelanggan = await pelangganOf(caller.db, hashOf(token))
  if (!pelanggan) return c.notFound()
  const asOffice = { ...caller, actor: systemActor(pelanggan.satkerKode, pelanggan.zonaWaktu) }
  const due = await dueForFeed(asOffice, pelanggan)
  await touchLangganan(asOffice, pelanggan.id)
  const feed = feedOf(due, c.get('services').config.baseUrl)
  c.header('etag', feed.etag)
  c.header('cache-control', 'private, no-cache')
  if (feed.lastModified) c.header('last-modified', feed.lastModified.toUTCString())
  if (isKnown(c, feed.etag)) return c.body(null, 304)
  return c.body(feed.body, 200, { 'content-type': 'text/calendar; charset=utf-8' })
})

/** Only the ETag decides: what was done leaves the calendar without leaving a later date behind. */
const isKnown = (c: HubContext, etag: string): boolean =>
  (c.req.header('if-none-match') ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .includes(etag)
