/** A text prepared for comparison; prepare once what is compared often. */
export type Profile = { key: string; pairs: Map<string, number>; size: number }

/** Letters and digits in lower case, without tags, accents of layout, spaces and punctuation. */
export function comparisonKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/<\/?[a-z][^<>]*>/g, '')
    .replace(/[^\p{L}\p{N}%<>]+/gu, '')
}

export function profile(text: string): Profile {
  const key = comparisonKey(text)
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < key.length; i++) {
    const pair = key.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { key, pairs, size: Math.max(0, key.length - 1) }
}

function commonPairs(a: Profile, b: Profile): number {
  const [small, large] = a.pairs.size <= b.pairs.size ? [a, b] : [b, a]
  let common = 0
  for (const [pair, count] of small.pairs) common += Math.min(count, large.pairs.get(pair) ?? 0)
  return common
}

/** Dice coefficient of letter pairs, 0 to 1; 1 only when the comparison keys are equal. */
export function profileSimilarity(a: Profile, b: Profile): number {
  if (a.key === b.key) return a.key === '' ? 0 : 1
  if (a.size < 1 || b.size < 1) return 0
  return Math.min(0.999, (2 * commonPairs(a, b)) / (a.size + b.size))
}

/** Share of the part's letter pairs that the whole also has, 0 to 1: high when part is a piece of whole. */
function profileContainment(part: Profile, whole: Profile): number {
  if (part.size < 1) return 0
  return whole.key.includes(part.key) ? 1 : commonPairs(part, whole) / part.size
}

/** Similarity of two texts, 0 to 1, blind to case, spaces and punctuation. Two empty texts are not alike. */
export function similarity(a: string, b: string): number {
  return profileSimilarity(profile(a), profile(b))
}

/** How much of `part` is found in `whole`, 0 to 1. */
export function containment(part: string, whole: string): number {
  return profileContainment(profile(part), profile(whole))
}
