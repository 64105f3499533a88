/** How an item of a list is numbered: `1.`, `a)`, `(2)`, `iv.`, `-`. `label` is as printed. */
export type Enumerator = {
  label: string
  style: 'decimal' | 'alpha' | 'roman' | 'bullet'
  closing: '.' | ')' | '()' | ''
  /** place in the list, from 1; null for bullets */
  value: number | null
}

/** A text without its enumerator; `enumerator` is null for words before the first one. */
export type Enumerated = { enumerator: Enumerator | null; text: string }

const BULLETS = '-–—•●▪◦·*➢✓'
const AT_START = new RegExp(
  `^\\s*(?:\\((\\w{1,4})\\)|(\\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})([.)])(?![\\d.])|([${BULLETS}])(?=\\s))\\s*`,
  'u',
)
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii']

function romanValue(mark: string): number | null {
  const at = ROMAN.indexOf(mark.toLowerCase())
  return at < 0 ? null : at + 1
}

function alphaValue(mark: string): number | null {
  return /^[a-z]$/i.test(mark) ? mark.toLowerCase().charCodeAt(0) - 96 : null
}

/** `i`, `v` and `x` are letters after `h`, `u` and `w`, and Roman numbers otherwise. */
function numbered(
  mark: string,
  after: Enumerator | null,
): Pick<Enumerator, 'style' | 'value'> | null {
  if (/^\d+$/.test(mark)) return { style: 'decimal', value: Number(mark) }
  const alpha = alphaValue(mark)
  const roman = romanValue(mark)
  const follows = after?.style === 'alpha' && alpha !== null && after.value === alpha - 1
  if (roman !== null && !follows) return { style: 'roman', value: roman }
  return alpha === null ? null : { style: 'alpha', value: alpha }
}

/**
 * Reads the enumerator at the start of a text; null when there is none. `after` is the one before
 * it in the same list, which tells the letter `i` from the Roman number.
 */
export function readEnumerator(
  text: string,
  after: Enumerator | null = null,
): { enumerator: Enumerator; rest: string } | null {
  const found = AT_START.exec(text)
  if (!found) return null
  const [whole, bracketed, mark, close, bullet] = found
  const rest = text.slice(whole.length)
  const label = whole.trim()
  if (bullet) return { enumerator: { label, style: 'bullet', closing: '', value: null }, rest }
  const read = numbered(bracketed ?? mark ?? '', after)
  if (!read) return null
  const closing = bracketed ? '()' : close === ')' ? ')' : '.'
  // "a.n." and "S.H" are abbreviations: a letter with a dot needs a space behind it
  if (closing === '.' && read.style !== 'decimal' && rest !== '' && !/\s$/.test(whole)) return null
  return { enumerator: { label, closing, ...read }, rest }
}

/** True when `next` continues the list of `previous`: same kind, next number. */
export function isNext(previous: Enumerator, next: Enumerator): boolean {
  if (previous.style !== next.style || previous.closing !== next.closing) return false
  return previous.value === null || next.value === previous.value + 1
}

/** True for two enumerators of one list, whatever their order. */
export function isSameList(one: Enumerator, other: Enumerator): boolean {
  return one.style === other.style && one.closing === other.closing
}

/** A dash inside a sentence is no bullet: a bullet starts a line or stands before a capital. */
function startsItem(text: string, at: number, next: Enumerator, rest: string): boolean {
  if (next.style !== 'bullet') return true
  const lineStart = at === 0 || /\n\s*$/.test(text.slice(0, at))
  return lineStart || /^[\p{Lu}%]/u.test(rest)
}

/** Where the list that `first` opens goes on behind `from`; null at its end. */
function findNext(text: string, from: number, first: Enumerator) {
  for (const gap of text.slice(from).matchAll(/[\s;,:]\s*(?=\S)/gu)) {
    const at = from + gap.index + gap[0].length
    const read = readEnumerator(text.slice(at), first)
    if (!read || !isNext(first, read.enumerator) || read.rest === '') continue
    if (startsItem(text, at, read.enumerator, read.rest)) return { at, ...read }
  }
  return null
}

/** Removes an enumerator that is printed twice ("3. 3. Laporan"). */
function withoutDouble(enumerator: Enumerator, text: string): string {
  const again = readEnumerator(text)
  return again?.enumerator.label === enumerator.label && enumerator.value !== null
    ? again.rest
    : text
}

/** Splits a text at the list that opens with `first` at `start`. Inner lists stay in the texts. */
function splitFrom(text: string, start: number, first: Enumerator): Enumerated[] {
  const parts: Enumerated[] = []
  let enumerator = first
  let from = start
  for (;;) {
    const next = findNext(text, from, enumerator)
    const own = text.slice(from, next?.at ?? text.length).trim()
    parts.push({ enumerator, text: withoutDouble(enumerator, own) })
    if (!next) return parts
    enumerator = next.enumerator
    from = text.length - next.rest.length
  }
}

/**
 * Splits a text that begins with an enumerator into the items of that list ("1. A 2. B"); lists of
 * another kind inside an item stay in its text. A text that begins with words is one part.
 */
export function splitEnumerated(text: string): Enumerated[] {
  const first = readEnumerator(text)
  if (!first) return [{ enumerator: null, text: text.trim() }]
  return splitFrom(text, text.length - first.rest.length, first.enumerator)
}

/** All numbered enumerators in a text, in order, inner lists too; bullets are left out. */
export function enumeratorsIn(text: string): Enumerator[] {
  const found: Enumerator[] = []
  for (const gap of ` ${text}`.matchAll(/[\s;,:]\s*(?=\S)/gu)) {
    const read = readEnumerator(text.slice(gap.index + gap[0].length - 1), found.at(-1) ?? null)
    if (read && read.enumerator.value !== null) found.push(read.enumerator)
  }
  return found
}

/** Splits where the first inner list begins that `accept` takes; the words before it come first. */
function splitInner(text: string, accept: (first: Enumerator, goesOn: boolean) => boolean) {
  if (readEnumerator(text)) return splitEnumerated(text)
  for (const gap of text.matchAll(/[\s:;]\s*(?=\S)/gu)) {
    const at = gap.index + gap[0].length
    const read = readEnumerator(text.slice(at))
    if (!read || read.enumerator.value === null) continue
    const start = text.length - read.rest.length
    const goesOn = findNext(text, start, read.enumerator) !== null
    if (!accept(read.enumerator, goesOn)) continue
    const intro = { enumerator: null, text: text.slice(0, at).trim() }
    return [intro, ...splitFrom(text, start, read.enumerator)]
  }
  return [{ enumerator: null, text: text.trim() }]
}

/**
 * Like `splitEnumerated`, but also finds a list that begins inside the text, at its number one:
 * the words before it come first, with `enumerator: null`.
 */
export function splitInnerList(text: string): Enumerated[] {
  return splitInner(text, (first, goesOn) => first.value === 1 && goesOn)
}

/**
 * Splits a text whose list lost its beginning ("media internal; 2. Kolom 3. Laporan"): the words
 * before its first number are an item too.
 */
export function splitHeadlessList(text: string): Enumerated[] {
  const numbers = enumeratorsIn(text)
  return splitInner(text, (first, goesOn) => {
    const begun = numbers.some((other) => isSameList(other, first) && other.value === 1)
    return (first.value ?? 0) > 1 && !begun && (goesOn || first.value === 2)
  })
}
