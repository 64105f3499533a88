import type { Renaksi, RenaksiButir } from '../renaksi.ts'
import type { NoiseKind, SourceLine } from './source.ts'

/** The further lines of each row that goes over several lines of the file, by its first line. */
export function partsOfRows(lines: SourceLine[]): Map<number, number[]> {
  const parts = new Map<number, number[]>()
  for (const { baris, bagian } of lines) {
    if (bagian !== undefined) parts.set(bagian, [...(parts.get(bagian) ?? []), baris])
  }
  return parts
}

/** Gives the further lines of a row the account of its first one. */
export function accountForParts(
  parts: Map<number, number[]>,
  placed: Set<number>,
  noise: Map<number, NoiseKind>,
): void {
  for (const [first, further] of parts) {
    const kind = noise.get(first)
    for (const baris of further) {
      if (placed.has(first)) placed.add(baris)
      else if (kind !== undefined) noise.set(baris, kind)
    }
  }
}

/** Names all lines of the rows that an item was read from. */
export function withParts(
  area: Renaksi['rencana']['area'],
  parts: Map<number, number[]>,
): Renaksi['rencana']['area'] {
  if (parts.size === 0) return area
  const whole = (butir: RenaksiButir): RenaksiButir => {
    const baris = butir.baris?.flatMap((each) => [each, ...(parts.get(each) ?? [])])
    return baris ? { ...butir, baris: [...new Set(baris)].toSorted((a, b) => a - b) } : butir
  }
  return area.map((each) => ({
    ...each,
    kegiatan: each.kegiatan.map((kegiatan) => ({
      ...kegiatan,
      butir: kegiatan.butir.map(whole),
    })),
  }))
}
