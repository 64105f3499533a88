import { monthOf } from './months.ts'
import { normalizeSpaces } from './text.ts'

/** Signs that say "in this month", also as symbol fonts leave them (Wingdings ü and P, private use). */
const SIGN = /^(?:[✓✔√☑☒✗✘×xvpüûþö■□●•▪◼⬛█▲♦*+/o]|\p{Co})+$/iu
const NUMBER = /^\d{1,3}(?:[.,]\d+)?\s*%?$/
const WEEK =
  /^(?:minggu|mg|m|w|pekan)?\W*(?:ke\W*)?(?:\d{1,2}|[ivx]{1,4})(?:\W+(?:\d{1,2}|[ivx]{1,4}))*$/i
const NOTHING = /^[-–—.,_0\s]*$/

/** True for what a month cell holds when the month is marked: a sign, a target number or a week. */
export function isMark(text: string): boolean {
  const plain = normalizeSpaces(text)
  if (NOTHING.test(plain)) return false
  if (SIGN.test(plain) || NUMBER.test(plain) || WEEK.test(plain)) return true
  return /^\p{L}+$/u.test(plain) && monthOf(plain) !== null
}

/** True for a cell without meaning: empty, a dash, a nought. */
export function isNothing(text: string): boolean {
  return NOTHING.test(text)
}

/** True for a tick, cross, dot or block, which has no other meaning anywhere. */
export function isSign(text: string): boolean {
  const plain = normalizeSpaces(text)
  return SIGN.test(plain) && !NOTHING.test(plain)
}
