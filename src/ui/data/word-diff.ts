export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string }

/** Above this many table cells two long texts are shown as wholly replaced. */
const mostCells = 4_000_000

/** Compares two texts word by word; joined, `same` and `added` parts give `after` exactly. */
export const diffWords = (before: string, after: string): DiffPart[] => {
  const from = words(before)
  const to = words(after)
  if (from.length * to.length > mostCells) return join(replaced(from, to))
  const lengths = commonLengths(from, to)
  const parts: DiffPart[] = []
  let i = 0
  let j = 0
  while (i < from.length && j < to.length) {
    if (from[i] === to[j]) {
      parts.push({ kind: 'same', text: from[i] ?? '' })
      i += 1
      j += 1
    } else if (at(lengths, i + 1, j) >= at(lengths, i, j + 1)) {
      parts.push({ kind: 'removed', text: from[i] ?? '' })
      i += 1
    } else {
      parts.push({ kind: 'added', text: to[j] ?? '' })
      j += 1
    }
  }
  return join([...parts, ...replaced(from.slice(i), to.slice(j))])
}

const words = (text: string) => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []

const at = (table: readonly Uint32Array[], i: number, j: number) => table[i]?.[j] ?? 0

/** Length of the longest common run of words after each pair of positions. */
const commonLengths = (from: readonly string[], to: readonly string[]) => {
  const table = Array.from({ length: from.length + 1 }, () => new Uint32Array(to.length + 1))
  for (let i = from.length - 1; i >= 0; i -= 1) {
    const row = table[i]
    if (!row) continue
    for (let j = to.length - 1; j >= 0; j -= 1) {
      row[j] =
        from[i] === to[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1))
    }
  }
  return table
}

const replaced = (from: readonly string[], to: readonly string[]): DiffPart[] => [
  ...from.map((text) => ({ kind: 'removed' as const, text })),
  ...to.map((text) => ({ kind: 'added' as const, text })),
]

/** Joins neighbours of one kind, and puts what was removed before what was added. */
const join = (parts: readonly DiffPart[]): DiffPart[] => {
  const joined: DiffPart[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed) joined.push({ kind: 'removed', text: removed })
    if (added) joined.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = joined.at(-1)
      if (last?.kind === 'same') last.text += text
      else joined.push({ kind: 'same', text })
    }
  }
  flush()
  return joined
}
