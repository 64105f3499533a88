/** Names of the twelve months as decrees print them, the official one first. */
const names: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'peb', 'pebruari', 'febr', 'february'],
  ['maret', 'mar', 'mrt', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['agustus', 'agu', 'agt', 'ags', 'agst', 'agus', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov', 'nop', 'nopember'],
  ['desember', 'des', 'dec', 'december'],
]

const numberByName = new Map(names.flatMap((forms, i) => forms.map((form) => [form, i + 1])))

/** Shorter names differ by one letter only (Juni, Juli), so a slip there cannot be told. */
const shortestFuzzy = 5

/** Month 1–12 that a word names; one wrong, lost or added letter in a long name is forgiven. */
export function monthOf(word: string): number | null {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  const exact = numberByName.get(letters)
  if (exact !== undefined) return exact
  if (letters.length < shortestFuzzy) return null
  const near = names.findIndex(([full = '']) => full.length > 4 && isOneSlipApart(full, letters))
  return near < 0 ? null : near + 1
}

/** The official name of month 1–12. */
export function monthName(month: number): string {
  const name = names[month - 1]?.[0]
  if (name === undefined) throw new RangeError(`Bulan harus 1 sampai 12, bukan ${month}.`)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Days of a month, leap years counted. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** ISO date, or null when the day does not exist in that month. */
export function isoDate(year: number, month: number, day: number): string | null {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  if (!exists) return null
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= 1
}
