import type { ErrorPageOf } from '#platform/http/answer-error.ts'
import { ErrorPage } from './layout/error-page.tsx'

/** Answers a request that did not succeed, in the manner of its audience. */
export const errorPage: ErrorPageOf = (c, { status, message, requestId }) =>
  c.html(
    <ErrorPage
      status={status}
      message={message}
      requestId={requestId}
      audience={c.req.path.startsWith('/kerja') ? 'staff' : 'portal'}
    />,
    status,
  )
