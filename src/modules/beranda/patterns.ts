const mostWords = 8
const shortest = 3

/** What was typed, as patterns for `ilike`, the longest first. */
export const wordsOf = (text: string): string[] =>
  [...new Set(text.trim().split(/\s+/).filter(Boolean))]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, mostWords)
    .map((word) => `%${word.replace(/[%_\\]/g, '\\$&')}%`)

/** The same for a search through all texts: none unless one word has three letters. */
export const patternsOf = (text: string): string[] =>
  text.split(/\s+/).some((word) => word.length >= shortest) ? wordsOf(text) : []
