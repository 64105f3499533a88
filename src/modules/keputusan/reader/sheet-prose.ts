import { roleOfHeading } from './column-words.ts'
import type { SourceCell, SourceLine } from './source.ts'

/**
 * In a sheet every row has cells, also where the decree stands above a table and signatures below it.
 * Such rows become lines of text: those before the first heading, and those after the last row of a
 * table that fills several cells.
 */
export function proseAround(lines: SourceLine[]): SourceLine[] {
  const headings = lines.flatMap((line, i) => (isHeading(line) ? [i] : []))
  const starts =
    headings.length > 0 ? headings : [lines.findIndex((line) => filled(line).length > 2)]
  const tables = starts.map((start, i) => {
    const end = starts[i + 1] ?? lines.length
    const last = lines.findLastIndex((line, at) => at < end && filled(line).length > 1)
    return { start, last }
  })
  return lines.map((line, at) => {
    const inTable = tables.some(({ start, last }) => start >= 0 && start <= at && at <= last)
    return inTable || !line.sel ? line : asText(line)
  })
}

function isHeading(line: SourceLine): boolean {
  const roles = filled(line).map((cell) => roleOfHeading(cell.teks))
  const known = new Set(roles.filter((role) => role !== null && role !== 'no'))
  return known.size >= 2 && known.size * 2 >= roles.length
}

function filled(line: SourceLine): SourceCell[] {
  return (line.sel ?? []).filter((cell) => cell.teks !== '')
}

function asText({ sel: _, ...line }: SourceLine): SourceLine {
  return { ...line, teks: line.teks.replace(/\s+/g, ' ').trim() }
}
