import type { Child } from 'hono/jsx'

export type EmptyProps = {
  title: string
  /** Why there is nothing and what to do about it, in one or two sentences. */
  children?: Child
  /** The next step: one or two buttons or links. */
  actions?: Child
}

/** A page or a list that has nothing yet, with the next step. */
export const Empty = ({ title, children, actions }: EmptyProps) => (
  <section class="empty">
    <h2>{title}</h2>
    {children ? <p>{children}</p> : null}
    {actions ? <div class="button-row">{actions}</div> : null}
  </section>
)
