import { lastDayOfMonth } from '#platform/date.ts'
import { withoutIds } from './diff.ts'
import { allButir, type IsiButir, type IsiRencana } from './isi.ts'
import { isiOf, type RencanaTree } from './tree.ts'

/** The same day `years` later; 29 February becomes the 28th where that year has none. */
export function shiftDate(date: string, years: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const moved = `${year + years}${date.slice(4)}`
  const last = lastDayOfMonth(year + years, month)
  return moved > last ? last : moved
}

export type Salin = {
  tahun: number
  /** names the new year where texts name the old one */
  gantiTahun: boolean
}

export type SalinSource = {
  tree: Pick<RencanaTree, 'area' | 'tahun'>
  /** achievement of the year by indicator; becomes last year's value when exactly a year passes */
  capaian: ReadonlyMap<string, number | null>
  /** people and units that a butir can be given to today */
  present: ReadonlySet<string>
}

/** A plan's content for another year: months stay, days move, who has left is left out. */
export function salinanOf(source: SalinSource, { tahun, gantiTahun }: Salin): IsiRencana {
  const { tree, present } = source
  const years = tahun - tree.tahun
  const isi = withoutIds(isiOf({ area: withTahunLalu(source, years) }))
  const renamed = (text: string) =>
    gantiTahun ? text.replace(wordOf(tree.tahun), String(tahun)) : text
  const maybe = (text: string | null) => (text === null ? null : renamed(text))
  const here = <T extends { id: string }>(named: T | null) =>
    named && present.has(named.id) ? named : null
  return {
    area: isi.area.map((area) => ({
      ...area,
      kegiatan: area.kegiatan.map((kegiatan) => ({
        ...kegiatan,
        judul: maybe(kegiatan.judul),
        butir: kegiatan.butir.map((butir) => ({
          ...butir,
          uraian: maybe(butir.uraian),
          langkah: maybe(butir.langkah),
          keterangan: maybe(butir.keterangan),
          eviden: butir.eviden.map(renamed),
          indikator: butir.indikator.map((one) => ({ ...one, teks: renamed(one.teks) })),
          penanggungJawab: here(butir.penanggungJawab),
          unit: here(butir.unit),
          mulai: butir.mulai && shiftDate(butir.mulai, years),
          selesai: butir.selesai && shiftDate(butir.selesai, years),
          // The words, lines and certainty of a decree that this plan does not have.
          jadwalAsli: null,
          baris: [],
          keyakinan: null,
        })),
      })),
    })),
  }
}

const wordOf = (tahun: number) => new RegExp(`\\b${tahun}\\b`, 'g')

const withTahunLalu = ({ tree, capaian }: SalinSource, years: number): RencanaTree['area'] =>
  tree.area.map((area) => ({
    ...area,
    kegiatan: area.kegiatan.map((kegiatan) => ({
      ...kegiatan,
      butir: kegiatan.butir.map((butir) => ({
        ...butir,
        indikator: butir.indikator.map((one) => ({
          ...one,
          nilaiTahunLalu: years === 1 ? (capaian.get(one.id) ?? null) : null,
        })),
      })),
    })),
  }))

/** The texts of a butir in which a year stands. */
export const namesYear = (butir: IsiButir, tahun: number): boolean =>
  [
    butir.uraian,
    butir.langkah,
    butir.keterangan,
    ...butir.eviden,
    ...butir.indikator.map(({ teks }) => teks),
  ].some((text) => text !== null && new RegExp(`\\b${tahun}\\b`).test(text))

export type SalinFigures = {
  butir: number
  /** butir with days, which move; the others have months, which stay */
  bertanggal: number
  /** butir whose texts still name the old year */
  menyebutTahun: number
  /** butir whose person or unit is no longer there */
  kehilanganOrang: number
}

/** What the copy of a plan will have done, in numbers. */
export function salinFigures(before: IsiRencana, after: IsiRencana, tahun: number): SalinFigures {
  const [old, copied] = [allButir(before), allButir(after)]
  return {
    butir: copied.length,
    bertanggal: copied.filter(({ mulai, selesai }) => mulai !== null || selesai !== null).length,
    menyebutTahun: copied.filter((butir) => namesYear(butir, tahun)).length,
    kehilanganOrang: copied.filter(
      (butir, index) =>
        (old[index]?.penanggungJawab && !butir.penanggungJawab) ||
        (old[index]?.unit && !butir.unit),
    ).length,
  }
}
