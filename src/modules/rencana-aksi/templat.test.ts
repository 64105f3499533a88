import { describe, expect, it } from 'vitest'
import { allButir } from './isi.ts'
import { forOffice, isiFromNational, simpanganOf } from './templat.ts'

describe('the usual plan as a template', () => {
  it.each(['RB', 'ZI'] as const)('holds the areas of %s in order, each with butir', (jenis) => {
    const isi = isiFromNational(jenis)
    expect(isi.area.map(({ areaBaku }) => areaBaku)).toEqual(
      jenis === 'RB' ? [1, 2, 3, 4, 5, 6, 7, 8] : [1, 4, 5, 6, 7, 8],
    )
    expect(isi.area.map(({ nomor }) => nomor)).toEqual(isi.area.map((_, index) => `${index + 1}.`))
    expect(allButir(isi).length).toBeGreaterThan(80)
    expect(isi.area.every(({ kegiatan }) => kegiatan.some(({ butir }) => butir.length > 0))).toBe(
      true,
    )
  })

  it('names the office that receives it, and no other', () => {
    const isi = isiFromNational('RB')
    const texts = (of: typeof isi) => JSON.stringify(of)
    expect(texts(isi)).toContain('<satker>')
    const filled = texts(forOffice(isi, 'KPU Kabupaten Sukamaju'))
    expect(filled).not.toContain('<satker>')
    expect(filled).toContain('KPU Kabupaten Sukamaju')
  })
})

describe('how far a plan is from its template', () => {
  const templat = forOffice(isiFromNational('RB'), 'KPU Kota Contoh')
  const copy = () => structuredClone(templat)

  it('counts what was added, taken out and changed, but not who answers for a butir', () => {
    expect(simpanganOf(templat, copy())).toEqual({ tambah: 0, hilang: 0, ubah: 0 })
    const other = copy()
    const butir = other.area[0]?.kegiatan[0]?.butir ?? []
    const [first, second, third] = butir
    if (!first || !second || !third) throw new Error('too few butir')
    first.bulan = [3]
    second.penanggungJawab = { id: 'x', nama: 'Sari' }
    butir.splice(2, 1)
    other.area[1]?.kegiatan[0]?.butir.push({ ...third, uraian: 'Kegiatan khas satuan kerja ini' })
    expect(simpanganOf(templat, other)).toEqual({ tambah: 1, hilang: 1, ubah: 1 })
  })
})
