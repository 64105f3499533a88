export type KeyHint = { keys: string; does: string }

/** Which keys work here; shown while the keyboard is in use, never spoken over the table. */
export const KeyHints = ({ hints }: { hints: readonly KeyHint[] }) => (
  <p class="key-hints" aria-hidden="true">
    {hints.map(({ keys, does }) => (
      <span>
        <kbd>{keys}</kbd> {does}
      </span>
    ))}
  </p>
)
