import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { asset } from '../assets.ts'

type DocumentProps = {
  title: string
  audience: 'staff' | 'portal'
  /** Reload after so many seconds; only for pages that wait for long work. */
  refresh?: number | undefined
  children?: Child
}

/** The outermost HTML: title, styles and script of one audience. Layouts use it; pages do not. */
export const Document = ({ title, audience, refresh, children }: DocumentProps) => (
  <>
    {raw('<!doctype html>')}
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" type="image/svg+xml" href={asset('icon.svg')} />
        {refresh ? <meta http-equiv="refresh" content={String(refresh)} /> : null}
        {audience === 'staff' ? (
          <link
            rel="preload"
            href={asset('jakarta.woff2')}
            as="font"
            type="font/woff2"
            crossorigin="anonymous"
          />
        ) : null}
        <link rel="stylesheet" href={asset(`${audience}.css`)} />
        <script type="module" src={asset(`${audience}.js`)}></script>
      </head>
      <body>{children}</body>
    </html>
  </>
)
