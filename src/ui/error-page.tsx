import type { ErrorPageOf } from '#platform/http/answer-error.ts'
import type { HubContext } from '#platform/http/env.ts'
import { ErrorPage } from './layout/error-page.tsx'

/** Answers a request that did not succeed, in the manner of its audience. */
export const errorPage: ErrorPageOf = (c, { status, message, requestId }) =>
  c.html(
    <ErrorPage
      status={status}
      message={message}
      requestId={requestId}
      audience={c.req.path.startsWith('/kerja') ? 'staff' : 'portal'}
      back={status === 404 ? undefined : pageBefore(c)}
    />,
    status,
  )

/** The page of ours that the request came from, if it says so. */
function pageBefore(c: HubContext): string | undefined {
  const referer = c.req.header('referer')
  if (!referer || !URL.canParse(referer)) return undefined
  const from = new URL(referer)
  return from.host === new URL(c.req.url).host ? from.pathname + from.search : undefined
}
