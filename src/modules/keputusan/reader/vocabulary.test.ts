import { describe, expect, it } from 'vitest'
import { areaByNomor, canonicalAreas, findArea } from './vocabulary.ts'

describe('findArea', () => {
  it.each([
    ['Manajemen Perubahan', 'manajemen-perubahan'],
    ['1. MANAJEMEN PERUBAHAN', 'manajemen-perubahan'],
    ['Penguatan Peraturan Perundang-Undangan/ Deregulasi Kebijakan', 'peraturan'],
    ['Penataan Peraturan Perundangan / Deregulasi Kebijakan', 'peraturan'],
    ['Penguatan Kelembagaan', 'organisasi'],
    ['Penguatan Tatalaksana', 'tata-laksana'],
    ['AREA II : PENATAAN TATALAKSANA (5%)', 'tata-laksana'],
    ['Penguatan Sistem Manajemen SDM ASN', 'sdm'],
    ['5 Sistem Manajemen Sumber Daya Manusia', 'sdm'],
    ['PENATAAN SISTEM MANAJEMEN SDM APARATUR', 'sdm'],
    ['PENGUATAN AKUNTABILITAS', 'akuntabilitas'],
    ['Penguatan Pengawasan', 'pengawasan'],
    ['Peningkatan Kualitas Pelyanan Publik', 'pelayanan'],
    ['Komponen 6 - Penguatan Kualitas Pelayanan Publik', 'pelayanan'],
  ])('knows %s', (heading, kode) => {
    expect(findArea(heading)?.area.kode).toBe(kode)
  })

  it.each([
    'Keterlibatan Pimpinan',
    'Standar Pelayanan',
    'Pengelolaan Akuntabilitas Kinerja',
    'Evaluasi atas pelaksanaan manajemen perubahan pada seluruh unit kerja',
    '5',
    '',
  ])('does not take %s for an area', (text) => {
    expect(findArea(text)).toBeNull()
  })
})

describe('areaByNomor', () => {
  it('gives eight areas to an RB plan and six to a ZI plan', () => {
    const places = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    expect(places.filter((n) => areaByNomor('RB', n))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(places.filter((n) => areaByNomor('ZI', n))).toEqual([1, 2, 3, 4, 5, 6])
    expect(areaByNomor('ZI', 2)?.kode).toBe('tata-laksana')
  })

  it('numbers the areas in the order of the list', () => {
    expect(canonicalAreas.map((area) => area.nomor.RB)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})
