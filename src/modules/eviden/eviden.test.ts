import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checklistOf, countSlots, slotState, usesIn } from './checklist.ts'
import { type Bentuk, isValidFor, isWilayah, masaOf, masaProblem, periodDays } from './eviden.ts'
import { masaText, periodeText, pointerText, sizeText } from './labels.ts'
import { titleOfFile } from './of-form.ts'
import { suggestedBukti } from './suggest.ts'

const at = new Date('2026-11-20T00:00:00Z')
const use = (state: 'pending' | 'accepted' | 'returned', bentuk: Bentuk = 'berkas') => ({
  slot: 'Notula' as string | null,
  bulan: null as number | null,
  acceptedAt: state === 'accepted' ? at : null,
  returnedAt: state === 'returned' ? at : null,
  eviden: { bentuk },
})

describe('the validity of evidence', () => {
  it('is the calendar year of its date, and other days only with a reason', () => {
    const masa = masaOf('2025-12-31')
    expect(masa).toEqual({ dari: '2025-01-01', sampai: '2025-12-31', alasan: null })
    expect(masaProblem('2025-12-31', masa)).toBeNull()
    expect(masaProblem('2025-12-31', { ...masa, sampai: '2026-01-01' })).toContain('alasan')
    const alasan = 'SK berlaku dua tahun'
    expect(masaProblem('2025-12-31', { ...masa, sampai: '2026-01-01', alasan })).toBeNull()
    expect(masaProblem('2025-12-31', { ...masa, sampai: '2024-01-01', alasan })).toContain('awal')
  })

  it('of one year never proves another, whatever month is asked', () => {
    const year = fc.integer({ min: 2000, max: 2100 })
    const month = fc.option(fc.integer({ min: 1, max: 12 }))
    fc.assert(
      fc.property(year, year, month, (own, asked, bulan) => {
        const valid = isValidFor(masaOf(`${own}-06-15`), periodDays(asked, bulan))
        expect(valid).toBe(own === asked)
      }),
    )
  })

  it('of some weeks proves the months it touches', () => {
    const masa = { dari: '2026-03-20', sampai: '2026-04-02' }
    const proved = [2, 3, 4, 5].map((bulan) => isValidFor(masa, periodDays(2026, bulan)))
    expect(proved).toEqual([false, true, true, false])
  })
})

describe('a document of the checklist', () => {
  it('has the best state that was given for it', () => {
    expect(slotState([])).toBe('missing')
    expect(slotState([use('returned')])).toBe('returned')
    expect(slotState([use('returned'), use('pending')])).toBe('pending')
    expect(slotState([use('pending'), use('pending', 'otomatis')])).toBe('automatic')
    expect(slotState([use('returned'), use('accepted'), use('pending')])).toBe('accepted')
    expect(slotState([use('accepted', 'otomatis')])).toBe('accepted')
  })

  it('is counted, and what fills no document stands beside the list', () => {
    const given = [
      use('accepted'),
      { ...use('pending'), slot: 'Judul lama' },
      { ...use('pending'), slot: null },
    ]
    const { slots, others } = checklistOf(['Notula', 'Daftar hadir', 'Notula'], given)
    expect(slots.map(({ slot, state }) => [slot, state])).toEqual([
      ['Notula', 'accepted'],
      ['Daftar hadir', 'missing'],
    ])
    expect(others).toHaveLength(2)
    expect(countSlots(slots)).toEqual({ asked: 2, accepted: 1, pending: 0, open: 1 })
  })

  it('of a month takes what is of that month or of the whole year', () => {
    const given = [use('pending'), { ...use('pending'), bulan: 2 }, { ...use('pending'), bulan: 3 }]
    expect(usesIn(given, 2).map(({ bulan }) => bulan)).toEqual([null, 2])
  })
})

describe('a part of a page', () => {
  it('lies on the page', () => {
    expect(isWilayah([0, 0, 1, 1])).toBe(true)
    expect(isWilayah([0.5, 0.5, 0.5, 0.5])).toBe(true)
    expect(isWilayah([0.6, 0, 0.5, 0.5])).toBe(false)
    expect(isWilayah([0, 0, 0, 0.5])).toBe(false)
    expect(isWilayah([0, 0, 1])).toBe(false)
    expect(isWilayah([Number.NaN, 0, 0.5, 0.5])).toBe(false)
  })
})

describe('words', () => {
  it('say the validity, the period, the place and the size', () => {
    expect(masaText({ dari: '2026-01-01', sampai: '2026-12-31' })).toBe('tahun 2026')
    expect(masaText({ dari: '2025-01-01', sampai: '2026-12-31' })).toBe('tahun 2025–2026')
    expect(masaText({ dari: '2026-02-01', sampai: '2026-02-09' })).toContain('1 Februari 2026')
    expect(['2026-T2', '2026-B08', '2026-S1', '2026-Y', 'lain'].map(periodeText)).toEqual([
      'triwulan II 2026',
      'Agustus 2026',
      'semester I 2026',
      'tahun 2026',
      'lain',
    ])
    expect(pointerText({ halaman: 4, wilayah: [0, 0, 1, 1] })).toBe(
      'halaman 4, bagian yang ditandai',
    )
    expect([0, 1536, 209_715_200].map(sizeText)).toEqual(['0 byte', '1,5 KB', '200 MB'])
  })

  it('name a file after itself, or after what was typed', () => {
    expect(titleOfFile('', 'notula rapat.pdf', 1)).toBe('notula rapat')
    expect(titleOfFile('Notula', 'a.pdf', 1)).toBe('Notula')
    expect(titleOfFile('Notula', 'a.pdf', 2)).toBe('Notula: a')
  })

  it('of an evidence list ask for a record of the system, or for none', () => {
    const kind = {
      jenis: 'x',
      judul: 'X',
      kataKunci: ['laporan monitoring'],
      read: async () => null,
    }
    expect(suggestedBukti('Laporan Monitoring triwulan', [kind])?.jenis).toBe('x')
    expect(suggestedBukti('Daftar hadir', [kind])).toBeNull()
  })
})
