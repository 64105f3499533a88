import { limits, tooManyColumns, tooMuchContent } from './limits.ts'
import { formatNumber } from './open-xlsx-numbers.ts'
import type { XlsxStyle } from './open-xlsx-styles.ts'
import { readXml } from './read-xml.ts'
import type { SourceCell } from './source.ts'
import { readSymbols } from './symbols.ts'

export type Workbook = {
  strings: string[]
  styleOf: (index: number) => XlsxStyle
  /** days are counted from 1904, as old Excel for Mac did */
  from1904: boolean
}

type Cell = { row: number; kolom: number; teks: string; arsiran: boolean }
type Merge = { row: number; kolom: number; rowspan: number; colspan: number }
/** A cell as it stands in the part, before its type is looked at. */
type RawCell = { row: number; kolom: number; type: string; style: number; value: string }

/** Reads one sheet into rows of cells with their spans; empty rows are null. */
export async function readSheet(
  part: AsyncIterable<Uint8Array>,
  workbook: Workbook,
): Promise<(SourceCell[] | null)[]> {
  const cells: Cell[] = []
  const merges: Merge[] = []
  let row = -1
  let kolom = -1
  let raw: RawCell | null = null
  let within: 'v' | 't' | null = null
  await readXml(part, {
    open(name, attribute) {
      if (name === 'row') {
        row = Number(attribute('r') ?? row + 2) - 1
        kolom = -1
      } else if (name === 'c') {
        const address = parseAddress(attribute('r') ?? '')
        kolom = address?.kolom ?? kolom + 1
        const at = { row: address?.row ?? row, kolom }
        const style = Number(attribute('s') ?? 0)
        raw = { ...at, type: attribute('t') ?? 'n', style, value: '' }
      } else if (name === 'v') within = 'v'
      else if (name === 't' && raw) within = 't'
      else if (name === 'rPh') within = null
      else if (name === 'mergeCell') {
        const merge = parseRange(attribute('ref') ?? '')
        if (merge) merges.push(merge)
        if (merges.length > limits.cells) throw tooMuchContent()
      }
    },
    text(text) {
      if (raw && within) raw.value += text
    },
    close(name) {
      if (name === 'v' || name === 't') within = null
      if (name !== 'c' || !raw) return
      const cell = cellOf(raw, workbook)
      raw = null
      if (cell.teks === '' && !cell.arsiran) return
      // a text this far right is a table that is no action plan; colour there is only decoration
      if (cell.kolom >= limits.columns && cell.teks !== '') throw tooManyColumns()
      if (cell.kolom < limits.columns) cells.push(cell)
      if (cells.length > limits.cells || cell.row > limits.lines) throw tooMuchContent()
    },
  })
  return rowsOf(cells, merges)
}

function cellOf(raw: RawCell, workbook: Workbook): Cell {
  const style = workbook.styleOf(raw.style)
  const text = valueText(raw, style, workbook)
  const teks = readSymbols(text, style.font).replace(/\r\n?/g, '\n').trim()
  return { row: raw.row, kolom: raw.kolom, teks, arsiran: style.shaded }
}

function valueText(raw: RawCell, style: XlsxStyle, workbook: Workbook): string {
  if (raw.type === 's') return workbook.strings[Number(raw.value)] ?? ''
  if (raw.type === 'b') return raw.value === '1' ? 'TRUE' : 'FALSE'
  if (raw.type === 'n' && raw.value !== '') {
    return formatNumber(Number(raw.value), style.format, workbook.from1904)
  }
  return raw.type === 'e' ? '' : raw.value
}

function rowsOf(cells: Cell[], merges: Merge[]): (SourceCell[] | null)[] {
  const filled = cells.filter((cell) => cell.teks !== '')
  const lastRow = filled.reduce((last, cell) => Math.max(last, cell.row), -1)
  const lastKolom = filled.reduce((last, cell) => Math.max(last, cell.kolom), -1)
  const starts = new Map(merges.map((merge) => [`${merge.row} ${merge.kolom}`, merge]))
  const covered = coveredBy(merges, lastRow)
  const rows: (SourceCell[] | null)[] = Array.from({ length: lastRow + 1 }, () => null)
  for (const cell of cells) {
    const beyond = cell.row > lastRow || (cell.kolom > lastKolom && cell.teks === '')
    if (beyond || covered.has(`${cell.row} ${cell.kolom}`)) continue
    const merge = starts.get(`${cell.row} ${cell.kolom}`)
    const placed: SourceCell = {
      teks: cell.teks,
      kolom: cell.kolom,
      colspan: merge?.colspan ?? 1,
      rowspan: merge?.rowspan ?? 1,
    }
    if (cell.arsiran) placed.arsiran = true
    const into = (rows[cell.row] ??= [])
    into.push(placed)
  }
  return rows
}

/** The positions that a merged cell hides. */
function coveredBy(merges: Merge[], lastRow: number): Set<string> {
  const covered = new Set<string>()
  for (const { row, kolom, rowspan, colspan } of merges) {
    const bottom = Math.min(row + rowspan, lastRow + 1)
    const right = Math.min(kolom + colspan, limits.columns)
    for (let r = row; r < bottom; r++) {
      for (let k = kolom; k < right; k++) if (r !== row || k !== kolom) covered.add(`${r} ${k}`)
    }
    if (covered.size > limits.cells) throw tooMuchContent()
  }
  return covered
}

function parseRange(ref: string): Merge | null {
  const [from, to] = ref.split(':').map(parseAddress)
  if (!from || !to) return null
  const rowspan = to.row - from.row + 1
  const colspan = Math.min(to.kolom, limits.columns - 1) - from.kolom + 1
  return { ...from, rowspan, colspan }
}

/** "C4" → row 3, column 2, both from 0. */
function parseAddress(address: string): { row: number; kolom: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(address)
  if (!match) return null
  const letters = match[1] ?? ''
  const kolom = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(match[2]) - 1, kolom }
}
