import { enumeratorsIn, isNext, isSameList, readEnumerator } from './enumerator.ts'
import { joinLines } from './text.ts'

/** Words after which a phrase must go on. */
const OPEN_END =
  /(?:[,/(&–-]|(?<![\p{L}-])(?:dan|atau|yang|di|ke|dari|untuk|pada|dengan|dalam|bagi|oleh|atas|serta|terhadap|tentang|kepada|sebagai|secara|melalui|antara|para|telah|sudah|akan|agar|setiap|seluruh|adanya|serta|maupun))$/iu

/** A text that a page break cut off: an open parenthesis, or a last word that needs another. */
export function isUnfinished(text: string): boolean {
  if (OPEN_END.test(text.trim())) return true
  return text.lastIndexOf('(') > text.lastIndexOf(')') && !/\s\($/.test(text)
}

export function isTerminated(text: string): boolean {
  return /[.;:!?]\s*$/.test(text)
}

export function startsLower(text: string): boolean {
  return /^\W{0,2}\p{Ll}/u.test(text) && readEnumerator(text) === null
}

/** First number of a list in a text that is not the list's first. */
function laterNumber(text: string) {
  const first = enumeratorsIn(text)[0]
  return first?.value && first.value > 1 ? first : null
}

function holdsBefore(text: string, later: NonNullable<ReturnType<typeof laterNumber>>): boolean {
  return enumeratorsIn(text).some((one) => isNext(one, later))
}

/** True when a list that `before` begins goes on in `text` ("… 1) Tim" and "Agen 2) Assessor"). */
export function continuesList(before: string, text: string): boolean {
  const later = laterNumber(text)
  return later !== null && holdsBefore(before, later)
}

/** True when `text` goes on with a list whose beginning is nowhere in `before`: something was lost. */
export function lacksListBefore(before: string, text: string): boolean {
  const later = laterNumber(text)
  return later !== null && !enumeratorsIn(before).some((one) => isSameList(one, later))
}

/** True when `text`, in the same column further down, can only be the rest of `before`. */
export function isRestOf(before: string, text: string): boolean {
  if (before === '' || text === '') return false
  if (readEnumerator(text)) return false
  return startsLower(text) || isUnfinished(before) || continuesList(before, text)
}

/** True when `text` begins with a number of a list that stands inside `before`. */
export function isInnerList(before: string, text: string): boolean {
  const label = readEnumerator(text)?.enumerator
  const outer = readEnumerator(before)?.enumerator
  if (!label || outer?.closing === label.closing) return false
  return (label.value === 1 && /:\s*$/.test(before)) || continuesList(before, text)
}

/** True when the numbers of `text` go on where the list of `before` ends. */
export function isNextInList(before: string, text: string): boolean {
  const next = readEnumerator(text)?.enumerator
  const first = readEnumerator(before)?.enumerator
  if (!next || !first || !isSameList(first, next) || next.value === null) return false
  const last = enumeratorsIn(before).findLast((one) => isSameList(one, next))
  return last !== undefined && isNext(last, next)
}

/** Joins two parts of one text that a page break parted. */
export function flow(before: string, text: string): string {
  if (before === '' || text === '') return before + text
  const lines = before.split('\n')
  return [...lines.slice(0, -1), joinLines([lines.at(-1) ?? '', text])].join('\n')
}

/** Puts a text of its own below another in the same column. */
export function below(before: string, text: string): string {
  return before === '' || text === '' ? before + text : `${before}\n${text}`
}
