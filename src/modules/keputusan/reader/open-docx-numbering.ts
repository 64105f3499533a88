import { readXml } from './read-xml.ts'
import { readSymbols } from './symbols.ts'

type Level = {
  start: number
  format: string
  text: string
  isLegal: boolean
  restarts: boolean
  font: string | null
  paragraphStyle: string | null
}
type Levels = Map<number, Level>
type Abstract = { levels: Levels; definesStyle: string | null; usesStyle: string | null }
type Num = { abstractId: string; starts: Map<number, number>; levels: Levels }

/** Gives automatic list numbers as printed. Asked in document order, since each answer counts on. */
export type Numbering = {
  label: (numId: string, level: number) => string
  /** the level that a paragraph style is bound to within its list */
  levelOfStyle: (numId: string, style: string) => number | null
}

/** Reads word/numbering.xml; without such a part no paragraph has a label. */
export async function readNumbering(part: AsyncIterable<Uint8Array> | null): Promise<Numbering> {
  const abstracts = new Map<string, Abstract>()
  const nums = new Map<string, Num>()
  if (part) await readDefinitions(part, abstracts, nums)
  return numberingOf(abstracts, nums)
}

async function readDefinitions(
  part: AsyncIterable<Uint8Array>,
  abstracts: Map<string, Abstract>,
  nums: Map<string, Num>,
): Promise<void> {
  let abstract: Abstract | null = null
  let num: Num | null = null
  let level: Level | null = null
  let overridden = 0
  await readXml(part, {
    open(name, attribute) {
      const value = attribute('val') ?? ''
      if (name === 'abstractNum') {
        abstract = { levels: new Map(), definesStyle: null, usesStyle: null }
        abstracts.set(attribute('abstractNumId') ?? '', abstract)
      } else if (name === 'num') {
        num = { abstractId: '', starts: new Map(), levels: new Map() }
        nums.set(attribute('numId') ?? '', num)
      } else if (name === 'lvl') {
        level = newLevel()
        const into = num?.levels ?? abstract?.levels
        into?.set(Number(attribute('ilvl') ?? 0), level)
      } else if (name === 'lvlOverride') overridden = Number(attribute('ilvl') ?? 0)
      else if (name === 'startOverride') num?.starts.set(overridden, Number(value))
      else if (name === 'abstractNumId' && num) num.abstractId = value
      else if (name === 'styleLink' && abstract) abstract.definesStyle = value
      else if (name === 'numStyleLink' && abstract) abstract.usesStyle = value
      else if (level) setLevel(level, name, value, attribute)
    },
    close(name) {
      if (name === 'lvl') level = null
      else if (name === 'abstractNum') abstract = null
      else if (name === 'num') num = null
    },
  })
}

function newLevel(): Level {
  return {
    start: 1,
    format: 'decimal',
    text: '',
    isLegal: false,
    restarts: true,
    font: null,
    paragraphStyle: null,
  }
}

function setLevel(
  level: Level,
  name: string,
  value: string,
  attribute: (name: string) => string | undefined,
): void {
  if (name === 'start') level.start = Number(value)
  else if (name === 'numFmt') level.format = value
  else if (name === 'lvlText') level.text = value
  else if (name === 'isLgl') level.isLegal = value !== '0' && value !== 'false'
  else if (name === 'lvlRestart') level.restarts = value !== '0'
  else if (name === 'rFonts') level.font = attribute('ascii') ?? attribute('hAnsi') ?? null
  else if (name === 'pStyle') level.paragraphStyle = value
}

function numberingOf(abstracts: Map<string, Abstract>, nums: Map<string, Num>): Numbering {
  const counters = new Map<string, Map<number, number>>()
  const begun = new Set<string>()

  const abstractOf = (num: Num): Abstract | undefined => {
    const own = abstracts.get(num.abstractId)
    if (!own?.usesStyle) return own
    return [...abstracts.values()].find((other) => other.definesStyle === own.usesStyle) ?? own
  }
  const levelOf = (num: Num, at: number): Level | undefined =>
    num.levels.get(at) ?? abstractOf(num)?.levels.get(at)
  const startOf = (num: Num, at: number): number => levelOf(num, at)?.start ?? 1

  /** Raises the counter of a level; lists that share a definition count together. */
  const count = (numId: string, num: Num, at: number): Map<number, number> => {
    const counts = counters.get(num.abstractId) ?? new Map<number, number>()
    counters.set(num.abstractId, counts)
    const ownStart = num.starts.get(at)
    if (ownStart !== undefined && !begun.has(`${numId} ${at}`)) counts.set(at, ownStart - 1)
    begun.add(`${numId} ${at}`)
    for (let upper = 0; upper < at; upper++) {
      counts.set(upper, counts.get(upper) ?? startOf(num, upper))
    }
    counts.set(at, (counts.get(at) ?? startOf(num, at) - 1) + 1)
    for (const deeper of [...counts.keys()].filter((level) => level > at)) {
      if (levelOf(num, deeper)?.restarts ?? true) counts.delete(deeper)
    }
    return counts
  }

  return {
    label(numId, at) {
      const num = nums.get(numId)
      const level = num && levelOf(num, at)
      if (!num || !level) return ''
      if (level.format === 'bullet') return bulletOf(level)
      const counts = count(numId, num, at)
      return level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const index = Number(digit) - 1
        const format = level.isLegal ? 'decimal' : (levelOf(num, index)?.format ?? 'decimal')
        return formatNumber(counts.get(index) ?? 1, format)
      })
    },
    levelOfStyle(numId, style) {
      const num = nums.get(numId)
      const levels = num && [...(abstractOf(num)?.levels ?? []), ...num.levels]
      return levels?.find(([, level]) => level.paragraphStyle === style)?.[0] ?? null
    },
  }
}

function bulletOf(level: Level): string {
  const bullet = readSymbols(level.text, level.font).trim()
  return /^[-–—*]$/.test(bullet) ? '-' : bullet === '' ? '' : '•'
}

function formatNumber(n: number, format: string): string {
  if (format === 'none') return ''
  if (format === 'decimalZero') return String(n).padStart(2, '0')
  if (format === 'lowerLetter') return letters(n)
  if (format === 'upperLetter') return letters(n).toUpperCase()
  if (format === 'lowerRoman') return roman(n)
  if (format === 'upperRoman') return roman(n).toUpperCase()
  return String(n)
}

/** 1 → a, 26 → z, 27 → aa, 28 → bb, as Word counts. */
function letters(n: number): string {
  return String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(20, Math.ceil(n / 26)))
}

const romanSteps: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(n: number): string {
  let rest = Math.min(n, 4000)
  let text = ''
  for (const [value, letter] of romanSteps) {
    while (rest >= value) {
      text += letter
      rest -= value
    }
  }
  return text
}
