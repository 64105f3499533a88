import { type DiffPart, diffWords } from './word-diff.ts'

export type DiffProps = { before: string; after: string }

/** Two versions of a text in one, word by word. */
export const Diff = ({ before, after }: DiffProps) => (
  <div class="diff">
    {before === after ? <span class="muted">Tidak ada perubahan. </span> : null}
    {diffWords(before, after).map((part) => (
      <Part {...part} />
    ))}
  </div>
)

const Part = ({ kind, text }: DiffPart) => {
  if (kind === 'same') return <>{text}</>
  return kind === 'removed' ? (
    <del>
      <span class="visually-hidden"> dihapus: </span>
      {text}
    </del>
  ) : (
    <ins>
      <span class="visually-hidden"> ditambahkan: </span>
      {text}
    </ins>
  )
}
