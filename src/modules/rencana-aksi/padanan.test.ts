import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupOf, type Pair, padananProblem, suggest } from './padanan.ts'

const side = (id: string, jenis: 'ZI' | 'RB', tahun = 2026) => ({ id, jenis, tahun })

describe('tying butir of ZI and RB [P.09]', () => {
  it('joins only different kinds of the same year, and never twice', () => {
    expect(padananProblem(side('a', 'ZI'), side('b', 'RB'), [])).toBeNull()
    expect(padananProblem(side('a', 'RB'), side('b', 'RB'), [])).toContain('ZI dengan butir RB')
    expect(padananProblem(side('a', 'ZI'), side('b', 'RB', 2025), [])).toContain('2025')
    expect(padananProblem(side('a', 'ZI'), side('b', 'RB'), [['b', 'a']])).toContain('sepadan')
  })

  it('never closes a ring, whatever is tied in whatever order', () => {
    const name = fc.constantFrom('z1', 'z2', 'z3', 'r1', 'r2', 'r3')
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 30 }), (wishes) => {
        const pairs: Pair[] = []
        const kind = (id: string) => (id.startsWith('z') ? 'ZI' : 'RB')
        for (const [a, b] of wishes)
          if (!padananProblem(side(a, kind(a)), side(b, kind(b)), pairs)) pairs.push([a, b])
        // Without a ring, taking away any pair parts its two sides.
        for (const pair of pairs)
          expect(
            groupOf(
              pair[0],
              pairs.filter((one) => one !== pair),
            ),
          ).not.toContain(pair[1])
      }),
    )
  })

  it('suggests like texts, those of the same canonical area first', () => {
    const of = { id: 'x', areaBaku: 7, teks: 'Sosialisasi pengendalian gratifikasi' }
    const near = { id: 'near', areaBaku: 7, teks: 'Public campaign dan sosialisasi gratifikasi' }
    const same = { id: 'same', areaBaku: 4, teks: 'Sosialisasi pengendalian gratifikasi' }
    const far = { id: 'far', areaBaku: 4, teks: 'Sosialisasi SOP' }
    expect(suggest(of, [far, same, near]).map(({ candidate }) => candidate.id)).toEqual([
      'near',
      'same',
    ])
  })
})
