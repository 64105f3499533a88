import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findHeadings, isColumnNumbers, isPlanHeading, type Heading } from './columns.ts'
import { tableRows } from './table-row.ts'

const rowsOf = (text: string) =>
  tableRows(text.split('\n').map((teks, i) => ({ baris: i + 1, teks })))

const seed = (name: string) => rowsOf(readFileSync(`data/contoh/keputusan/${name}.txt`, 'utf8'))

const roles = (heading: Heading | undefined) => heading?.columns.map((c) => [c.peran, c.kolom])

describe('headings of plans', () => {
  test('the columns of a ZI annex are named, and its repeated headings found', () => {
    const headings = findHeadings(seed('lombok-timur-21-2025')).filter(isPlanHeading)
    expect(headings).toHaveLength(24)
    expect(roles(headings[0])).toEqual([
      ['no', 0],
      ['butir', 1],
      ['langkah', 2],
      ['eviden', 3],
      ['waktu', 4],
    ])
    expect(headings[1]?.columns.find((c) => c.peran === 'butir')?.lebar).toBe(2)
  })

  test('a heading word on a second row belongs to the cell above it', () => {
    const [heading] = findHeadings(seed('kota-mataram-11-2025'))
    expect(heading?.baris).toEqual([192, 193])
    expect(heading?.columns.map((c) => c.peran)).toEqual([
      'no',
      'area',
      'kegiatan',
      'langkah',
      'waktu',
    ])
    expect(heading?.columns[4]?.judul).toBe('TARGET WAKTU')
  })

  test.each(['lumajang-07-2022', 'prov-ntb-19-2022'])(
    'months stand under one title: %s',
    (name) => {
      const [heading] = findHeadings(seed(name))
      expect(heading?.baris).toHaveLength(3)
      const months = heading?.columns.filter((c) => c.peran === 'bulan')
      expect(months?.map((c) => c.bulan)).toEqual(Array.from({ length: 12 }, (_, i) => [i + 1]))
      expect(heading?.columns.at(-1)?.peran).toBe('ket')
    },
  )

  test('a table of weights is no plan', () => {
    const headings = findHeadings(seed('lombok-timur-21-2025'))
    expect(headings.filter((h) => !isPlanHeading(h))).toHaveLength(2)
  })
})

describe('headings in other words', () => {
  test('quarters cover three months each', () => {
    const [heading] = findHeadings(
      rowsOf('NO\tPROGRAM\tKEGIATAN\tOUTPUT\tTRIWULAN\t\t\t\n\t\t\t\tI\tII\tIII\tIV'),
    )
    expect(heading?.columns.map((c) => c.peran)).toEqual([
      'no',
      'kegiatan',
      'butir',
      'indikator',
      'bulan',
      'bulan',
      'bulan',
      'bulan',
    ])
    expect(heading?.columns.at(-1)?.bulan).toEqual([10, 11, 12])
  })

  test('twelve bare numbers in the heading row are the months', () => {
    const [heading] = findHeadings(
      rowsOf('NO\tKEGIATAN\tINDIKATOR\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\tKET'),
    )
    const months = heading?.columns.filter((c) => c.peran === 'bulan')
    expect(months?.map((c) => c.bulan)).toEqual(Array.from({ length: 12 }, (_, i) => [i + 1]))
  })

  test('month names may stand in the first row, weeks below them', () => {
    const [heading] = findHeadings(
      rowsOf('No\tArea\tSub Kegiatan\tJan\t\t\t\tFeb\t\t\t\n\t\t\t1\t2\t3\t4\t1\t2\t3\t4'),
    )
    const months = heading?.columns.filter((c) => c.peran === 'bulan')
    expect(months?.map((c) => c.bulan?.[0])).toEqual([1, 1, 1, 1, 2, 2, 2, 2])
  })

  test('an indicator left of the action is the activity, right of it the indicator', () => {
    const left = findHeadings(rowsOf('NO\tKOMPONEN\tINDIKATOR\tRENCANA AKSI\tWAKTU'))[0]
    const right = findHeadings(rowsOf('NO\tKOMPONEN\tRENCANA AKSI\tINDIKATOR\tWAKTU'))[0]
    expect(left?.columns[2]?.peran).toBe('kegiatan')
    expect(right?.columns[3]?.peran).toBe('indikator')
  })

  test('an indicator left of the action is the item where no column holds areas', () => {
    const roles = (text: string) => findHeadings(rowsOf(text))[0]?.columns.map((c) => c.peran)
    expect(roles('No.\tIndikator Penilaian\tLangkah Aksi\tData Dukung\tWaktu')?.[1]).toBe('butir')
    expect(roles('No.\tIndikator/Program\tRencana Aksi\tWaktu')?.[1]).toBe('kegiatan')
  })

  test('a row of a plan is no heading though it names documents', () => {
    expect(
      findHeadings(rowsOf('\ta.\tRencana aksi telah disusun\tRapat\tDokumen\tMei 2025')),
    ).toEqual([])
  })

  test('a wrapped row with a heading word and a month is no heading', () => {
    const rows = [
      '\t\t\tdan tindak lanjut\tDesember',
      '\t\tPenilaian Kepuasan\tMelaksanakan\tAgustus',
    ]
    expect(findHeadings(rowsOf(rows.join('\n')))).toEqual([])
  })

  test('a column we do not know keeps its heading', () => {
    const [heading] = findHeadings(rowsOf('NO\tRENCANA AKSI\tPENANGGUNG JAWAB\tEVIDENCE\tJADWAL'))
    expect(heading?.columns[2]).toMatchObject({ peran: 'lain', judul: 'PENANGGUNG JAWAB' })
  })
})

test('column numbers count upwards from one', () => {
  const isNumbers = (text: string) => rowsOf(text).map(isColumnNumbers)
  expect(
    isNumbers('1\t2\t3\t4\t5\n(1)\t(2)\t(3)\t(4)\n1\tTim Kerja\t2\t3\n1\t2\t3\t\t\t17\t18'),
  ).toEqual([true, true, false, true])
})

test('of two columns for areas the second holds the kegiatan', () => {
  const words = ['No', 'Area Perubahan', 'Komponen', 'Kriteria', 'Rencana Aksi', 'Waktu']
  const cells = words.map((teks, kolom) => ({ teks, kolom, colspan: 1, rowspan: 1 }))
  const [heading] = findHeadings([{ baris: 1, cells }])
  expect(heading?.columns.map((column) => column.peran)).toEqual([
    'no',
    'area',
    'kegiatan',
    'butir',
    'langkah',
    'waktu',
  ])
})
