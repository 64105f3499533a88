import type { Heading } from './columns.ts'
import type { Enumerator } from './enumerator.ts'
import { cleanText, upperShare } from './text.ts'
import { findArea } from './vocabulary.ts'
import { labelOnly, readLabel, styleOf } from './zi-table-label.ts'
import type { PlanRow } from './zi-table-row.ts'

/** A row that is only the title of an area or an activity. */
export type Section = { nomor: string | null; judul: string; label: Enumerator | null }
export type SectionLevel = 'area' | 'kegiatan'

/** The title that a row holds and nothing else, under whatever column; null for other rows. */
export function sectionOf(row: PlanRow, afterSection: boolean): Section | null {
  const [first, second, third] = row.cells
  if (!first || third || !standsLeft(row)) return null
  const alone = labelOnly(first.teks)
  if (second)
    return alone ? { nomor: first.teks.trim(), judul: clean(second.teks), label: alone } : null
  if (alone) return null
  const read = readLabel(first.teks)
  if (read) {
    const { label } = read.enumerator
    return { nomor: label, judul: clean(read.rest), label: read.enumerator }
  }
  const wide = first.colspan * 2 > row.heading.lebar
  if (!wide && !afterSection && !findArea(first.teks)) return null
  return { nomor: null, judul: clean(first.teks), label: null }
}

/** Titles stand under the columns of titles, or reach over the whole row. */
function standsLeft(row: PlanRow): boolean {
  const last = row.cells.at(-1)
  if (!last) return false
  return last.colspan * 2 > row.heading.lebar || last.kolom < titlesEnd(row.heading)
}

/** Where the columns of titles end: numbers, areas, activities and points stand left of it. */
export function titlesEnd(heading: Heading): number {
  const titles = ['no', 'area', 'kegiatan', 'butir']
  const next = heading.columns.find((column) => !titles.includes(column.peran))
  return next && next.kolom > 0 ? next.kolom : Infinity
}

function clean(text: string): string {
  return cleanText(text)
}

/** How the titles of areas are numbered in this plan, seen from those that name a known area. */
export function areaStyle(sections: Section[]): string | null {
  const named = sections.filter((section) => findArea(section.judul))
  const counts = new Map<string, number>()
  for (const { label } of named) {
    const style = styleOf(label)
    if (style) counts.set(style, (counts.get(style) ?? 0) + 1)
  }
  const most = [...counts].toSorted((a, b) => b[1] - a[1])[0]
  if (most) return most[0]
  const styles = new Set(sections.map((section) => styleOf(section.label)))
  return styles.size > 1 || looksLikeArea(sections[0]) ? styleOf(sections[0]?.label ?? null) : null
}

function looksLikeArea(section: Section | undefined): boolean {
  if (!section) return false
  return upperShare(section.judul) > 0.9 || /^[IVXA-H]+\b/.test(section.nomor ?? '')
}

export function levelOf(section: Section, style: string | null): SectionLevel {
  const own = styleOf(section.label)
  if (own !== null && own === style) return 'area'
  const known = findArea(section.judul) !== null
  return known && (own === null || style === null) ? 'area' : 'kegiatan'
}
