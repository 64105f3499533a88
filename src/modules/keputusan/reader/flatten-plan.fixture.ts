import type { RenaksiArea, RenaksiButir } from '../renaksi.ts'
import type { SourceLine } from './source.ts'

/** How a table is damaged: the ways in which text extraction loses rows and columns. */
export type Damage = {
  /** cells of a row together, or all cells of a column of the page together */
  order: 'row' | 'column'
  /** titles come after the rows of their page, before them, or each before its own first row */
  titles: 'last' | 'first' | 'own'
  /** rows on a page */
  rows: number
  /** letters in a line of the columns area and kegiatan, butir, details; 0 = cells on one line */
  widths: [number, number, number]
  /** an empty line: after every line, after every cell, nowhere */
  blanks: 'lines' | 'cells' | 'none'
  /** the last title of a page is glued to the one before */
  glue: boolean
  heading: string[]
  /** titles come again on every page that their rows reach */
  repeat: boolean
}

export const plain: Damage = {
  order: 'row',
  titles: 'last',
  rows: 9,
  widths: [15, 36, 33],
  blanks: 'lines',
  glue: false,
  heading: [
    'Jan Feb Maret April Mei Juni Juli Agt Sept Okt Nov Des',
    '1 2 3 5 7',
    'KETSUB KEGIATAN',
    '4 6',
    'PELAKSANAAN (BULAN)',
    'NO.',
    'AREA ',
    'PERUBAHAN',
    'KEGIATAN INDIKATOR KEBERHASILAN',
  ],
  repeat: true,
}

type Row = { area: RenaksiArea; kegiatan: string; butir: RenaksiButir }
type Cell = { teks: string; width: number }

/** The lines of a plan whose table was damaged so. */
export function flattenPlan(areas: RenaksiArea[], damage: Damage): SourceLine[] {
  const rows = areas.flatMap((area) =>
    area.kegiatan.flatMap(({ judul, butir }) =>
      butir.map((each) => ({ area, kegiatan: judul ?? '', butir: each })),
    ),
  )
  const texts: string[] = []
  for (let at = 0; at < rows.length; at += damage.rows) {
    const page = rows.slice(at, at + damage.rows)
    const cells = pageCells(page, rows.slice(0, at), damage)
    texts.push(
      ...damage.heading.flatMap((line) => (damage.blanks === 'none' ? [line] : [line, ''])),
    )
    for (const cell of glued(cells, damage)) {
      texts.push(...cellLines(cell, damage))
    }
  }
  return texts.map((teks, i) => ({ baris: i + 1, teks }))
}

function pageCells(page: Row[], before: Row[], damage: Damage): Cell[] {
  const [narrow, butirWidth, detailWidth] = damage.widths
  const seen = new Set(damage.repeat ? [] : before.flatMap(titlesOf))
  const titles = page.map((row) => {
    const open = titlesOf(row).filter((teks) => teks !== '' && !seen.has(teks))
    for (const teks of open) seen.add(teks)
    return open.map((teks) => ({ teks, width: narrow }))
  })
  const butir = page.map(({ butir: { label, uraian } }) =>
    uraian === null ? [] : [{ teks: `${label ? `${label} ` : ''}${uraian}`, width: butirWidth }],
  )
  const details = page.map(({ butir: row }) =>
    detailTexts(row).map((teks) => ({ teks, width: detailWidth })),
  )
  const own = (i: number) => (damage.titles === 'own' ? (titles[i] ?? []) : [])
  const body =
    damage.order === 'column'
      ? [...butir.flatMap((cell, i) => [...own(i), ...cell]), ...details.flat()]
      : butir.flatMap((cell, i) => [...own(i), ...cell, ...(details[i] ?? [])])
  if (damage.titles === 'last') return [...body, ...titles.flat()]
  return damage.titles === 'first' ? [...titles.flat(), ...body] : body
}

/** What stands in the columns behind a butir: indicators, or step, evidence and target time. */
function detailTexts({ indikator, langkah, eviden, jadwal }: RenaksiButir): string[] {
  const list = indikator.map((teks) => (indikator.length > 1 ? `- ${teks}` : teks))
  return [...list, langkah, ...eviden, jadwal?.asli].flatMap((teks) => teks ?? [])
}

function titlesOf({ area, kegiatan }: Row): string[] {
  return [`${area.nomor ?? ''} ${area.judul ?? ''}`.trim(), kegiatan]
}

function glued(cells: Cell[], damage: Damage): Cell[] {
  const last = cells.at(-1)
  const before = cells.at(-2)
  if (!damage.glue || !last || !before || !/^\p{Lu}/u.test(last.teks)) return cells
  return [...cells.slice(0, -2), { teks: `${before.teks}${last.teks}`, width: before.width }]
}

function cellLines({ teks, width }: Cell, { blanks }: Damage): string[] {
  const lines: string[] = []
  for (const word of teks.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && (width === 0 || line.length + 1 + word.length <= width)) {
      lines[lines.length - 1] = `${line} ${word}`
    } else lines.push(word)
  }
  if (blanks === 'lines') return lines.flatMap((line) => [line, ''])
  return blanks === 'cells' ? [...lines, ''] : lines
}

/** The plan as a bad scan has it: one letter in so many is lost from its texts. */
export function withLostLetters(areas: RenaksiArea[], one: number, seed: number): RenaksiArea[] {
  const random = generator(seed)
  const worn = (text: string) =>
    [...text].filter((letter, i) => i < 3 || letter === ' ' || random() > 1 / one).join('')
  return areas.map((area) => ({
    ...area,
    kegiatan: area.kegiatan.map((kegiatan) => ({
      ...kegiatan,
      judul: kegiatan.judul && worn(kegiatan.judul),
      butir: kegiatan.butir.map((butir) => ({
        ...butir,
        uraian: butir.uraian && worn(butir.uraian),
        indikator: butir.indikator.map(worn),
      })),
    })),
  }))
}

/** A small generator of numbers 0 to 1, the same for the same seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
