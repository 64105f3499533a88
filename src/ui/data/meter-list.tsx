import { Meter, type MeterProps } from './meter.tsx'

export type MeterItem = MeterProps & {
  /** Beside the name: "8,1 / 9,0". */
  text: string
}

/** Several bars with their names, figures and marks to reach; for a side column. */
export const MeterList = ({ items }: { items: readonly MeterItem[] }) => (
  <ul class="meter-list">
    {items.map(({ text, ...meter }) => (
      <li>
        <span>{meter.label}</span>
        <b>{text}</b>
        <Meter {...meter} />
      </li>
    ))}
  </ul>
)
