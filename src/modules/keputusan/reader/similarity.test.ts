import { describe, expect, it } from 'vitest'
import { comparisonKey, containment, similarity } from './similarity.ts'

describe('similarity', () => {
  it('is 1 for texts that differ in case, spaces, tags and punctuation only', () => {
    expect(similarity('Penguatan <i>Pengawasan</i>;', 'penguatan  pengawasan')).toBe(1)
    expect(similarity('Penataan Tata Laksana', 'PENATAAN TATALAKSANA')).toBe(1)
  })

  it('stays high over a typing error and low over another sentence', () => {
    expect(similarity('Penegakan aturan displin', 'Penegakan aturan disiplin')).toBeGreaterThan(0.9)
    expect(similarity('Budaya Pelayanan Prima', 'Sistem Informasi Kepegawaian')).toBeLessThan(0.4)
  })

  it('never calls different keys equal, even when their letter pairs agree', () => {
    expect(similarity('abab ab', 'ab abab x')).toBeLessThan(1)
    expect(similarity('aabaa baa', 'aabaabaa a')).toBeLessThan(1)
  })

  it('finds nothing in common between empty or one-letter texts', () => {
    expect(similarity('', '')).toBe(0)
    expect(similarity('a', 'ab')).toBe(0)
  })

  it('keeps the percent sign, which distinguishes indicators', () => {
    expect(comparisonKey('% Pegawai (100)')).toBe('%pegawai100')
  })
})

describe('containment', () => {
  it('is 1 when the part stands inside the whole', () => {
    expect(containment('Perencanaan kebutuhan', 'Perencanaan kebutuhan pegawai sesuai')).toBe(1)
    expect(containment('', 'x')).toBe(0)
  })
  it('is low for unrelated texts', () => {
    expect(containment('Gratifikasi', 'Standar Pelayanan')).toBeLessThan(0.5)
  })
})
