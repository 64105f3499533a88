import { expect, test } from 'vitest'
import { readWeights } from './weights.ts'

const read = (text: string) =>
  readWeights(text.split('\n').map((teks, i) => ({ baris: i + 1, teks })))

test('reads tables of weights in cells', () => {
  const { bobot, temuan, baris } =
    read(`Rincian bobot komponen pengungkit di bawah ini menjadi dasar evaluasi.
NO\tKOMPONEN PENGUNGKIT\tBOBOT (20%)
1.\tManajemen Perubahan\t5 %
2.\tPenataan Sistem Manajemen SDM\t15 %

Tabel 1. Rincian bobot
NO\tKOMPONEN HASIL\tBOBOT (40%)
1.\tPelayanan publik\t40%`)
  expect(bobot).toEqual([
    { kelompok: 'pengungkit', nama: 'Manajemen Perubahan', persen: 5 },
    { kelompok: 'pengungkit', nama: 'Penataan Sistem Manajemen SDM', persen: 15 },
    { kelompok: 'hasil', nama: 'Pelayanan publik', persen: 40 },
  ])
  expect(temuan).toEqual([])
  expect(baris).toEqual([2, 3, 4, 7, 8])
})

test('reads weights without cells, with commas and a row of the sum', () => {
  const { bobot, temuan } = read(`KOMPONEN HASIL BOBOT
a. Birokrasi yang bersih 22,5
b. Pelayanan publik yang prima 17,5
Jumlah 40`)
  expect(bobot.map(({ persen }) => persen)).toEqual([22.5, 17.5])
  expect(temuan).toEqual([])
})

test('reads one table with both groups', () => {
  const { bobot } = read(`KOMPONEN\tBOBOT
A. PENGUNGKIT\t60 %
1. Manajemen Perubahan\t60 %
B. HASIL\t40 %
1. Pelayanan publik\t40 %`)
  expect(bobot.map(({ kelompok }) => kelompok)).toEqual(['pengungkit', 'hasil'])
})

test('says when the weights do not add up', () => {
  const { temuan } = read('KOMPONEN PENGUNGKIT BOBOT (60%)\n1. Manajemen Perubahan 8%')
  expect(temuan.map(({ kode }) => kode)).toEqual(['jumlah-bobot-berbeda'])
})
