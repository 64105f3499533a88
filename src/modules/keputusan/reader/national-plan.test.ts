import { describe, expect, it } from 'vitest'
import { findPlanKegiatan, nationalPlans, planEntries } from './national-plan.ts'
import { indexPlan } from './plan-index.ts'
import { canonicalAreas } from './vocabulary.ts'

describe('the national plans', () => {
  it.each(['RB', 'ZI'] as const)('covers every area of a %s plan, in order', (jenis) => {
    const areas = [...new Set(nationalPlans[jenis].kegiatan.map((each) => each.area))]
    const expected = canonicalAreas.filter((area) => area.nomor[jenis] !== null)
    expect(areas).toEqual(expected.map((area) => area.kode))
    expect(nationalPlans[jenis].sumber.length).toBeGreaterThan(0)
  })

  it('names no office: the satker is filled in when the plan is used', () => {
    const texts = planEntries('RB', 'KPU Kota Bima').map((entry) => entry.teks)
    expect(texts.some((text) => text.endsWith('pada KPU Kota Bima;'))).toBe(true)
    expect(texts.some((text) => /<satker>|provinsi|kabupaten \p{Lu}/iu.test(text))).toBe(false)
  })

  it('gives butir and indicators their kegiatan and place', () => {
    const entry = planEntries('RB').find((each) => each.teks.startsWith('Tersedianya laporan UPG'))
    expect(entry).toMatchObject({ kind: 'indikator', area: 'pengawasan', butir: 1 })
    expect(entry?.kegiatan?.judul).toBe('Gratifikasi')
  })
})

describe('findPlanKegiatan', () => {
  it('knows a kegiatan by its usual names and through typing errors', () => {
    expect(findPlanKegiatan('ZI', 'SPBE')?.kegiatan.area).toBe('tata-laksana')
    expect(findPlanKegiatan('RB', 'Penegakan aturan displin/kode etik')).toBeNull()
    expect(findPlanKegiatan('RB', 'Budaya Pelayanan Prma')?.kegiatan.judul).toBe(
      'Budaya Pelayanan Prima',
    )
  })
})

describe('indexPlan', () => {
  const find = indexPlan(planEntries('RB', 'KPU Provinsi Papua'))

  it('finds the entry nearest to a text first', () => {
    const [best, next] = find('Pemantauan Pengendalian Intern;', 0.5, 5)
    expect(best).toMatchObject({ similarity: 1, entry: { kind: 'butir', butir: 4 } })
    expect(next?.similarity ?? 0).toBeLessThan(1)
  })

  it('finds nothing for a text of another world', () => {
    expect(find('Resep soto banjar dan nasi kuning', 0.6, 5)).toEqual([])
  })
})
