import { describe, expect, it } from 'vitest'
import { butirState, figuresOf, isEmptyFilter, monthIn, narrow } from './figures.ts'
import type { SelStatus } from './sel.ts'
import type { ButirNode, ButirPlace, Sel } from './tree.ts'

const today = '2026-07-15'
const sel = (bulan: number, status: SelStatus, doneOn: string | null = null): Sel => ({
  bulan,
  mulai: `2026-0${bulan}-01`,
  jatuhTempo: `2026-0${bulan}-28`,
  status,
  catatan: null,
  alasan: null,
  doneOn,
  versi: 1,
})
const place = (cells: Sel[], owner: string | null = null): ButirPlace => {
  const butir: ButirNode = {
    id: 'b',
    urutan: 1,
    label: null,
    uraian: 'Rapat',
    langkah: null,
    keterangan: null,
    prioritas: false,
    penanggungJawab: owner ? { id: owner, nama: owner } : null,
    unit: null,
    mulai: null,
    selesai: null,
    jadwalAsli: null,
    eviden: [],
    baris: [],
    keyakinan: null,
    versi: 1,
    indikator: [],
    sel: cells,
  }
  const kegiatan = { id: 'k', urutan: 1, nomor: null, judul: null, butir: [butir] }
  const area = {
    id: 'a',
    urutan: 1,
    nomor: null,
    judul: null,
    areaBaku: 1,
    kegiatan: [kegiatan],
  }
  return { area, kegiatan, butir }
}

describe('the figures of a plan [7.02]', () => {
  it('count obligations up to this month, without those waived', () => {
    const places = [
      place(
        [sel(1, 'done', '2026-01-20'), sel(2, 'done', '2026-03-02'), sel(8, 'planned')],
        'sari',
      ),
      place([sel(3, 'waived'), sel(6, 'in_progress'), sel(7, 'planned')]),
    ]
    expect(figuresOf(places, 2026, today)).toEqual({
      sampaiBulan: 7,
      kewajiban: 4,
      selesai: 2,
      terlambat: 1,
      tepatWaktu: 1,
      selesaiAtauTerlambat: 3,
      tanpaPenanggungJawab: 1,
    })
  })

  it('count nothing before the year and everything after it', () => {
    expect([monthIn(2027, today), monthIn(2026, today), monthIn(2025, today)]).toEqual([0, 7, 12])
  })
})

describe('the state of a whole butir', () => {
  const stateOf = (...cells: Sel[]) => butirState({ sel: cells }, today).state
  it('is late when one month is, and done only when all are', () => {
    expect(stateOf(sel(1, 'done', '2026-01-02'), sel(2, 'planned'))).toBe('late')
    expect(stateOf(sel(1, 'done', '2026-01-02'), sel(2, 'waived'))).toBe('done')
    expect(stateOf(sel(1, 'done', '2026-01-02'), sel(8, 'planned'))).toBe('in_progress')
    expect(stateOf(sel(8, 'in_progress'))).toBe('in_progress')
    expect(stateOf(sel(8, 'planned'))).toBe('planned')
    expect(stateOf(sel(8, 'waived'))).toBe('waived')
    expect(stateOf()).toBe('planned')
  })
})

describe('the filter of the month grid', () => {
  const places = [place([sel(1, 'planned')], 'sari'), place([sel(8, 'planned')])]
  const shown = (filter: Partial<Parameters<typeof narrow>[1]>) =>
    narrow(places, { area: '', orang: '', keadaan: '', ...filter }, today).map((one) =>
      places.indexOf(one),
    )
  it('narrows by area, by person or none, and by state', () => {
    expect(shown({})).toEqual([0, 1])
    expect(shown({ area: 'lain' })).toEqual([])
    expect(shown({ orang: 'sari' })).toEqual([0])
    expect(shown({ orang: '-' })).toEqual([1])
    expect(shown({ keadaan: 'late' })).toEqual([0])
    expect(isEmptyFilter({ area: '', orang: '', keadaan: '' })).toBe(true)
  })
})
