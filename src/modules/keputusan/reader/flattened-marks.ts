import { readEnumerator, type Enumerator } from './enumerator.ts'
import { comparisonKey } from './similarity.ts'
import { canonicalAreas } from './vocabulary.ts'

/** How an item is marked: by an enumerator, or by the number of an area without a dot. */
export type Mark = {
  label: string
  style: Enumerator['style'] | 'area'
  value: number | null
  /** has the shape that butir have in this decree */
  main: boolean
}

/** The shape of a list's numbers: "a." is not "a)". */
type Shape = Pick<Enumerator, 'style' | 'closing'>

type Markable = { teks: string; mark: Mark | null; nested: boolean }

const fewest = 3

/** The shape that butir are marked by: letters as a rule, else numbers; null where there is none. */
export function mainShape(lines: string[]): Shape | null {
  const counts = new Map<string, { shape: Shape; count: number }>()
  for (const line of lines) {
    const read = readEnumerator(line)?.enumerator
    if (!read || read.style === 'bullet') continue
    const known = counts.get(read.style + read.closing)
    if (known) known.count++
    else {
      const shape = { style: read.style, closing: read.closing }
      counts.set(read.style + read.closing, { shape, count: 1 })
    }
  }
  const often = [...counts.values()].filter(({ count }) => count >= fewest)
  const most = Math.max(0, ...often.map(({ count }) => count))
  const order: Shape['style'][] = ['alpha', 'decimal', 'roman']
  const ranked = often
    .filter(({ count }) => count * 4 >= most)
    .toSorted((a, b) => b.count - a.count)
    .toSorted((a, b) => order.indexOf(a.shape.style) - order.indexOf(b.shape.style))
  return ranked[0]?.shape ?? null
}

/** Takes the marks off the atoms; numbers of a list inside a cell stay in its text. */
export function readMarks(atoms: Markable[], main: Shape | null): void {
  let last: Enumerator | null = null
  const areas: string[] = []
  let text = ''
  for (const atom of atoms) {
    const read = readEnumerator(atom.teks, last)
    const item = read && read.rest !== '' ? read : null
    const isMain =
      item?.enumerator.style === main?.style && item?.enumerator.closing === main?.closing
    if (read && !isMain && isNested(read.enumerator, text)) atom.nested = true
    else if (item) {
      const { label, style, value } = item.enumerator
      atom.mark = { label, style, value, main: isMain }
      atom.teks = item.rest
      if (style === 'alpha') last = item.enumerator
      text = ''
    } else if (read && isAreaNumber(read.enumerator)) {
      const { label, value } = read.enumerator
      atom.mark = { label, style: 'area', value, main: false }
      atom.teks = ''
    } else markArea(atom, areas)
    text = `${text} ${atom.teks}`
  }
}

/** "VII." alone on its line: its title stands beside it. */
function isAreaNumber({ style }: Enumerator): boolean {
  return style === 'decimal' || style === 'roman'
}

/** An item of a list inside a cell: number one after a colon, or the number after one in the cell. */
function isNested({ label, value, style }: Enumerator, text: string): boolean {
  if (style === 'bullet' || value === null) return false
  if (value === 1) return /:\s*$/.test(text)
  const before = label.replace(/[\da-z]+/i, (mark) => predecessor(mark, value))
  return text.includes(` ${before} `) || text.trimStart().startsWith(`${before} `)
}

function predecessor(mark: string, value: number): string {
  return /\d/.test(mark) ? String(value - 1) : String.fromCharCode(mark.charCodeAt(0) - 1)
}

/** A number without a dot, alone or before a title: of a known area, or the next of the table. */
function markArea(atom: Markable, seen: string[]): void {
  const found = /^(\d{1,2})(?:\s+(\p{Lu}.*))?$/u.exec(atom.teks)
  if (!found) return
  const [whole, label = '', rest = ''] = found
  const value = Number(label)
  const last = Number(seen.at(-1)?.split(' ')[0] ?? 0)
  const next = value === last + 1 && rest.length < 40 && !/[.;:]$/.test(rest)
  if (rest !== '' && !opensArea(rest) && !next && !seen.includes(whole)) return
  seen.push(whole)
  atom.mark = { label, style: 'area', value, main: false }
  atom.teks = rest
}

function opensArea(text: string): boolean {
  const key = comparisonKey(text)
  return canonicalAreas.some(({ judul, variants }) =>
    [judul, ...variants].some((title) => {
      const wanted = comparisonKey(title)
      return key.length >= 6 && (wanted.startsWith(key) || key.startsWith(wanted))
    }),
  )
}
