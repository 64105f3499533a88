export type ConfidenceLevel = 'high' | 'medium' | 'low'

const bars = { high: 3, medium: 2, low: 1 } satisfies Record<ConfidenceLevel, number>
const words = {
  high: 'yakin',
  medium: 'cukup yakin',
  low: 'perlu diperiksa',
} satisfies Record<ConfidenceLevel, string>

/** How sure a reading is, as bars and a word. */
export const Confidence = ({
  level,
  label,
}: {
  level: ConfidenceLevel
  label?: string | undefined
}) => (
  <span class="confidence" data-level={level}>
    <svg viewBox="0 0 11 8" aria-hidden="true">
      {[1, 2, 3].map((bar) => (
        <rect
          class={bar <= bars[level] ? 'on' : undefined}
          x={(bar - 1) * 4}
          y={8 - bar * 2 - 2}
          width="3"
          height={bar * 2 + 2}
          rx="0.5"
        />
      ))}
    </svg>
    {label ?? words[level]}
  </span>
)
