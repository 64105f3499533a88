import { createHash } from 'node:crypto'
import type { Typed } from '#platform/http/form.ts'
import type { ButirValues, Change } from './change.ts'
import { jadwalFromText, jadwalText } from './jadwal-text.ts'
import { placesOf, type Suntingan, type SuntinganButir } from './suntingan.ts'

/** The cells of a row as they are typed; lists have one entry a line. */
export const gridKeys = ['uraian', 'langkah', 'indikator', 'eviden', 'jadwal', 'diperiksa'] as const
export type GridKey = (typeof gridKeys)[number]
export type GridValues = Partial<Record<GridKey, string>>

export const gridValues = (butir: SuntinganButir): Record<GridKey, string> => ({
  uraian: butir.uraian ?? '',
  langkah: butir.langkah ?? '',
  indikator: butir.indikator.join('\n'),
  eviden: butir.eviden.join('\n'),
  jadwal: jadwalText(butir.jadwal),
  diperiksa: butir.diperiksa ? 'ya' : '',
})

/** Columns that this plan fills at all; the others are on the page of a row. */
export function columnsOf({ area }: Pick<Suntingan, 'area'>): GridKey[] {
  const all = placesOf(area).map(({ butir }) => gridValues(butir))
  const always: readonly GridKey[] = ['uraian', 'jadwal', 'diperiksa']
  return gridKeys.filter((key) => always.includes(key) || all.some((values) => values[key] !== ''))
}

/** What a row's hidden field carries: the version seen, and a mark of what was shown. */
export const seenOf = (butir: SuntinganButir, columns: readonly GridKey[]): string =>
  `${butir.versi}.${markOf(pickValues(gridValues(butir), columns))}`

export type PostedRow = { id: string; versi: number; touched: boolean; values: GridValues }

/** The rows of a posted grid; a row is touched when it differs from what its page had shown. */
export function postedRows(typed: Typed, columns: readonly GridKey[]): PostedRow[] {
  return Object.entries(typed).flatMap(([name, seen]) => {
    const id = /^(n\d+)\.seen$/.exec(name)?.[1]
    if (!id || typeof seen !== 'string') return []
    const [versi = '', mark = ''] = seen.split('.')
    const values = Object.fromEntries(
      columns.map((key) => [key, clean(typed[`${id}.${key}`])]),
    ) as GridValues // keys come from columns
    return [{ id, versi: Number(versi), touched: markOf(values) !== mark, values }]
  })
}

export type CellProblem = { id: string; key: GridKey; message: string }

/** The changes that posted rows ask for, and the cells that cannot be understood. */
export function changesFrom(
  rows: readonly PostedRow[],
  suntingan: Suntingan,
): { changes: Change[]; problems: CellProblem[] } {
  const present = new Map(placesOf(suntingan.area).map(({ butir }) => [butir.id, butir]))
  const changes: Change[] = []
  const problems: CellProblem[] = []
  for (const { id, versi, touched, values } of rows) {
    const butir = present.get(id)
    if (!touched || !butir) continue
    const read = valuesFrom(values, butir, suntingan.tahun)
    for (const [key, message] of Object.entries(read.problems))
      problems.push({ id, key: key as GridKey, message })
    if (Object.keys(read.nilai).length > 0)
      changes.push({ jenis: 'butir', id, versi, nilai: read.nilai })
  }
  return { changes, problems }
}

type Read = { nilai: Partial<ButirValues>; problems: Partial<Record<GridKey, string>> }

/** Only the cells that differ from what the row holds now. */
export function valuesFrom(values: GridValues, butir: SuntinganButir, tahun: number | null): Read {
  const now = gridValues(butir)
  const nilai: Partial<ButirValues> = {}
  const problems: Read['problems'] = {}
  const differs = (key: GridKey) => values[key] !== undefined && values[key] !== now[key]
  if (differs('uraian')) nilai.uraian = values.uraian || null
  if (differs('langkah')) nilai.langkah = values.langkah || null
  if (differs('indikator')) nilai.indikator = linesOf(values.indikator)
  if (differs('eviden')) nilai.eviden = linesOf(values.eviden)
  if (differs('diperiksa')) nilai.diperiksa = values.diperiksa === 'ya'
  if (differs('jadwal')) {
    const jadwal = jadwalFromText(values.jadwal ?? '', tahun)
    if (jadwal === undefined) problems.jadwal = unknownSchedule
    else nilai.jadwal = jadwal
  }
  const uraian = values.uraian ?? now.uraian
  const langkah = values.langkah ?? now.langkah
  if (!uraian && !langkah) problems.uraian = 'Isi uraian atau langkah.'
  return { nilai, problems }
}

const unknownSchedule =
  'Jadwal tidak dikenali. Tulis misalnya "Jan, Jul" atau "3 Februari 2026 - 28 Februari 2026".'

export const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** As a browser sends a text and as it was shown come out the same. */
export const clean = (value: string | string[] | undefined): string =>
  (typeof value === 'string' ? value : '').replaceAll('\r\n', '\n').trim()

const pickValues = (values: GridValues, columns: readonly GridKey[]): GridValues =>
  Object.fromEntries(columns.map((key) => [key, clean(values[key])]))

const markOf = (values: GridValues): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 8)
