import type { ColumnRole } from './column-words.ts'
import type { Heading } from './columns.ts'
import type { Enumerator } from './enumerator.ts'
import { scheduleTokens } from './schedule-tokens.ts'
import type { SourceCell } from './source.ts'
import { cleanText } from './text.ts'

/** A row of a plan with the heading that it stands under. */
export type PlanRow = {
  baris: number
  heading: Heading
  /** first row below a heading, a blank line or a page break: it may go on with a cut row */
  opens: boolean
  /** the file itself says that these are the cells of one row */
  ruled: boolean
  cells: SourceCell[]
  /** roles of the merged cells that reach down to this row */
  covered: ReadonlySet<ColumnRole>
}

export type TextRole = Exclude<ColumnRole, 'bulan' | 'bobot'>

/** A row with its texts under their columns. */
export type PlacedRow = {
  baris: number
  opens: boolean
  ruled: boolean
  heading: Heading
  covered: ReadonlySet<ColumnRole>
  /** columns that the row was moved by to fit its heading; 0 = printed in place */
  geser: number
  /** number in a cell of its own */
  nomor: Enumerator | null
  /** label in front of the words */
  label: Enumerator | null
  texts: Partial<Record<TextRole, string>>
  bulan: number[]
  /** texts that stand under no column they could belong to */
  tersesat: string[]
}

/** True for a target time or a piece of one: "s/d", "Desember", "2025", "setiap bulan". */
export function isSchedulePart(text: string): boolean {
  const tokens = scheduleTokens(cleanText(text))
  if (tokens.length === 0 || tokens.some((token) => token.kind === 'unknown')) return false
  return tokens.some((token) => !['day', 'and', 'filler'].includes(token.kind)) && /\w/.test(text)
}

/** True for a piece of a target time that no sentence would hold: "setiap bulan" and "2025" can. */
export function isDatedPart(text: string): boolean {
  const kinds = scheduleTokens(cleanText(text)).map((token) => token.kind)
  const dated = kinds.some((kind) => ['month', 'date', 'span', 'to'].includes(kind))
  return dated && isSchedulePart(text) && !kinds.includes('repeat')
}

/** Joins the pieces of one cell; a piece that begins with all that stands before replaces it. */
export function joinPieces(pieces: readonly string[], join: (texts: string[]) => string): string {
  const kept: string[] = []
  for (const piece of pieces.map(cleanText).filter((text) => text !== '')) {
    const before = kept.join(' ').toLowerCase()
    if (before !== '' && piece.toLowerCase().startsWith(before)) kept.length = 0
    if (kept.at(-1)?.toLowerCase() !== piece.toLowerCase()) kept.push(piece)
  }
  return join(kept)
}

/** True where a text breaks off: after a comma, a hyphen or a word that needs another. */
export function isUnfinished(text: string): boolean {
  const plain = text.trim()
  if (/[,/(–-]$/.test(plain)) return true
  return /\b(?:dan|atau|serta|di|ke|dari|untuk|dengan|yang|pada|dalam|oleh|tentang|terhadap|menuju|melalui|sesuai|s\/d)$/i.test(
    plain,
  )
}
