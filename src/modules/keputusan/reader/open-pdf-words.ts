import type { Word } from './open-pdf-geometry.ts'
import { joinLines } from './text.ts'

/** Words of one baseline, from left to right. */
export type WordLine = { y: number; size: number; words: Word[] }

/** Sorts words into lines by their baselines, from top to bottom. */
export function wordLines(words: Word[]): WordLine[] {
  const lines: WordLine[] = []
  for (const word of words.toSorted((a, b) => a.y - b.y)) {
    const line = lines.findLast((other) => Math.abs(other.y - word.y) < tolerance(other, word))
    if (line) line.words.push(word)
    else lines.push({ y: word.y, size: word.size, words: [word] })
  }
  for (const line of lines) line.words.sort((a, b) => a.x0 - b.x0)
  return lines
}

/** Raised and lowered letters belong to their line. */
function tolerance(line: WordLine, word: Word): number {
  return Math.max(1.5, Math.min(line.size, word.size) * 0.4)
}

export function lineText(line: WordLine): string {
  return line.words.map((word) => word.text).join(' ')
}

/** Parts of a line that a gap wider than `gap` times the letter size sets apart. */
export function segments(line: WordLine, gap: number): WordLine[] {
  const parts: WordLine[] = []
  for (const word of line.words) {
    const part = parts.at(-1)
    const last = part?.words.at(-1)
    if (part && last && word.x0 - last.x1 <= gap * line.size) part.words.push(word)
    else parts.push({ ...line, words: [word] })
  }
  return parts
}

/**
 * The text of a table cell. A line that wrapped joins the next; one that ended although the next word
 * would have fitted, or before a new enumerator, ends a paragraph.
 */
export function cellText(words: Word[], box: { x0: number; x1: number }): string {
  const lines = wordLines(words)
  const left = Math.min(...words.map((word) => word.x0))
  const right = box.x1 - Math.min(8, Math.max(0, left - box.x0))
  const size = Math.max(...lines.map((line) => line.size))
  if (box.x1 - box.x0 < size * 4) return narrowText(lines)
  const paragraphs: string[][] = []
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    if (!above || endsParagraph(above, line, right)) paragraphs.push([lineText(line)])
    else paragraphs.at(-1)?.push(lineText(line))
  })
  return paragraphs.map((texts) => joinLines(texts)).join('\n')
}

/** A column as narrow as a month's breaks words anywhere: "Fe", "b" or "1", "2". */
function narrowText(lines: WordLine[]): string {
  return lines
    .map(lineText)
    .reduce((text, line) => (/^[\p{Ll}\d]/u.test(line) ? text + line : `${text} ${line}`), '')
    .trim()
}

const enumerator =
  /^(?:[a-z]|([a-z])\1|\d{1,2}|[ivx]{1,4})[.)]$|^\((?:[a-z]|\d{1,2}|[ivx]{1,4})\)$|^[-–•▪●○]$/i

function endsParagraph(above: WordLine, line: WordLine, right: number): boolean {
  const first = line.words[0]
  const last = above.words.at(-1)
  if (!first || !last) return true
  if (enumerator.test(first.text) || line.y - above.y > line.size * 1.9) return true
  const space = line.size * 0.3
  return last.x1 + space + (first.x1 - first.x0) < right - line.size * 0.4
}
