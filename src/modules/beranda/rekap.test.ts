import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  capaianBy,
  capaianOf,
  figureOf,
  type RekapPart,
  shareDone,
  shareDue,
  shareInTime,
  trendOf,
} from './rekap.ts'

type Cell = { bulan: number; area: number; tempo: string; status: string; doneOn: string | null }

const today = '2026-07-15'
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const cell: fc.Arbitrary<Cell> = fc.record({
  bulan: fc.integer({ min: 1, max: 12 }),
  area: fc.integer({ min: 0, max: 8 }),
  tempo: day,
  status: fc.constantFrom('planned', 'in_progress', 'done', 'waived'),
  doneOn: day,
})
const cells = fc.array(cell, { maxLength: 60 })

/** Groups cells as the database keeps them: by area, month and due date. */
function partsOf(all: readonly Cell[]): (RekapPart & { bulan: number; area: number })[] {
  const groups = Map.groupBy(all, ({ area, bulan, tempo }) => `${area} ${bulan} ${tempo}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const of = (status: string) => group.filter((one) => one.status === status)
    return {
      area: first.area,
      bulan: first.bulan,
      lewat: first.tempo < today,
      jumlah: group.length,
      berjalan: of('in_progress').length,
      selesai: of('done').length,
      selesaiTepat: of('done').filter(({ doneOn }) => (doneOn ?? '') <= first.tempo).length,
      ditiadakan: of('waived').length,
    }
  })
}

const isOpen = ({ status }: Cell) => status === 'planned' || status === 'in_progress'

describe('the sums of a dashboard [P.19]', () => {
  it('equal a plain recount of the cells', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const count = (keep: (one: Cell) => boolean) => all.filter(keep).length
        const due = (one: Cell) => one.tempo < today && one.status !== 'waived'
        const inTime = (one: Cell) => one.status === 'done' && (one.doneOn ?? '') <= one.tempo
        expect(capaianOf(partsOf(all))).toEqual({
          jumlah: all.length,
          ditiadakan: count(({ status }) => status === 'waived'),
          kewajiban: count(({ status }) => status !== 'waived'),
          selesai: count(({ status }) => status === 'done'),
          selesaiTepat: count(inTime),
          terlambat: count((one) => isOpen(one) && one.tempo < today),
          berjalan: count((one) => one.status === 'in_progress' && one.tempo >= today),
          direncanakan: count((one) => one.status === 'planned' && one.tempo >= today),
          lewatTempo: count(due),
          lewatTepat: count((one) => due(one) && inTime(one)),
        })
      }),
    )
  })

  it('put every cell into exactly one state', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const c = capaianOf(partsOf(all))
        expect(c.selesai + c.terlambat + c.berjalan + c.direncanakan).toBe(c.kewajiban)
        expect(c.kewajiban + c.ditiadakan).toBe(c.jumlah)
      }),
    )
  })

  it('are the same whether areas are added up first or not', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const parts = partsOf(all)
        const byArea = [...capaianBy(parts, ({ area }) => area).values()]
        const total = capaianOf(parts)
        for (const key of ['kewajiban', 'selesai', 'terlambat', 'lewatTempo'] as const)
          expect(byArea.reduce((sum, capaian) => sum + capaian[key], 0)).toBe(total[key])
      }),
    )
  })
})

const part = (more: Partial<RekapPart> = {}): RekapPart => ({
  lewat: true,
  jumlah: 10,
  berjalan: 1,
  selesai: 6,
  selesaiTepat: 4,
  ditiadakan: 2,
  ...more,
})

describe('the share of executed activities [P.19] [7.02]', () => {
  it('leaves out what was waived', () => {
    expect(shareDone(capaianOf([part()]))).toBe(6 / 8)
    expect(shareInTime(capaianOf([part()]))).toBe(4 / 8)
  })

  it('is unknown, not zero, where nothing was planned', () => {
    const nothing = capaianOf([])
    expect([shareDone(nothing), shareInTime(nothing), shareDue(nothing)]).toEqual([
      null,
      null,
      null,
    ])
    expect(figureOf(nothing, 'terlambat')).toBeNull()
  })

  it('counts punctuality only of what is due', () => {
    const capaian = capaianOf([part({ lewat: false })])
    expect(shareInTime(capaian)).toBeNull()
    expect(figureOf(capaian, 'terlambat')).toBe(0)
  })
})

describe('the trend by month', () => {
  const parts = [
    { ...part(), bulan: 2 },
    { ...part({ jumlah: 4, selesai: 1, ditiadakan: 0 }), bulan: 5 },
  ]

  it('adds up from month to month and stops at the present', () => {
    const trend = trendOf(parts, 5)
    expect(trend).toHaveLength(12)
    expect(trend[0]).toEqual({ bulan: 1, rencana: 0, selesai: 0 })
    expect(trend[3]).toEqual({ bulan: 4, rencana: 8, selesai: 6 })
    expect(trend[4]).toEqual({ bulan: 5, rencana: 12, selesai: 7 })
    expect(trend[5]).toEqual({ bulan: 6, rencana: 12, selesai: null })
  })

  it('ends at the sums of the year, and never falls', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const trend = trendOf(partsOf(all), 12)
        const { kewajiban, selesai } = capaianOf(partsOf(all))
        expect(trend[11]).toEqual({ bulan: 12, rencana: kewajiban, selesai })
        const plans = trend.map(({ rencana }) => rencana)
        expect(plans).toEqual(plans.toSorted((a, b) => a - b))
      }),
    )
  })
})
