export type MeterProps = {
  value: number
  max: number
  /** What is measured, for those who do not see the bar. */
  label: string
  /** A mark on the bar that the value should reach. */
  target?: number | undefined
  tone?: 'ok' | 'run' | 'late' | 'brand' | undefined
}

const percent = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`

/** A thin bar from 0 to `max`, with an optional mark to reach. */
export const Meter = ({ value, max, label, target, tone = 'ok' }: MeterProps) => (
  <svg
    class="meter"
    data-tone={tone}
    role="img"
    aria-label={`${label}: ${percent(value / max)}`}
    width="100%"
    height="8"
  >
    <rect class="meter-track" y="1" width="100%" height="6" rx="3" />
    <rect class="meter-value" y="1" width={percent(value / max)} height="6" rx="3" />
    {target === undefined ? null : (
      <line
        class="meter-target"
        x1={percent(target / max)}
        x2={percent(target / max)}
        y1="-2"
        y2="10"
      />
    )}
  </svg>
)
