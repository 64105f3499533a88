import type { Child } from 'hono/jsx'
import { Document } from './document.tsx'

export type PrintLayoutProps = {
  title: string
  orientation?: 'portrait' | 'landscape' | undefined
  /** What stands above the content, with the h1: office, number, date. */
  head?: Child
  /** Shown on the screen only, for the way back. */
  back?: { href: string; label: string } | undefined
  children?: Child
}

/** A page meant for paper, A4; on the screen it shows the same sheet. */
export const PrintLayout = (props: PrintLayoutProps) => {
  const { title, orientation = 'portrait', head, back, children } = props
  return (
    <Document title={title} audience="staff">
      <div class="sheet" data-orientation={orientation}>
        {back ? (
          <nav class="sheet-tools" aria-label="Cetak">
            <a class="back-link" href={back.href}>
              {back.label}
            </a>
            <span class="muted">Cetak dengan Ctrl+P</span>
          </nav>
        ) : null}
        <main class="sheet-body" id="isi" tabindex={-1}>
          {head ? (
            <header class="sheet-head">{head}</header>
          ) : (
            <h1 class="visually-hidden">{title}</h1>
          )}
          {children}
        </main>
      </div>
    </Document>
  )
}
