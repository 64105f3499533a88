import type { HeaderLine } from './header-lines.ts'
import { joinLines } from './text.ts'

/** An entry of Menimbang, Mengingat or Memperhatikan; `nomor` as printed, null where it got lost. */
export type ListItem = { nomor: string | null; teks: string; baris: number[] }

type Draft = { nomor: string | null; lines: string[]; baris: Set<number> }

/** One number or letter, also printed twice: "3. 3. Peraturan …". */
const numbering = /^(?::\s*)?((?:\(?(?:\d{1,2}|[a-z])\s?[.)]\s+)+|(?:\d{1,2}|[a-z])[.)]$)/i

/**
 * Splits a list into its entries. A number opens an entry where it follows the one before; words
 * that match `opening` do so after a finished entry, since numbers get lost or go wrong.
 */
export function listItems(lines: readonly HeaderLine[], opening: RegExp): ListItem[] {
  const drafts: Draft[] = []
  for (const { teks, baris, butir } of lines) {
    const { nomor, rest } = takeNumber(teks, opening)
    const last = drafts.at(-1)
    if (last === undefined || opensItem(last, nomor, opening.test(rest), rest === '' || butir)) {
      drafts.push({ nomor, lines: [rest], baris: new Set([baris]) })
      continue
    }
    const isFirstWord = last.lines.join('') === ''
    last.nomor = isFirstWord ? (nomor ?? last.nomor) : last.nomor
    last.lines.push(isFirstWord ? rest : teks)
    last.baris.add(baris)
  }
  return drafts
    .flatMap((draft) => splitRunTogether(draft, opening))
    .filter(({ teks }) => teks !== '')
}

/** The numbers of a list that are lost, doubled or out of order, in words; null when all are right. */
export function describeNumbering(items: readonly ListItem[]): string | null {
  const expected = (i: number) => [String(i + 1), String.fromCharCode(97 + i)]
  const wrong = items.filter((item, i) => !expected(i).includes(item.nomor ?? ''))
  if (wrong.length === 0 || items.every(({ nomor }) => nomor === null)) return null
  return wrong
    .map((item) => `${items.indexOf(item) + 1} tertulis "${item.nomor ?? '-'}"`)
    .join(', ')
}

/** A spreadsheet takes "1." for a number and drops its dot; the words after it tell that it numbers. */
const bareNumber = /^(?::\s*)?(\d{1,2})\s+(?=\p{L})/u

function takeNumber(teks: string, opening: RegExp): { nomor: string | null; rest: string } {
  const bare = bareNumber.exec(teks)
  const opened = bare !== null && opening.test(teks.slice(bare[0].length))
  const found = opened ? bare : numbering.exec(teks)
  if (found === null) return { nomor: null, rest: teks.replace(/^:\s*/, '') }
  const marks = found[1]?.match(/\d{1,2}|[a-z]/gi) ?? []
  return { nomor: marks.at(-1)?.toLowerCase() ?? null, rest: teks.slice(found[0].length) }
}

function opensItem(last: Draft, nomor: string | null, opens: boolean, marked: boolean): boolean {
  const soFar = last.lines.findLast((line) => line !== '') ?? ''
  if (soFar === '') return false
  const finished = /(?:[;.]|;\s*dan)$/.test(soFar)
  if (nomor === null)
    return opens && (finished || soFar.endsWith(')') || (marked && !isOpen(soFar)))
  return follows(last.nomor, nomor) || (finished && (marked || opens))
}

/** "…sebagaimana telah diubah dengan": a sentence that needs the next line. */
function isOpen(text: string): boolean {
  return /(?:,|\b(?:dengan|atas|dan|oleh|atau|tentang|dalam|dari|pada))$/i.test(text)
}

function follows(before: string | null, nomor: string): boolean {
  if (before === null) return false
  const value = (mark: string) => (/^\d/.test(mark) ? Number(mark) : mark.charCodeAt(0))
  return /^\d/.test(before) === /^\d/.test(nomor) && value(nomor) === value(before) + 1
}

/** "…; 5. Peraturan …" on one line: a semicolon before an opening ends an entry. */
function splitRunTogether(draft: Draft, opening: RegExp): ListItem[] {
  const baris = [...draft.baris]
  const texts = joinLines(draft.lines).split(/(?<=;)\s+(?:dan\s+)?/)
  const items: ListItem[] = []
  for (const text of texts) {
    const { nomor, rest } = takeNumber(text, opening)
    const last = items.at(-1)
    if (last === undefined) items.push({ nomor: draft.nomor, teks: text, baris })
    else if (opening.test(rest)) items.push({ nomor, teks: rest, baris })
    else last.teks += ` ${text}`
  }
  return items
}
