import type { SourceLine } from './source.ts'

/** A word of a line that was set with spaces, by its places in the line. */
export type Word = {
  teks: string
  from: number
  to: number
  /** spaces before it; Infinity for the first word */
  gap: number
}

/** Words side by side, with at most one space between them. */
export type Segment = { teks: string; from: number; to: number; words: Word[] }

/** A physical line with its words. */
export type LaidLine = {
  baris: number
  halaman: number
  words: Word[]
  segments: Segment[]
  /** the places are measured; those of a text are only about right */
  exact?: true
  /** where rows are set apart by white: whether white stands above this line */
  apart?: boolean
}

export function laidLine(line: SourceLine): LaidLine {
  const words: Word[] = []
  for (const found of line.teks.matchAll(/\S+/g)) {
    const before = words.at(-1)
    const gap = before ? found.index - before.to : Infinity
    words.push({ teks: found[0], from: found.index, to: found.index + found[0].length, gap })
  }
  return lineOfWords(line.baris, line.halaman ?? 1, words)
}

export function lineOfWords(baris: number, halaman: number, words: Word[]): LaidLine {
  return { baris, halaman, words, segments: segmentsOf(words) }
}

/** Two spaces or more part the cells of a row. */
function segmentsOf(words: Word[]): Segment[] {
  const groups: Word[][] = []
  for (const word of words) {
    const group = groups.at(-1)
    if (group && word.gap < 2) group.push(word)
    else groups.push([word])
  }
  return groups.map(segmentOf)
}

export function segmentOf(words: Word[]): Segment {
  const teks = words.map((word) => word.teks).join(' ')
  return { teks, from: words[0]?.from ?? 0, to: words.at(-1)?.to ?? 0, words }
}
