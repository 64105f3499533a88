import type { Child } from 'hono/jsx'

/** A framed part of a page. Use it for what stands apart, not around every table. */
export const Card = ({ title, children }: { title?: string | undefined; children?: Child }) => (
  <section class="card">
    {title ? <h2>{title}</h2> : null}
    {children}
  </section>
)
