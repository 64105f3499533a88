import type { RenaksiKeputusan } from '../renaksi.ts'
import type { NoiseKind, SourceLine } from './source.ts'
import { noiseKinds } from './flattened-noise.ts'
import { comparisonKey } from './similarity.ts'
import { cleanText } from './text.ts'

/** A line of an annex that holds words of the plan. */
type FlatLine = {
  baris: number
  /** page by the file's own count, or by the repetition of the heading, from 1 */
  halaman: number
  teks: string
  /** an empty line stands before it */
  spaced: boolean
  /** the file shows that a cell begins here */
  cell: boolean
}

/** What the heading says the table holds besides area, kegiatan and butir. */
export type FlatColumns = Record<'indikator' | 'langkah' | 'eviden' | 'waktu', boolean>

export type FlatText = {
  lines: FlatLine[]
  noise: Map<number, NoiseKind>
  columns: FlatColumns
  /** lines of tick marks, whose months are lost with the table */
  ticks: number[]
}

const tickMarks = /(?:^|\s)[√✓✔■▪xXvV](?:\s+[√✓✔■▪xXvV])*\s*$/u

/** Separates the words of the plan from headings, page furniture and signatures. */
export function readFlatText(source: SourceLine[], keputusan: RenaksiKeputusan): FlatText {
  const noise = new Map<number, NoiseKind>()
  const filled = source.flatMap((line, at) => {
    const spaced = isBlank(source[at - 1])
    const texts = cellTexts(line)
    if (texts.length === 0) noise.set(line.baris, 'kosong')
    return texts.map((teks) => ({ line, teks, spaced, cell: texts.length > 1 }))
  })
  const texts = filled.map((each) => each.teks)
  const kinds = noiseKinds(texts, keputusan)
  const pages = numberPages(filled, texts, kinds)
  const lines: FlatLine[] = []
  const ticks: number[] = []
  filled.forEach(({ line, teks, spaced, cell }, at) => {
    const kind = kinds[at]
    const words = kind ? '' : withoutTicks(teks)
    if (!kind && words !== teks) ticks.push(line.baris)
    if (words === '') noise.set(line.baris, kind ?? 'sampah')
    else lines.push({ baris: line.baris, halaman: pages[at] ?? 1, teks: words, spaced, cell })
  })
  for (const line of lines) noise.delete(line.baris)
  return { lines, noise, columns: columnsNamed(texts, kinds), ticks }
}

/** The texts of a line: of its cells, where tabs or the file itself tell them apart. */
function cellTexts({ teks, sel }: SourceLine): string[] {
  const texts = sel ? sel.map((cell) => cell.teks) : teks.split('\t')
  return texts.map(cleanText).filter((text) => text !== '')
}

function isBlank(line: SourceLine | undefined): boolean {
  return line !== undefined && line.teks.trim() === ''
}

/** Ticks stand alone or behind the last cell of a row; a lone letter must be one of several. */
function withoutTicks(text: string): string {
  const found = tickMarks.exec(text)
  if (!found) return text
  const certain = /[√✓✔■▪]/u.test(found[0]) || found[0].trim().split(/\s+/).length > 1
  return certain ? text.slice(0, found.index).trim() : text
}

/** A page begins where the file says so or where the first line of the heading comes again. */
function numberPages(
  filled: { line: SourceLine }[],
  texts: string[],
  kinds: (NoiseKind | null)[],
): number[] {
  const first = kinds.indexOf('judul-tabel')
  const opening = first < 0 ? null : comparisonKey(texts[first] ?? '')
  let page = 1
  return filled.map(({ line }, at) => {
    const before = filled[at - 1]?.line.halaman
    const repeated =
      at > first && kinds[at] === 'judul-tabel' && comparisonKey(texts[at] ?? '') === opening
    const turned = line.halaman === undefined ? repeated : at > 0 && line.halaman !== before
    if (turned) page++
    return page
  })
}

function columnsNamed(texts: string[], kinds: (NoiseKind | null)[]): FlatColumns {
  const heading = texts.filter((_, at) => kinds[at] === 'judul-tabel').join(' ')
  return {
    indikator: /indikator\s*(?:keberhasilan|kinerja|output)|output/i.test(heading),
    langkah: /langkah|rencana\s*aksi/i.test(heading),
    eviden: /eviden|bukti|data\s*dukung/i.test(heading),
    waktu: /waktu|jadwal/i.test(heading),
  }
}
