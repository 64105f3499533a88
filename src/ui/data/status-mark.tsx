/** The five states of work, plus `stopped` (refused) and `neutral` (a plain word). */
export type MarkState = 'planned' | 'running' | 'done' | 'late' | 'waived' | 'stopped' | 'neutral'

/** The shape alone; always stands beside a word or inside a labelled control. */
export const Mark = ({ state }: { state: MarkState }) => (
  <i class="mark" data-state={state} aria-hidden="true"></i>
)

/** A state as shape, word and colour together. */
export const StatusMark = ({ state, label }: { state: MarkState; label: string }) => (
  <span class="status" data-state={state}>
    <Mark state={state} />
    <span>{label}</span>
  </span>
)

/** What each shape on this page means. */
export const Legend = ({ items }: { items: readonly { state: MarkState; label: string }[] }) => (
  <ul class="legend">
    {items.map((item) => (
      <li>
        <StatusMark {...item} />
      </li>
    ))}
  </ul>
)
