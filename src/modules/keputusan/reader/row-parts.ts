import type { Renaksi, RenaksiButir, Temuan } from '../renaksi.ts'
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

type Area = Renaksi['rencana']['area']

/**
 * Names all lines of the rows that an item was read from, and lowers the certainty of an item whose
 * row was parted by guess.
 */
export function withParts(area: Area, lines: SourceLine[]): Area {
  const parts = partsOfRows(lines)
  const guessed = new Set(guessedRows(lines))
  if (parts.size === 0 && guessed.size === 0) return area
  const whole = (butir: RenaksiButir): RenaksiButir => {
    const own = butir.baris ?? []
    const baris = [...new Set(own.flatMap((each) => [each, ...(parts.get(each) ?? [])]))]
    const all = { ...butir, baris: baris.toSorted((a, b) => a - b) }
    if (!own.some((each) => guessed.has(each))) return all
    return { ...all, keyakinan: Math.min(butir.keyakinan ?? 1, 0.6) }
  }
  return area.map((each) => ({
    ...each,
    kegiatan: each.kegiatan.map((kegiatan) => ({
      ...kegiatan,
      butir: kegiatan.butir.map(whole),
    })),
  }))
}

/** What to say of rows that were parted by guess. */
export function partFindings(lines: SourceLine[]): Temuan[] {
  return guessedRows(lines).map((baris) => ({
    kode: 'kolom-tidak-pasti',
    baris: [baris],
    pesan:
      'Tabel ini tersusun tanpa garis, dan pada baris ini batas kolom atau letak tanda bulannya tidak jelas.',
    keputusan: 'Teks dan tanda ditempatkan pada kolom yang paling dekat letaknya.',
    alternatif: 'Bandingkan dengan dokumen asli, atau unggah berkas DOCX, XLSX, atau PDF-nya.',
  }))
}

function guessedRows(lines: SourceLine[]): number[] {
  return lines.flatMap((line) => (line.ragu ? [line.baris] : []))
}
