import type { Child } from 'hono/jsx'

/** A main column with a narrower one beside it; below it on small screens. */
export const Columns = ({ aside, children }: { aside: Child; children?: Child }) => (
  <div class="columns">
    <div class="stack">{children}</div>
    <aside class="stack">{aside}</aside>
  </div>
)
