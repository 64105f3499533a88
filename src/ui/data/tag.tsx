import type { Child } from 'hono/jsx'

export type Tone = 'ok' | 'run' | 'late' | 'brand'

/** A short word that sorts things; not for states (StatusMark). */
export const Tag = ({
  tone,
  href,
  children,
}: {
  tone?: Tone | undefined
  href?: string | undefined
  children?: Child
}) =>
  href ? (
    <a class="tag" data-tone={tone} href={href}>
      {children}
    </a>
  ) : (
    <span class="tag" data-tone={tone}>
      {children}
    </span>
  )
