import { findHeadings, isPlanHeading } from './columns.ts'
import { isBlank, headerLines, signatureLines, type HeaderLine } from './header-lines.ts'
import { monthOf } from './months.ts'
import { isSignatureLine, opensSignature } from './signature-words.ts'
import type { SourceLine } from './source.ts'
import { filledCells, tableRow, tableRows } from './table-row.ts'
import { normalizeSpaces, upperShare } from './text.ts'
import { findArea } from './vocabulary.ts'

const annexTitle = /^LAMPIRAN(?:\s+(?:[IVX]+|\d+))?\s*:?\s*(.*)$/i
const inSentence = /\b(?:ini|yang|merupakan|bagian|tercantum|sebagaimana|terlampir|tersebut)\b/i
const annexOf = /^:?\s*(?:surat\s+)?(?:keputusan|nomor|peraturan|surat)\b/i

/** Number of the line on which the annex begins; null when no line says LAMPIRAN. */
export function findAnnex(lines: readonly HeaderLine[]): number | null {
  const isTitle = (line: HeaderLine, i: number) => {
    const rest = annexTitle.exec(line.teks)?.[1]
    if (rest === undefined || inSentence.test(rest)) return false
    return annexOf.test(rest === '' ? (lines[i + 1]?.teks ?? '') : rest)
  }
  const enacted = lines.findIndex(({ teks }) => /^ditetapkan\s+di\b/i.test(teks))
  const after = lines.findIndex((line, i) => i > enacted && isTitle(line, i))
  return lines[after >= 0 ? after : lines.findIndex(isTitle)]?.baris ?? null
}

/** First line of the plan's table at or after line `from`; null where nothing looks like one. */
export function findPlanStart(lines: readonly SourceLine[], from: number): number | null {
  const rows = tableRows(lines.filter(({ baris }) => baris >= from))
  const heading = findHeadings(rows).find(isPlanHeading)
  if (heading !== undefined) return areaAbove(lines, Math.min(...heading.baris), from)
  const flat = headerLines(lines.filter(({ baris }) => baris >= from))
  return flat.find(({ teks }) => isFlattenedHeading(teks))?.baris ?? null
}

/** A line right above a table that names an area of change ("AREA 1: …") belongs to the plan. */
function areaAbove(lines: readonly SourceLine[], start: number, from: number): number {
  const above = lines.findLast((line) => line.baris < start && !isBlank(line))
  return above && above.baris >= from && findArea(above.teks) ? above.baris : start
}

/** Last line before the signatures at the end, or the last line at all. */
export function findPlanEnd(
  lines: readonly SourceLine[],
  from: number,
  wilayah: string | null,
): number {
  const last = lines.at(-1)?.baris ?? from
  const rest = lines.filter((line) => line.baris >= from && !isBlank(line))
  let end = rest.length
  while (end > 0 && isSignatureRow(rest[end - 1], wilayah)) end--
  // below the signatures other words may stand: copies, a note on the electronic certificate
  const below = rest.findLastIndex(isFullRow) + 1
  const after = below > 0 ? Math.min(end, below) : end
  const opening = rest.findIndex((line, i) => i >= after && opensWithSignature(line))
  const first = rest[opening]
  return first === undefined ? last : Math.max(from, lines[lines.indexOf(first) - 1]?.baris ?? from)
}

/** "NO AREA PERUBAHAN KEGIATAN …" or the months alone, where a table lost its cells. */
function isFlattenedHeading(teks: string): boolean {
  const words = normalizeSpaces(teks).split(/[\s|]+/)
  if (words.filter((word) => monthOf(word) !== null).length >= 6) return true
  if (/^(?:\(?\d{1,2}\)?\s+){3,}\(?\d{1,2}\)?$/.test(teks)) return true
  return (
    upperShare(teks) === 1 &&
    /^(?:NO\.?$|NO\.?\s+(?:AREA|KOMPONEN|KEGIATAN|PENILAIAN)|AREA\s+PERUBAHAN$)/.test(teks)
  )
}

function isFullRow(line: SourceLine): boolean {
  const row = tableRow(line)
  return row !== null && filledCells(row).length > 2
}

function isSignatureRow(line: SourceLine | undefined, wilayah: string | null): boolean {
  if (line === undefined || (tableRow(line)?.cells.length ?? 0) > 4) return false
  return signatureLines([line]).every(({ teks }) => isSignatureLine(teks, wilayah))
}

function opensWithSignature(line: SourceLine): boolean {
  return signatureLines([line]).some(({ teks }) => opensSignature(teks))
}
