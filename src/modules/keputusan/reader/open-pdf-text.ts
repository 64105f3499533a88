import { apply, multiply, identity, type Matrix, type Word } from './open-pdf-geometry.ts'
import { readSymbols } from './symbols.ts'

/** What pdf.js tells of a glyph; the unit of `width` is a thousandth of the font size. */
export type Glyph = { unicode: string; width: number; isSpace?: boolean }
export type Font = { name: string | null; scale: number }

export type TextState = {
  font: Font
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
}

export const initialText: TextState = {
  font: { name: null, scale: 0.001 },
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
}

/** Follows the text position of a page and cuts what is shown into words. */
export type TextWriter = {
  begin: () => void
  setMatrix: (matrix: Matrix) => void
  move: (x: number, y: number) => void
  show: (glyphs: (Glyph | number)[], text: TextState, page: Matrix) => void
  words: () => Word[]
}

/** Letters that some fonts draw as one: ﬁ, ﬂ, ﬀ. */
const ligatures = /[\uFB00-\uFB06]/g
const parts = (ligature: string): string => ligature.normalize('NFKC')

type Spot = { x0: number; x1: number; y: number; size: number }

export function textWriter(): TextWriter {
  const words: Word[] = []
  const seen = new Set<string>()
  let open: Word | null = null
  let matrix = identity
  let position = { x: 0, y: 0, lineX: 0, lineY: 0 }

  const close = (): void => {
    if (!open) return
    const word = { ...open, text: readSymbols(open.text, open.font).replace(ligatures, parts) }
    open = null
    // bold faked by printing twice, a hair apart
    const key = `${word.text} ${Math.round(word.x0 / 2)} ${Math.round(word.y / 2)}`
    if (seen.has(key)) return
    seen.add(key)
    words.push(word)
  }
  const add = (text: string, spot: Spot, font: string | null): void => {
    if (text.trim() === '') return close()
    if (open && continues(open, spot)) {
      open.text += text
      open.x1 = Math.max(open.x1, spot.x1)
    } else {
      close()
      open = { ...spot, text, font }
    }
  }

  return {
    begin() {
      matrix = identity
      position = { x: 0, y: 0, lineX: 0, lineY: 0 }
    },
    setMatrix(next) {
      matrix = next
      position = { x: 0, y: 0, lineX: 0, lineY: 0 }
    },
    move(dx, dy) {
      const lineX = position.lineX + dx
      const lineY = position.lineY + dy
      position = { x: lineX, y: lineY, lineX, lineY }
    },
    show(glyphs, text, page) {
      const toPage = multiply(page, matrix)
      for (const glyph of glyphs) {
        const before = position.x
        position.x += advance(glyph, text)
        if (typeof glyph === 'number') continue
        const wide = glyph.width * text.font.scale * text.size * text.stretch
        const span = { from: before, to: before + wide, y: position.y + text.rise }
        add(glyph.unicode, spotOf(toPage, span, text.size), text.font.name)
      }
    },
    words() {
      close()
      return words
    },
  }
}

function advance(glyph: Glyph | number, text: TextState): number {
  if (typeof glyph === 'number') return (-glyph / 1000) * text.size * text.stretch
  const spacing = text.charSpacing + (glyph.isSpace ? text.wordSpacing : 0)
  return (glyph.width * text.font.scale * text.size + spacing) * text.stretch
}

function spotOf(toPage: Matrix, span: { from: number; to: number; y: number }, size: number): Spot {
  const [x0, y0] = apply(toPage, span.from, span.y)
  const [x1, y1] = apply(toPage, span.to, span.y)
  const scaled = Math.abs(size) * Math.hypot(toPage[2], toPage[3])
  // text set upwards, as in narrow headings, takes the width of its letters' height
  if (Math.abs(y1 - y0) > Math.abs(x1 - x0)) {
    return { x0: x0 - scaled / 2, x1: x0 + scaled / 2, y: Math.max(y0, y1), size: scaled }
  }
  return { x0: Math.min(x0, x1), x1: Math.max(x0, x1), y: y0, size: scaled }
}

function continues(word: Word, spot: Spot): boolean {
  const gap = spot.x0 - word.x1
  const sameLine = Math.abs(spot.y - word.y) < word.size * 0.25
  return sameLine && gap < word.size * 0.18 && gap > -word.size * 0.6
}
