import { headingWords } from './column-words.ts'
import { monthOf } from './months.ts'

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/** How many months one numbered column covers. */
type Span = 1 | 3 | 6

/**
 * Months that a heading cell names: "Jan", "TW II", "Semester 1" by itself; a bare "7" or "IV" only
 * under a heading such as "PELAKSANAAN (BULAN)" or "TRIWULAN".
 */
export function monthsOfHeading(text: string, parent: string | null): number[] | null {
  const month = /^[^a-z]*[a-z]+[^a-z]*$/i.test(text) ? monthOf(text) : null
  if (month !== null) return [month]
  const words = headingWords(text)
  const own = spanOf(words)
  const number = numberOf(text)
  if (number === null) return null
  if (own !== null) return covered(number, own)
  if (parent === null || !/^\W*(?:\d{1,2}|[ivx]+)\W*$/i.test(text)) return null
  return covered(number, spanOf(headingWords(parent)) ?? 1)
}

function spanOf(words: string): Span | null {
  if (/\b(?:tw|triwulan|tri wulan|kuartal|quarter|q)\b/.test(words)) return 3
  if (/\b(?:semester|smt|sem)\b/.test(words)) return 6
  return /\b(?:bulan|bln|b)\b/.test(words) ? 1 : null
}

function numberOf(text: string): number | null {
  const digits = /(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0]
  if (digits !== undefined) return Number(digits)
  const last = headingWords(text).split(' ').at(-1) ?? ''
  const roman = romans.indexOf(last)
  return roman < 0 ? null : roman + 1
}

function covered(number: number, span: Span): number[] | null {
  const first = (number - 1) * span + 1
  if (number < 1 || first + span - 1 > 12) return null
  return Array.from({ length: span }, (_, i) => first + i)
}
