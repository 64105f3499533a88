import type { ColumnRole } from './column-words.ts'

const textRoles = [
  'no',
  'area',
  'kegiatan',
  'butir',
  'langkah',
  'indikator',
  'eviden',
  'waktu',
  'ket',
] as const

/** A column that holds words; month columns hold marks. */
export type TextRole = (typeof textRoles)[number]

/** A row of an RB annex: its texts by role, '' where empty, lines of one cell parted by \n. */
export type GridRow = Record<TextRole, string> & {
  baris: number
  /** a page break, seen as a blank line, a repeated heading or another page, stands before it */
  afterBreak: boolean
  /** columns in which a merged cell from above reaches down to this row */
  covered: ReadonlySet<ColumnRole>
  /** the file itself tells which cells are merged, so that an empty cell is empty */
  merges: boolean
  /** months 1-12 marked, in order */
  bulan: number[]
  /** marks that stand to the right of December */
  beyond: number
  /** texts were moved back into the columns they slipped from */
  shifted: boolean
  /** texts in columns whose heading is unknown */
  lain: string
}

/** What the table as a whole tells about a single row. */
export type GridHabits = {
  columns: ReadonlySet<ColumnRole>
  /** nearly every row has a label of its own */
  labelled: boolean
  /** months are marked in most rows */
  marked: boolean
  /** what the column of numbers counts */
  counts: 'area' | 'kegiatan' | 'butir'
}

export function emptyTexts(): Record<TextRole, string> {
  const texts: Partial<Record<TextRole, string>> = {}
  for (const role of textRoles) texts[role] = ''
  return texts as Record<TextRole, string> // every role was set in the loop
}

export function isTextRole(role: ColumnRole): role is TextRole {
  return (textRoles as readonly ColumnRole[]).includes(role)
}
