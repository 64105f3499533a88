import { Readable } from 'node:stream'
import type { HubContext } from '../http/env.ts'
import type { Range, Store } from './files.ts'
import { contentDisposition } from './name.ts'

export type Served = {
  key: string
  bytes: number
  /** hexadecimal SHA-256 of the content */
  etag: string
  name: string
  contentType: string
  inline: boolean
}

/**
 * Sends a kept content, whole or the range that was asked for. Whatever it is, it may run nothing and load
 * nothing: the app leaves this policy in place of its own.
 */
export async function serveFile(c: HubContext, store: Store, file: Served): Promise<Response> {
  const etag = `"${file.etag}"`
  const headers = {
    'content-type': file.contentType,
    'content-disposition': contentDisposition(file.inline ? 'inline' : 'attachment', file.name),
    'content-security-policy': policyFor(file.contentType),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache, no-transform',
    'accept-ranges': 'bytes',
    etag,
  }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  const asked = c.req.header('if-range') === undefined || c.req.header('if-range') === etag
  const range = asked ? readRange(c.req.header('range'), file.bytes) : null
  if (range === 'unsatisfiable')
    return c.body(null, 416, { ...headers, 'content-range': `bytes */${file.bytes}` })
  const length = range ? range.to - range.from + 1 : file.bytes
  const partial = range && { 'content-range': `bytes ${range.from}-${range.to}/${file.bytes}` }
  const all = { ...headers, ...partial, 'content-length': String(length) }
  const status = range ? 206 : 200
  if (c.req.method === 'HEAD') return c.body(null, status, all)
  const stream = await store.read(file.key, range ?? undefined)
  return c.body(Readable.toWeb(stream) as ReadableStream, status, all)
}

/** Browsers show a PDF by a viewer of their own, which a sandbox would keep out. */
function policyFor(contentType: string): string {
  const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
  if (contentType === 'application/pdf')
    return `${nothing}; object-src 'self'; style-src 'unsafe-inline'`
  return `${nothing}; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox`
}

/** One range as RFC 9110 writes it; several at once are answered by the whole. */
export function readRange(
  header: string | undefined,
  bytes: number,
): Range | 'unsatisfiable' | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!found || (!found[1] && !found[2])) return null
  const from = found[1] ? Number(found[1]) : Math.max(0, bytes - Number(found[2]))
  const to = found[1] && found[2] ? Math.min(Number(found[2]), bytes - 1) : bytes - 1
  if (found[1] && found[2] && Number(found[2]) < from) return null
  return from > to ? 'unsatisfiable' : { from, to }
}
