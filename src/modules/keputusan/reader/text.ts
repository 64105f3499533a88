const namedEntities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** Words that no title case touches: abbreviations in the names of offices and regions. */
const abbreviations = new Set(['KPU', 'KIP', 'RI', 'DKI', 'DIY', 'NTB', 'NTT', 'NAD'])
const particles = new Set(['dan', 'di', 'ke', 'dari', 'yang', 'untuk', 'pada', 'dengan', 'tentang'])

/** One line of text: composed letters, single plain spaces, no invisible characters. */
export function normalizeSpaces(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Takes out HTML tags (also unclosed ones), entities and the asterisks of Markdown. */
export function stripMarkup(text: string): string {
  return text
    .replace(/<\/?(?:p|li|ol|ul|br|div|td|tr)\b[^<>]*>/gi, ' ')
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, '')
    .replace(/<(?:ol|ul|li|p|span|i|b)\b[^<>]*$/i, '')
    .replace(/&(#?\w+);/g, (whole: string, name: string) => entity(name) ?? whole)
    .replace(/\*\*/g, '')
    .replace(/(^|[^\w*])\*(\S(?:[^*]*\S)?)\*(?!\w)/g, '$1$2')
}

/** A text as printed: without markup, on one line, words that a line end cut with a hyphen joined. */
export function cleanText(text: string): string {
  return mendHyphens(normalizeSpaces(stripMarkup(text)))
}

/** Joins the lines of one text, mending words that a line end cut. */
export function joinLines(lines: readonly string[]): string {
  const kept = lines.map((line) => normalizeSpaces(stripMarkup(line))).filter((line) => line !== '')
  const joined = kept.map((line, i) => line + seam(line, kept[i + 1])).join('')
  return mendHyphens(normalizeSpaces(stripMarkup(joined.replaceAll(`-${cutMark}`, ''))))
}

/** Drops the dash that a converter puts before list entries ("- a. bahwa …" and "- : a. bahwa …"). */
export function stripListDash(text: string): string {
  return text.replace(/^\s*[-–•]\s+(?=(?::\s*)?(?:\(?\w{1,4}[.)]\s|[A-Z]))/, '')
}

/** "KOMISI PEMILIHAN UMUM KABUPATEN X" → "Komisi Pemilihan Umum Kabupaten X". */
export function titleCase(text: string): string {
  return normalizeSpaces(text)
    .split(' ')
    .map((word, i) => {
      if (abbreviations.has(word.toUpperCase())) return word.toUpperCase()
      const low = word.toLowerCase()
      if (i > 0 && particles.has(low)) return low
      return low.replace(
        /(^|[-/(])(\p{L})/gu,
        (_, before: string, letter: string) => before + letter.toUpperCase(),
      )
    })
    .join(' ')
}

/** Letters in upper case ÷ all letters; 0 for a text without letters. */
export function upperShare(text: string): number {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters === '' ? 0 : letters.replace(/[^\p{Lu}]/gu, '').length / letters.length
}

function entity(name: string): string | null {
  const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1))
  if (name.startsWith('#')) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
  return namedEntities[name.toLowerCase()] ?? null
}

/** Marks a hyphen that only the line end put there; no text holds this character. */
const cutMark = '\uE000'

/** What comes between two lines: a space, nothing after a hyphen that stays, or the mark. */
function seam(line: string, next: string | undefined): string {
  if (next === undefined) return ''
  if (!/[\p{L}\d][-–]$/u.test(line.slice(-3)) || !/^[\p{L}\d]/u.test(next) || isSuspended(next))
    return ' '
  const left = /\p{L}{2,}(?=-$)/u.exec(line.slice(-40))?.[0]
  const right = /^\p{Ll}+/u.exec(next)?.[0]
  return left === undefined || right === undefined || keepsHyphen(left, right) ? '' : cutMark
}

/** "sebaik-baiknya", "undang-undang", "perundang-undangan": the halves share a stem. */
function keepsHyphen(left: string, right: string): boolean {
  const stem = right.slice(0, Math.min(4, right.length)).toLowerCase()
  return left.toLowerCase().includes(stem) || upperShare(left) === 1
}

/** "pra- dan pasca-Pemilu": this hyphen stays open. */
function isSuspended(next: string): boolean {
  return /^(?:dan|atau|maupun|hingga)\b/.test(next)
}

function mendHyphens(text: string): string {
  return text.replace(/([\p{L}\d])- (?!(?:dan|atau|maupun|hingga)\b)(?=[\p{L}\d])/gu, '$1-')
}
