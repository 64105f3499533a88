import type { Child } from 'hono/jsx'

export type PageHeadProps = {
  title: Child
  /** What this is, in one line. */
  subtitle?: Child
  /** For a flow of several pages: "Langkah 1 dari 3". */
  step?: string | undefined
  /** At most two buttons; the main one last. */
  children?: Child
}

/** The one h1 of a page, what it is, and its actions. */
export const PageHead = ({ title, subtitle, step, children }: PageHeadProps) => (
  <header class="page-head">
    <div class="page-head-text">
      {step ? <p class="page-head-step">{step}</p> : null}
      <h1>{title}</h1>
      {subtitle ? <p>{subtitle}</p> : null}
    </div>
    {children ? <div class="page-head-actions">{children}</div> : null}
  </header>
)
