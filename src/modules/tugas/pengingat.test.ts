import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Aturan,
  jenisOf,
  type Pelaku,
  recipientsOf,
  responsibleFor,
  stepsAt,
} from './pengingat.ts'

const aturan: Aturan = {
  sebelumHari: [7, 1],
  terlambatHari: 1,
  ulangHari: 5,
  kasubbagHari: 5,
  sekretarisHari: 10,
}

const anyAturan: fc.Arbitrary<Aturan> = fc
  .record({
    sebelumHari: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
    terlambatHari: fc.integer({ min: 1, max: 10 }),
    ulangHari: fc.integer({ min: 1, max: 10 }),
    kasubbagHari: fc.integer({ min: 1, max: 20 }),
    lebih: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ lebih, ...rest }) => ({ ...rest, sekretarisHari: rest.kasubbagHari + lebih }))

describe('the steps of reminding [P.12]', () => {
  it('come seven days and one day before', () => {
    const before = [8, 7, 6, 2, 1, 0].map((sisa) => stepsAt(aturan, sisa, false).join())
    expect(before).toEqual(['', 'sebelum_7', 'sebelum_7', 'sebelum_7', 'sebelum_1', 'sebelum_1'])
  })

  it('come the day after and then every week', () => {
    const after = [0, 1, 5, 6, 11].map((late) => stepsAt(aturan, -late, true)[0])
    expect(after).toEqual([undefined, 'terlambat_0', 'terlambat_0', 'terlambat_1', 'terlambat_2'])
  })

  it('go to the kasubbag first and to the sekretaris later', () => {
    const passedOn = [4, 5, 9, 10].map((late) => stepsAt(aturan, -late, true).slice(1).join())
    expect(passedOn).toEqual(['', 'kasubbag', 'kasubbag', 'kasubbag,sekretaris'])
  })

  it('are before the due date or after it, never both, and at most one of either', () => {
    fc.assert(
      fc.property(anyAturan, fc.integer({ min: 0, max: 200 }), fc.boolean(), (one, days, late) => {
        const kinds = stepsAt(one, late ? -days : days, late).map(jenisOf)
        expect(kinds.filter((kind) => kind === 'pengingat').length).toBeLessThanOrEqual(
          late ? 0 : 1,
        )
        expect(kinds.filter((kind) => kind === 'terlambat').length).toBeLessThanOrEqual(
          late ? 1 : 0,
        )
      }),
    )
  })

  it('of lateness never go back as days pass, so that a step once kept is not due again', () => {
    fc.assert(
      fc.property(anyAturan, fc.integer({ min: 0, max: 100 }), (one, late) => {
        const numbers = [late, late + 1].map((days) =>
          Number(stepsAt(one, -days, true)[0]?.split('_')[1] ?? -1),
        )
        expect(numbers[1]).toBeGreaterThanOrEqual(numbers[0] ?? 0)
        expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('who is reminded', () => {
  const person = (id: string, peran: string, areaBaku: number | null = null): Pelaku => ({
    id,
    tugas: [{ peran, areaBaku }],
  })
  const people = [
    person('koordinator4', 'koordinator_area', 4),
    person('koordinator7', 'koordinator_area', 7),
    person('kasubbag', 'kasubbag'),
    person('sekretaris', 'sekretaris'),
    person('sari', 'anggota_tim', 4),
  ]
  const sel = (penanggungJawabId: string | null, areaBaku: number | null = 4) => ({
    penanggungJawabId,
    areaBaku,
  })

  it('is the responsible person alone', () => {
    expect(responsibleFor(sel('sari'), people)).toEqual(['sari'])
  })

  it('is the coordinator of the area when nobody is named or the named one has left', () => {
    expect(responsibleFor(sel(null), people)).toEqual(['koordinator4'])
    expect(responsibleFor(sel('gone'), people)).toEqual(['koordinator4'])
  })

  it('is the kasubbag where no one coordinates, else the sekretaris, else no one', () => {
    expect(responsibleFor(sel(null, 2), people)).toEqual(['kasubbag'])
    expect(responsibleFor(sel(null, 2), people.slice(3))).toEqual(['sekretaris'])
    expect(responsibleFor(sel(null, 2), people.slice(4))).toEqual([])
  })

  it('is told of a step upwards only when it is not his own', () => {
    expect(recipientsOf('kasubbag', sel('sari'), people)).toEqual(['kasubbag'])
    expect(recipientsOf('kasubbag', sel(null, 2), people)).toEqual([])
    expect(recipientsOf('sekretaris', sel(null, 2), people)).toEqual(['sekretaris'])
    expect(recipientsOf('sebelum_1', sel('sari'), people)).toEqual(['sari'])
  })
})
