import { expect, test } from 'vitest'
import { listItems, splitAtCapitals } from './grid-lists.ts'

test.each([
  ['1. Notula; 2. Daftar hadir', ['Notula;', 'Daftar hadir']],
  ['- Rapat tim; - Laporan.', ['Rapat tim;', 'Laporan.']],
  ['Tersedianya SK; dan Adanya laporan', ['Tersedianya SK; dan', 'Adanya laporan']],
  ['Adanya penilaian WBK/WBBM. Adanya rencana', ['Adanya penilaian WBK/WBBM.', 'Adanya rencana']],
  ['kegiatan; 2. Kolom 3. Laporan', ['kegiatan;', 'Kolom', 'Laporan']],
  ['1. Program: 1) Jumlah; Sasaran 2. Laporan', ['Program: 1) Jumlah; Sasaran', 'Laporan']],
  ['Terselenggaranya: 1) Rapat 2) Reviu', ['Terselenggaranya: 1) Rapat 2) Reviu']],
  ['SK No. Satu Tahun 2026', ['SK No. Satu Tahun 2026']],
  ['Survei (minimal; Empat kali)', ['Survei (minimal; Empat kali)']],
  ['Tersedianya SK\ntim\nNotula', ['Tersedianya SK tim', 'Notula']],
  [
    'SK tim di lingkungan Sekretariat\nKPU Kabupaten Sukamaju',
    ['SK tim di lingkungan Sekretariat KPU Kabupaten Sukamaju'],
  ],
  ['', []],
])('the items of "%s"', (cell, items) => {
  expect(listItems(cell)).toEqual(items)
})

test('capitals part a text only when they allow exactly as many items as asked for', () => {
  expect(splitAtCapitals('Renstra satuan kerja Renstra hasil reviu', 2)).toEqual([
    'Renstra satuan kerja',
    'Renstra hasil reviu',
  ])
  expect(splitAtCapitals('Dokumen hasil Reviu bersama Tim', 2)).toBeNull()
  expect(splitAtCapitals('Renstra satuan kerja', 1)).toBeNull()
})
