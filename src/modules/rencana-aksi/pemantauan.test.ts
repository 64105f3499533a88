import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodOf, periodState, periodsOf, selangs, windowOf } from './pemantauan.ts'
import type { Angka } from './pemantauan-angka.ts'
import { simpanganOf } from './pemantauan-simpangan.ts'

describe('the periods of a year [1.21]', () => {
  it.each(selangs)('at interval %s cover every month once, in order', (selang) => {
    const months = periodsOf(selang).flatMap(({ dari, sampai }) =>
      Array.from({ length: sampai - dari + 1 }, (_, index) => dari + index),
    )
    expect(months).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
  })

  it('are known by their code, and no other code is', () => {
    const codes = selangs.flatMap(periodsOf).map(({ kode }) => kode)
    expect(new Set(codes).size).toBe(12 + 4 + 2 + 1)
    expect(codes.map((kode) => periodOf(kode)?.kode)).toEqual(codes)
    expect([periodOf('B13'), periodOf('T5'), periodOf('')]).toEqual([null, null, null])
    expect(periodOf('S2')).toMatchObject({ nama: 'Semester II', dari: 7, sampai: 12 })
  })

  it('open with their last month and are missed after the month that follows', () => {
    const quarter = periodOf('T1')
    const year = periodOf('Y')
    if (!quarter || !year) throw new Error('unknown period')
    const state = (today: string) => periodState(2026, quarter, { today, taken: false })
    expect(
      ['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01'].map((today) => state(today)),
    ).toEqual(['coming', 'open', 'open', 'overdue'])
    expect(periodState(2026, quarter, { today: '2026-02-01', taken: true })).toBe('taken')
    expect(windowOf(2026, year)).toEqual({ mulai: '2026-12-01', jatuhTempo: '2027-01-31' })
  })
})

const angka = (more: Partial<Angka['sejakJanuari']> = {}, area: Angka['area'] = []): Angka => ({
  periode: 'T1',
  pada: '2026-04-02',
  total: { kewajiban: 0, selesai: 0, tepatWaktu: 0, terlambat: 0, ditiadakan: 0 },
  area,
  sejakJanuari: { diminta: 50, setahun: 100, selesai: 50, ...more },
  terlambat: [],
  indikator: [],
})
const money = (realisasi: number | null, capaianKinerja: number | null = null) => ({
  pagu: realisasi === null ? null : 1000,
  realisasi,
  capaianKinerja,
})

describe('plan against fact [1.20]', () => {
  const tones = (a: Angka, m: ReturnType<typeof money>) => simpanganOf(a, m).map(({ tone }) => tone)
  const texts = (a: Angka, m: ReturnType<typeof money>) =>
    simpanganOf(a, m)
      .map(({ pokok, teks }) => `${pokok}: ${teks}`)
      .join('\n')

  it('finds nothing where activities, budget and agreement go together', () => {
    expect(tones(angka(), money(520, 48))).toEqual(['ok', 'ok', 'ok'])
  })

  it('names activities behind the plan and money ahead of activities', () => {
    const found = texts(angka({ selesai: 30 }), money(700, 31))
    expect(found).toContain('tertinggal 20 poin')
    expect(found).toContain('anggaran mendahului kegiatan 40 poin')
    expect(texts(angka(), money(200))).toContain('kegiatan mendahului penyerapan anggaran 30 poin')
  })

  it('names an achievement that parts from the activities, and areas with late rows', () => {
    const late = { judul: '7. Penguatan Pengawasan', areaBaku: 7, kewajiban: 8, selesai: 2 }
    const found = texts(
      angka({}, [{ ...late, tepatWaktu: 1, terlambat: 3, ditiadakan: 0 }]),
      money(500, 20),
    )
    expect(found).toContain('kegiatan belum tampak pada capaian kinerja (30 poin)')
    expect(found).toContain('7. Penguatan Pengawasan: 3 dari 8 kewajiban terlambat.')
  })

  it('says what is missing instead of comparing with nothing', () => {
    expect(tones(angka(), money(null))).toEqual(['ok', 'unknown', 'unknown'])
    expect(tones(angka({ diminta: 0, setahun: 0, selesai: 0 }), money(500, 50))).toEqual([
      'unknown',
      'unknown',
    ])
  })

  it('is ok about the budget exactly while the gap is under ten points', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (realisasi) => {
        const budget = simpanganOf(angka(), money(realisasi))[1]
        expect(budget?.tone).toBe(Math.abs(50 - realisasi / 10) < 10 ? 'ok' : 'late')
      }),
    )
  })
})
