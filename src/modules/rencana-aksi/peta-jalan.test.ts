import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { covers, type PetaJalan, petaJalanOf } from './peta-jalan.ts'

type Stored = Omit<PetaJalan, 'tahunDari' | 'tahunSampai'> & {
  tahun_dari: number
  tahun_sampai: number
}
const file = join(import.meta.dirname, '../../../data/rencana/peta-jalan.json')
const { petaJalan } = JSON.parse(readFileSync(file, 'utf8')) as { petaJalan: Stored[] }
const all = petaJalan.map(({ tahun_dari: tahunDari, tahun_sampai: tahunSampai, ...rest }) => ({
  ...rest,
  tahunDari,
  tahunSampai,
}))

describe('the road maps [1.14]', () => {
  it('name a source each, and say what has not been verified', () => {
    expect(all.length).toBeGreaterThanOrEqual(4)
    expect(all.every(({ sumber }) => sumber.length > 0)).toBe(true)
    const unsure = all.filter(
      ({ keyakinan, sasaran }) =>
        keyakinan !== 'terverifikasi' || sasaran.some((one) => one.keyakinan !== 'terverifikasi'),
    )
    expect(unsure.every(({ catatan }) => (catatan ?? '').length > 0)).toBe(true)
    const codes = all.flatMap(({ kode, sasaran }) => [kode, ...sasaran.map((one) => one.kode)])
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('suggest for every year from 2010 to 2029 one that covers it, KPU’s own first', () => {
    for (let tahun = 2010; tahun <= 2029; tahun++) {
      const [first] = petaJalanOf(all, tahun)
      expect(first && covers(first, tahun), String(tahun)).toBe(true)
    }
    expect([2015, 2022, 2025, 2026].map((tahun) => petaJalanOf(all, tahun)[0]?.kode)).toEqual([
      'gdrb-2010-2025',
      'rm-kpu-2020-2024',
      'rb-2025-2029',
      'rb-2025-2029',
    ])
    expect(petaJalanOf(all, 2035)).toEqual([])
  })
})
