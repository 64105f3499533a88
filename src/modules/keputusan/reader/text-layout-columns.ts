import type { HeadingColumn } from './text-layout-heading.ts'
import { segmentOf, type LaidLine, type Segment, type Word } from './text-layout-line.ts'

/** Where a column begins; the months are narrow, and a tick stands about their middle. */
export type LaidColumn = {
  /** where its texts begin: on the page, and on the lines nearby */
  starts: number[]
  middle: number
  narrow: boolean
  /** a tick here could as well stand for the month beside it */
  ragu: boolean
}

/** The columns of one page: below each heading the place where most of its texts begin. */
export function columnsOf(headings: HeadingColumn[], body: LaidLine[]): LaidColumn[] {
  const middles = headings.map((each) => (each.from + each.to) / 2)
  const starts = body.flatMap((line) => line.segments.map((segment) => segment.from))
  const months = monthPlaces(headings, body)
  return headings.map((heading, i) => {
    const middle = months.places.get(heading) ?? middles[i] ?? 0
    if (heading.peran === 'bulan') {
      return { starts: [middle], middle, narrow: true, ragu: months.ragu }
    }
    const before = i === 0 ? -1 : (middles[i - 1] ?? -1)
    const until = Math.max(middle, heading.from + 2)
    const within = starts.filter((x) => x > before && x <= until)
    return { starts: [mostCommon(within) ?? heading.from], middle, narrow: false, ragu: false }
  })
}

/**
 * Where the ticks of each month stand. pdftotext sets them a few places off their headings: a line
 * with a tick in every month tells, or else the shift and stretch that bring most ticks to a month.
 */
function monthPlaces(
  headings: HeadingColumn[],
  body: LaidLine[],
): { places: Map<HeadingColumn, number>; ragu: boolean } {
  const months = headings.filter((each) => each.peran === 'bulan')
  const places = months.map((each) => (each.from + each.to - 1) / 2)
  const ticks = body.map((line) =>
    line.words.filter((word) => isTick(word)).map(({ from }) => from),
  )
  const full = ticks.filter((row) => row.length === months.length)
  const found =
    full.length > 0
      ? places.map((_, i) => median(full.map((row) => row[i] ?? 0)))
      : fitted(places, ticks.flat())
  const apart = Math.min(...found.slice(1).map((place, i) => place - (found[i] ?? 0)))
  const moved = Math.max(...found.map((place, i) => Math.abs(place - (places[i] ?? 0))))
  return {
    places: new Map(months.map((month, i) => [month, found[i] ?? 0])),
    ragu: apart < closest || (full.length === 0 && moved > apart / 3),
  }
}

/** Months set closer than this run into each other where a line holds few ticks. */
const closest = 3

function fitted(places: number[], ticks: number[]): number[] {
  const origin = places[0] ?? 0
  let best = { places, distance: Infinity }
  for (let stretch = 0.8; stretch <= 1.2; stretch += 0.04) {
    for (let shift = -6; shift <= 6; shift += 0.5) {
      const moved = places.map((place) => origin + (place - origin) * stretch + shift)
      const off = (tick: number): number =>
        Math.min(3, ...moved.map((place) => Math.abs(place - tick)))
      const effort = Math.abs(shift) * 0.05 + Math.abs(stretch - 1)
      const distance = ticks.reduce((sum, tick) => sum + off(tick), effort)
      if (distance < best.distance) best = { places: moved, distance }
    }
  }
  return best.places
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** A mark by itself, as months bear it. */
function isTick(word: Word): boolean {
  return /^[vVxX√✓✔●■▪•*█]{1,2}$/.test(word.teks)
}

function mostCommon(values: number[]): number | null {
  const near = (x: number): number =>
    values.reduce((sum, value) => sum + (value === x ? 1 : Math.abs(value - x) === 1 ? 0.5 : 0), 0)
  let best: number | null = null
  for (const value of new Set(values)) {
    if (best === null || near(value) > near(best)) best = value
  }
  return best
}

/** The words of one line, column by column; `ragu` where its words lie far from the columns. */
export type CellsOfLine = { columns: Word[][]; ragu: boolean }

/**
 * Parts each line into the columns. Columns lie a few places off from row to row, so that a second
 * pass follows what the lines next to a line show.
 */
export function cellsOfLines(lines: LaidLine[], columns: LaidColumn[]): CellsOfLine[] {
  const part = (line: LaidLine, places: LaidColumn[]): CellsOfLine =>
    titleCells(line, columns) ?? parted(line.words, places)
  const first = lines.map((line) => part(line, columns))
  return lines.map((line, i) => part(line, nearbyColumns(first, i, columns)))
}

/** A number and one text are the title of a section, however far it reaches. */
function titleCells({ segments }: LaidLine, columns: LaidColumn[]): CellsOfLine | null {
  const [number, title, more] = segments.length === 1 ? numberApart(segments) : segments
  if (!number || !title || more || !/^(?:\w{1,4}[.)]?)$/.test(number.teks)) return null
  const second = columns[1]
  if (!second || second.starts.every((x) => Math.abs(title.from - x) > 4)) return null
  const parts = columns.map((_, i) => (i === 0 ? number.words : i === 1 ? title.words : []))
  return { columns: parts, ragu: false }
}

/** "IV PENGUATAN AKUNTABILITAS" with one space only. */
function numberApart([segment]: Segment[]): Segment[] {
  const [number, ...rest] = segment?.words ?? []
  if (!segment || !number || !/^\p{Lu}/u.test(rest[0]?.teks ?? '')) return []
  return [segmentOf([number]), segmentOf(rest)]
}

const reach = 3

function nearbyColumns(cells: CellsOfLine[], at: number, columns: LaidColumn[]): LaidColumn[] {
  const around = cells.slice(Math.max(0, at - reach), at + reach + 1)
  return columns.map((column, i) => {
    if (column.narrow) return column
    const sure = around
      .flatMap((line) => line.columns[i]?.[0] ?? [])
      .filter((word) => word.gap >= 2)
    const near = sure.map((word) => word.from).filter((x) => Math.abs(x - column.middle) < 60)
    return { ...column, starts: [...new Set([...column.starts, ...near])] }
  })
}

type Path = { cost: number; columns: number[] }

/** The cheapest way to give the words of a line, from left to right, to the columns. */
function parted(words: Word[], columns: LaidColumn[]): CellsOfLine {
  let paths: (Path | null)[] = []
  words.forEach((word, at) => {
    const next = columns.map((_, kolom): Path | null => {
      if (at === 0) return { cost: entering(word, kolom, columns), columns: [kolom] }
      let best: Path | null = null
      paths.slice(0, kolom + 1).forEach((path, from) => {
        if (!path) return
        const step = from === kolom ? staying(word, kolom, columns) : entering(word, kolom, columns)
        const cost = path.cost + step
        if (!best || cost < best.cost) best = { cost, columns: [...path.columns, kolom] }
      })
      return best
    })
    paths = next
  })
  const cheapest = paths.reduce<Path | null>(
    (best, path) => (path && (!best || path.cost < best.cost) ? path : best),
    null,
  )
  return {
    columns: columns.map((_, kolom) => words.filter((_word, i) => cheapest?.columns[i] === kolom)),
    ragu: (cheapest?.cost ?? 0) > farOff || isAnyMonth(words, columns),
  }
}

/** The cost above which the place of a word is a guess. */
const farOff = 5

/** Whether a tick may stand for another month; one in every month leaves no doubt. */
function isAnyMonth(words: Word[], columns: LaidColumn[]): boolean {
  const months = columns.filter((column) => column.narrow)
  const ticks = words.filter(isTick).length
  return ticks > 0 && ticks !== months.length && months.some((month) => month.ragu)
}

const enumerator = /^(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]$|^[-•]$/

/** What it costs to begin a cell with this word: its distance, more to the left, more without a gap. */
function entering(word: Word, kolom: number, columns: LaidColumn[]): number {
  const column = columns[kolom]
  if (!column) return Infinity
  if (column.narrow) {
    const off = Math.abs((word.from + word.to - 1) / 2 - column.middle)
    return off * 1.2 + (isTick(word) ? 0 : 6)
  }
  const tight = word.gap >= 2 ? 0 : enumerator.test(word.teks) ? 1 : 3
  const hasMonths = columns.some((each) => each.narrow)
  const misplaced = hasMonths && isTick(word) ? 15 : 0
  const next = columns[kolom + 1]
  const beyond = next && word.from >= firstStart(next) ? 6 : 0
  return tight + misplaced + beyond + Math.min(...column.starts.map((x) => distance(word.from - x)))
}

function distance(off: number): number {
  return off < 0 ? -off * 0.8 : Math.max(0, off - 1) * 0.2
}

function firstStart(column: LaidColumn): number {
  return column.narrow ? column.middle - 2 : Math.max(...column.starts)
}

/** What it costs to go on in a cell: a gap, or a word that reaches into the next column. */
function staying(word: Word, kolom: number, columns: LaidColumn[]): number {
  const next = columns[kolom + 1]
  if (columns[kolom]?.narrow) return 15
  const gap = word.gap < 2 ? 0 : 3 + Math.min(word.gap, 6)
  const misplaced = next?.narrow && isTick(word) ? 15 : 0
  if (!next) return gap
  const over = Math.max(0, word.to - firstStart(next)) * 0.4
  const aligned = next.starts.some((x) => Math.abs(word.from - x) <= (next.narrow ? -1 : 1)) ? 3 : 0
  const numbered = enumerator.test(word.teks) && /\w/.test(word.teks) ? 2 : 0
  return gap + misplaced + Math.min(over, 3) + aligned + numbered
}
