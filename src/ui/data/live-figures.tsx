import type { Child } from 'hono/jsx'

/** Children that refresh themselves from `src`, a page fragment, every `every` seconds. */
export const LiveFigures = (props: {
  src: string
  /** Seconds, at least 10. */
  every?: number | undefined
  children?: Child
}) => (
  <live-figures data-src={props.src} data-every={Math.max(10, props.every ?? 60)}>
    {props.children}
  </live-figures>
)
