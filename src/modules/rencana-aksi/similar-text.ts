const letters = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}%]+/gu) ?? []

/** The same words in the same order, blind to case, spaces and punctuation. */
export const sameText = (a: string, b: string): boolean =>
  letters(a).join(' ') === letters(b).join(' ')

export const textKey = (text: string): string => letters(text).join(' ')

/** Share of words that two texts have in common, 0 to 1 (Dice). */
export function wordLikeness(a: string, b: string): number {
  const first = letters(a)
  const second = letters(b)
  if (first.length + second.length === 0) return 0
  const left = new Map<string, number>()
  for (const word of first) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of second) {
    const count = left.get(word) ?? 0
    if (count > 0) common++
    left.set(word, count - 1)
  }
  return (2 * common) / (first.length + second.length)
}
