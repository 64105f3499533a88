import { describe, expect, test } from 'vitest'
import {
  enumeratorsIn,
  readEnumerator,
  splitEnumerated,
  splitHeadlessList,
  splitInnerList,
} from './enumerator.ts'

const parts = (text: string) =>
  splitEnumerated(text).map((part) => [part.enumerator?.label ?? null, part.text])

describe('readEnumerator', () => {
  test.each([
    ['1. Tim', '1.', 'decimal', '.', 1],
    ['12) Jaminan', '12)', 'decimal', ')', 12],
    ['(2) Sasaran', '(2)', 'decimal', '()', 2],
    ['a. Tim', 'a.', 'alpha', '.', 1],
    ['C. Lembar', 'C.', 'alpha', '.', 3],
    ['iv. Tim', 'iv.', 'roman', '.', 4],
    ['i. Tim', 'i.', 'roman', '.', 1],
    ['- Tim', '-', 'bullet', '', null],
    ['• Tim', '•', 'bullet', '', null],
    ['1.Tim', '1.', 'decimal', '.', 1],
  ] as const)('reads the enumerator of "%s"', (text, label, style, closing, value) => {
    const read = readEnumerator(text)
    expect(read?.enumerator).toEqual({ label, style, closing, value })
    expect(read?.rest).toMatch(/^(Tim|Jaminan|Sasaran|Lembar)$/)
  })

  test('takes the letter i after h for a letter', () => {
    const h = readEnumerator('h. Laporan')
    expect(readEnumerator('i. Undangan', h?.enumerator ?? null)?.enumerator.style).toBe('alpha')
  })

  test.each(['Tim Kerja', '2022 Tahun', '1.5 juta', 'a.n. Ketua', '% Capaian', '-', ''])(
    'finds none in "%s"',
    (text) => expect(readEnumerator(text)).toBeNull(),
  )
})

describe('splitEnumerated', () => {
  test('splits items that run together', () => {
    expect(parts('1. Terisinya LKE ZI; dan 2. Terisinya PMPRB ZI')).toEqual([
      ['1.', 'Terisinya LKE ZI; dan'],
      ['2.', 'Terisinya PMPRB ZI'],
    ])
  })

  test('keeps inner lists of another kind in the text of their item', () => {
    expect(parts('1. Program: 1) Jumlah 2) Sasaran 2. Laporan: a. Akhir b. Awal')).toEqual([
      ['1.', 'Program: 1) Jumlah 2) Sasaran'],
      ['2.', 'Laporan: a. Akhir b. Awal'],
    ])
  })

  test('drops a number that is printed twice', () => {
    expect(parts('2. Laporan 3. 3. Melaporkan')).toEqual([
      ['2.', 'Laporan'],
      ['3.', 'Melaporkan'],
    ])
  })

  test('splits bullets only before a capital, not at a dash inside a sentence', () => {
    expect(parts('- Rapat tim; - Laporan 2 - 3 halaman; - Evaluasi.')).toEqual([
      ['-', 'Rapat tim;'],
      ['-', 'Laporan 2 - 3 halaman;'],
      ['-', 'Evaluasi.'],
    ])
  })

  test('is not misled by a number that does not continue the list', () => {
    expect(parts('1. Surat pasal 5. Ayat dua 2. Laporan')).toEqual([
      ['1.', 'Surat pasal 5. Ayat dua'],
      ['2.', 'Laporan'],
    ])
  })

  test('splits lines and numbers that lack the space behind them', () => {
    expect(parts('a) Rapat\nb)Laporan')).toEqual([
      ['a)', 'Rapat'],
      ['b)', 'Laporan'],
    ])
  })

  test('leaves a text that begins with words alone', () => {
    expect(parts('Terselenggaranya: 1) Rapat 2) Laporan')).toEqual([
      [null, 'Terselenggaranya: 1) Rapat 2) Laporan'],
    ])
  })
})

test('splitInnerList finds the list behind its introduction', () => {
  const read = splitInnerList('Dokumen berupa: 1) Undangan 2) Notula')
  expect(read.map((part) => part.text)).toEqual(['Dokumen berupa:', 'Undangan', 'Notula'])
  expect(splitInnerList('Pasal 1. Ketentuan umum')).toHaveLength(1)
})

test('splitHeadlessList takes the words before a list that lost its beginning for an item', () => {
  const read = splitHeadlessList('maklumat pelayanan 3. Indeks; 4. Jumlah sengketa')
  expect(read.map((part) => part.text)).toEqual([
    'maklumat pelayanan',
    'Indeks;',
    'Jumlah sengketa',
  ])
  expect(splitHeadlessList('Sesuai pasal 5. Ketentuan umum')).toHaveLength(1)
  expect(splitHeadlessList('Dokumen: 1) Undangan 2) Notula')).toHaveLength(1)
})

test('enumeratorsIn lists the numbers of all lists in a text', () => {
  const labels = enumeratorsIn('1. Program: 1) Jumlah 2) Sasaran (3) x 2. Laporan 2022').map(
    (one) => one.label,
  )
  expect(labels).toEqual(['1.', '1)', '2)', '(3)', '2.'])
})
