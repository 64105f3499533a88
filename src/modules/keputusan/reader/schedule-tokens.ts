import { monthOf } from './months.ts'
import { normalizeSpaces } from './text.ts'

/** A piece of a target time: "04 - 08 Agustus 2025 dan Desember" is day, to, day, month, year, and, month. */
export type ScheduleToken =
  | { kind: 'day' | 'month' | 'year'; value: number }
  | { kind: 'date'; year: number; month: number; day: number }
  | { kind: 'span'; from: number; to: number }
  | { kind: 'repeat'; months: readonly number[] }
  | { kind: 'to' | 'and' | 'filler' | 'unknown' }

const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const quarterEnds = [3, 6, 9, 12] as const
const halfEnds = [6, 12] as const

const fillers = new Set(
  `pada bulan bln tanggal tgl tahun thn minggu ke pekan awal akhir pertengahan paling lambat maksimal
   tentatif tw periode selama mulai dari`.split(/\s+/),
)
const longestSchedule = 200
const romans: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 }

type Rule = { pattern: RegExp; read: (found: RegExpExecArray) => ScheduleToken }

const rules: readonly Rule[] = [
  {
    pattern: /^(?:sampai dengan|sampai|hingga|s\s?[/.]\s?d\b\.?|sd\b|s\.d\.|[-–—]+|to\b)/,
    read: () => ({ kind: 'to' }),
  },
  {
    pattern:
      /^(?:setiap|tiap|per)\s*(?:akhir |awal )?(?:bulan|hari|minggu)\b|^bulanan\b|^sepanjang tahun\b/,
    read: () => repeat(everyMonth),
  },
  {
    pattern: /^(?:setiap|tiap|per)\s*(?:triwulan|tw)\b|^triwulanan\b/,
    read: () => repeat(quarterEnds),
  },
  { pattern: /^(?:setiap|tiap|per)\s*semester\b|^semesteran\b/, read: () => repeat(halfEnds) },
  {
    pattern: /^(?:selama )?(?:(?:1|satu) tahun(?! \d)|(?:12|dua belas) bulan\b)/,
    read: () => repeat(everyMonth),
  },
  {
    pattern: /^(?:triwulan|tw\.?|q)\s*(?:ke[\s-]?)?(iv|i{1,3}|[1-4])\b/,
    read: (m) => span(m[1], 3),
  },
  { pattern: /^bulan (?:ke[\s-]?)?(\d{1,2})\b(?! [a-z]{3})/, read: (m) => span(m[1], 1) },
  { pattern: /^semester\s*(?:ke[\s-]?)?(ii?|[12])\b/, read: (m) => span(m[1], 6) },
  {
    pattern: /^(?:minggu|pekan)\s*(?:ke[\s-]?)?(?:iv|i{1,3}|v|[1-5])\b|^ke[\s-]?[1-5]\b/,
    read: () => ({ kind: 'filler' }),
  },
  {
    pattern: /^(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b/,
    read: (m) => date(m[3], m[2], m[1]),
  },
  {
    pattern: /^((?:19|20)\d\d)-(\d{2})-(\d{2})\b(?:t[\d:.z]+)?/,
    read: (m) => date(m[1], m[2], m[3]),
  },
  { pattern: /^(?:19|20)\d\d(?!\d)/, read: (m) => ({ kind: 'year', value: Number(m[0]) }) },
  { pattern: /^\d{1,2}(?!\d)/, read: (m) => ({ kind: 'day', value: Number(m[0]) }) },
  { pattern: /^(?:dan|serta|atau|&|,|;|\/|\+)/, read: () => ({ kind: 'and' }) },
  { pattern: /^[.():'"]/, read: () => ({ kind: 'filler' }) },
  { pattern: /^[a-z]+\.?/, read: (m) => wordToken(m[0]) },
  { pattern: /^./, read: () => ({ kind: 'unknown' }) },
]

/** Splits a target time into tokens; words apart from a schedule come out as `unknown`. */
export function scheduleTokens(text: string): ScheduleToken[] {
  if (text.length > longestSchedule) return [{ kind: 'unknown' }]
  let rest = prepare(text)
  const tokens: ScheduleToken[] = []
  while (rest !== '') {
    const { found, token } = firstMatch(rest)
    if (token.kind !== 'filler') tokens.push(token)
    rest = rest.slice(found.length).trimStart()
  }
  return tokens
}

function firstMatch(rest: string): { found: string; token: ScheduleToken } {
  for (const { pattern, read } of rules) {
    const match = pattern.exec(rest)
    if (match !== null && match[0] !== '') return { found: match[0], token: read(match) }
  }
  return { found: rest.charAt(0), token: { kind: 'unknown' } }
}

/** Lower case, "Oktober2025" apart, "Sep tember" together. */
function prepare(text: string): string {
  const words = normalizeSpaces(text)
    .toLowerCase()
    .replace(/([a-z])(\d)/g, '$1 $2')
    .replace(/(\d)([a-z])/g, '$1 $2')
    .split(' ')
  return repeatUnits(mendMonths(words).join(' '))
}

const unitList =
  /\b(triwulan|tw|q|semester|bulan)(\.? (?:ke[ -]?)?)(iv|i{1,3}|\d{1,2})( ?(?:,|&|-|–|dan|s\.?d\.?|s\/d|sampai(?: dengan)?) ?(?:dan )?)(?:ke[ -]?)?(iv|i{1,3}|\d{1,2})(?![\w/])(?! (?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des))/

/** "triwulan i, ii dan iv" → "triwulan i, triwulan ii dan triwulan iv". */
function repeatUnits(text: string): string {
  const repeated = text.replace(unitList, '$1$2$3$4$1 $5')
  return repeated === text ? text : repeatUnits(repeated)
}

function mendMonths(words: readonly string[]): string[] {
  const mended: string[] = []
  for (const word of words) {
    const last = mended.at(-1)
    const isPart = last !== undefined && /^[a-z]+$/.test(last) && /^[a-z]+$/.test(word)
    if (isPart && monthOf(word) === null && isLongMonth(last + word))
      mended[mended.length - 1] += word
    else mended.push(word)
  }
  return mended
}

function isLongMonth(word: string): boolean {
  return word.length >= 5 && monthOf(word) !== null
}

function wordToken(word: string): ScheduleToken {
  const month = monthOf(word)
  if (month !== null) return { kind: 'month', value: month }
  return { kind: fillers.has(word.replace('.', '')) ? 'filler' : 'unknown' }
}

function repeat(months: readonly number[]): ScheduleToken {
  return { kind: 'repeat', months }
}

function span(ordinal: string | undefined, length: number): ScheduleToken {
  const n = romans[ordinal ?? ''] ?? Number(ordinal)
  return { kind: 'span', from: (n - 1) * length + 1, to: n * length }
}

function date(year = '', month = '', day = ''): ScheduleToken {
  return { kind: 'date', year: Number(year), month: Number(month), day: Number(day) }
}
