import type { ColumnRole } from './column-words.ts'
import { readEnumerator } from './enumerator.ts'
import {
  below,
  flow,
  continuesList,
  isInnerList,
  isNextInList,
  isRestOf,
  isTerminated,
  isUnfinished,
  lacksListBefore,
  startsLower,
} from './grid-continuation.ts'
import type { GridEntry, Sharing } from './grid-entry.ts'
import type { GridHabits, GridRow } from './grid-row.ts'
import { placeTitles } from './grid-titles.ts'

type Relation = 'new' | 'rest' | 'remnant'

/** Joins what page breaks parted: one entry for each row that the author wrote. */
export function joinRows(rows: GridRow[], columns: ReadonlySet<ColumnRole>): GridEntry[] {
  const habits = habitsOf(rows, columns)
  const entries: GridEntry[] = []
  for (const printed of rows) {
    const row = placeTitles(printed, entries, habits)
    const last = entries.at(-1)
    const relation = last ? relate(last, row, habits) : 'new'
    if (last && relation === 'rest') append(last, row)
    else entries.push(newEntry(row, entries, relation, habits))
  }
  return entries
}

function habitsOf(rows: GridRow[], columns: ReadonlySet<ColumnRole>): GridHabits {
  const texts = rows.map((row) => row.butir).filter((text) => text !== '')
  const labels = texts.filter((text) => readEnumerator(text) !== null).length
  const marks = rows.filter((row) => row.butir !== '' && row.bulan.length > 0).length
  return {
    columns,
    labelled: labels >= texts.length * 0.8,
    marked: marks * 2 > texts.length,
    counts: counted(rows),
  }
}

function counted(rows: GridRow[]): GridHabits['counts'] {
  const below = rows.filter((row) => row.no !== '' && row.area === '')
  if (below.filter((row) => row.kegiatan === '' && row.butir !== '').length > 1) return 'butir'
  return below.filter((row) => row.kegiatan !== '').length > 1 ? 'kegiatan' : 'area'
}

function relate(last: GridEntry, row: GridRow, habits: GridHabits): Relation {
  if (row.area !== '' || row.kegiatan !== '') return 'new'
  const text = row.butir || row.langkah
  if (text === '') return 'rest'
  if (row.merges && !row.afterBreak) return 'new'
  if (row.bulan.length > 0 || row.waktu !== '') return 'new'
  const before = row.butir === '' ? last.langkah : last.butir
  if (row.afterBreak && isRemnant(last, row)) return 'remnant'
  return isRest(last, row, before, text, habits) ? 'rest' : 'new'
}

/** The page before is missing: the lists of this row begin in the middle and nothing above fits. */
function isRemnant(last: GridEntry, row: GridRow): boolean {
  if (!lacksListBefore(last.butir, row.butir)) return false
  return startsLower(row.butir) || lacksListBefore(last.indikator, row.indikator)
}

function isRest(
  last: GridEntry,
  row: GridRow,
  before: string,
  text: string,
  habits: GridHabits,
): boolean {
  if (before === '') return false
  if (readEnumerator(text)) return row.afterBreak && isInnerList(before, text)
  if (startsLower(text)) return row.afterBreak || !isTerminated(before)
  if (isUnfinished(before) || (row.afterBreak && continuesList(before, text))) return true
  if (isTerminated(before)) return false
  // a row of its own would have a mark, or a label, like all the others
  if (row.afterBreak && habits.marked && last.bulan.length > 0) return true
  return habits.labelled && (row.indikator === '' || isRestOf(last.indikator, row.indikator))
}

function append(last: GridEntry, row: GridRow): void {
  const continues = row.butir !== '' || row.langkah !== ''
  if (!last.baris.includes(row.baris)) last.baris.push(row.baris)
  for (const role of ['butir', 'langkah', 'ket', 'waktu'] as const) {
    last[role] = flow(last[role], row[role])
  }
  for (const role of ['indikator', 'eviden'] as const) {
    const runsOn = continues || row.afterBreak || isRestOf(last[role], row[role])
    last[role] = (runsOn ? flow : below)(last[role], row[role])
  }
  last.ket = below(last.ket, row.lain)
  last.bulan = [...new Set([...last.bulan, ...row.bulan])].toSorted((a, b) => a - b)
  last.beyond += row.beyond
}

function newEntry(
  row: GridRow,
  entries: GridEntry[],
  relation: Relation,
  habits: GridHabits,
): GridEntry {
  const titled = row.kegiatan !== '' || row.area !== ''
  // the cell above may cover several rows; its text stands in the first of them
  const above = entries.findLast((entry) => entry.indikatorSharing === 'own')
  const last = titled || relation === 'remnant' ? undefined : above
  const sharing = last ? indikatorSharing(row, last, habits) : 'own'
  if (last && sharing === 'merged') shareIndikator(last, row.indikator)
  const { butir, langkah, eviden, waktu, bulan, beyond, afterBreak, shifted } = row
  return {
    butir,
    langkah,
    indikator: sharing === 'own' ? row.indikator : '',
    eviden,
    waktu,
    ket: below(row.ket, row.lain),
    bulan,
    beyond,
    afterBreak,
    shifted,
    baris: [row.baris],
    nomor: row.no,
    counts: row.area !== '' && row.butir === '' ? 'area' : habits.counts,
    area: row.area || null,
    kegiatan: row.kegiatan || null,
    indikatorSharing: sharing,
    bulanSharing: last ? bulanSharing(row, last, sharing) : 'own',
    remnant: relation === 'remnant',
    doubtful: false,
  }
}

function shareIndikator(above: GridEntry, text: string): void {
  if (text !== above.indikator) above.indikator = flow(above.indikator, text)
}

/** A cell shared with the entry above: merged in the file, cut by a page, or repeated in each row. */
function indikatorSharing(row: GridRow, last: GridEntry, habits: GridHabits): Sharing {
  if (!habits.columns.has('indikator')) return 'own'
  if (row.covered.has('indikator')) return 'merged'
  if (row.indikator === '') return row.merges ? 'own' : 'assumed'
  if (row.indikator === last.indikator) return 'merged'
  return cutByPage(row, last) ? 'merged' : 'own'
}

/** "Struktur Organisasi" | page break | "KPU Kabupaten": the cell covers both rows. */
function cutByPage(row: GridRow, last: GridEntry): boolean {
  if (!row.afterBreak || row.bulan.length > 0 || readEnumerator(row.indikator)) return false
  if (isRestOf(last.indikator, row.indikator)) return true
  return readEnumerator(last.indikator) !== null && !isTerminated(last.indikator)
}

function bulanSharing(row: GridRow, last: GridEntry, indikator: Sharing): Sharing {
  if (row.bulan.length > 0 || row.waktu !== '') return 'own'
  if (row.covered.has('bulan')) return 'merged'
  if (row.merges) return 'own'
  const oneList = isNextInList(last.indikator, row.indikator)
  return oneList || indikator === 'merged' ? 'merged' : indikator
}
