import { describe, expect, test } from 'vitest'
import {
  below,
  continuesList,
  flow,
  isInnerList,
  isNextInList,
  isRestOf,
  isUnfinished,
  lacksListBefore,
} from './grid-continuation.ts'

describe('a text that a page break cut', () => {
  test.each(['Penetapan Naskah dan', 'Surat bagi', 'Aplikasi (contoh: e-proc', 'Anggaran,'])(
    '"%s" is unfinished',
    (text) => expect(isUnfinished(text)).toBe(true),
  )

  test.each(['Laporan.', 'Rapat tim (FGD)', 'Struktur Organisasi'])('"%s" is not', (text) =>
    expect(isUnfinished(text)).toBe(false),
  )

  test('goes on in small letters, after an open end, or with the next number', () => {
    expect(isRestOf('Media sosialisasi', 'internal dan eksternal')).toBe(true)
    expect(isRestOf('Surat pernyataan bagi', 'Anggota dan ASN')).toBe(true)
    expect(isRestOf('Tim: 1) Pengarah 2) Tim RB', 'Kabupaten 3) Kementerian')).toBe(true)
    expect(isRestOf('Rapat tim', 'Laporan')).toBe(false)
    expect(isRestOf('Rapat tim', '2. Laporan')).toBe(false)
  })

  test('joins words that a hyphen parted, and keeps other lines apart', () => {
    expect(flow('Peraturan perundang-', 'undangan')).toBe('Peraturan perundang-undangan')
    expect(flow('Notula\nDaftar', 'hadir')).toBe('Notula\nDaftar hadir')
    expect(below('Notula', 'Daftar hadir')).toBe('Notula\nDaftar hadir')
  })
})

describe('lists over several rows', () => {
  test('go on where the number before is there, and are broken where it is nowhere', () => {
    expect(continuesList('1) Tim 2) Agen', 'Agen 3) Assessor')).toBe(true)
    expect(lacksListBefore('Pengelolaan pengaduan;', 'layanan; 5) Biaya; 6) Produk')).toBe(true)
    expect(lacksListBefore('Standar: 4) Waktu', 'layanan; 5) Biaya')).toBe(false)
    expect(lacksListBefore('Rapat', 'Laporan 1) Awal')).toBe(false)
  })

  test('an inner list goes on in its own kind of numbers', () => {
    expect(isInnerList('1. Layanan publik:', '1) Pengaduan')).toBe(true)
    expect(isInnerList('1. Layanan: 1) Pengaduan', '2) Hukum')).toBe(true)
    expect(isInnerList('1. Layanan:', '2. Pengaduan')).toBe(false)
    expect(isInnerList('1. Layanan', '1) Pengaduan')).toBe(false)
  })

  test('one list may be printed in two cells', () => {
    expect(isNextInList('1. Dapat diaksesnya JDIH', '2. Termutakhirkannya JDIH')).toBe(true)
    expect(isNextInList('1. Notula', '1. Laporan')).toBe(false)
  })
})
