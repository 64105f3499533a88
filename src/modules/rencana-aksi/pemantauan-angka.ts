import { lastDayOfMonth } from '#platform/date.ts'
import {
  capaianOf,
  type IndikatorState,
  indikatorState,
  type NilaiBulan,
  targetOf,
} from './indikator.ts'
import type { JenisIndikator } from './jenis-indikator.ts'
import { butirTitle, titleOf } from './labels.ts'
import type { Periode } from './pemantauan.ts'
import { isLate, isOnTime } from './sel.ts'
import type { ButirPlace, IndikatorNode, Sel } from './tree.ts'

/** Obligations without those waived, and what became of them. */
export type Hitungan = {
  kewajiban: number
  selesai: number
  tepatWaktu: number
  terlambat: number
  ditiadakan: number
}

export type Terlambat = {
  butirId: string
  teks: string
  area: string
  bulan: number
  jatuhTempo: string
  oleh: string | null
}

export type IndikatorAngka = {
  id: string
  teks: string
  jenis: JenisIndikator
  satuan: string | null
  target: number | null
  capaian: number | null
  state: IndikatorState
}

/** The figures of a plan for a period, as a pemantauan freezes them. */
export type Angka = {
  periode: string
  /** the day on which the figures were taken, YYYY-MM-DD */
  pada: string
  total: Hitungan
  area: ({ judul: string; areaBaku: number | null } & Hitungan)[]
  /** from January: what the plan asks to the end of the period and of the year, and what was done by that end */
  sejakJanuari: { diminta: number; setahun: number; selesai: number }
  /** still open after their last day, also from periods before */
  terlambat: Terlambat[]
  indikator: IndikatorAngka[]
}

type Measured = { indikator: IndikatorNode; nilai: readonly NilaiBulan[] }

/** Counts a plan for a period as it stands today. */
export function angkaOf(
  places: readonly ButirPlace[],
  measured: readonly Measured[],
  { tahun, ...periode }: Periode & { tahun: number },
  today: string,
): Angka {
  const inPeriod = ({ bulan }: Sel) => bulan >= periode.dari && bulan <= periode.sampai
  const cellsOf = (rows: readonly ButirPlace[]) => rows.flatMap(({ butir }) => butir.sel)
  // What was done after the period says nothing about it, however late the figures are taken.
  const lastDay = lastDayOfMonth(tahun, periode.sampai)
  const all = cellsOf(places).filter(({ status }) => status !== 'waived')
  return {
    periode: periode.kode,
    pada: today,
    total: count(cellsOf(places).filter(inPeriod), today),
    area: [...Map.groupBy(places, ({ area }) => area)].map(([area, rows]) => ({
      judul: titleOf(area),
      areaBaku: area.areaBaku,
      ...count(cellsOf(rows).filter(inPeriod), today),
    })),
    sejakJanuari: {
      diminta: all.filter(({ bulan }) => bulan <= periode.sampai).length,
      setahun: all.length,
      selesai: all.filter(({ doneOn }) => doneOn !== null && doneOn <= lastDay).length,
    },
    terlambat: places.flatMap((place) => lateRows(place, periode.sampai, today)),
    indikator: measured.map((one) => indikatorAngka(one, periode.sampai)),
  }
}

function count(cells: readonly Sel[], today: string): Hitungan {
  const done = cells.filter(({ status }) => status === 'done')
  const ditiadakan = cells.filter(({ status }) => status === 'waived').length
  return {
    kewajiban: cells.length - ditiadakan,
    selesai: done.length,
    tepatWaktu: done.filter(isOnTime).length,
    terlambat: cells.filter((sel) => isLate(sel, today)).length,
    ditiadakan,
  }
}

const lateRows = ({ area, butir }: ButirPlace, sampai: number, today: string): Terlambat[] =>
  butir.sel
    .filter((sel) => sel.bulan <= sampai && isLate(sel, today))
    .map(({ bulan, jatuhTempo }) => ({
      butirId: butir.id,
      teks: butirTitle(butir),
      area: titleOf(area),
      bulan,
      jatuhTempo,
      oleh: butir.penanggungJawab?.nama ?? butir.unit?.nama ?? null,
    }))

function indikatorAngka({ indikator, nilai }: Measured, sampai: number): IndikatorAngka {
  const { id, teks, jenis, satuan } = indikator
  const capaian = capaianOf(
    indikator,
    nilai.filter(({ bulan }) => bulan <= sampai),
  )
  const state = indikatorState(indikator, capaian)
  return { id, teks, jenis, satuan, target: targetOf(indikator), capaian, state }
}

/** What people add: the money of the year so far, and the performance agreement. */
export type Anggaran = {
  pagu: number | null
  realisasi: number | null
  /** achievement of the perjanjian kinerja, in percent */
  capaianKinerja: number | null
}

/** Shares of the whole year in percent: what the plan asked by now, what is done, what is spent. */
export type Laju = { rencana: number | null; kegiatan: number | null; anggaran: number | null }

export const percentOf = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((part / whole) * 1000) / 10 : null

export const lajuOf = (
  { sejakJanuari }: Pick<Angka, 'sejakJanuari'>,
  { pagu, realisasi }: Pick<Anggaran, 'pagu' | 'realisasi'>,
): Laju => ({
  rencana: percentOf(sejakJanuari.diminta, sejakJanuari.setahun),
  kegiatan: percentOf(sejakJanuari.selesai, sejakJanuari.setahun),
  anggaran: pagu === null || realisasi === null ? null : percentOf(realisasi, pagu),
})
