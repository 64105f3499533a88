import { evidenceHeadAt, type EvidenceHead } from './evidence-words.ts'

/**
 * Names that stand alone in a cell elsewhere in the document, by their words in lower case; true
 * where they stand in a list with one name a row.
 */
export type KnownNames = ReadonlyMap<string, boolean>

export type Run = { names: string[]; sure: boolean }

/** What speaks for a new name must reach this. */
const enough = 2
const never = -10

/** Words after which a name goes on. */
const connectors = new Set(
  `dan atau serta di ke dari untuk dengan yang pada dalam oleh tentang terhadap menuju melalui
   sesuai hasil atas bagi kepada antara menu per tindak lanjut berupa terkait mengenai sebagai
   & - nomor no berbasis seluruh semua setiap para beberapa berbagai`.split(/\s+/),
)

/** Doings that have a document as their object: "Penandatanganan Pakta Integritas". */
const governors = new Set(
  `penandatanganan penyusunan pembuatan penetapan penyampaian penerbitan pelaksanaan pembentukan
   pengisian penyerahan pengumpulan pemasangan pelaporan publikasi sosialisasi evaluasi monitoring
   reviu review upload unggah kegiatan sistem tim`.split(/\s+/),
)

/** Nouns in pe-…-an that need no object, so that a name may end in them. */
const settledNouns = new Set(
  `pelayanan pengaduan pengawasan pemerintahan penghargaan perencanaan pelatihan pendidikan
   perkantoran`.split(/\s+/),
)

/** Words that qualify what stands before them. */
const qualifiers =
  /^(?:tahun|nomor|no|tentang|kab|kabupaten|kota|prov|provinsi|kpu|semester|triwulan|bulan|unit|tingkat)\b/i

/** The names in use in single cells, and in lists of one name a row. */
export function knownNames(single: readonly string[], listed: readonly string[]): KnownNames {
  const keys = (cells: readonly string[]) => cells.map((cell) => keyOf(cell.trim().split(/\s+/)))
  const entries = [
    ...keys(single).map((key) => [key, false] as const),
    ...keys(listed).map((key) => [key, true] as const),
  ]
  return new Map(entries.filter(([key]) => key !== ''))
}

/** Splits names that run together without a separator: "… Tahun 2025 Daftar Hadir … Notula …". */
export function splitRun(text: string, known: KnownNames): Run {
  const words = text.trim().split(/\s+/)
  const closed = closedPlaces(words)
  const starts = [0]
  let sure = true
  let sealed = knownLength(words, 0, known)
  for (let at = 1; at < words.length; at++) {
    const start = starts.at(-1) ?? 0
    if (at < sealed || closed.has(at)) continue
    const score = scoreAt({ words, at, start, sealed, known })
    if (score < enough) continue
    if (score === enough && !isStrong(words, at)) sure = false
    starts.push(at)
    sealed = at + knownLength(words, at, known)
  }
  const names = starts.map((start, i) => words.slice(start, starts[i + 1]).join(' '))
  return { names, sure }
}

type Place = { words: string[]; at: number; start: number; sealed: number; known: KnownNames }

function scoreAt({ words, at, start, sealed, known }: Place): number {
  const word = words[at] ?? ''
  const before = words[at - 1] ?? ''
  const head = evidenceHeadAt(words, at)
  const capital = /^["“]?[\p{Lu}\d]/u.test(word)
  if (qualifiers.test(word) || word.startsWith('(') || (!capital && head?.strength !== 'strong'))
    return never
  const here = knownLength(words, at, known)
  if (sealed === at && (here > 0 || (head && sealed - start > 1))) return enough + 1
  let score = headScore(head, capital) + (here > 1 ? 2 : 0)
  if (at === words.length - 1 && head?.alone === 'never') score -= 2
  score += caseSigns(words, at)
  if (/^(?:(?:19|20)\d\d|.*\)|dll\.?|senin|selasa|rabu|kamis|jumat|jum'at)$/i.test(before)) score++
  return score - boundBy(words, start, at)
}

function headScore(head: EvidenceHead | null, capital: boolean): number {
  if (!head) return 0
  return head.strength === 'strong' && capital ? 2 : 1
}

/** A capital after a small letter, a plain word after capitals, capitals after plain words. */
function caseSigns(words: string[], at: number): number {
  const word = words[at] ?? ''
  const before = words[at - 1] ?? ''
  const next = words[at + 1] ?? ''
  const capitals = (text: string) => /^[\p{Lu}\d./-]{2,}$/u.test(text) && /\p{Lu}/u.test(text)
  let signs = 0
  if (/^\p{Ll}/u.test(before) && /^\p{Lu}/u.test(word)) signs++
  if (capitals(before) && /^\p{Lu}?\p{Ll}/u.test(word) && /^\p{Ll}/u.test(next)) signs++
  if (/^e-\p{L}/iu.test(word)) signs += capitals(before) ? 2 : 1
  const shouted = at > 1 && capitals(before) && capitals(words[at - 2] ?? '')
  if (shouted && /^\p{Lu}\p{Ll}/u.test(word)) signs++
  return signs
}

/** How strongly the words before hold on to this one. */
function boundBy(words: string[], start: number, at: number): number {
  const before = (words[at - 1] ?? '').toLowerCase().replace(/[^\p{L}&-]/gu, '')
  if (connectors.has(before)) return 5
  if (governors.has(before) || /^(?:me|di)\p{Ll}{3,}$/u.test(before)) return 3
  if (/^pe\p{Ll}{3,}an$/u.test(before) && !settledNouns.has(before)) return 2
  const first = evidenceHeadAt(words, start)
  if (!first || first.words !== at - start) return 0
  return { never: 3, sometimes: 0, always: -1 }[first.alone]
}

function isStrong(words: string[], at: number): boolean {
  return evidenceHeadAt(words, at)?.strength === 'strong'
}

/** Words of the longest known name that begins here and ends before another word; 0 for none. */
function knownLength(words: string[], at: number, known: KnownNames): number {
  for (let end = words.length; end > at; end--) {
    if (end < words.length && !mayBegin(words, end)) continue
    const listed = known.get(keyOf(words.slice(at, end)))
    const itself = at === 0 && end === words.length
    if (listed === true || (listed === false && !itself)) return end - at
  }
  return 0
}

function mayBegin(words: string[], at: number): boolean {
  const word = words[at] ?? ''
  if (qualifiers.test(word)) return false
  return /^["“]?[\p{Lu}\d]/u.test(word) || isStrong(words, at)
}

/** Places inside brackets, quotation marks or a name of several words, where nothing new begins. */
function closedPlaces(words: string[]): Set<number> {
  const closed = new Set<number>()
  let depth = 0
  let quoted = false
  words.forEach((word, at) => {
    if (depth > 0 || quoted) closed.add(at)
    for (const letter of word) {
      if (letter === '(') depth++
      else if (letter === ')') depth = Math.max(0, depth - 1)
      else if ('"“”'.includes(letter)) quoted = letter === '"' ? !quoted : letter === '“'
    }
    const head = closed.has(at) ? null : evidenceHeadAt(words, at)
    for (let i = 1; i < (head?.words ?? 0); i++) closed.add(at + i)
  })
  return closed
}

function keyOf(words: readonly string[]): string {
  return words
    .map((word) => word.toLowerCase().replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''))
    .join(' ')
    .trim()
}
