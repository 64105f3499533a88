import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Fraction } from 'fraction.js'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#test/support/source-files.ts'
import { gerbangOf } from './gerbang.ts'
import { type Instrumen, pertanyaanOf, readInstrumen } from './instrumen.ts'
import { jalanLulus } from './jalan-lulus.ts'
import { readJawaban } from './jawaban.ts'
import { nilaiOf } from './nilai.ts'
import { cheapest } from './pilih-termurah.ts'

const read = readInstrumen(
  JSON.parse(readFileSync(join(projectRoot, 'data/instrumen/lke-zi-2021.json'), 'utf8')),
)
if (!read.instrumen) throw new Error(read.problems.join('\n'))
const { instrumen } = read

const passes = (of: Instrumen, shares: ReadonlyMap<string, Fraction>, gate: string) =>
  gerbangOf(of, nilaiOf(of, shares, 'nol'))[gate]?.lulus

/** A small instrument of two areas and a result, with nested conditions. */
function small(weights: readonly number[], thresholds: readonly number[]): Instrumen {
  const sum = (list: readonly number[]) => String(list.reduce((a, b) => a + b, 0))
  const part = (id: string, own: readonly number[]) => ({
    id,
    judul: id,
    bobot: sum(own),
    pertanyaan: own.map((bobot, index) => ({
      id: `${id}.q${index}`,
      teks: 'x',
      jawaban: 'abc',
      bobot: String(bobot),
    })),
  })
  const a = weights.slice(0, 4)
  const b = weights.slice(4, 8)
  const c = weights.slice(8)
  const json = {
    format: 'instrumen-lke/1',
    kode: 'kecil',
    versi: 1,
    judul: 'kecil',
    sumber: 'uji',
    dasar: ['uji'],
    keyakinan: 'terverifikasi',
    berlaku: { dari: '2026-01-01', sampai: null },
    skala: { abc: { A: '1', B: '0.5', C: '0' } },
    komponen: [
      { id: 'A', judul: 'A', bobot: sum([...a, ...b]), anak: [part('A.1', a), part('A.2', b)] },
      part('B', c),
    ],
    area: [
      { nomor: 1, judul: 'satu', bagian: ['A.1'], maksimum: sum(a) },
      { nomor: 2, judul: 'dua', bagian: ['A.2'], maksimum: sum(b) },
    ],
    gerbang: {
      WBK: {
        uji: [
          {
            id: 'total',
            syarat: 'total',
            ukuran: { jenis: 'total' },
            ambang: String(thresholds[0]),
          },
          {
            id: 'A',
            syarat: 'A',
            ukuran: { jenis: 'bagian', id: 'A' },
            ambang: String(thresholds[1]),
          },
          { id: 'area', syarat: 'area', ukuran: { jenis: 'area-terendah' }, ambang: '0.5' },
          { id: 'B.q0', syarat: 'B.q0', ukuran: { jenis: 'pertanyaan', id: 'B.q0' }, ambang: '1' },
        ],
      },
    },
  }
  const { instrumen: made, problems } = readInstrumen(json)
  if (!made) throw new Error(problems.join('\n'))
  return made
}

/** Every set of questions lifted to the full; the least cost that passes. */
function bruteForce(
  of: Instrumen,
  nisbah: ReadonlyMap<string, Fraction>,
  usaha: Record<string, number | null>,
) {
  const ids = pertanyaanOf(of).map(({ id }) => id)
  let least: number | null = null
  for (let mask = 0; mask < 1 << ids.length; mask++) {
    const chosen = ids.filter((_, index) => mask & (1 << index))
    const cost = chosen.reduce((sum, id) => sum + (usaha[id] ?? 1), 0)
    if (chosen.some((id) => usaha[id] === null) || (least !== null && cost >= least)) continue
    const lifted = new Map([...nisbah, ...chosen.map((id) => [id, new Fraction(1)] as const)])
    if (passes(of, lifted, 'WBK')) least = cost
  }
  return least
}

describe('the way to pass', () => {
  it('is as cheap as the best of all sets, on small instruments', () => {
    const cases = fc.record({
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 10, maxLength: 10 }),
      levels: fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 10, maxLength: 10 }),
      costs: fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { freq: 8 }), {
        minLength: 10,
        maxLength: 10,
      }),
      asked: fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 })),
    })
    fc.assert(
      fc.property(cases, ({ weights, levels, costs, asked }) => {
        const of = small(weights, asked)
        const ids = pertanyaanOf(of).map(({ id }) => id)
        const sheet = Object.fromEntries(ids.map((id, index) => [id, levels[index]]))
        const usaha = Object.fromEntries(ids.map((id, index) => [id, costs[index] ?? null]))
        const { nisbah } = readJawaban(of, sheet)
        const way = jalanLulus(of, { nisbah, gerbang: 'WBK', usaha })
        expect(way.ada ? way.usaha : null).toBe(bruteForce(of, nisbah, usaha))
        if (!way.ada) return
        const shares = way.langkah.map(({ id, ke }, index) => {
          const bobot = pertanyaanOf(of).find((one) => one.id === id)?.bobot ?? '1'
          expect(way.langkah[index]?.sasaran).toMatch(/^[AB]$/)
          return [id, ke.div(bobot)] as const
        })
        expect(passes(of, new Map([...nisbah, ...shares]), 'WBK')).toBe(true)
      }),
      { numRuns: 150 },
    )
  }, 120_000)

  it('leads from an empty sheet through the real instrument, asking no more than the gate needs', () => {
    const way = jalanLulus(instrumen, { nisbah: new Map(), gerbang: 'WBK' })
    if (!way.ada) throw new Error('there must be a way')
    const of = (id: string) => way.langkah.find((one) => one.id === id)
    expect(of('B.I.a')?.sasaran).toBe('indeks 3,6')
    expect(way.langkah.length).toBeLessThan(pertanyaanOf(instrumen).length)
    const weights = new Map(
      [...nilaiOf(instrumen, new Map(), 'nol')].flatMap((root) => leaves(root)),
    )
    const lifted = new Map(
      way.langkah.map(({ id, ke }) => [id, ke.div(weights.get(id) ?? 1)] as const),
    )
    expect(passes(instrumen, lifted, 'WBK')).toBe(true)
  })

  it('is empty when the gate holds already', () => {
    const full = new Map(pertanyaanOf(instrumen).map(({ id }) => [id, new Fraction(1)]))
    expect(jalanLulus(instrumen, { nisbah: full, gerbang: 'WBBM' })).toEqual({
      ada: true,
      usaha: 0,
      langkah: [],
    })
  })

  it('says which condition stands in the way when a needed question cannot be lifted', () => {
    const way = jalanLulus(instrumen, {
      nisbah: new Map(),
      gerbang: 'WBK',
      usaha: { 'B.I.a': null },
    })
    expect(way).toMatchObject({ ada: false, terhalang: [{ id: 'B.I' }, { id: 'B.I.a' }] })
  })
})

const leaves = (node: { id: string; bobot: Fraction; anak: unknown[] }): [string, Fraction][] =>
  node.anak.length === 0
    ? [[node.id, node.bobot]]
    : (node.anak as (typeof node)[]).flatMap((inner) => leaves(inner))

describe('choosing the cheapest', () => {
  const item = (id: string, gain: number, cost: number) => ({ id, gain: new Fraction(gain), cost })

  it('refuses sets that cross', () => {
    const wanted = [
      ['a', 'b'],
      ['b', 'c'],
    ].map((ids) => ({ ids: new Set(ids), lack: new Fraction(1) }))
    const items = [item('a', 1, 1), item('b', 1, 1), item('c', 1, 1)]
    expect(() => cheapest(items, wanted)).toThrow(/cross/)
  })

  it('takes two cheap ones before a dear one, and says when nothing is enough', () => {
    const items = [item('dear', 4, 5), item('x', 2, 1), item('y', 2, 1)]
    const all = new Set(['dear', 'x', 'y'])
    expect(cheapest(items, [{ ids: all, lack: new Fraction(4) }]).toSorted()).toEqual(['x', 'y'])
    expect(() => cheapest(items, [{ ids: all, lack: new Fraction(9) }])).toThrow(/no choice/)
  })
})
