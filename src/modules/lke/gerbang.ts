import { Fraction } from 'fraction.js'
import type { Instrumen, Uji } from './instrumen.ts'
import { type Simpul, simpulMap } from './nilai.ts'

export type NilaiArea = { nomor: number; judul: string; nilai: Fraction; maksimum: Fraction }
export type HasilUji = {
  id: string
  syarat: string
  nilai: Fraction
  ambang: Fraction
  lulus: boolean
}
export type Gerbang = { lulus: boolean; uji: HasilUji[] }

/** The areas of change: what each gained and could gain over its parts. */
export function areaOf(instrumen: Instrumen, roots: readonly Simpul[]): NilaiArea[] {
  const nodes = simpulMap(roots)
  return instrumen.area.map(({ nomor, judul, bagian, maksimum }) => ({
    nomor,
    judul,
    nilai: bagian.reduce((sum, id) => sum.add(nodes.get(id)?.nilai ?? 0), new Fraction(0)),
    maksimum: new Fraction(maksimum),
  }))
}

/** What each gate asks and whether it holds, by the exact values. */
export function gerbangOf(instrumen: Instrumen, roots: readonly Simpul[]): Record<string, Gerbang> {
  const nodes = simpulMap(roots)
  const area = areaOf(instrumen, roots)
  const valueOf = ({ ukuran }: Uji): Fraction => {
    if (ukuran.jenis === 'total') return totalOf(roots)
    if (ukuran.jenis === 'area-terendah') return lowest(area)
    return nodes.get(ukuran.id)?.nilai ?? new Fraction(0)
  }
  return Object.fromEntries(
    Object.entries(instrumen.gerbang).map(([name, { uji }]) => {
      const results = uji.map((one): HasilUji => {
        const nilai = valueOf(one)
        const ambang = new Fraction(one.ambang)
        return { id: one.id, syarat: one.syarat, nilai, ambang, lulus: nilai.compare(ambang) >= 0 }
      })
      return [name, { lulus: results.every(({ lulus }) => lulus), uji: results }]
    }),
  )
}

export const totalOf = (roots: readonly Simpul[]): Fraction =>
  roots.reduce((sum, { nilai }) => sum.add(nilai), new Fraction(0))

const lowest = (area: readonly NilaiArea[]): Fraction =>
  area
    .map(({ nilai, maksimum }) => nilai.div(maksimum))
    .reduce((least, one) => (one.compare(least) < 0 ? one : least), new Fraction(1))
