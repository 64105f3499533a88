import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryOver, diffRencana, isSame, jadwalText, withoutIds } from './diff.ts'
import { allButir, areaBakuOf, type IsiButir, type IsiRencana, newIndikator } from './isi.ts'

const butir = (uraian: string, more: Partial<IsiButir> = {}): IsiButir => ({
  label: null,
  uraian,
  langkah: null,
  keterangan: null,
  prioritas: false,
  penanggungJawab: null,
  unit: null,
  bulan: [1],
  mulai: null,
  selesai: null,
  jadwalAsli: null,
  eviden: [],
  indikator: [],
  baris: [],
  keyakinan: null,
  ...more,
})
const plan = (...butirs: IsiButir[]): IsiRencana => ({
  area: [
    {
      nomor: '1.',
      judul: 'Manajemen Perubahan',
      areaBaku: 1,
      kegiatan: [{ nomor: null, judul: 'Tim kerja', butir: butirs }],
    },
  ],
})
const summary = (before: IsiRencana, after: IsiRencana) => {
  const { added, removed, changed } = diffRencana(before, after)
  return {
    added: added.map(({ teks }) => teks),
    removed: removed.map(({ teks }) => teks),
    changed: changed.map(({ row, fields }) => `${row.teks}: ${fields.map((f) => f.field).join()}`),
  }
}

describe('the difference of two plans [P.10]', () => {
  it('is nothing for the same plan', () => {
    const one = plan(butir('Rapat tim'), butir('Evaluasi'))
    expect(isSame(diffRencana(one, one))).toBe(true)
  })

  it('names rows that came, went and changed, with their fields', () => {
    const before = plan(butir('Menyusun SOP pelayanan'), butir('Rapat koordinasi'))
    const after = plan(
      butir('Menyusun SOP pelayanan publik', { bulan: [2, 3] }),
      butir('Sosialisasi gratifikasi'),
    )
    expect(summary(before, after)).toEqual({
      added: ['Sosialisasi gratifikasi'],
      removed: ['Rapat koordinasi'],
      changed: ['Menyusun SOP pelayanan publik: uraian,jadwal'],
    })
  })

  it('follows a row by its id, however much its words change', () => {
    const before = plan(butir('Rapat', { id: 'a' }), butir('Laporan', { id: 'b' }))
    const after = plan(
      butir('Sesuatu yang lain sama sekali', { id: 'a' }),
      butir('Laporan', { id: 'c' }),
    )
    expect(summary(before, after)).toEqual({
      added: [],
      removed: [],
      changed: ['Sesuatu yang lain sama sekali: uraian'],
    })
  })

  it('sees a row that moved to another kegiatan, a new indikator and another person', () => {
    const before = plan(butir('Rapat tim'))
    const after: IsiRencana = {
      area: [
        {
          nomor: '1.',
          judul: 'Manajemen Perubahan',
          areaBaku: 1,
          kegiatan: [
            {
              nomor: null,
              judul: 'Pemantauan',
              butir: [
                butir('Rapat tim', {
                  indikator: [newIndikator('Jumlah rapat')],
                  penanggungJawab: { id: 'p', nama: 'Sari' },
                }),
              ],
            },
          ],
        },
      ],
    }
    expect(summary(before, after).changed).toEqual(['Rapat tim: tempat,penanggungJawab,indikator'])
  })

  it('matches rows of the same words one to one', () => {
    const before = plan(butir('Rapat'), butir('Rapat'))
    expect(summary(before, plan(butir('Rapat')))).toEqual({
      added: [],
      removed: ['Rapat'],
      changed: [],
    })
  })

  it('accounts for every row on both sides, for any two plans', () => {
    const rows = fc.array(
      fc.constantFrom('rapat tim', 'rapat kerja tim', 'laporan', 'survei ikm'),
      {
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(rows, rows, (left, right) => {
        const before = plan(...left.map((teks) => butir(teks)))
        const after = plan(...right.map((teks) => butir(teks)))
        const { added, removed } = diffRencana(before, after)
        expect(left.length - removed.length).toBe(right.length - added.length)
        const back = diffRencana(after, before)
        expect([back.added.length, back.removed.length]).toEqual([removed.length, added.length])
      }),
    )
  })
})

describe('a decree read again', () => {
  it('takes over id, person, unit and priority of the rows that are still there', () => {
    const sari = { id: 'p', nama: 'Sari' }
    const before = plan(butir('Rapat tim', { id: 'a', prioritas: true, penanggungJawab: sari }))
    const [row, fresh] = allButir(carryOver(before, plan(butir('rapat tim.'), butir('Baru'))))
    expect(row).toMatchObject({ id: 'a', prioritas: true, penanggungJawab: sari })
    expect(fresh).not.toHaveProperty('id')
  })

  it('copied as a new plan has no ids left', () => {
    const copy = withoutIds(plan(butir('Rapat', { id: 'a' })))
    expect(allButir(copy)[0]).not.toHaveProperty('id')
  })
})

describe('the canonical area', () => {
  it('follows from the title, whatever number stands before it', () => {
    expect(areaBakuOf('ZI', { nomor: '2', judul: 'Penataan Tatalaksana' })).toBe(4)
    expect(areaBakuOf('RB', { nomor: '5', judul: 'Penguatan Pengawasan' })).toBe(7)
    expect(areaBakuOf('RB', { nomor: '3', judul: 'Lain-lain' })).toBeNull()
  })

  it('follows from the number where the title was lost', () => {
    expect(areaBakuOf('RB', { nomor: '8', judul: null })).toBe(8)
    expect(areaBakuOf('ZI', { nomor: '2.', judul: null })).toBe(4)
    expect(areaBakuOf('ZI', { nomor: '7', judul: null })).toBeNull()
    expect(areaBakuOf('RB', { judul: null })).toBeNull()
  })
})

describe('a schedule in words', () => {
  it('names months, days, or both', () => {
    const none = { bulan: [], mulai: null, selesai: null }
    expect(jadwalText(none)).toBe('')
    expect(jadwalText({ ...none, bulan: [1, 7] })).toBe('Januari, Juli')
    expect(jadwalText({ ...none, bulan: Array.from({ length: 12 }, (_, i) => i + 1) })).toBe(
      'setiap bulan',
    )
    expect(jadwalText({ bulan: [8], mulai: '2025-08-25', selesai: '2025-08-29' })).toBe(
      '25 Agustus 2025 – 29 Agustus 2025 (Agustus)',
    )
    expect(jadwalText({ ...none, mulai: '2025-08-25', selesai: '2025-08-25' })).toBe(
      '25 Agustus 2025',
    )
  })
})
