import { readEnumerator, splitInnerList } from './enumerator.ts'
import { startsWithEvidence } from './evidence-words.ts'
import { splitRun, type KnownNames } from './evidence-run.ts'
import { cleanText, joinLines } from './text.ts'
import { isUnfinished } from './zi-table-row.ts'

export type EvidenceList = {
  nama: string[]
  /** words before a list that name no evidence: "dibuktikan berupa:" */
  pengantar: string | null
  /** false where names ran together and only their wording tells them apart */
  yakin: boolean
}

/** Narrower cells than this have line ends that layout made, not the author. */
const narrow = 60

/** In a list with a line for each name, a line of so few words holds one. */
const shortName = 4

/** Splits the text of an evidence cell into the names of single documents. */
export function splitEvidence(text: string, known: KnownNames): EvidenceList {
  const parts = paragraphs(text)
  const lists = parts.map((part) =>
    parts.length > 2 && isShortName(part)
      ? { nama: [bare(part)], pengantar: null, yakin: true }
      : splitParagraph(part, known),
  )
  const intros = lists.flatMap((list) => list.pengantar ?? [])
  return {
    nama: lists.flatMap((list) => list.nama),
    pengantar: intros.length > 0 ? intros.join(' ') : null,
    yakin: lists.every((list) => list.yakin),
  }
}

function isShortName(text: string): boolean {
  if (text.includes(';') || readEnumerator(text)) return false
  return text.split(/\s+/).length <= shortName
}

/** How no name begins: a line that does so shows that layout made the line ends of its cell. */
const goesOn = /^(?:\p{Ll}|(?:Tahun|Nomor|Kabupaten|Kota|Provinsi|Komisi)\b)/u

/** Joins the line ends that a narrow column made, and keeps those that part one name from the next. */
function paragraphs(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const wrapped = lines.some((line, i) => i > 0 && goesOn.test(line.trim()))
  const width = wrapped ? layoutWidth(lines.map((line) => line.trim().length)) : 0
  const kept: string[] = []
  for (const line of lines) {
    const before = kept.at(-1)
    if (before !== undefined && runsOn(before, line.trim(), width)) {
      kept[kept.length - 1] = joinLines([before, line])
    } else kept.push(line.trim())
  }
  return kept
}

/** Where a layout breaks lines: most are nearly as long as the longest. 0 for lines that an author ended. */
function layoutWidth(lengths: number[]): number {
  const width = Math.max(0, ...lengths)
  const full = lengths.slice(0, -1).filter((length) => length > width * 0.7)
  return full.length > 1 && full.length * 2 > lengths.length ? width : 0
}

function runsOn(before: string, line: string, width: number): boolean {
  if (readEnumerator(line)) return false
  if (isUnfinished(before)) return true
  if (startsWithEvidence(line)) return false
  if (/^\p{Ll}/u.test(line)) return true
  const [word = ''] = line.split(' ')
  const last = before.split('\n').at(-1) ?? before
  return width < narrow && width > 15 && last.length + 1 + word.length > width
}

function splitParagraph(text: string, known: KnownNames): EvidenceList {
  const parts = splitInnerList(text)
  const items = parts.filter((part) => part.enumerator !== null)
  const intro = parts.find((part) => part.enumerator === null)?.text ?? ''
  if (items.length === 0) return splitPlain(text, known)
  const named = intro !== '' && !/:\s*$/.test(intro) ? splitPlain(intro, known).nama : []
  return {
    nama: [...named, ...items.map((item) => bare(item.text))].filter((name) => name !== ''),
    pengantar: intro !== '' && named.length === 0 ? cleanText(intro) : null,
    yakin: true,
  }
}

function splitPlain(text: string, known: KnownNames): EvidenceList {
  const pieces = outside(cleanText(text), ';').flatMap(splitCommas)
  // an author who parts names by signs leaves none running together
  if (pieces.length > 1) return { nama: pieces.map(bare), pengantar: null, yakin: true }
  const runs = pieces.map((piece) => splitRun(piece, known))
  return {
    nama: runs.flatMap((run) => run.names.map(bare)).filter((name) => name !== ''),
    pengantar: null,
    yakin: runs.every((run) => run.sure),
  }
}

/** "Undangan, Daftar Hadir, Notula dan Dokumentasi": each part names a document. */
function splitCommas(text: string): string[] {
  const parts = outside(text, ',').map((part) => part.replace(/^(?:dan|serta)\s+/, ''))
  if (!areNames(parts)) return [text]
  const last = parts.at(-1) ?? ''
  const [left = '', right = ''] = last.split(/\s+(?:dan|serta)\s+/, 2)
  const pair = right !== '' && startsWithEvidence(right) && left.split(' ').length <= 2
  return pair ? [...parts.slice(0, -1), left, last.slice(last.indexOf(right))] : parts
}

function areNames(parts: string[]): boolean {
  if (parts.length < 2) return false
  const named = parts.filter((part) => startsWithEvidence(part)).length
  if (named === parts.length) return true
  const short = (part: string) => part.split(/\s+/).length <= shortName && !/\sdan\s/.test(part)
  if (parts.every((part) => /^[\p{Lu}\d]/u.test(part) && short(part))) return true
  return parts.length > 2 && named * 2 >= parts.length && parts.every((p) => /^[\p{Lu}\d]/u.test(p))
}

/** Splits at a sign that stands outside brackets. */
function outside(text: string, sign: string): string[] {
  const parts = ['']
  let depth = 0
  for (const letter of text) {
    if (letter === '(') depth++
    else if (letter === ')') depth = Math.max(0, depth - 1)
    if (letter === sign && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function bare(name: string): string {
  return cleanText(name).replace(/[;,]$/, '').trim()
}
