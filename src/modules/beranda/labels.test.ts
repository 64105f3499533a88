import { describe, expect, it } from 'vitest'
import { areaMessage, capaianSentence, persen, roundCount, trendMessage } from './labels.ts'
import { patternsOf, wordsOf } from './patterns.ts'
import { capaianOf } from './rekap.ts'

const capaian = (jumlah: number, selesai: number, lewat = true) =>
  capaianOf([{ lewat, jumlah, berjalan: 0, selesai, selesaiTepat: selesai, ditiadakan: 0 }])

describe('the sentences of a dashboard', () => {
  it('say 100% only when everything is done', () => {
    expect([persen(0.614), persen(0.999), persen(1), persen(null)]).toEqual([
      '61%',
      '99%',
      '100%',
      '–',
    ])
  })

  it('round what is too long for a plot', () => {
    expect([roundCount(9_999), roundCount(234_502)]).toEqual(['9.999', '235 rb'])
  })

  it('name the area that is furthest and the one behind', () => {
    const areas = new Map([
      [4, capaian(10, 9)],
      [7, capaian(10, 2)],
    ])
    expect(areaMessage(areas)).toBe(
      'Tata laksana paling jauh (90% selesai), pengawasan tertinggal (20%)',
    )
    expect(areaMessage(new Map([[4, capaian(10, 5)]]))).toBe('Semua area sama jauh: 50% selesai')
    expect(areaMessage(new Map())).toBe('Belum ada yang dijadwalkan')
  })

  it('tell what should be done by now and what is', () => {
    const points = [
      { bulan: 1, rencana: 4, selesai: 3 },
      { bulan: 2, rencana: 9, selesai: null },
    ]
    expect(trendMessage(points, 'langkah')).toBe(
      'Sampai Januari dijadwalkan 4 langkah, 3 sudah selesai',
    )
    expect(trendMessage([{ bulan: 1, rencana: 4, selesai: null }], 'langkah')).toBe(
      'Tahun rencana belum dimulai',
    )
  })

  it('tell how far it is and how many are late', () => {
    expect(capaianSentence(capaian(4, 3))).toBe('75% dari 4 kewajiban selesai, 1 terlambat.')
    expect(capaianSentence(capaian(4, 3, false))).toContain('tidak ada yang terlambat')
    expect(capaianSentence(capaianOf([]), 'langkah')).toBe('Belum ada langkah yang dijadwalkan.')
  })
})

describe('what is typed into the search', () => {
  it('becomes patterns, the longest first, with nothing in them that the database would read', () => {
    expect(wordsOf('  100% rapat_kerja  ')).toEqual(['%rapat\\_kerja%', '%100\\%%'])
  })

  it('needs one word of three letters', () => {
    expect(patternsOf('a di')).toEqual([])
    expect(patternsOf('a sop')).toEqual(['%sop%', '%a%'])
  })
})
