import { describe, expect, it } from 'vitest'
import type { Angka } from '#modules/rencana-aksi'
import { lajuOf } from './laju.ts'

const nothing = { kewajiban: 0, selesai: 0, tepatWaktu: 0, terlambat: 0, ditiadakan: 0 }

const angka = (periode: string, diminta: number, selesai: number): Angka => ({
  periode,
  pada: '2026-07-01',
  total: nothing,
  area: [],
  sejakJanuari: { diminta, setahun: 40, selesai },
  terlambat: [],
  indikator: [],
})

describe('the line of target and realisation', () => {
  it('runs through the accepted periods up to the one reported, in the order of the year', () => {
    expect(lajuOf([angka('T2', 20, 16), angka('T1', 10, 8)], angka('T3', 30, 20))).toEqual([
      { nama: 'Triwulan I', target: 25, realisasi: 20 },
      { nama: 'Triwulan II', target: 50, realisasi: 40 },
      { nama: 'Triwulan III', target: 75, realisasi: 50 },
    ])
  })

  it('leaves out later periods and those of another length', () => {
    expect(lajuOf([angka('T4', 40, 30), angka('B01', 3, 3)], angka('T2', 20, 16))).toEqual([])
    expect(lajuOf([angka('T1', 10, 8), angka('S1', 20, 9)], angka('T2', 20, 16))).toHaveLength(2)
  })

  it('is none for a single period', () => {
    expect(lajuOf([angka('T1', 10, 8)], angka('T1', 10, 8))).toEqual([])
  })
})
