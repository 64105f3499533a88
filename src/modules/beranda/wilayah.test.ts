import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areasIn, cellOf, heatLines, readView, sortLines } from './wilayah.ts'

const part = (kode: string, areaBaku: number, selesai: number) => ({
  kode,
  areaBaku,
  lewat: true,
  jumlah: 10,
  berjalan: 0,
  selesai,
  selesaiTepat: selesai,
  ditiadakan: 0,
})
const places = [
  { kode: '52', nama: 'A' },
  { kode: '5203', nama: 'B' },
  { kode: '5271', nama: 'C' },
]
const lines = heatLines(places, [part('52', 1, 5), part('52', 4, 9), part('5271', 1, 8)])
const order = (urut: string) =>
  sortLines(lines, { urut, ukuran: 'selesai' }).map(({ kode }) => kode)

describe('a heat table', () => {
  it('has a line for every office, also for one that planned nothing', () => {
    expect(lines.map(({ kode }) => kode)).toEqual(['52', '5203', '5271'])
    expect(lines.map((line) => cellOf(line, 'semua', 'selesai'))).toEqual([0.7, null, 0.8])
    expect(lines.map((line) => cellOf(line, '1', 'terlambat'))).toEqual([5, null, 2])
  })

  it('sorts by a column either way, with unknown figures last', () => {
    expect(order('kode')).toEqual(['52', '5203', '5271'])
    expect(order('1')).toEqual(['52', '5271', '5203'])
    expect(order('-1')).toEqual(['5271', '52', '5203'])
    expect(order('4')).toEqual(['52', '5203', '5271'])
  })

  it('shows a ninth column only when a decree has areas of its own', () => {
    expect(areasIn([part('52', 1, 1)])).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(areasIn([part('52', 0, 1)]).at(-1)).toBe(0)
  })
})

describe('the choices in an address', () => {
  it('are read, and anything else falls back to the plain table', () => {
    expect(readView({ tahun: '2026', jenis: 'ZI', ukuran: 'tepat', urut: '-4' })).toEqual({
      tahun: 2026,
      jenis: 'ZI',
      ukuran: 'tepat',
      urut: '-4',
      provinsi: '',
    })
    const plain = { tahun: null, jenis: '', ukuran: 'selesai', urut: 'kode', provinsi: '' }
    fc.assert(
      fc.property(fc.string({ minLength: 5 }), (noise) => {
        const text = `${noise}!`
        const asked = { tahun: text, jenis: text, ukuran: text, urut: text, provinsi: text }
        expect(readView(asked)).toEqual(plain)
      }),
    )
  })
})
