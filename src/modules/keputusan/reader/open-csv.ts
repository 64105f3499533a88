import { limits, tooManyColumns, tooMuchContent } from './limits.ts'
import { proseAround } from './sheet-prose.ts'
import type { SourceLine } from './source.ts'
import { rowLine } from './table-lines.ts'

const delimiters = [';', '\t', ','] as const
type Delimiter = (typeof delimiters)[number]

/** Reads a CSV table: each record is a line whose cells hold the fields, quoted line breaks kept. */
export function openCsv(text: string, delimiter: Delimiter): SourceLine[] {
  const records = parseRecords(text.replace(/^sep=.\r?\n/i, ''), delimiter)
  if (records.some((record) => record.length > limits.columns)) throw tooManyColumns()
  if (records.length > limits.lines) throw tooMuchContent()
  const lines = records.map((fields, i) => {
    const sel = fields.map((field, kolom) => ({
      teks: field.replace(/\r\n?/g, '\n').trim(),
      kolom,
      colspan: 1,
      rowspan: 1,
    }))
    return rowLine(i + 1, sel)
  })
  return proseAround(lines)
}

/**
 * The delimiter of a text that is a table, or null for running text. A table may have rows of prose
 * above it (the decree), so named CSV files need only some records of several fields.
 */
export function csvDelimiter(text: string, named: boolean): Delimiter | null {
  const declared = /^sep=([;,\t])\r?\n/i.exec(text)?.[1]
  if (declared !== undefined) return declared as Delimiter
  const best = delimiters
    .map((delimiter) => ({ delimiter, ...regularity(text, delimiter) }))
    .toSorted((a, b) => b.records * b.share - a.records * a.share)[0]
  if (!best || best.records === 0) return null
  const enough = named ? best.share >= 0.3 : best.share >= 0.9 && best.records >= 3
  return enough ? best.delimiter : null
}

/** How many records have the commonest number of fields (from 3), and their share of all records. */
function regularity(text: string, delimiter: Delimiter): { records: number; share: number } {
  const filled = parseRecords(text.slice(0, 200_000), delimiter, 2000).filter(
    (record) => record.length > 1 || record.join('') !== '',
  )
  const counts = new Map<number, number>()
  for (const { length } of filled) {
    if (length >= 3) counts.set(length, (counts.get(length) ?? 0) + 1)
  }
  const records = Math.max(0, ...counts.values())
  return { records, share: filled.length === 0 ? 0 : records / filled.length }
}

/**
 * Splits by RFC 4180; a quote inside an unquoted field stands for itself. Stops past `most` records
 * and drops what lies past the widest table.
 */
function parseRecords(text: string, delimiter: Delimiter, most: number = limits.lines): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let field = ''
  let quoted = false
  const endField = (): void => {
    if (record.length <= limits.columns) record.push(field)
    field = ''
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? ''
    if (quoted) {
      if (char !== '"') field += char
      else if (text[i + 1] === '"') field += text[++i] ?? ''
      else quoted = false
    } else if (char === '"' && field.trim() === '') {
      field = ''
      quoted = true
    } else if (char === delimiter) endField()
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i + 1] === '\n') i++
      endField()
      records.push(record)
      record = []
      if (records.length > most) return records
    } else field += char
  }
  if (field !== '' || record.length > 0) {
    endField()
    records.push(record)
  }
  return records
}
