import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { PlotFrame } from './plot-frame.tsx'

export type Series = {
  label: string
  /** One for each of `xs`; null where nothing was measured. */
  values: readonly (number | null)[]
  tone?: 'ok' | 'run' | 'late' | 'brand' | 'quiet' | undefined
}

export type LinePlotProps = {
  title: string
  note?: string | undefined
  xHead: string
  xs: readonly string[]
  series: readonly Series[]
  /** Lower and upper end of the scale; from 0 to a round number by default. */
  domain?: readonly [number, number] | undefined
  target?: { value: number; label: string } | undefined
  format?: ((value: number) => string) | undefined
}

const plain = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 })
const height = 200

/** Values over time, each line named at its end. At most four lines. */
export const LinePlot = (props: LinePlotProps) => {
  const { xs, series, target, format = (value: number) => plain.format(value) } = props
  const known = series.flatMap(({ values }) => values.filter((value) => value !== null))
  const highest = Math.max(...known, target?.value ?? 0)
  const y = scaleLinear(props.domain ?? [0, highest || 1], [height, 0])
  if (!props.domain) y.nice(4)
  const x = scalePoint<number>(
    xs.map((_, index) => index),
    [0, 100],
  )
  const place = { x: (index: number) => x(index) ?? 0, y: (value: number) => y(value) }
  const labels = apart(series.map(({ values }) => y(values.findLast((v) => v !== null) ?? 0)))
  return (
    <PlotFrame
      title={props.title}
      note={props.note}
      head={[props.xHead, ...series.map(({ label }) => label)]}
      rows={xs.map((name, index) => [name, ...series.map(({ values }) => show(values[index]))])}
    >
      <div class="line-plot">
        <svg width="100%" height={height} role="img" aria-label={props.title}>
          {ticksOf(y.ticks(4), format).map((tick) => (
            <g class="plot-grid">
              <line x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
              <text x="0" y={y(tick)} dx="-8" dy="4">
                {format(tick)}
              </text>
            </g>
          ))}
          {xs.map((name, index) => (
            <text
              class="plot-x"
              data-odd={index % 2 ? '' : undefined}
              x={`${place.x(index)}%`}
              y={height + 20}
            >
              {name}
            </text>
          ))}
          {target ? (
            <g class="plot-target">
              <line x1="0" x2="100%" y1={y(target.value)} y2={y(target.value)} />
              <text x="0" y={y(target.value)} dx="4" dy="-5">
                {target.label}
              </text>
            </g>
          ) : null}
          {series.map((one, index) => (
            <Line series={one} place={place} format={format} labelY={labels[index] ?? 0} />
          ))}
        </svg>
      </div>
    </PlotFrame>
  )

  function show(value: number | null | undefined) {
    return value === null || value === undefined ? '–' : format(value)
  }
}

/** Ticks that read differently: a small whole scale has no halves. */
const ticksOf = (ticks: readonly number[], format: (value: number) => string) =>
  ticks.filter((tick, index) => index === 0 || format(tick) !== format(ticks[index - 1] ?? tick))

const labelHeight = 15

/** Heights of the labels at the ends of lines: as near to their lines as they can be read. */
function apart(ends: readonly number[]): number[] {
  const heights = [...ends]
  const order = ends.map((_, index) => index).toSorted((a, b) => (ends[b] ?? 0) - (ends[a] ?? 0))
  let below = height + labelHeight
  for (const index of order) {
    below = Math.min(ends[index] ?? 0, below - labelHeight)
    heights[index] = below
  }
  return heights
}

type Place = { x: (index: number) => number; y: (value: number) => number }

const Line = ({
  series,
  place,
  format,
  labelY,
}: {
  series: Series
  place: Place
  format: (value: number) => string
  labelY: number
}) => {
  const points = series.values.map((value, index) => ({ value, index }))
  const path = line<{ value: number | null; index: number }>()
    .defined(({ value }) => value !== null)
    .x(({ index }) => place.x(index))
    .y(({ value }) => place.y(value ?? 0))
  const last = points.findLast(({ value }) => value !== null)
  return (
    <g class="plot-line" data-tone={series.tone ?? 'brand'}>
      {/* Stretched to the width of the page; the stroke stays even, and texts stand outside it. */}
      <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
        <path d={path(points) ?? ''} vector-effect="non-scaling-stroke" />
      </svg>
      {last && last.value !== null ? (
        <>
          <circle cx={`${place.x(last.index)}%`} cy={place.y(last.value)} r="4" />
          <text x={`${place.x(last.index)}%`} y={labelY} dx="10" dy="4">
            {series.label} {format(last.value)}
          </text>
        </>
      ) : null}
    </g>
  )
}
