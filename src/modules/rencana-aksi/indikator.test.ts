import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  capaianOf,
  highestIndeks,
  indikatorState,
  nilaiProblem,
  parseNilai,
  trendOf,
  type Ukuran,
} from './indikator.ts'
import { type IndikatorLama, matchTahunLalu, tahunLaluOf } from './indikator-tahun-lalu.ts'
import { jenisIndikator } from './jenis-indikator.ts'

const ukuran = (more: Partial<Ukuran> = {}): Ukuran => ({
  jenis: 'persen',
  satuan: null,
  arah: 'naik',
  target: 80,
  caraHitung: 'terakhir',
  ...more,
})

describe('a value of an indicator [P.17]', () => {
  it.each([
    ['dokumen', null, [0, 1], [2, 0.5, -1]],
    ['jumlah', null, [0, 12, 4000], [1.5, -3]],
    ['persen', null, [0, 87.5, 100], [100.1, -1]],
    ['indeks', null, [3.4, 100], [101]],
    ['indeks', 'skala 5', [0, 4.25, 5], [5.1]],
    ['waktu', 'hari kerja', [0, 2.5, 400], [-1]],
  ] as const)('of kind %s (%s) takes %j and not %j', (jenis, satuan, good, bad) => {
    for (const nilai of good) expect(nilaiProblem({ jenis, satuan }, nilai)).toBeNull()
    for (const nilai of bad) expect(nilaiProblem({ jenis, satuan }, nilai)).toMatch(/\.$/)
  })

  it('is never something that is not a number', () => {
    for (const jenis of jenisIndikator)
      expect(nilaiProblem({ jenis, satuan: null }, parseNilai('banyak'))).toContain('angka')
  })

  it('is read as people write numbers here', () => {
    expect(['87,5', '87.5', '1.250', '1.250,75', ' 90 %', '1250'].map(parseNilai)).toEqual([
      87.5, 87.5, 1250, 1250.75, 90, 1250,
    ])
    expect(parseNilai('')).toBeNaN()
    expect(parseNilai('12 orang')).toBeNaN()
  })

  it('of an index is bounded by the scale that its unit names', () => {
    expect(['skala 5', 'Skala 1-4', null, 'poin'].map(highestIndeks)).toEqual([5, 4, 100, 100])
  })
})

describe('the achievement of the year [P.17]', () => {
  const nilai = [
    { bulan: 7, nilai: 30 },
    { bulan: 2, nilai: 10 },
  ]

  it('is the last month, the sum or the mean, as the indicator says', () => {
    expect(capaianOf(ukuran(), nilai)).toBe(30)
    expect(capaianOf(ukuran({ caraHitung: 'jumlah' }), nilai)).toBe(40)
    expect(capaianOf(ukuran({ caraHitung: 'rerata' }), nilai)).toBe(20)
    expect(capaianOf(ukuran(), [])).toBeNull()
  })

  it('of a document stays once it was there', () => {
    const document = ukuran({ jenis: 'dokumen', target: null })
    const rows = [
      { bulan: 3, nilai: 1 },
      { bulan: 4, nilai: 0 },
    ]
    expect(capaianOf(document, rows)).toBe(1)
    expect(indikatorState(document, 1)).toBe('reached')
    expect(indikatorState(document, 0)).toBe('missed')
  })

  it('reaches its target in the direction that is good', () => {
    expect(indikatorState(ukuran(), 80)).toBe('reached')
    expect(indikatorState(ukuran({ arah: 'turun' }), 81)).toBe('missed')
    expect(indikatorState(ukuran({ arah: 'turun' }), 3)).toBe('reached')
    expect(indikatorState(ukuran({ target: null }), 3)).toBe('untargeted')
    expect(indikatorState(ukuran(), null)).toBe('unmeasured')
  })
})

describe('the way since last year [P.18]', () => {
  it('is better in one direction exactly when it is worse in the other', () => {
    const value = fc.float({ min: 0, max: 100, noNaN: true })
    fc.assert(
      fc.property(value, value, (now, before) => {
        const [up, down] = [trendOf('naik', now, before), trendOf('turun', now, before)]
        const both = now === before ? ['equal'] : ['better', 'worse']
        expect(new Set([up, down])).toEqual(new Set(both))
      }),
    )
    expect(trendOf('naik', 5, null)).toBe('unknown')
  })

  const lama = (teks: string, value: number | null, jenis: Ukuran['jenis'] = 'persen') =>
    ({
      id: teks,
      rencanaId: 'r',
      teks,
      jenis,
      caraHitung: 'terakhir',
      nilai: value === null ? [] : [{ bulan: 12, nilai: value }],
    }) satisfies IndikatorLama

  it('finds the same words first, years aside, then the likest of the same kind', () => {
    const wanted = { teks: 'Persentase LHKPN tahun 2026 tepat waktu', jenis: 'persen' as const }
    const like = lama('Persentase pelaporan LHKPN yang tepat waktu', 70)
    const same = lama('persentase LHKPN Tahun 2025 tepat waktu.', 90)
    const other = lama('Jumlah pengaduan', 3, 'jumlah')
    expect(matchTahunLalu(wanted, [like, same, other])).toBe(same)
    expect(matchTahunLalu(wanted, [other, like])).toBe(like)
    expect(matchTahunLalu(wanted, [other])).toBeNull()
  })

  it('lets a correction stand before the plan of last year, and that before a copy', () => {
    const stored = { teks: 'Nilai SAKIP', jenis: 'indeks' as const, nilaiTahunLalu: 61 }
    const candidates = [lama('Nilai SAKIP', 65, 'indeks')]
    const read = (corrected: boolean, found: IndikatorLama[]) => {
      const { nilai, asal } = tahunLaluOf({ ...stored, corrected }, found)
      return [nilai, asal]
    }
    expect(read(true, candidates)).toEqual([61, 'koreksi'])
    expect(read(false, candidates)).toEqual([65, 'rencana'])
    expect(read(false, [lama('Nilai SAKIP', null, 'indeks')])).toEqual([61, 'salinan'])
  })
})
