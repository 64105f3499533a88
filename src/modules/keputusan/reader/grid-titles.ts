import { isSameList, readEnumerator } from './enumerator.ts'
import { flow, isInnerList, isUnfinished, startsLower } from './grid-continuation.ts'
import type { GridEntry } from './grid-entry.ts'
import type { GridHabits, GridRow } from './grid-row.ts'
import { similarity } from './similarity.ts'
import { findArea } from './vocabulary.ts'

const SAME = 0.92

export function isSameTitle(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && similarity(one, other) >= SAME
}

/**
 * Puts the titles of a row where they belong: what slipped into the column of areas goes back, the
 * rest of a title goes to its beginning, and a title repeated on a new page is dropped.
 */
export function placeTitles(row: GridRow, entries: GridEntry[], habits: GridHabits): GridRow {
  const last = entries.at(-1)
  const area = entries.findLast((entry) => entry.area !== null)
  const kegiatan = entries.findLast((entry) => entry.kegiatan !== null || entry.area !== null)
  let placed = last ? placeSlipped(row, last, area?.area ?? null, habits) : row
  if (area?.area && placed.area !== '') {
    if (isSameTitle(area.area, placed.area)) {
      if (repeatsTitles(placed, kegiatan)) placed = { ...placed, area: '', no: '' }
    } else if (isRestOfArea(area.area, placed)) {
      area.area = flow(area.area, placed.area)
      placed = { ...placed, area: '' }
    }
  }
  if (kegiatan?.kegiatan && placed.kegiatan !== '' && placed.area === '') {
    if (isSameTitle(kegiatan.kegiatan, placed.kegiatan)) {
      if (!restarts(placed, last)) placed = { ...placed, kegiatan: '' }
    } else if (
      isRestOfTitle(kegiatan.kegiatan, placed.kegiatan) ||
      isCutRow(placed, last, habits)
    ) {
      kegiatan.kegiatan = flow(kegiatan.kegiatan, placed.kegiatan)
      if (placed.butir === '') kegiatan.baris.push(placed.baris)
      placed = { ...placed, kegiatan: '' }
    }
  }
  return placed
}

/** The title of an area is printed again on a new page, or in each row with that of the activity. */
function repeatsTitles(row: GridRow, above: GridEntry | undefined): boolean {
  return row.afterBreak || isSameTitle(above?.kegiatan ?? null, row.kegiatan)
}

/** A list that begins anew under a title printed anew, on the same page, is another activity. */
function restarts(row: GridRow, last: GridEntry | undefined): boolean {
  const label = readEnumerator(row.butir)?.enumerator
  const before = readEnumerator(last?.butir ?? '')?.enumerator
  if (row.afterBreak || !label || !before || !isSameList(before, label)) return false
  return (label.value ?? 2) <= (before.value ?? 0)
}

/** A row below a page break without the marks and numbers that a row of its own would have. */
function isCutRow(row: GridRow, last: GridEntry | undefined, habits: GridHabits): boolean {
  if (!row.afterBreak || !habits.marked || !last || last.bulan.length === 0) return false
  if (row.no !== '' || row.bulan.length > 0) return false
  if (readEnumerator(row.kegiatan)) return false
  return readEnumerator(row.butir) === null || isInnerList(last.butir, row.butir)
}

/** Activities and butir that stand in the column of areas or of activities. */
function placeSlipped(
  row: GridRow,
  last: GridEntry,
  area: string | null,
  habits: GridHabits,
): GridRow {
  if (!habits.columns.has('kegiatan') || (row.butir !== '' && row.kegiatan !== '')) return row
  if (row.area !== '' && row.kegiatan === '' && !isArea(row)) {
    if (area !== null && isRestOfArea(area, row)) return row
    if (row.butir === '' && readEnumerator(row.area)) return moved(row, 'area', 'butir')
    return moved(row, 'area', 'kegiatan')
  }
  if (row.kegiatan !== '' && row.butir === '' && followsLabel(last, row.kegiatan)) {
    return moved(row, 'kegiatan', 'butir')
  }
  return row
}

function moved(row: GridRow, from: 'area' | 'kegiatan', to: 'kegiatan' | 'butir'): GridRow {
  return { ...row, [from]: '', [to]: row[from], shifted: true }
}

function isArea(row: GridRow): boolean {
  return /\d|^[ivx]+\b/i.test(row.no) || findArea(row.area) !== null
}

/** "b. Penilaian" under "a. Penetapan", where titles of activities are numbered otherwise. */
function followsLabel(last: GridEntry, text: string): boolean {
  const label = readEnumerator(text)?.enumerator
  const before = readEnumerator(last.butir)?.enumerator
  const title = last.kegiatan === null ? null : readEnumerator(last.kegiatan)?.enumerator
  if (!label || !before || !isSameList(before, label)) return false
  return (label.value ?? 0) > 1 && !(title && isSameList(title, label))
}

function isRestOfArea(title: string, row: GridRow): boolean {
  if (row.no !== '') return false
  if (isRestOfTitle(title, row.area)) return true
  const joined = findArea(flow(title, row.area))?.similarity ?? 0
  return findArea(row.area) === null && joined > (findArea(title)?.similarity ?? 0)
}

function isRestOfTitle(title: string, text: string): boolean {
  return readEnumerator(text) === null && (startsLower(text) || isUnfinished(title))
}
