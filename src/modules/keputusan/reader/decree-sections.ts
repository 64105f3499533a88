import type { HeaderLine } from './header-lines.ts'
import { similarity } from './similarity.ts'

export type SectionName =
  | 'kop'
  | 'kepala'
  | 'menimbang'
  | 'mengingat'
  | 'memperhatikan'
  | 'menetapkan'
  | 'diktum'
  | 'penutup'

export type DecreeSections = Record<SectionName, HeaderLine[]>

type Heading = { section: SectionName; pattern: RegExp; from: readonly SectionName[] }

const beforeDecision = ['kop', 'kepala', 'menimbang', 'mengingat', 'memperhatikan'] as const

/** A clause name is followed by a colon, a first entry or nothing; in a sentence it is not. */
const clause = (name: string) =>
  new RegExp(`^(?:${name}|${name.toUpperCase()})\\s*(?::\\s*|$|(?=(?:\\(?[1a][.)]\\s|bahwa\\b)))`)

const clauseNames = ['Menimbang', 'Mengingat', 'Memperhatikan', 'Menetapkan', 'MEMUTUSKAN']

const headings: readonly Heading[] = [
  {
    section: 'kepala',
    pattern: /^(?=KEPUTUSAN\b)|^(?=Keputusan\s+(?:Ketua|Komisi|KPU|KIP)\b)/,
    from: ['kop'],
  },
  { section: 'menimbang', pattern: clause('Menimbang'), from: ['kop', 'kepala'] },
  {
    section: 'mengingat',
    pattern: clause('Mengingat'),
    from: ['kop', 'kepala', 'menimbang', 'memperhatikan'],
  },
  { section: 'memperhatikan', pattern: clause('Memperhatikan'), from: beforeDecision },
  {
    section: 'menetapkan',
    pattern: /^M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N\s*:?\s*/,
    from: beforeDecision,
  },
  {
    section: 'menetapkan',
    pattern: /^(?:Menetapkan|MENETAPKAN)\s*(?::\s*|$)/,
    from: beforeDecision,
  },
  {
    section: 'diktum',
    pattern: /^(?=(?:KESATU|PERTAMA)\s*(?::|$))/i,
    from: [...beforeDecision, 'menetapkan'],
  },
  { section: 'diktum', pattern: /^(?=(?:KESATU|PERTAMA)\s+[A-Z][a-z])/, from: ['menetapkan'] },
  {
    section: 'penutup',
    pattern: /^(?=Ditetapkan\s+(?:di|pada)\b)/i,
    from: ['menetapkan', 'diktum'],
  },
  {
    section: 'penutup',
    pattern:
      /^(?=[A-Z][\p{L} .-]{2,30},\s*\d{1,2}\s\p{L}+\s\d{4}$|KETUA\s(?:KOMISI|KPU|KIP)\b|KETUA,?$)/u,
    from: ['diktum'],
  },
]

/** Cuts a decree at its clauses. The words of a clause heading stay on none of the lines. */
export function decreeSections(lines: readonly HeaderLine[]): DecreeSections {
  const sections: DecreeSections = {
    kop: [],
    kepala: [],
    menimbang: [],
    mengingat: [],
    memperhatikan: [],
    menetapkan: [],
    diktum: [],
    penutup: [],
  }
  let current: SectionName = 'kop'
  for (const line of lines) {
    let teks = mendClauseName(line.teks)
    for (let next = openedBy(teks, current); next !== null; next = openedBy(teks, current)) {
      current = next.section
      teks = teks.slice(next.length)
      if (next.length === 0) break
    }
    sections[current].push({ ...line, teks })
  }
  return sections
}

/** Whether lines hold a decree at all, and not an annex alone. */
export function hasDecree(sections: DecreeSections): boolean {
  return sections.menimbang.length + sections.mengingat.length + sections.diktum.length > 0
}

/** "Menirnbang :" of a scan → "Menimbang :". */
function mendClauseName(teks: string): string {
  const word = /^\p{L}{6,16}(?=\s*(?::|$))/u.exec(teks)?.[0]
  if (word === undefined) return teks
  const name = clauseNames.find((each) => similarity(each, word) >= 0.7)
  return name === undefined ? teks : name + teks.slice(word.length)
}

function openedBy(
  teks: string,
  current: SectionName,
): { section: SectionName; length: number } | null {
  for (const { section, pattern, from } of headings) {
    const found = section !== current && from.includes(current) ? pattern.exec(teks) : null
    if (found !== null) return { section, length: found[0].length }
  }
  return null
}
