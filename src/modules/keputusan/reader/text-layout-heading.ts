import { monthsOfHeading } from './column-months.ts'
import { roleOfHeading, type ColumnRole } from './column-words.ts'
import { segmentOf, type LaidLine, type Segment, type Word } from './text-layout-line.ts'
import { findArea } from './vocabulary.ts'

export type HeadingColumn = { teks: string; from: number; to: number; peran: ColumnRole | null }

/** The heading of a table that is set with spaces; `months` are the columns below a common heading. */
export type LaidHeading = {
  first: number
  /** lines that the heading takes */
  lines: number
  columns: HeadingColumn[]
  months: { kolom: number; jumlah: number; judul: string; line: number } | null
}

const deepest = 5

/** Finds a heading of plan columns that begins at line `at`, over up to five lines. */
export function headingAt(lines: LaidLine[], at: number): LaidHeading | null {
  const first = lines[at]
  if (!first || !first.segments.some((each) => roleOfHeading(each.teks))) return null
  let columns: HeadingColumn[] = []
  let months: LaidHeading['months'] = null
  let end = at
  for (const line of lines.slice(at, at + deepest)) {
    if (line.words.length === 0) {
      if (end === at) return null
      end++
      continue
    }
    const run = monthRun(line)
    if (run && columns.length > 0 && !months) {
      const placed = underParent(columns, run.parts)
      // numbers below most headings number the columns
      if (!placed) break
      columns = mergeInto(placed.columns, run.rest)
      months = { ...placed.months, line: end }
    } else if (isHeadingLine(line))
      columns = mergeInto(columns, line.segments.flatMap(wholeHeadings))
    else break
    end++
  }
  while (end > at && lines[end - 1]?.words.length === 0) end--
  // cells below each other, as text without layout has them, are no heading
  if (lines.slice(at, end).every((line) => line.segments.length < 3)) return null
  const roles = columns.flatMap((each) => (each.peran && each.peran !== 'no' ? [each.peran] : []))
  const telling = new Set(roles).size
  if (columns.length < 3 || telling < 2 || roles.length * 2 < columns.length - 1) return null
  return { first: at, lines: end - at, columns, months }
}

/** Rows of the plan begin with a number, hold small letters at the start, or name an area. */
function isHeadingLine(line: LaidLine): boolean {
  return line.segments.every(
    ({ teks }) =>
      /^(?:20\d\d\)?)$/.test(teks) ||
      (/^[\p{Lu}(/&]/u.test(teks) &&
        teks.length <= 45 &&
        !/[;:]$/.test(teks) &&
        findArea(teks) === null),
  )
}

/** "Jan Feb Mar …", "1 2 3 …" or "TW I TW II …" side by side, and what else stands on that line. */
function monthRun(line: LaidLine): { parts: Segment[]; rest: Segment[] } | null {
  const parts: Segment[] = []
  const rest: Word[] = []
  for (let i = 0; i < line.words.length; i++) {
    const word = line.words[i]
    const next = line.words[i + 1]
    if (!word) continue
    const pair = next && /^(?:tw|triwulan|smt|semester|bulan)\.?$/i.test(word.teks)
    const part = segmentOf(pair ? [word, next] : [word])
    if (monthsOfHeading(part.teks, 'BULAN')?.length) {
      parts.push(part)
      if (pair) i++
    } else rest.push(word)
  }
  if (parts.length < 2 || rest.length > parts.length) return null
  const firsts = parts.map((part) => monthsOfHeading(part.teks, 'BULAN')?.[0] ?? 0)
  const rises = firsts.every((month, i) => i === 0 || month > (firsts[i - 1] ?? 0))
  return rises ? { parts, rest: rest.map((word) => segmentOf([word])) } : null
}

/** The heading above the months, which they replace. */
function underParent(
  columns: HeadingColumn[],
  parts: Segment[],
): { columns: HeadingColumn[]; months: { kolom: number; jumlah: number; judul: string } } | null {
  const from = parts[0]?.from ?? 0
  const to = parts.at(-1)?.to ?? 0
  const shared = (each: HeadingColumn): number => Math.min(each.to, to) - Math.max(each.from, from)
  const isSpan = (each: HeadingColumn): boolean =>
    /^(?:tw|triwulan|smt|bln|bulan)$/i.test(each.teks)
  const known = columns.filter(
    (each) => (each.peran === 'waktu' && shared(each) > -12) || (isSpan(each) && shared(each) > 0),
  )
  const over = known.length > 0 ? known : columns.filter((each) => shared(each) > 0)
  if (columns.filter((each) => shared(each) > 0 && !known.includes(each)).length > 1) return null
  if (parts.length < 3 && known.length === 0) return null
  const judul = over.map((each) => each.teks).join(' ')
  const rest = columns.filter((each) => !over.includes(each))
  const left = rest.filter((each) => each.from < from)
  const right = rest.filter((each) => each.from >= from)
  const inner = parts.map(({ teks, from, to }): HeadingColumn => ({
    teks,
    from,
    to,
    peran: 'bulan',
  }))
  const months = { kolom: left.length, jumlah: parts.length, judul }
  return { columns: [...left, ...inner, ...right], months }
}

/** Adds the words of a further heading line to the columns above them; the others are columns of their own. */
function mergeInto(columns: HeadingColumn[], segments: Segment[]): HeadingColumn[] {
  const merged = columns.map((each) => ({ ...each }))
  for (const { teks, from, to } of segments) {
    const above = merged.filter(
      (each) => each.peran !== 'bulan' && each.from < to && from < each.to,
    )
    const [only] = above
    if (!only) {
      merged.push({ teks, from, to, peran: roleOfHeading(teks) })
      continue
    }
    const both = `${only.teks} ${teks}`
    only.teks = both
    only.from = Math.min(only.from, from)
    only.to = Math.max(only.to, to)
    only.peran = roleOfHeading(both) ?? only.peran
  }
  return merged.toSorted((a, b) => a.from - b.from)
}

/** "TRIWULAN KET." is two headings with one space between; "SUB KEGIATAN" is one. */
function wholeHeadings(segment: Segment): Segment[] {
  for (let cut = 1; cut < segment.words.length; cut++) {
    const left = segmentOf(segment.words.slice(0, cut))
    const right = segmentOf(segment.words.slice(cut))
    const roles = [roleOfHeading(left.teks), roleOfHeading(right.teks)]
    const apart = roles[0] !== null && roles[1] !== null && roles[0] !== roles[1]
    if (apart && (roles.includes('no') || roles.includes('ket'))) {
      return [left, ...wholeHeadings(right)]
    }
  }
  return [segment]
}
