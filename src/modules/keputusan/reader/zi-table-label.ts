import { readEnumerator, type Enumerator } from './enumerator.ts'

/** A number in levels: "1.2", "1.2.3.". */
const levels = /^\s*((?:\d{1,2}\.){1,3}\d{1,2}[.)]?)(?=\s|$)\s*/

const bare = /^[a-z\d]{1,4}$/i

/** The label in front of words, and the words: "a. Unit kerja telah …", "1.2 Tim Kerja". */
export function readLabel(text: string): { enumerator: Enumerator; rest: string } | null {
  const found = levels.exec(text)
  if (found) return { enumerator: levelled(found[1] ?? ''), rest: text.slice(found[0].length) }
  const read = readEnumerator(text)
  return read && read.enumerator.style !== 'bullet' ? read : null
}

/** The label that a cell holds and nothing else: "a.", "iv.", "3", "h", "1.2". */
export function labelOnly(text: string): Enumerator | null {
  const plain = text.trim()
  const read = readLabel(bare.test(plain) ? `${plain}.` : plain)
  return read && read.rest.trim() === '' ? { ...read.enumerator, label: plain } : null
}

/** Kind of a numbering: Roman and Arabic, capital and small, signs and levels are told apart. */
export function styleOf(label: Enumerator | null): string | null {
  if (!label) return null
  const upper = /^\W*[A-Z]/.test(label.label) ? 'upper' : ''
  const level = label.label.match(/\d+/g)?.length ?? 1
  return `${label.style}${upper}${label.closing}${level}`
}

function levelled(label: string): Enumerator {
  const value = Number(label.match(/\d+/g)?.at(-1))
  return { label, style: 'decimal', closing: label.endsWith(')') ? ')' : '.', value }
}
