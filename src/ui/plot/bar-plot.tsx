import { scaleLinear } from 'd3-scale'
import { PlotFrame } from './plot-frame.tsx'

export type Bar = {
  label: string
  value: number
  href?: string | undefined
  tone?: 'ok' | 'run' | 'late' | 'brand' | undefined
}

export type BarPlotProps = {
  title: string
  note?: string | undefined
  /** Heads of the table behind: what the bars are, what the length is. */
  labelHead: string
  valueHead: string
  bars: readonly Bar[]
  /** The full length; the greatest value by default. */
  max?: number | undefined
  /** A line that every bar should reach. */
  target?: { value: number; label: string } | undefined
  format?: ((value: number) => string) | undefined
}

const plain = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 })

/** Bars side by side, lying, each with its name and its value. */
export const BarPlot = (props: BarPlotProps) => {
  const { bars, target, format = (value: number) => plain.format(value) } = props
  const highest = Math.max(...bars.map((bar) => bar.value), target?.value ?? 0, 0)
  const scale = scaleLinear([0, props.max ?? (highest || 1)], [0, 100]).clamp(true)
  const length = (value: number) => `${Math.round(scale(value) * 10) / 10}%`
  return (
    <PlotFrame
      title={props.title}
      note={[props.note, target && `garis: ${target.label}`].filter(Boolean).join(' · ')}
      head={[props.labelHead, props.valueHead]}
      rows={bars.map((bar) => [bar.label, format(bar.value)])}
    >
      <ul class="bar-plot">
        {bars.map((bar) => (
          <li>
            <span class="bar-label">
              {bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label}
            </span>
            <svg
              class="bar"
              data-tone={bar.tone ?? 'brand'}
              width="100%"
              height="18"
              aria-hidden="true"
            >
              <rect class="bar-value" width={length(bar.value)} height="18" rx="2" />
              {target ? (
                <line
                  class="bar-target"
                  x1={length(target.value)}
                  x2={length(target.value)}
                  y1="-3"
                  y2="21"
                />
              ) : null}
            </svg>
            <span class="bar-number">{format(bar.value)}</span>
          </li>
        ))}
      </ul>
    </PlotFrame>
  )
}
