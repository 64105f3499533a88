import type { Child } from 'hono/jsx'
import { Mark, type MarkState } from './status-mark.tsx'

export type TimelineEntry = {
  /** What happened: "Tanggapan dikirim". */
  title: Child
  /** As people read it: "3 Februari 2026 10.42". */
  when: string
  /** ISO, for machines. */
  datetime?: string | undefined
  who?: string | undefined
  state?: MarkState | undefined
  children?: Child
}

/** What happened, in order. */
export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => (
  <ol class="timeline">
    {entries.map((entry) => (
      <li>
        <Mark state={entry.state ?? 'neutral'} />
        <div>
          <p class="timeline-title">{entry.title}</p>
          <p class="timeline-meta">
            <time datetime={entry.datetime}>{entry.when}</time>
            {entry.who ? ` · ${entry.who}` : ''}
          </p>
          {entry.children ? <div class="timeline-body">{entry.children}</div> : null}
        </div>
      </li>
    ))}
  </ol>
)
