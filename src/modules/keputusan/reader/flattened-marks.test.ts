import { describe, expect, it } from 'vitest'
import { mainShape, readMarks, type Mark } from './flattened-marks.ts'

function marksOf(lines: string[]) {
  const atoms: { teks: string; mark: Mark | null; nested: boolean }[] = lines.map((teks) => ({
    teks,
    mark: null,
    nested: false,
  }))
  readMarks(atoms, mainShape(lines))
  return atoms
}

describe('mainShape', () => {
  it('takes letters for butir where there are enough of them', () => {
    const lines = ['a. Satu', 'b. Dua', 'c. Tiga', '1. Indikator', '2. Indikator', '- Lain']
    expect(mainShape(lines)).toMatchObject({ style: 'alpha' })
  })

  it('takes numbers where letters are only a list inside a cell', () => {
    const digits = Array.from({ length: 20 }, (_, i) => `${(i % 5) + 1}. Butir`)
    expect(mainShape([...digits, 'a. x', 'b. x', 'c. x'])).toMatchObject({
      style: 'decimal',
      closing: '.',
    })
    expect(mainShape(['Tanpa nomor', 'Sama sekali'])).toBeNull()
  })
})

describe('readMarks', () => {
  it('leaves the numbers of a list inside a cell in its text', () => {
    const atoms = marksOf([
      '1. Pembentukan tim terdiri dari: 1) Pengarah;',
      '2) Pelaksana; 3) Agen',
      '2. Sosialisasi',
      '3. Evaluasi',
    ])
    expect(atoms.map((atom) => [atom.mark?.label ?? null, atom.nested])).toEqual([
      ['1.', false],
      [null, true],
      ['2.', false],
      ['3.', false],
    ])
  })

  it('knows the number of an area without a dot', () => {
    const atoms = marksOf(['5 Sistem', 'Manajemen SDM', '7', '1 Jam.'])
    expect(atoms.map((atom) => [atom.mark?.style ?? null, atom.teks])).toEqual([
      ['area', 'Sistem'],
      [null, 'Manajemen SDM'],
      ['area', ''],
      [null, '1 Jam.'],
    ])
  })
})
