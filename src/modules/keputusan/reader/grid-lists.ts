import { enumeratorsIn, splitEnumerated, splitHeadlessList } from './enumerator.ts'
import { isUnfinished, startsLower } from './grid-continuation.ts'
import { cleanText } from './text.ts'

/** Where one phrase ends and the next begins; "dan" stays with the phrase before. */
const PHRASE_END = /(?:;(?:\s*(?:dan|serta|atau))?|(?<=\p{L}{3}|\))\.)\s+(?=[\p{Lu}%])/gu
/** Names, years and brackets, with which no indicator begins but a narrow column's next line may. */
const RARELY_FIRST = /^(?:(?:KPU|KIP|RI|ASN|Kabupaten|Kota|Provinsi|Tahun|Pemilu)\b|\d{4}\b|\()/
const ABBREVIATION = /(?:^|[\s(])(?:no|nomor|dr|drs|dra|ir|prof|st|jl|dll|dsb|dst|kab|prov|kec)\.$/i

/**
 * The items of a cell that lists indicators or evidence, without their numbers. Items are parted by
 * numbers, by bullets, by lines, or by ";" and "." before a capital; inner lists stay in their item.
 */
export function listItems(cell: string): string[] {
  return splitCell(cell)
    .flatMap((item) => (hasInnerList(item) ? [item] : phrases(item)))
    .map(cleanText)
    .filter((item) => item !== '')
}

function splitCell(cell: string): string[] {
  const numbered = splitEnumerated(cell)
  if (numbered.length > 1 || numbered[0]?.enumerator) return numbered.map((part) => part.text)
  const headless = splitHeadlessList(cell)
  return headless.length > 1 ? headless.map((part) => part.text) : ownLines(cell)
}

/** Lines of a cell that stand for themselves; a line that goes on is joined to the one before. */
function ownLines(cell: string): string[] {
  if (hasInnerList(cell)) return [cell]
  const items: string[] = []
  for (const line of cell.split('\n')) {
    const before = items.at(-1)
    if (before !== undefined && runsOn(before, line)) {
      items[items.length - 1] = `${before} ${line}`
    } else items.push(line)
  }
  return items
}

function runsOn(before: string, line: string): boolean {
  return startsLower(line) || isUnfinished(before) || RARELY_FIRST.test(line)
}

function hasInnerList(item: string): boolean {
  return enumeratorsIn(item).some((one) => one.value === 1)
}

function phrases(item: string): string[] {
  const found: string[] = []
  let from = 0
  for (const end of item.matchAll(PHRASE_END)) {
    const to = end.index + end[0].length
    const own = item.slice(from, to).trim()
    if (ABBREVIATION.test(own) || isInParentheses(item, end.index)) continue
    found.push(own)
    from = to
  }
  return [...found, item.slice(from).trim()]
}

function isInParentheses(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

/**
 * Splits a text without numbers into as many items as there are butir beside it, where its capitals
 * allow exactly that ("Renstra satuan kerja Renstra hasil reviu"); null otherwise.
 */
export function splitAtCapitals(text: string, count: number): string[] | null {
  const starts = [...text.matchAll(/(?<=\p{Ll} )(?=\p{Lu}\p{Ll})/gu)].map((found) => found.index)
  if (count < 2 || starts.length !== count - 1) return null
  const edges = [0, ...starts, text.length]
  return edges.slice(0, -1).map((edge, i) => text.slice(edge, edges[i + 1]).trim())
}
