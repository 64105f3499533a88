/**
 * What the glyphs of symbol fonts show, by code: Word and PDF store a tick of Wingdings as the letter
 * "ü" or as a private character U+F0FC.
 */
const wingdings: Record<number, string> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '☐',
  0x71: '☐',
  0x76: '•',
  0x9f: '•',
  0xa1: '○',
  0xa4: '•',
  0xa7: '■',
  0xa8: '☐',
  0xb7: '•',
  0xd8: '•',
  0xe0: '→',
  0xf0: '→',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}
const wingdings2: Record<number, string> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x97: '•',
  0xa3: '☐',
}
const webdings: Record<number, string> = { 0x61: '✓', 0x67: '■', 0x6e: '●', 0x72: '✗' }
const dingbats: Record<number, string> = {
  0x33: '✓',
  0x34: '✔',
  0x35: '✗',
  0x36: '✗',
  0x37: '✗',
  0x38: '✗',
  0x6c: '●',
  0x6e: '■',
}
const symbol: Record<number, string> = {
  0xb7: '•',
  0xd6: '√',
  0xa3: '≤',
  0xb3: '≥',
  0xae: '→',
  0x2d: '-',
}

const fonts: [RegExp, Record<number, string>][] = [
  [/wingdings ?2/i, wingdings2],
  [/wingdings/i, wingdings],
  [/webdings/i, webdings],
  [/dingbats/i, dingbats],
  [/symbol/i, symbol],
]

/** Replaces the characters that `font` draws as symbols; those of other fonts only if private use. */
export function readSymbols(text: string, font: string | null): string {
  const table = fonts.find(([name]) => font !== null && name.test(font))?.[1]
  // private characters without a telling font are mostly those of Wingdings
  const known = table ?? wingdings
  return [...text].map((char) => symbolOf(char, known, table !== undefined)).join('')
}

/** The character that `w:sym` names by font and hexadecimal code. */
export function symbolByCode(font: string, code: string): string {
  const value = parseInt(code, 16)
  return Number.isFinite(value) && value > 0 && value <= 0x10ffff
    ? readSymbols(String.fromCodePoint(value), font)
    : ''
}

function symbolOf(char: string, table: Record<number, string>, inSymbolFont: boolean): string {
  const code = char.codePointAt(0) ?? 0
  const isPrivate = code >= 0xf000 && code <= 0xf0ff
  if (isPrivate) return table[code - 0xf000] ?? '•'
  return inSymbolFont ? (table[code] ?? char) : char
}
