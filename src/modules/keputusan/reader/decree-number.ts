import { isoDate, monthOf } from './months.ts'
import { normalizeSpaces } from './text.ts'

/** "21 TAHUN 2025" is number 21 of 2025; "07/HK.03.1/3508/2022" is a number that holds its year. */
export type DecreeNumber = { nomor: string; tahun: number | null }

const withYear = /^(\S.*?)\s+TAHUN\s+((?:\d\s?){4})$/i

/** Reads what stands between NOMOR and TENTANG. */
export function readNumber(text: string): DecreeNumber {
  const flat = tidyNumber(text)
  const parts = withYear.exec(flat)
  if (parts?.[1] !== undefined && parts[2] !== undefined) {
    return { nomor: parts[1], tahun: Number(parts[2].replace(/\s/g, '')) }
  }
  const last = /(?:^|[/.-])((?:19|20)\d\d)$/.exec(flat)?.[1]
  return { nomor: flat, tahun: last === undefined ? null : Number(last) }
}

/** The number of the decree that a title says it amends, or null. */
export function amendedNumber(judul: string): string | null {
  const after = /\bPERUBAHAN\b.*?\bKEPUTUSAN\b.*?\bNOMOR\s*:?\s*(.+)$/i.exec(judul)?.[1]
  if (after === undefined) return null
  const short = /^(\d+\s+TAHUN\s+\d{4})\b/i.exec(after)?.[1]
  if (short !== undefined) return short.replace(/tahun/i, 'Tahun')
  const long = /^[\w.-]+(?:\s*\/\s*[\w.-]+)+/.exec(after)?.[0]
  return long === undefined ? null : tidyNumber(long)
}

const datePatterns = [
  {
    pattern: /((?:\d\s?){1,2})\s*([A-Za-z][A-Za-z ]{1,13}?)\s*((?:\d\s?){4})(?!\d)/g,
    order: [3, 2, 1],
  },
  { pattern: /\b(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})\b/g, order: [3, 2, 1] },
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g, order: [1, 2, 3] },
] as const

/** The first date in a text, with the spaces of a scan forgiven: "1 1 Agustus 20 25". */
export function readDate(text: string): string | null {
  for (const { pattern, order } of datePatterns) {
    for (const found of text.matchAll(pattern)) {
      const [year, month, day] = order.map((group) => found[group] ?? '')
      const date = isoDate(int(year), monthOf(month ?? '') ?? int(month), int(day))
      if (date !== null) return date
    }
  }
  return null
}

function int(digits = ''): number {
  return Number(digits.replace(/\s/g, ''))
}

function tidyNumber(text: string): string {
  const flat = normalizeSpaces(text)
    .replace(/^[:.\s]+|[\s.,:;*]+$/g, '')
    .replace(/\s*\/\s*/g, '/')
  return flat.includes('/') ? flat.replace(/([.-]) (?=[\w/])/g, '$1') : flat
}
