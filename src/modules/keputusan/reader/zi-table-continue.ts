import { readEnumerator } from './enumerator.ts'
import { scheduleTokens } from './schedule-tokens.ts'
import { cleanText } from './text.ts'
import { textOf, type DraftButir } from './zi-table-draft.ts'
import { isUnfinished, type PlacedRow } from './zi-table-row.ts'

/** What is usual in this table, which tells a cut row from a new one. */
export type Habits = {
  /** items carry labels of their own */
  labelled: boolean
  /** target times end in a year */
  years: boolean
  /** rows are lines of cells rather than items */
  wrapped: boolean
  /** the column of numbers counts rows, not areas */
  numbersRows: boolean
}

/**
 * True where a row goes on with the item above: its cells were cut by a page or by line ends.
 * Positive and negative signs are weighed; a row without words of its own always goes on.
 */
export function continues(
  before: DraftButir,
  title: string,
  row: PlacedRow,
  habits: Habits,
): boolean {
  const { butir, langkah, kegiatan, area } = row.texts
  const words = butir ?? langkah
  if (row.label || row.nomor) return false
  if (words === undefined && kegiatan === undefined && area === undefined) return true
  let score = row.ruled && !row.opens && !habits.wrapped ? -2.5 : 0
  if (habits.labelled) score += habits.wrapped ? 5 : 1.5
  if (row.opens) score += 0.5
  if (words !== undefined) score += startSign(words) + (breaksOff(before) ? 2 : 0)
  score += timeSign(textOf(before, 'waktu'), row.texts.waktu ?? '', habits)
  if (kegiatan !== undefined) score += titleSign(title, kegiatan)
  if (opensList(row.texts.eviden) || opensList(row.texts.indikator)) score -= 2
  return score > 0
}

function startSign(text: string): number {
  return /^\W*\p{Ll}/u.test(text) ? 2 : -1
}

/** A list that begins at its first number belongs to a new item. */
function opensList(cell: string | undefined): boolean {
  return cell !== undefined && readEnumerator(cell)?.enumerator.value === 1
}

function breaksOff(before: DraftButir): boolean {
  return isUnfinished(textOf(before, 'butir')) || isUnfinished(textOf(before, 'langkah'))
}

function titleSign(before: string, next: string): number {
  if (overlaps(before, next)) return 3
  return /^\p{Ll}/u.test(next) ? 1 : -2
}

/** Target times speak clearest: a piece goes on, a second whole one belongs to another item. */
function timeSign(before: string, next: string, habits: Habits): number {
  if (before === '') return 0
  const open = endsOpen(before) || (habits.years && !hasYear(before))
  if (next === '') return habits.wrapped ? 3.5 : open ? 2 : 0
  if (endsOpen(before) || startsOpen(next) || (open && overlaps(before, next))) return 3
  return -3
}

function overlaps(before: string, next: string): boolean {
  const start = cleanText(before).toLowerCase()
  const text = cleanText(next).toLowerCase()
  return start !== '' && text !== start && text.startsWith(start)
}

function endsOpen(time: string): boolean {
  return ['to', 'and', 'day'].includes(scheduleTokens(cleanText(time)).at(-1)?.kind ?? '')
}

function startsOpen(time: string): boolean {
  const tokens = scheduleTokens(cleanText(time))
  if (['to', 'and'].includes(tokens[0]?.kind ?? '')) return true
  return tokens.every((token) => token.kind === 'year')
}

export function hasYear(time: string): boolean {
  return scheduleTokens(cleanText(time)).some((token) => token.kind === 'year')
}
