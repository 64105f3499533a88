import { areaBakuNumbers } from './area.ts'
import {
  type Capaian,
  capaianBy,
  capaianOf,
  figureOf,
  type RekapPart,
  type Ukuran,
} from './rekap.ts'

export type WilayahView = {
  /** null = the newest year that has an approved plan in reach */
  tahun: number | null
  jenis: '' | 'RB' | 'ZI'
  ukuran: Ukuran
  /** `kode`, `semua`, or an area 1 to 8; with `-` before it the highest first */
  urut: string
  /** a province code to see its offices; '' for all provinces */
  provinsi: string
}

/** Reads the choices from an address; what makes no sense falls back to the plain table. */
export function readView(query: Readonly<Record<string, string>>): WilayahView {
  const { tahun = '', jenis = '', ukuran = '', urut = '', provinsi = '' } = query
  return {
    tahun: /^20\d\d$/.test(tahun) ? Number(tahun) : null,
    jenis: jenis === 'RB' || jenis === 'ZI' ? jenis : '',
    ukuran: ukuran === 'tepat' || ukuran === 'terlambat' ? ukuran : 'selesai',
    urut: /^-?(semua|[1-8])$/.test(urut) ? urut : 'kode',
    provinsi: /^\d\d$/.test(provinsi) ? provinsi : '',
  }
}

export type AreaPart = RekapPart & { kode: string; areaBaku: number }

/** Something a row stands for: an office, or a province with its offices. */
export type Place = { kode: string; nama: string }

export type HeatLine = Place & {
  semua: Capaian
  /** by area 1 to 8, and 0 for areas without a canonical one */
  area: ReadonlyMap<number, Capaian>
}

/** One line a place, also for places that have planned nothing. */
export function heatLines(places: readonly Place[], parts: readonly AreaPart[]): HeatLine[] {
  const byPlace = Map.groupBy(parts, ({ kode }) => kode)
  return places.map(({ kode, nama }) => {
    const own = byPlace.get(kode) ?? []
    return { kode, nama, semua: capaianOf(own), area: capaianBy(own, ({ areaBaku }) => areaBaku) }
  })
}

/** The areas to show: the eight, and the others when there are any. */
export const areasIn = (parts: readonly AreaPart[]): number[] => [
  ...areaBakuNumbers,
  ...(parts.some(({ areaBaku }) => areaBaku === 0) ? [0] : []),
]

/** The figure of a line in a column, `semua` or an area. */
export function cellOf(line: HeatLine, column: string, ukuran: Ukuran): number | null {
  const capaian = column === 'semua' ? line.semua : line.area.get(Number(column))
  return capaian ? figureOf(capaian, ukuran) : null
}

type Order = Pick<WilayahView, 'urut' | 'ukuran'>

/** Lines in the order asked for; those without a figure stay at the end either way. */
export function sortLines(lines: readonly HeatLine[], { urut, ukuran }: Order): HeatLine[] {
  const column = urut.replace('-', '')
  const sign = column === urut ? 1 : -1
  const byCode = (a: HeatLine, b: HeatLine) => (a.kode < b.kode ? -1 : 1)
  if (column === 'kode') return lines.toSorted(byCode)
  return lines.toSorted((a, b) => {
    const left = cellOf(a, column, ukuran)
    const right = cellOf(b, column, ukuran)
    if (left === right) return byCode(a, b)
    if (left === null) return 1
    if (right === null) return -1
    return sign * (left - right)
  })
}
