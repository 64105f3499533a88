import type { RenaksiButir, Temuan } from '../renaksi.ts'
import { splitEnumerated } from './enumerator.ts'
import { splitEvidence } from './evidence.ts'
import type { KnownNames } from './evidence-run.ts'
import { isUnfinished } from './grid-continuation.ts'
import { hasContent, type GridEntry } from './grid-entry.ts'
import { listItems, splitAtCapitals } from './grid-lists.ts'
import { isHalfYear, isSlipped, readSchedules, type EntrySchedule } from './grid-schedule.ts'
import { containment, similarity } from './similarity.ts'
import { cleanText } from './text.ts'

const noNames: KnownNames = new Map()

const SURE = 0.95
const FAIR = 0.85
const UNSURE = 0.7
const GUESSED = 0.5
/** How much more like another butir, of 2, an indicator must be to leave the first. */
const CLEARLY = 0.2

/** Reads the entries of one activity as butir with their indicators, evidence and months. */
export function readButir(
  entries: GridEntry[],
  tahun: number | null,
  temuan: Temuan[],
): RenaksiButir[] {
  const schedules = readSchedules(entries, tahun, temuan)
  const rows: { entry: GridEntry; schedule: EntrySchedule }[][] = []
  entries.forEach((entry, at) => {
    const schedule = schedules[at] ?? { jadwal: null, inherited: false }
    const row = rows.at(-1)
    if (row && entry.indikatorSharing === 'merged') row.push({ entry, schedule })
    else rows.push([{ entry, schedule }])
  })
  return rows.flatMap((row) => {
    const butir = row.flatMap(({ entry, schedule }) => butirOf(entry, schedule))
    placeIndikator(butir, row.map(({ entry }) => entry).filter(hasContent), temuan)
    return butir
  })
}

/** The butir of one entry; each has the months of the row. */
function butirOf(entry: GridEntry, schedule: EntrySchedule): RenaksiButir[] {
  const texts = pairTexts(entry)
  const { nama: eviden, pengantar } = splitEvidence(entry.eviden, noNames)
  const keterangan = cleanText([entry.ket, pengantar ?? ''].join(' ')) || null
  const each = texts.length === eviden.length && texts.length > 1
  return texts.map((text, i) => ({
    ...text,
    indikator: [],
    eviden: each ? eviden.slice(i, i + 1) : i === 0 ? eviden : [],
    jadwal: schedule.jadwal && { ...schedule.jadwal, bulan: [...schedule.jadwal.bulan] },
    keterangan: i === 0 ? keterangan : null,
    baris: [...entry.baris],
    keyakinan: confidence(entry, schedule),
  }))
}

type ButirText = Pick<RenaksiButir, 'label' | 'uraian' | 'langkah'>

/** "1. A 2. B" in one cell are two butir, unless the steps beside them are of another number. */
function pairTexts(entry: GridEntry): ButirText[] {
  const uraian = splitEnumerated(entry.butir)
  const langkah = splitEnumerated(entry.langkah)
  if (entry.langkah === '') {
    const number = entry.counts === 'butir' && entry.nomor !== '' ? entry.nomor : null
    return uraian.map(({ enumerator, text }, i) => ({
      label: enumerator?.label ?? (i === 0 ? number : null),
      uraian: textOrNull(text),
      langkah: null,
    }))
  }
  if (entry.butir === '' || uraian.length === langkah.length) {
    return langkah.map((part, i) => ({
      label: uraian[i]?.enumerator?.label ?? part.enumerator?.label ?? null,
      uraian: textOrNull(uraian[i]?.text ?? ''),
      langkah: textOrNull(part.text),
    }))
  }
  const only = uraian.length === 1 ? uraian[0] : undefined
  return [
    {
      label: only?.enumerator?.label ?? null,
      uraian: textOrNull(only ? only.text : entry.butir),
      langkah: textOrNull(entry.langkah),
    },
  ]
}

function textOrNull(text: string): string | null {
  return cleanText(text) || null
}

function confidence(entry: GridEntry, schedule: EntrySchedule): number {
  if (entry.remnant) return GUESSED
  if (schedule.inherited || entry.doubtful || isUnfinished(entry.butir)) return UNSURE
  if (isSlipped(entry)) return isHalfYear(entry.bulan) ? UNSURE : FAIR
  return entry.shifted ? FAIR : SURE
}

/**
 * Gives the indicators of one cell to the butir that it covers: one each where their numbers agree,
 * otherwise each to the butir it is most like. An indicator is placed once.
 */
function placeIndikator(butir: RenaksiButir[], row: GridEntry[], temuan: Temuan[]): void {
  const cell = row
    .map((entry) => entry.indikator)
    .filter((text) => text !== '')
    .join('\n')
  const [first] = butir
  if (cell === '' || !first) return
  let items = listItems(cell)
  const [only] = items
  if (items.length === 1 && only !== undefined) {
    items = splitAtCapitals(only, butir.length) ?? items
  }
  items.forEach((item, i) => {
    const alone = items.length === 1
    const target = items.length === butir.length ? butir[i] : alone ? first : mostAlike(butir, item)
    ;(target ?? first).indikator.push(item)
  })
  if (butir.length > 1 && items.length !== butir.length) temuan.push(sharedCell(butir, row))
}

/** The butir that an indicator is clearly most like; otherwise the first, beside which it is printed. */
function mostAlike(butir: RenaksiButir[], item: string): RenaksiButir | undefined {
  const scored = butir.map((one) => {
    const text = `${one.uraian ?? ''} ${one.langkah ?? ''}`
    return { one, score: similarity(text, item) + containment(text, item) }
  })
  const [best] = scored.toSorted((a, b) => b.score - a.score)
  const clear = (best?.score ?? 0) > (scored[0]?.score ?? 0) + CLEARLY
  return clear ? best?.one : butir[0]
}

function sharedCell(butir: RenaksiButir[], row: GridEntry[]): Temuan {
  const labels = butir.map((one) => one.label ?? '-').join(' ')
  return {
    kode: 'indikator-gabungan',
    baris: row.flatMap((entry) => entry.baris),
    pesan: `Satu sel indikator berlaku untuk ${butir.length} butir (${labels}).`,
    keputusan: 'Tiap indikator dicatat sekali, pada butir yang bunyinya paling dekat.',
    alternatif: 'Semua indikator dicatat pada butir pertama.',
  }
}
