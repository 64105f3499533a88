import type { TextRole } from './grid-row.ts'

/** Whether an entry has its own cell in a column, or shares that of the entry above. */
export type Sharing =
  | 'own'
  /** the file or the text shows that one cell covers both */
  | 'merged'
  /** the cell is empty, which a merged cell would also leave behind in a text file */
  | 'assumed'

/** A row as the author wrote it, its pieces of several pages joined. May hold several butir. */
export type GridEntry = Record<Exclude<TextRole, 'no' | 'area' | 'kegiatan'>, string> & {
  baris: number[]
  /** number in the column of numbers, and what it counts */
  nomor: string
  counts: 'area' | 'kegiatan' | 'butir'
  /** title as printed in this row; null where the row prints none */
  area: string | null
  kegiatan: string | null
  bulan: number[]
  beyond: number
  indikatorSharing: Sharing
  bulanSharing: Sharing
  afterBreak: boolean
  shifted: boolean
  /** end of a row whose beginning stood on a page that the file lacks */
  remnant: boolean
  /** its activity was decided against what is printed */
  doubtful: boolean
}

/** True when the entry has something to do, not only a title. */
export function hasContent(entry: GridEntry): boolean {
  const { butir, langkah, indikator, eviden, waktu } = entry
  return [butir, langkah, indikator, eviden, waktu].some((text) => text !== '')
}
