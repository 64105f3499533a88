import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { HtmlEscapedCallbackPhase, resolveCallback } from 'hono/utils/html'
import type { HubContext } from './env.ts'

/** Below so many characters a compressed page is hardly smaller. */
const smallest = 1024

const compressed = promisify(gzip)

type Markup = Parameters<HubContext['html']>[0]

/**
 * Answers with a page as `c.html` does, compressed in one piece outside of this thread when the browser takes gzip.
 * The streams of hono's compress middleware cost more than drawing the page; it leaves alone what is compressed.
 */
export async function answerHtml(
  c: HubContext,
  markup: Markup,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const drawn = await resolveCallback(await markup, HtmlEscapedCallbackPhase.Stringify, false, {})
  // oxlint-disable-next-line typescript/no-unnecessary-type-conversion -- markup written as text comes as a String object
  const page = String(drawn)
  if (page.length < smallest || !takesGzip(c.req.header('accept-encoding')))
    return c.html(page, status)
  return c.body(new Uint8Array(await compressed(page)), status, {
    'content-type': 'text/html; charset=UTF-8',
    'content-encoding': 'gzip',
    vary: 'accept-encoding',
  })
}

/** Does an Accept-Encoding header name gzip, and not only to refuse it? */
export const takesGzip = (accepted = ''): boolean =>
  accepted
    .toLowerCase()
    .split(',')
    .some((part) => /^\s*gzip\s*(;|$)/.test(part) && !/;\s*q=0(\.0*)?\s*$/.test(part))
