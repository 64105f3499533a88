import type { RenaksiJadwal } from '../renaksi.ts'
import { daysInMonth, isoDate } from './months.ts'
import { scheduleTokens, type ScheduleToken } from './schedule-tokens.ts'
import { cleanText } from './text.ts'

type Point = { year: number | null; month: number | null; day: number | null }
type Range = { from: Point; to: Point }

/**
 * Reads a target time. Ranges ("September s/d Desember 2025") have dates of their first and last day;
 * sets ("Oktober 2025 dan Desember 2025") have months only. Null when the text is not a target time.
 */
export function readSchedule(text: string, tahunRencana: number | null): RenaksiJadwal | null {
  const asli = cleanText(text)
  const tokens = scheduleTokens(asli)
  const unknown = tokens.filter((token) => token.kind === 'unknown').length
  if (unknown * 2 > tokens.length) return null
  const repeated = tokens.flatMap((token) => (token.kind === 'repeat' ? token.months : []))
  const ranges = rangesOf(tokens, tahunRencana).filter(hasMonth)
  if (ranges.length === 0) return repeated.length === 0 ? null : months(repeated, asli)
  const bulan = unique([...repeated, ...ranges.flatMap(monthsOfRange)])
  const [only] = ranges
  if (ranges.length > 1 || repeated.length > 0 || only === undefined) return months(bulan, asli)
  return { bulan, mulai: firstDay(only.from), selesai: lastDay(only.to), asli }
}

/** Whether a whole cell is a target time and nothing else. */
export function isSchedule(text: string): boolean {
  const tokens = scheduleTokens(cleanText(text))
  return tokens.every((token) => token.kind !== 'unknown') && readSchedule(text, null) !== null
}

function months(bulan: readonly number[], asli: string): RenaksiJadwal {
  return { bulan: unique(bulan), mulai: null, selesai: null, asli }
}

function rangesOf(tokens: readonly ScheduleToken[], planYear: number | null): Range[] {
  const groups: Point[][] = [[]]
  let joined = false
  for (const token of tokens) {
    if (token.kind === 'and') groups.push([])
    else if (token.kind === 'to') joined = true
    else joined = addToken(groups, token, joined)
  }
  const points = groups.filter((group) => group.length > 0)
  fillIn(points.flat(), planYear)
  return points.flatMap((group) => {
    const from = group[0]
    const to = group.at(-1)
    return from === undefined || to === undefined ? [] : [{ from, to }]
  })
}

/** Adds a token to the last group; returns whether a range is still waiting for its end. */
function addToken(groups: Point[][], token: ScheduleToken, joined: boolean): boolean {
  const group = groups.at(-1) ?? []
  if (token.kind === 'span') {
    group.push(point(null, token.from, null), point(null, token.to, null))
    return false
  }
  if (token.kind === 'date') {
    placePoint(groups, point(token.year, token.month, token.day), joined)
    return false
  }
  if (token.kind !== 'day' && token.kind !== 'month' && token.kind !== 'year') return joined
  const last = group.at(-1)
  if (last !== undefined && !joined && canTake(last, token.kind)) last[token.kind] = token.value
  else placePoint(groups, { ...point(null, null, null), [token.kind]: token.value }, joined)
  return false
}

function placePoint(groups: Point[][], added: Point, joined: boolean): void {
  const group = groups.at(-1)
  if (group === undefined || (group.length > 0 && !joined)) groups.push([added])
  else group.push(added)
}

/** Day, month and year come in this order; a day after a month begins another date. */
function canTake(last: Point, kind: 'day' | 'month' | 'year'): boolean {
  if (last[kind] !== null || last.year !== null) return false
  return kind !== 'day' || last.month === null
}

/** "04 - 08 Agustus 2025": what a date leaves out stands in the next one, or else in the plan. */
function fillIn(points: Point[], planYear: number | null): void {
  for (let i = points.length - 2; i >= 0; i--) {
    const here = points[i]
    const next = points[i + 1]
    if (here === undefined || next === undefined) continue
    here.year ??= next.year
    if (here.day !== null) here.month ??= next.month
  }
  let year = points.find((each) => each.year !== null)?.year ?? planYear
  for (const each of points) {
    each.year ??= year
    year = each.year
  }
}

function hasMonth({ from, to }: Range): boolean {
  return from.month !== null && to.month !== null
}

function monthsOfRange({ from, to }: Range): number[] {
  const start = (from.year ?? 0) * 12 + (from.month ?? 1) - 1
  let end = (to.year ?? from.year ?? 0) * 12 + (to.month ?? 1) - 1
  if (end < start) end += 12
  const length = Math.min(end - start, 11)
  return Array.from({ length: length + 1 }, (_, i) => ((start + i) % 12) + 1)
}

function firstDay({ year, month, day }: Point): string | null {
  return year === null || month === null ? null : isoDate(year, month, day ?? 1)
}

function lastDay({ year, month, day }: Point): string | null {
  if (year === null || month === null) return null
  return isoDate(year, month, day ?? daysInMonth(year, month))
}

function point(year: number | null, month: number | null, day: number | null): Point {
  return { year, month, day }
}

function unique(values: readonly number[]): number[] {
  return [...new Set(values)]
}
