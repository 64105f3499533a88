import type { Child } from 'hono/jsx'

export type SourceLineItem = {
  number: number
  text: string
  /** `used` went into the result, `left` found no place, `noise` needs none. */
  kind: 'used' | 'left' | 'noise'
  /** Why it is noise, or that it is left over. */
  note?: string | undefined
  /** The row that the line went to. */
  href?: string | undefined
}

/** The lines of a document with what became of each; rows link to `#s` and the number. */
export const SourceLines = ({
  label,
  lines,
}: {
  label: string
  lines: readonly SourceLineItem[]
}) => (
  <section class="source-lines" aria-label={label} tabindex={0}>
    <ol>
      {lines.map((line) => (
        <li id={`s${line.number}`} data-kind={line.kind}>
          <LineNumber {...line} />
          <span class="source-text">{line.text.trim().replaceAll(/\t+/g, ' · ')}</span>
          {line.note ? <span class="source-note">{line.note}</span> : null}
        </li>
      ))}
    </ol>
  </section>
)

const LineNumber = ({ number, href }: SourceLineItem) =>
  href ? (
    <a class="source-number" href={href} aria-label={`Baris ${number}, lihat butirnya`}>
      {number}
    </a>
  ) : (
    <span class="source-number">{number}</span>
  )

/** A document beside what was made of it; above it on small screens. */
export const Beside = ({ source, children }: { source: Child; children?: Child }) => (
  <div class="beside">
    {source}
    <div class="stack">{children}</div>
  </div>
)
