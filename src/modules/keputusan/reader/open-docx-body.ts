import { limits, tooMuchContent } from './limits.ts'
import type { Numbering } from './open-docx-numbering.ts'
import { isVisibleBorder, type DocxStyles } from './open-docx-styles.ts'
import { flattenTable, newCell, newRow, newTable, type DocxTable } from './open-docx-table.ts'
import { readXml } from './read-xml.ts'
import { readSymbols, symbolByCode } from './symbols.ts'

/** A paragraph or a table of the main text, in the order of the document. */
export type DocxBlock = { teks: string } | { table: DocxTable }

type Attribute = (name: string) => string | undefined
type Paragraph = {
  text: string
  style: string | null
  numId: string | null
  level: number | null
  markDeleted: boolean
}
type State = {
  blocks: DocxBlock[]
  /** the elements around the present one */
  path: string[]
  /** depth inside an element whose text no reader of the document sees */
  skipped: number
  tables: DocxTable[]
  paragraphs: Paragraph[]
  run: { font: string | null; hidden: boolean }
  text: string | null
  cells: number
  numbering: Numbering
  styles: DocxStyles
}

/** Reads word/document.xml as it prints with all tracked changes accepted. */
export async function readDocxBody(
  part: AsyncIterable<Uint8Array>,
  numbering: Numbering,
  styles: DocxStyles,
): Promise<DocxBlock[]> {
  const state: State = {
    blocks: [],
    path: [],
    skipped: 0,
    tables: [],
    paragraphs: [],
    run: { font: null, hidden: false },
    text: null,
    cells: 0,
    numbering,
    styles,
  }
  await readXml(part, {
    open(name, attribute) {
      if (state.skipped > 0 || isUnseen(state, name)) state.skipped++
      else whenOpened[name]?.(state, attribute)
      state.path.push(name)
    },
    text(text) {
      if (state.text !== null) state.text += text
    },
    close(name) {
      state.path.pop()
      if (state.skipped > 0) state.skipped--
      else whenClosed[name]?.(state)
    },
  })
  return state.blocks
}

/** Tracked deletions, the places things were moved from, and formerly valid properties. */
function isUnseen(state: State, name: string): boolean {
  if (name.endsWith('PrChange') || name === 'tblGridChange') return true
  if (name !== 'del' && name !== 'moveFrom') return false
  const parent = state.path.at(-1)
  return parent !== 'rPr' && parent !== 'trPr'
}

const whenOpened: Record<string, (state: State, attribute: Attribute) => void> = {
  p: (state) =>
    state.paragraphs.push({
      text: '',
      style: null,
      numId: null,
      level: null,
      markDeleted: false,
    }),
  pStyle: (state, attribute) => {
    const paragraph = state.paragraphs.at(-1)
    if (paragraph) paragraph.style = attribute('val') ?? null
  },
  numId: (state, attribute) => {
    const paragraph = state.paragraphs.at(-1)
    if (paragraph) paragraph.numId = attribute('val') ?? null
  },
  ilvl: (state, attribute) => {
    const paragraph = state.paragraphs.at(-1)
    if (paragraph) paragraph.level = Number(attribute('val') ?? 0)
  },
  del: (state) => {
    const row = state.tables.at(-1)?.rows.at(-1)
    const paragraph = state.paragraphs.at(-1)
    if (state.path.at(-1) === 'trPr') {
      if (row) row.deleted = true
    } else if (paragraph && state.path.at(-2) === 'pPr') paragraph.markDeleted = true
  },
  r: (state) => {
    state.run = { font: null, hidden: false }
  },
  rFonts: (state, attribute) => {
    state.run.font = attribute('ascii') ?? attribute('hAnsi') ?? null
  },
  vanish: (state, attribute) => {
    state.run.hidden = !/^(?:0|false|off)$/.test(attribute('val') ?? '1')
  },
  t: (state) => {
    state.text = ''
  },
  sym: (state, attribute) => {
    write(state, symbolByCode(attribute('font') ?? '', attribute('char') ?? ''))
  },
  tab: (state) => {
    if (state.path.at(-1) === 'r') write(state, '\t')
  },
  br: (state) => write(state, '\n'),
  cr: (state) => write(state, '\n'),
  noBreakHyphen: (state) => write(state, '-'),
  tbl: (state) => state.tables.push(newTable()),
  tblStyle: (state, attribute) => {
    const table = state.tables.at(-1)
    if (table) table.bordered ??= state.styles.hasBorders(attribute('val') ?? '')
  },
  gridCol: (state, attribute) => state.tables.at(-1)?.grid.push(Number(attribute('w') ?? 0)),
  tr: (state) => state.tables.at(-1)?.rows.push(newRow()),
  gridBefore: (state, attribute) => {
    const row = state.tables.at(-1)?.rows.at(-1)
    if (row) row.before = Number(attribute('val') ?? 0)
  },
  tc: (state) => {
    if (++state.cells > limits.cells) throw tooMuchContent()
    state.tables.at(-1)?.rows.at(-1)?.cells.push(newCell())
  },
  gridSpan: (state, attribute) => {
    const cell = openCell(state)
    if (cell) cell.colspan = Math.max(1, Number(attribute('val') ?? 1))
  },
  vMerge: (state, attribute) => {
    const cell = openCell(state)
    if (cell) cell.vertical = attribute('val') === 'restart' ? 'restart' : 'continue'
  },
  hMerge: (state, attribute) => {
    const cell = openCell(state)
    if (cell) cell.joinsLeft = attribute('val') !== 'restart'
  },
  shd: (state, attribute) => {
    const cell = openCell(state)
    if (cell && state.path.at(-1) === 'tcPr') cell.shaded = isShade(attribute)
  },
  ...Object.fromEntries(
    ['top', 'left', 'start', 'bottom', 'right', 'end', 'insideH', 'insideV'].map((side) => [
      side,
      (state: State, attribute: Attribute) => noteBorder(state, attribute('val') ?? ''),
    ]),
  ),
}

const whenClosed: Record<string, (state: State) => void> = {
  t: (state) => {
    if (state.text !== null) write(state, readSymbols(state.text, state.run.font))
    state.text = null
  },
  p: (state) => {
    const paragraph = state.paragraphs.pop()
    if (paragraph) placeParagraph(state, paragraph)
  },
  tbl: (state) => {
    const table = state.tables.pop()
    if (!table) return
    const outer = openCell(state)
    if (outer) outer.paragraphs.push(...flattenTable(table))
    else state.blocks.push({ table })
  },
}

function openCell(state: State) {
  return state.tables.at(-1)?.rows.at(-1)?.cells.at(-1)
}

function write(state: State, text: string): void {
  const paragraph = state.paragraphs.at(-1)
  if (paragraph && !state.run.hidden) paragraph.text += text
}

function placeParagraph(state: State, paragraph: Paragraph): void {
  const label = labelOf(state, paragraph)
  const text = label === '' ? paragraph.text : `${label} ${paragraph.text}`
  if (paragraph.markDeleted && paragraph.text === '') return
  const cell = openCell(state)
  if (cell)
    cell.paragraphs.push(...text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()))
  else state.blocks.push(...text.split('\n').map((teks) => ({ teks: teks.trimEnd() })))
  if (state.blocks.length > limits.lines) throw tooMuchContent()
}

function labelOf(state: State, paragraph: Paragraph): string {
  const { style, level } = paragraph
  if (paragraph.numId === '0' || (paragraph.markDeleted && paragraph.text === '')) return ''
  if (paragraph.numId !== null) return state.numbering.label(paragraph.numId, level ?? 0)
  const own = style === null ? null : state.styles.numberingOf(style)
  if (!own || own.numId === '0') return ''
  const bound = state.numbering.levelOfStyle(own.numId, own.style)
  return state.numbering.label(own.numId, level ?? bound ?? own.level ?? 0)
}

function noteBorder(state: State, value: string): void {
  const table = state.tables.at(-1)
  const parent = state.path.at(-1)
  if (!table || (parent !== 'tblBorders' && parent !== 'tcBorders')) return
  if (parent === 'tblBorders') table.ownBorders ||= isVisibleBorder(value)
  else table.cellBorders ||= isVisibleBorder(value)
  if (parent === 'tblBorders') table.bordered = table.ownBorders
}

function isShade(attribute: Attribute): boolean {
  const pattern = attribute('val') ?? 'clear'
  const fill = (attribute('fill') ?? 'auto').toUpperCase()
  return (pattern !== 'clear' && pattern !== 'nil') || (fill !== 'AUTO' && fill !== 'FFFFFF')
}
