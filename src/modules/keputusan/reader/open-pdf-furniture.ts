import type { PagePiece } from './open-pdf-page.ts'

export type Furniture = 'nomor-halaman' | 'kop'

/** Share of the height at the top and at the bottom of a page where its furniture stands. */
const margin = 0.12
const pageNumber =
  /^[-–—\s|]*(?:hal(?:aman)?\.?|page)?\s*\d{1,3}\s*(?:(?:dari|of|\/)\s*\d{1,3})?[-–—\s|]*$/i

/** Finds page numbers, and texts that several pages bear at the same height in their margins. */
export function findFurniture(
  pages: { pieces: PagePiece[]; height: number }[],
): Map<PagePiece, Furniture> {
  const found = new Map<PagePiece, Furniture>()
  const repeated = new Map<string, Set<PagePiece>>()
  for (const { pieces, height } of pages) {
    for (const piece of pieces) {
      if (piece.kind !== 'line') continue
      if (piece.y > height * margin && piece.y < height * (1 - margin)) continue
      if (pageNumber.test(piece.teks)) found.set(piece, 'nomor-halaman')
      else {
        const key = `${Math.round(piece.y / 4)} ${piece.teks.replace(/\d+/g, '#')}`
        repeated.set(key, (repeated.get(key) ?? new Set()).add(piece))
      }
    }
  }
  for (const same of repeated.values()) {
    if (same.size < 3) continue
    for (const piece of same) {
      const isNumber = piece.kind === 'line' && /^(?:hal|page)/i.test(piece.teks)
      found.set(piece, isNumber ? 'nomor-halaman' : 'kop')
    }
  }
  return found
}
