import type { SourceCell, SourceLine } from './source.ts'
import { filledCells, tableRow } from './table-row.ts'
import { normalizeSpaces, stripListDash, stripMarkup } from './text.ts'

/** A line of running text, without markup; a table row outside the plan gives one or more of them. */
export type HeaderLine = {
  baris: number
  teks: string
  /** 1 for the right one of two columns, as signature blocks have them; otherwise 0 */
  kolom: number
  /** the line follows an empty one */
  setelahKosong: boolean
  /** the file marks the line as an entry of a list */
  butir: boolean
}

const wideGap = /\s{4,}/
const rightIndent = /^[ \u00a0]{24,}\S/

/** Reads lines as running text: empty ones go, cells of a row become text again. */
export function headerLines(lines: readonly SourceLine[]): HeaderLine[] {
  const result: HeaderLine[] = []
  let setelahKosong = true
  for (const line of lines) {
    const texts = textsOf(line)
    for (const each of texts) {
      result.push({ ...each, baris: line.baris, setelahKosong })
      setelahKosong = false
    }
    if (texts.length === 0) setelahKosong = true
  }
  return result
}

/** The pieces of a signature block: cells and columns of a line apart from each other. */
export function signatureLines(lines: readonly SourceLine[]): HeaderLine[] {
  return lines.flatMap((line) =>
    sides(line)
      .map(({ teks, kolom }) => ({ teks: plain(teks), kolom }))
      .filter(({ teks }) => teks !== '')
      .map((each) => ({ ...each, baris: line.baris, setelahKosong: false, butir: false })),
  )
}

export function isBlank(line: SourceLine): boolean {
  return textsOf(line).length === 0
}

type Text = Pick<HeaderLine, 'teks' | 'kolom' | 'butir'>

function textsOf(line: SourceLine): Text[] {
  const row = tableRow(line)
  if (row === null) return [textOf(line.teks)].filter(({ teks }) => teks !== '')
  return joinCells(filledCells(row))
    .map(textOf)
    .filter(({ teks }) => teks !== '')
}

function textOf(raw: string): Text {
  const teks = plain(stripListDash(raw))
  return { teks, kolom: rightIndent.test(raw) ? 1 : 0, butir: /^\s*[-•]\s/.test(raw) }
}

/** "a.\nb." beside "bahwa …\nbahwa …" belongs together paragraph by paragraph. */
function joinCells(cells: readonly SourceCell[]): string[] {
  const columns = cells.map((cell) => cell.teks.split('\n').filter((each) => each.trim() !== ''))
  const longest = Math.max(0, ...columns.map((paragraphs) => paragraphs.length))
  const parallel = columns.every(({ length }) => length === longest || length === 1)
  if (parallel) {
    return Array.from({ length: longest }, (_, i) =>
      columns.map((paragraphs) => paragraphs[i] ?? '').join(' '),
    )
  }
  return columns.reduce<string[]>((all, [first = '', ...others]) => {
    return [...all.slice(0, -1), `${all.at(-1) ?? ''} ${first}`, ...others]
  }, [])
}

function sides(line: SourceLine): { teks: string; kolom: number }[] {
  const row = tableRow(line)
  if (row !== null) {
    const cells = filledCells(row)
    const isRight = (cell: SourceCell, i: number) => i > 0 || (cells.length === 1 && cell.kolom > 1)
    return cells.flatMap((cell, i) =>
      cell.teks.split('\n').map((teks) => ({ teks, kolom: isRight(cell, i) ? 1 : 0 })),
    )
  }
  const parts = line.teks.trim().split(wideGap)
  if (parts.length === 2) return parts.map((teks, kolom) => ({ teks, kolom }))
  return [{ teks: line.teks, kolom: rightIndent.test(line.teks) ? 1 : 0 }]
}

function plain(text: string): string {
  return normalizeSpaces(stripMarkup(text))
}
