import { startsWithEvidence } from './evidence-words.ts'
import type { FlatText } from './flattened-lines.ts'
import { mainShape, readMarks, type Mark } from './flattened-marks.ts'
import { isTitle, type PlanEntry } from './national-plan.ts'
import { comparisonKey } from './similarity.ts'

/** A piece of a line that no cell ends inside. */
export type Atom = {
  baris: number
  halaman: number
  /** without its mark */
  teks: string
  mark: Mark | null
  /** begins with the number of a list inside its cell */
  nested: boolean
  /** stood in one word with the piece before */
  glued: boolean
  /** letters in its line: tells narrow columns from wide ones */
  width: number
  /** for and against a cell beginning here, in letters of text */
  start: number
}

/** What speaks for the beginning of a cell, in letters of recognised text. */
const weight = {
  cell: -5,
  mark: 22,
  inlineMark: 12,
  sentenceEnd: 11,
  inside: -3,
  repeated: 14,
  lower: -12,
  lowerAfterEnd: -5,
  connective: -15,
  opener: 4,
  titleOpener: 6,
  result: 9,
  ownLine: 9,
  wider: 4,
  roomLeft: 3,
  spaced: 6,
  page: 6,
}
const connective =
  /(?:^|\s)(?:dan|atau|dan\/atau|yang|oleh|di|ke|dari|pada|kepada|untuk|atas|dalam|dengan|terhadap|secara|serta|sesuai|tentang|melalui|sebagai|antara|lain|telah|agar|bagi)$|[,/(<&-]$/i
const usualOpeners = 'pelaksanaan penyusunan monitoring evaluasi penetapan sosialisasi pembentukan'
/** Indicators and evidence name a result: "Tersedianya …", "Jumlah …", "Dokumen …". */
export const resultWords =
  /^(?:(?:ter|di|ke)\p{L}{3,}nya|ada(?:nya)?|terdapat|jumlah|persentase|indeks|nilai|laporan|dokumen(?:tasi)?|data|sk|surat keputusan|notul\p{L}*|berita acara|daftar|rekapitulasi|meningkatnya|menurunnya|dapat di\p{L}+nya)(?!\p{L})|^\d*\s?%/iu
/** In a column of titles these words begin the next one. */
const titleWords = /^(?:penguatan|penataan|peningkatan)(?!\p{L})/iu
/** Fewer lines than this begin in small letters where each cell has a line of its own. */
const wrappedShare = 0.06

/** Cuts lines into atoms and weighs at which of them a cell begins. */
export function cutAtoms(text: FlatText, entries: PlanEntry[]): Atom[] {
  const { lines } = text
  const titles = entries.filter(isTitle)
  const titleKeys = titles.map((each) => each.profile.key)
  const main = mainShape(lines.map((line) => line.teks))
  const atoms: Atom[] = lines.flatMap((line) =>
    pieces(line.teks, titleKeys, main?.style === 'alpha').map((piece, i) => ({
      baris: line.baris,
      halaman: line.halaman,
      teks: piece.teks,
      mark: null,
      nested: false,
      glued: piece.glued,
      width: piece.teks.length,
      start: i > 0 ? (piece.glued ? 0 : weight.inside) : line.cell ? weight.mark : 0,
    })),
  )
  readMarks(atoms, main)
  const context = contextOf(text, entries)
  atoms.forEach((atom, at) => {
    atom.start += weight.cell + weigh(atom, atoms[at - 1], context)
  })
  return atoms
}

/** "HarmonisasiPenataan", "SDMPerencanaan": the words of two cells, run together. */
const glueSeam = /(?<=\p{Ll})(?=\p{Lu}\p{Ll})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}{3})/gu

type Piece = { teks: string; glued: boolean }

/** Cuts where two cells may share a line: "HarmonisasiPenataan", "…; Tersedianya", "Evaluasi a. …". */
function pieces(line: string, titleKeys: string[], lettered: boolean): Piece[] {
  const cuts: { at: number; glued: boolean }[] = []
  for (const found of line.matchAll(glueSeam)) {
    cuts.push({ at: found.index, glued: true })
  }
  for (const found of line.matchAll(/\s+(?=\S)/gu)) {
    const before = line.slice(0, found.index)
    const after = line.slice(found.index + found[0].length)
    if (mayEndCell(before, after, titleKeys, lettered)) {
      cuts.push({ at: found.index + found[0].length, glued: false })
    }
  }
  const sorted = cuts.toSorted((a, b) => a.at - b.at)
  const starts = [{ at: 0, glued: false }, ...sorted]
  return starts.map(({ at, glued }, i) => ({
    teks: line.slice(at, starts[i + 1]?.at).trim(),
    glued,
  }))
}

function mayEndCell(
  before: string,
  after: string,
  titleKeys: string[],
  lettered: boolean,
): boolean {
  if (/^[a-z][.)]\s\p{L}/u.test(after)) return lettered && endsBeforeLetter(before, after)
  if (isRepeated(before, after)) return true
  if (!/^[\p{Lu}-]/u.test(after) || !/\p{L}{3}/u.test(before)) return false
  if (/[;.]$/.test(before)) return !/\b\p{L}\.$/u.test(before)
  const key = comparisonKey(before)
  return /^\p{Lu}/u.test(after) && key.length >= 5 && titleKeys.some((title) => title === key)
}

/** A letter behind a colon, or behind the letter before it, goes on with a list inside the cell. */
function endsBeforeLetter(before: string, after: string): boolean {
  const previous = String.fromCharCode(after.charCodeAt(0) - 1)
  const inList = before.endsWith(':') || new RegExp(`(?:^|\\s)${previous}[.)]\\s`).test(before)
  return /\p{L}{3}/u.test(before) && !inList
}

/** "Evaluasi Evaluasi Struktur …": the word before the cut comes again behind it. */
function isRepeated(before: string, after: string): boolean {
  const word = /^\p{Lu}\p{L}{4,}/u.exec(after)?.[0]
  return word !== undefined && before.endsWith(word)
}

function contextOf({ lines, columns }: FlatText, entries: PlanEntry[]): Context {
  const openers = new Set(usualOpeners.split(' '))
  for (const entry of entries) if (!isTitle(entry)) openers.add(firstWord(entry.teks))
  const widths = lines.map((line) => line.teks.length).toSorted((a, b) => a - b)
  const wide = widths[Math.floor(widths.length * 0.9)] ?? 0
  const spaced = lines.filter((line) => line.spaced).map((line) => line.baris)
  const low = lines.filter((line) => /^\p{Ll}(?![.)])/u.test(line.teks)).length
  return {
    openers,
    columns,
    wide,
    wrapped: low >= lines.length * wrappedShare,
    spacedLines: spaced.length < lines.length * 0.8 ? new Set(spaced) : null,
  }
}

type Context = {
  openers: Set<string>
  columns: FlatText['columns']
  wide: number
  /** cells are broken over lines */
  wrapped: boolean
  spacedLines: Set<number> | null
}

function weigh(atom: Atom, before: Atom | undefined, context: Context): number {
  if (!before) return weight.sentenceEnd
  const inside = atom.baris === before.baris
  const lonely = before.mark?.style === 'area' && before.teks === '' ? weight.sentenceEnd : 0
  if (atom.nested) return weight.connective + lonely
  if (atom.mark) return (inside ? weight.inlineMark : weight.mark) + lonely
  let sum = lonely
  const ended = /[;.!?]$/.test(before.teks) || (context.columns.waktu && endsInYear(before))
  if (ended) sum += weight.sentenceEnd
  else if (connective.test(before.teks)) sum += weight.connective
  else if (isNarrow(before, atom, context) && titleWords.test(atom.teks)) {
    sum += weight.titleOpener
  } else if (opensCell(atom, before, context)) {
    const sure = namesResult(atom, context) && !isNarrow(before, atom, context)
    sum += sure ? weight.result : weight.opener
  }
  if (/^[\p{Ll}(&/,;]/u.test(atom.teks)) sum += ended ? weight.lowerAfterEnd : weight.lower
  if (inside && isRepeated(before.teks, atom.teks)) sum += weight.repeated
  if (atom.halaman !== before.halaman) sum += weight.page
  if (!inside) sum += layoutWeight(atom, before, context)
  return sum
}

/** A capital word that cells begin with; in the narrow columns of titles every word has a capital. */
function opensCell(atom: Atom, before: Atom, context: Context): boolean {
  const { openers, columns } = context
  // names of evidence are as short as titles
  if (isNarrow(before, atom, context) && !columns.eviden) return false
  if (!/^[\p{Lu}%\d]/u.test(atom.teks)) return false
  return openers.has(firstWord(atom.teks)) || namesResult(atom, context)
}

function isNarrow(before: Atom, atom: Atom, { wide }: Context): boolean {
  return before.width < wide / 2 && atom.width < wide / 2
}

function namesResult({ teks }: Atom, { columns }: Context): boolean {
  return resultWords.test(teks) || (columns.eviden && startsWithEvidence(teks))
}

function endsInYear({ teks }: Atom): boolean {
  return /(?:19|20)\d\d$/.test(teks)
}

/** A line that ends early, a column that grows wider, an empty line: signs of a new cell. */
function layoutWeight(atom: Atom, before: Atom, { wide, wrapped, spacedLines }: Context): number {
  let sum = wrapped ? 0 : weight.ownLine
  if (spacedLines?.has(atom.baris)) sum += weight.spaced
  if (before.width < wide / 2 && atom.width > wide * 0.7) sum += weight.wider
  const next = atom.teks.split(' ')[0]?.length ?? 0
  if (before.width > wide / 2 && before.width + next + 4 < wide) sum += weight.roomLeft
  return sum
}

function firstWord(text: string): string {
  return comparisonKey(text.split(/[\s/]/)[0] ?? '')
}
