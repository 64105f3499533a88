import { roleOfHeading } from './column-words.ts'
import type { PagePiece } from './open-pdf-page.ts'

export type Furniture = 'nomor-halaman' | 'kop'

/** Share of the height at the top and at the bottom of a page where its furniture stands. */
const margin = 0.12
const pageNumber =
  /^[-–—\s|]*(?:hal(?:aman)?\.?|page)?\s*\d{1,3}\s*(?:(?:dari|of|\/)\s*\d{1,3})?[-–—\s|]*$/i

type Line = Extract<PagePiece, { kind: 'line' }>

/** Finds page numbers, and texts that three pages or more bear at the same height in their margins. */
export function findFurniture(
  pages: { pieces: PagePiece[]; height: number }[],
): Map<PagePiece, Furniture> {
  const found = new Map<PagePiece, Furniture>()
  const repeated = new Map<string, Line[]>()
  for (const { pieces, height } of pages) {
    for (const row of outerRows(pieces, height)) {
      const [only] = row
      if (only && row.length === 1 && pageNumber.test(only.teks)) found.set(only, 'nomor-halaman')
      else {
        for (const piece of row) {
          const key = `${Math.round(piece.y / 4)} ${piece.teks.replace(/\d+/g, '#')}`
          repeated.set(key, [...(repeated.get(key) ?? []), piece])
        }
      }
    }
  }
  for (const same of repeated.values()) {
    if (same.length < 3) continue
    for (const piece of same) found.set(piece, 'kop')
  }
  return found
}

/** The two uppermost and the two lowest lines, where they lie in the margins; each with its parts. */
function outerRows(pieces: PagePiece[], height: number): Line[][] {
  const rows: Line[][] = []
  for (const piece of pieces) {
    if (piece.kind !== 'line') continue
    const row = rows.at(-1)
    const above = row?.[0]
    if (row && above && Math.abs(above.y - piece.y) < 2) row.push(piece)
    else rows.push([piece])
  }
  const inMargin = ([first]: Line[]): boolean =>
    first !== undefined && (first.y < height * margin || first.y > height * (1 - margin))
  // a table without rules repeats its heading too, and the months below it
  const heading = rows.findIndex((row) => row.some((piece) => roleOfHeading(piece.teks)))
  const top = rows.slice(0, heading < 0 ? 2 : Math.min(2, heading))
  return [...new Set([...top, ...rows.slice(Math.max(top.length, rows.length - 2))])].filter(
    inMargin,
  )
}
