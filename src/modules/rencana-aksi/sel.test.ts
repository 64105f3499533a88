import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canFollow,
  isLate,
  isOnTime,
  selProblem,
  type SelStatus,
  selStateOf,
  selStatuses,
  selValues,
} from './sel.ts'

const today = '2026-07-15'
const change = (status: SelStatus, more = {}) => ({
  status,
  catatan: null,
  alasan: null,
  doneOn: null,
  ...more,
})

describe('a cell of the month grid', () => {
  it('moves between its states in these ways and no other', () => {
    const possible = selStatuses.flatMap((from) =>
      selStatuses.filter((to) => from !== to && canFollow(from, to)).map((to) => `${from} ${to}`),
    )
    expect(possible).toEqual([
      'planned in_progress',
      'planned done',
      'planned waived',
      'in_progress planned',
      'in_progress done',
      'in_progress waived',
      'done in_progress',
      'waived planned',
    ])
  })

  it('may always keep its state, so that a note can be changed', () => {
    expect(selStatuses.every((status) => canFollow(status, status))).toBe(true)
  })

  it('is waived only with a reason of ten letters', () => {
    expect(selProblem('planned', change('waived'), today)).toMatch(/alasan/)
    expect(selProblem('planned', change('waived', { alasan: '  pendek   ' }), today)).toMatch(
      /alasan/,
    )
    const told = change('waived', { alasan: 'kegiatan dibatalkan KPU RI' })
    expect(selProblem('planned', told, today)).toBeNull()
  })

  it('is not done in the future', () => {
    expect(selProblem('planned', change('done', { doneOn: '2026-07-16' }), today)).toMatch(
      /sesudah hari ini/,
    )
    expect(selProblem('planned', change('done', { doneOn: today }), today)).toBeNull()
  })

  it('says that what is done must be reopened before it is waived', () => {
    expect(selProblem('done', change('waived', { alasan: 'kegiatan batal' }), today)).toMatch(
      /dibuka kembali/,
    )
  })

  it('is late from the day after its window until it is done or waived', () => {
    const open = { status: 'planned' as const, jatuhTempo: '2026-07-15' }
    expect(isLate(open, '2026-07-15')).toBe(false)
    expect(isLate(open, '2026-07-16')).toBe(true)
    expect(isLate({ ...open, status: 'in_progress' }, '2026-07-16')).toBe(true)
    expect(isLate({ ...open, status: 'done' }, '2026-07-16')).toBe(false)
    expect(isLate({ ...open, status: 'waived' }, '2026-07-16')).toBe(false)
    expect(selStateOf(open, '2026-07-16')).toBe('late')
    expect(selStateOf(open, '2026-07-15')).toBe('planned')
  })

  it('is done on time up to the last day of its window', () => {
    const done = { status: 'done' as const, jatuhTempo: '2026-07-31', doneOn: '2026-07-31' }
    expect(isOnTime(done)).toBe(true)
    expect(isOnTime({ ...done, doneOn: '2026-08-01' })).toBe(false)
    expect(isOnTime({ ...done, status: 'planned', doneOn: null })).toBe(false)
  })

  it('stores a date exactly when done and a reason exactly when waived', () => {
    const text = fc.option(fc.string(), { nil: null })
    const status = fc.constantFrom(...selStatuses)
    fc.assert(
      fc.property(status, text, text, (to, catatan, alasan) => {
        const values = selValues({ status: to, catatan, alasan, doneOn: null }, today)
        expect(values.doneOn !== null).toBe(to === 'done')
        expect(values.alasan !== null && to !== 'waived').toBe(false)
        expect(values.catatan).not.toBe('')
      }),
    )
  })
})
