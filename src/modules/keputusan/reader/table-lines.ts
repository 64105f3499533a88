import type { SourceCell, SourceLine } from './source.ts'

/**
 * A table row as a line. Its text has the cells at their columns, parted by tabs; a row with a single
 * text, such as a title above the table, has that text alone.
 */
export function rowLine(baris: number, sel: SourceCell[], halaman?: number): SourceLine {
  const cells = withoutFullShading(sel)
  const line = { baris, teks: rowText(cells), sel: cells }
  return halaman === undefined ? line : { ...line, halaman }
}

function rowText(cells: SourceCell[]): string {
  const filled = cells.filter((cell) => cell.teks !== '')
  const only = filled.length === 1 ? filled[0] : undefined
  if (only) return oneLine(only.teks)
  const width = Math.max(0, ...cells.map((cell) => cell.kolom + cell.colspan))
  const texts = Array.from({ length: width }, () => '')
  for (const cell of cells) texts[cell.kolom] = oneLine(cell.teks)
  return texts.join('\t')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Headings, title rows and banded rows are shaded from end to end, words and all; that marks no month. */
function withoutFullShading(cells: SourceCell[]): SourceCell[] {
  const hasWords = cells.some((cell) => /\p{L}{3}/u.test(cell.teks))
  if (!hasWords || !cells.every((cell) => cell.arsiran)) return cells
  return cells.map(({ arsiran: _, ...cell }) => cell)
}
