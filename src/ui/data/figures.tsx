import { Meter } from './meter.tsx'

export type FigureItem = {
  /** The question someone asks. */
  label: string
  /** Already formatted. */
  value: string | number
  /** Smaller, after the value: "dari 219". */
  unit?: string | undefined
  note?: string | undefined
  tone?: 'ok' | 'late' | undefined
  href?: string | undefined
  /** 0 to 1; draws a bar below. */
  share?: number | undefined
}

/** At most four figures at the top of a page. */
export const Figures = ({ items }: { items: readonly FigureItem[] }) => (
  <dl class="figures">
    {items.slice(0, 4).map((item) => (
      <FigureCard {...item} />
    ))}
  </dl>
)

const FigureCard = ({ label, value, unit, note, tone, href, share }: FigureItem) => (
  <div class="figure-item" data-tone={tone}>
    <dt>{href ? <a href={href}>{label}</a> : label}</dt>
    <dd class="figure-value">
      {value} {unit ? <small>{unit}</small> : null}
    </dd>
    {note ? <dd class="figure-note">{note}</dd> : null}
    {share === undefined ? null : (
      <dd>
        <Meter value={share} max={1} label={label} tone={tone ?? 'ok'} />
      </dd>
    )}
  </div>
)
