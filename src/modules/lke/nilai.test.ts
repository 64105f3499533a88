import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#test/support/source-files.ts'
import { areaOf, gerbangOf, totalOf } from './gerbang.ts'
import {
  type Bagian,
  bagianOf,
  type Instrumen,
  type Pertanyaan,
  pertanyaanOf,
  readInstrumen,
} from './instrumen.ts'
import { type Jawaban, readJawaban } from './jawaban.ts'
import { type Kosong, nilaiOf, simpulMap } from './nilai.ts'

const read = readInstrumen(
  JSON.parse(readFileSync(join(projectRoot, 'data/instrumen/lke-zi-2021.json'), 'utf8')),
)
if (!read.instrumen) throw new Error(read.problems.join('\n'))
const { instrumen } = read
const asked = pertanyaanOf(instrumen)

type Sheet = Record<string, Jawaban>

const score = (sheet: Sheet, kosong: Kosong = 'nol') => {
  const { nisbah, problems } = readJawaban(instrumen, sheet)
  expect(problems).toEqual([])
  return nilaiOf(instrumen, nisbah, kosong)
}
const total = (sheet: Sheet, kosong?: Kosong) => totalOf(score(sheet, kosong)).valueOf()

const counts = fc.integer({ min: 0, max: 400 })
const answerOf = (one: Pertanyaan): fc.Arbitrary<Jawaban> => {
  if (one.jawaban === 'indeks-4') return fc.integer({ min: 0, max: 400 }).map((n) => n / 100)
  if (one.jawaban === 'persen')
    return fc.record(Object.fromEntries((one.masukan ?? []).map(({ kunci }) => [kunci, counts])))
  return fc.constantFrom(...Object.keys(instrumen.skala[one.jawaban] ?? {}))
}
const sheets = fc
  .record(Object.fromEntries(asked.map((one) => [one.id, fc.option(answerOf(one), { nil: null })])))
  .map(
    (sheet) =>
      Object.fromEntries(Object.entries(sheet).filter(([, value]) => value !== null)) as Sheet,
  )

/** Naive: floating point, straight from the rule book. */
function oracle(sheet: Sheet, kosong: Kosong): number {
  return instrumen.komponen.reduce((sum, node) => sum + oracleNode(node, sheet, kosong).value, 0)
}

function oracleNode(node: Bagian, sheet: Sheet, kosong: Kosong): { value: number; any: boolean } {
  const weight = Number(node.bobot)
  if (node.pertanyaan) {
    const ratios = node.pertanyaan.map((one) => oracleRatio(one, sheet[one.id]))
    const given = ratios.filter((one) => one !== null)
    if (node.pertanyaan[0]?.bobot !== undefined) {
      const value = node.pertanyaan.reduce(
        (sum, one, index) => sum + Number(one.bobot) * (ratios[index] ?? 0),
        0,
      )
      return { value, any: given.length > 0 }
    }
    const of = kosong === 'nol' ? ratios.length : given.length
    const sum = given.reduce((a, b) => a + b, 0)
    return { value: of === 0 ? 0 : (sum / of) * weight, any: given.length > 0 }
  }
  const inner = (node.anak ?? []).map((one) => ({
    weight: Number(one.bobot),
    ...oracleNode(one, sheet, kosong),
  }))
  const value = inner.reduce((sum, one) => sum + one.value, 0)
  const any = inner.some((one) => one.any)
  if (node.cara !== 'rerata' || kosong === 'nol' || !any) return { value, any }
  const answered = inner.filter((one) => one.any)
  return { value: (value / answered.reduce((sum, one) => sum + one.weight, 0)) * weight, any }
}

function oracleRatio(one: Pertanyaan, answer: Jawaban | undefined): number | null {
  if (answer === undefined) return null
  if (typeof answer === 'number') return answer / 4
  if (typeof answer === 'string') return Number(instrumen.skala[one.jawaban]?.[answer])
  const n = (key: string) => answer[key] ?? 0
  if (one.rumus?.jenis === 'rasio') {
    const of = one.rumus.penyebut.reduce((sum, key) => sum + n(key), 0)
    const some = one.rumus.pembilang.reduce((sum, key) => sum + n(key), 0)
    return of === 0 ? null : Math.min(1, some / of)
  }
  const [before, now] = [n('tahun_lalu'), n('tahun_ini')]
  if (before === 0) return now === 0 ? 1 : 0
  return Math.max(0, (before - now) / before)
}

const best = Object.fromEntries(
  asked.map((one): [string, Jawaban] => {
    if (one.jawaban === 'indeks-4') return [one.id, 4]
    if (one.jawaban !== 'persen')
      return [one.id, Object.keys(instrumen.skala[one.jawaban] ?? {})[0] ?? '']
    const full = (one.masukan ?? []).map(({ kunci }) => [kunci, kunci === 'tahun_ini' ? 0 : 5])
    const sum = one.rumus?.jenis === 'rasio' ? one.rumus.penyebut.length * 5 : 5
    return [
      one.id,
      {
        ...Object.fromEntries(full),
        ...(one.rumus?.jenis === 'rasio' ? { [one.rumus.pembilang[0] ?? '']: sum } : {}),
      },
    ]
  }),
)

describe('the score of a sheet', () => {
  it('is 100 when everything is best and 0 when nothing is answered', () => {
    expect(asked).toHaveLength(113)
    expect(total(best)).toBe(100)
    expect(total({})).toBe(0)
    expect(total({}, 'abaikan')).toBe(0)
  })

  it('weighs levels by the rule book: two thirds are 0.67, not 2/3', () => {
    const nodes = simpulMap(
      score({ 'A.II.1.iii.a': 'B', 'A.I.1.i.b': 'B', 'B.I.a': 3.6, 'B.I.b': 'C' }),
    )
    expect(nodes.get('A.II.1.iii')?.nilai.valueOf()).toBe(0.67)
    expect(nodes.get('A.I.1.i')?.nilai.valueOf()).toBe(0.125)
    expect(nodes.get('B.I')?.nilai.valueOf()).toBe(18.25)
  })

  it('keeps thirds whole: three best answers of an indicator of weight 1 are exactly 1', () => {
    const sheet = { 'A.I.1.ii.a': 'Ya', 'A.I.1.ii.b': 'A', 'A.I.1.ii.c': 'A' }
    expect(simpulMap(score(sheet)).get('A.I.1.ii')?.nilai.toString()).toBe('1')
  })

  it('leaves blanks out of the average as the form does, or counts them as nothing', () => {
    const sheet = { 'A.I.1.i.a': 'Ya' }
    expect(total(sheet, 'nol')).toBe(0.25)
    expect(total(sheet, 'abaikan')).toBe(0.5)
  })

  it('says how much is answered beside every score', () => {
    const nodes = simpulMap(score({ 'A.I.1.i.a': 'Ya', 'A.I.1.ii.b': 'C' }))
    expect(nodes.get('A.I.1')).toMatchObject({ terjawab: 2, dari: 12 })
    expect(nodes.get('A')).toMatchObject({ terjawab: 2, dari: 110 })
  })

  it('computes percents from counts: never above whole, no answer where there was nothing to do', () => {
    const of = (sheet: Sheet, id: string) => simpulMap(score(sheet)).get(id)
    expect(of({ 'A.II.1.i.a': { agen: 7, perubahan: 9 } }, 'A.II.1.i.a')?.nilai.valueOf()).toBe(1)
    const none = of({ 'A.II.5.ii.a': { harus: 0, proses: 0, selesai: 0 } }, 'A.II.5.ii')
    expect(none).toMatchObject({ terjawab: 0, dari: 1 })
    const discipline = (lalu: number, kini: number) =>
      of(
        { 'A.II.3.iii.a': { tahun_lalu: lalu, tahun_ini: kini, disanksi: 0 } },
        'A.II.3.iii',
      )?.nilai.valueOf()
    expect([discipline(0, 0), discipline(0, 1), discipline(4, 1), discipline(1, 4)]).toEqual([
      2, 0, 1.5, 0,
    ])
  })

  it('equals a naive computation on 10 000 random sheets', () => {
    fc.assert(
      fc.property(sheets, fc.constantFrom<Kosong>('nol', 'abaikan'), (sheet, kosong) => {
        expect(total(sheet, kosong)).toBeCloseTo(oracle(sheet, kosong), 9)
      }),
      { numRuns: 10_000 },
    )
  }, 120_000)

  it('is bounded by the weight of every part and independent of the order of answers', () => {
    fc.assert(
      fc.property(sheets, fc.constantFrom<Kosong>('nol', 'abaikan'), (sheet, kosong) => {
        const nodes = simpulMap(score(sheet, kosong))
        for (const { nilai, bobot } of nodes.values()) {
          expect(nilai.compare(0)).toBeGreaterThanOrEqual(0)
          expect(nilai.compare(bobot)).toBeLessThanOrEqual(0)
        }
        const turned = Object.fromEntries(Object.entries(sheet).toReversed())
        expect(totalOf(score(turned, kosong)).equals(totalOf(score(sheet, kosong)))).toBe(true)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('never falls when an answer gets better', () => {
    const rises = sheets.chain((sheet) =>
      fc.constantFrom(...asked.filter((one) => instrumen.skala[one.jawaban])).chain((one) => {
        const levels = Object.keys(instrumen.skala[one.jawaban] ?? {})
        return fc.tuple(fc.integer({ min: 1, max: levels.length - 1 })).map(([index]) => ({
          worse: { ...sheet, [one.id]: levels[index] ?? '' },
          better: { ...sheet, [one.id]: levels[index - 1] ?? '' },
        }))
      }),
    )
    fc.assert(
      fc.property(rises, fc.constantFrom<Kosong>('nol', 'abaikan'), ({ worse, better }, kosong) => {
        const difference = totalOf(score(better, kosong)).sub(totalOf(score(worse, kosong)))
        expect(difference.compare(0)).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  }, 60_000)
})

describe('an answer that cannot be', () => {
  it.each([
    ['a question that is not there', { 'Z.9': 'A' }, /^Z\.9: tidak ada pertanyaan/],
    ['a level that the scale lacks', { 'A.I.1.i.a': 'A' }, /pilih Ya, Tidak/],
    ['a level in lower case', { 'A.I.1.i.b': 'a' }, /pilih A, B, C/],
    ['a level named as a property of objects', { 'A.I.1.i.b': 'constructor' }, /pilih A, B, C/],
    ['an index of 5', { 'B.I.a': 5 }, /indeks 5 di luar 0 sampai 4/],
    ['a negative index', { 'B.II.a': -0.1 }, /di luar 0 sampai 4/],
    ['an index in words', { 'B.I.a': 'baik' }, /bukan angka/],
    ['a negative count', { 'A.II.1.i.a': { agen: -1, perubahan: 0 } }, /agen tidak boleh negatif/],
    ['half a person', { 'A.II.1.i.a': { agen: 1.5, perubahan: 0 } }, /bilangan bulat/],
    ['a count that is not asked', { 'A.II.1.i.a': { pegawai: 1 } }, /"pegawai" tidak dikenal/],
    ['a percent without its counts', { 'A.II.1.i.a': 0.5 }, /tulis jumlah untuk agen, perubahan/],
  ])('%s is refused by name', (_, sheet, sentence) => {
    const { problems } = readJawaban(instrumen, sheet)
    expect(problems).toEqual([expect.stringMatching(sentence)])
  })

  it('blank counts are no answer, and no fault', () => {
    const { nisbah, problems } = readJawaban(instrumen, {
      'A.II.1.i.a': { agen: 3 },
      'A.I.1.i.a': null,
      'A.I.1.i.b': '',
    })
    expect({ size: nisbah.size, problems }).toEqual({ size: 0, problems: [] })
  })
})

describe('the gates', () => {
  it('hold at their very threshold and not a hair below', () => {
    const at = gerbangOf(instrumen, score({ ...best, 'B.I.a': 3.6, 'B.II.a': 3.2 }))
    expect(at['WBK']).toMatchObject({ lulus: true })
    expect(at['WBBM']?.uji.filter(({ lulus }) => !lulus).map(({ id }) => id)).toEqual(['B.II'])
    const below = gerbangOf(instrumen, score({ ...best, 'B.I.a': 3.59 }))
    expect(below['WBK']?.uji.filter(({ lulus }) => !lulus).map(({ id }) => id)).toEqual(['B.I.a'])
  })

  it('ask sixty percent of every area, so that one weak area stops a strong sheet', () => {
    const weak = Object.fromEntries(
      Object.entries(best).filter(([id]) => !/^A\.(I|II)\.2\./.test(id)),
    )
    const { WBK } = gerbangOf(instrumen, score(weak))
    expect(WBK?.uji.filter(({ lulus }) => !lulus).map(({ id }) => id)).toEqual(['area'])
    const area = areaOf(instrumen, score(weak)).find(({ nomor }) => nomor === 2)
    expect([area?.nilai.valueOf(), area?.maksimum.valueOf()]).toEqual([0, 7])
  })
})

describe('the instrument', () => {
  it('has every part once', () => {
    const parts = bagianOf(instrumen satisfies Instrumen)
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length)
  })
})
