import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { limits, tooMuchContent } from './limits.ts'
import { apply, multiply, type Matrix, type PageMarks } from './open-pdf-geometry.ts'
import { addPath, type Paint } from './open-pdf-paths.ts'
import {
  initialText,
  textWriter,
  type Font,
  type Glyph,
  type TextState,
  type TextWriter,
} from './open-pdf-text.ts'

type GraphicsState = { matrix: Matrix; text: TextState; light: boolean }
type Scan = {
  state: GraphicsState
  saved: GraphicsState[]
  marks: PageMarks
  writer: TextWriter
  fontOf: (id: string) => Font
}

/** Reads where a page has words, rules and shades, by running its drawing operators. */
export async function readMarks(page: PDFPageProxy): Promise<PageMarks> {
  const viewport = page.getViewport({ scale: 1 })
  // annotations are remarks on the decree, not the decree
  const list = await page.getOperatorList({ annotationMode: 0 })
  if (list.fnArray.length > limits.cells * 5) throw tooMuchContent()
  const marks: PageMarks = {
    height: viewport.height,
    width: viewport.width,
    words: [],
    horizontal: [],
    vertical: [],
    shades: [],
  }
  const scan: Scan = {
    state: { matrix: toMatrix(viewport.transform), text: initialText, light: false },
    saved: [],
    marks,
    writer: textWriter(),
    fontOf: (id) => fontOf(page, id),
  }
  list.fnArray.forEach((operator: number, i: number) => {
    // pdf.js gives the arguments of each operator in a fixed shape, untyped
    const args = (list.argsArray[i] ?? []) as never[]
    operators[operator]?.(scan, ...args)
  })
  marks.words = scan.writer.words()
  return marks
}

const setText = (scan: Scan, change: Partial<TextState>): void => {
  scan.state = { ...scan.state, text: { ...scan.state.text, ...change } }
}

const transform = (scan: Scan, matrix: Matrix): void => {
  scan.state = { ...scan.state, matrix: multiply(scan.state.matrix, matrix) }
}

const save = (scan: Scan): void => {
  scan.saved.push(scan.state)
}

const restore = (scan: Scan): void => {
  scan.state = scan.saved.pop() ?? scan.state
}

const operators: Record<number, (scan: Scan, ...args: never[]) => void> = {
  [OPS.save]: save,
  [OPS.restore]: restore,
  [OPS.transform]: (scan, ...matrix: number[]) => transform(scan, toMatrix(matrix)),
  [OPS.paintFormXObjectBegin]: (scan, matrix: ArrayLike<number> | null) => {
    save(scan)
    if (matrix) transform(scan, toMatrix(Array.from(matrix)))
  },
  [OPS.paintFormXObjectEnd]: restore,
  [OPS.beginGroup]: save,
  [OPS.endGroup]: restore,
  [OPS.setFillRGBColor]: (scan, color: string) => {
    scan.state = { ...scan.state, light: isLight(color) }
  },
  [OPS.setFillColorN]: (scan) => {
    scan.state = { ...scan.state, light: false }
  },
  [OPS.beginText]: (scan) => scan.writer.begin(),
  [OPS.setTextMatrix]: (scan, matrix: ArrayLike<number>) =>
    scan.writer.setMatrix(toMatrix(Array.from(matrix))),
  [OPS.moveText]: (scan, x: number, y: number) => scan.writer.move(x, y),
  [OPS.setLeadingMoveText]: (scan, x: number, y: number) => {
    setText(scan, { leading: y })
    scan.writer.move(x, y)
  },
  [OPS.nextLine]: (scan) => scan.writer.move(0, scan.state.text.leading),
  [OPS.setLeading]: (scan, leading: number) => setText(scan, { leading: -leading }),
  [OPS.setFont]: (scan, id: string, size: number) => setText(scan, { font: scan.fontOf(id), size }),
  [OPS.setCharSpacing]: (scan, charSpacing: number) => setText(scan, { charSpacing }),
  [OPS.setWordSpacing]: (scan, wordSpacing: number) => setText(scan, { wordSpacing }),
  [OPS.setHScale]: (scan, percent: number) => setText(scan, { stretch: percent / 100 }),
  [OPS.setTextRise]: (scan, rise: number) => setText(scan, { rise }),
  [OPS.showText]: (scan, glyphs: (Glyph | number)[]) =>
    scan.writer.show(glyphs, scan.state.text, scan.state.matrix),
  [OPS.constructPath]: (scan, paint: number, data: [ArrayLike<number> | null]) => {
    const { matrix, light } = scan.state
    const path = data[0]
    if (path) addPath(scan.marks, path, paintOf(paint, light), (x, y) => apply(matrix, x, y))
  },
}

const filling = new Set<number>([OPS.fill, OPS.eoFill])
const stroking = new Set<number>([OPS.stroke, OPS.closeStroke])
const both = new Set<number>([
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])

function paintOf(operator: number, light: boolean): Paint {
  return {
    fills: (filling.has(operator) || both.has(operator)) && !light,
    strokes: stroking.has(operator) || both.has(operator),
  }
}

/** Near white is paper. */
function isLight(color: string): boolean {
  const channels = color.match(/[0-9a-f]{2}/gi) ?? []
  return channels.length === 3 && channels.every((channel) => parseInt(channel, 16) >= 0xf8)
}

function fontOf(page: PDFPageProxy, id: string): Font {
  const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null
  const { name, fontMatrix } = (font ?? {}) as { name?: string; fontMatrix?: number[] }
  return { name: name ?? null, scale: fontMatrix?.[0] ?? 0.001 }
}

function toMatrix(values: number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values
  return [a, b, c, d, e, f]
}
