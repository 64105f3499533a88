import { describe, expect, test } from 'vitest'
import { headerLines } from './header-lines.ts'
import { readLegalBasis } from './legal-basis.ts'
import { legalCode } from './legal-code.ts'

const basisOf = (text: string) =>
  readLegalBasis(headerLines(text.split('\n').map((teks, i) => ({ baris: i + 1, teks }))))

const codesOf = (text: string) => basisOf(text).mengingat.map(({ kode }) => kode)

describe('legalCode', () => {
  test.each([
    ['Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum', 'UU 7/2017'],
    ['Undangundang No. 7 Tahun 2017 tentang Pemilu', 'UU 7/2017'],
    ['Undang-Undang Dasar Negara Republik Indonesia Tahun 1945', 'UUD 1945'],
    ['Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2022 tentang', 'Perppu 1/2022'],
    ['Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin', 'PP 94/2021'],
    ['Peraturan Presiden Republik Indonesia 81 Tahun 2010 tentang Grand Design', 'Perpres 81/2010'],
    ['Instruksi Presiden Nomor 7 Tahun 1999 tentang', 'Inpres 7/1999'],
    [
      'Peraturan Menteri Pendayagunaan Aparatur Negara Republik Indonesia Nomor 90 Tahun 2021 tentang',
      'PermenPANRB 90/2021',
    ],
    ['Permen PANRB Nomor 09 Tahun 2023 tentang', 'PermenPANRB 9/2023'],
    ['Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja', 'PKPU 8/2019'],
    ['PKPU Nomor 3 Tahun 2023', 'PKPU 3/2023'],
    [
      'Keputusan Komisi Pemilihan Umum Republik Indonesia Nomor: 314/ORT.07-Kpt/01/KPU/V/2021 tentang',
      'KepKPU 314/ORT.07-Kpt/01/KPU/V/2021',
    ],
    [
      'Keputusan KPU Kabupaten Lombok Timur Nomor 8 Tahun 2025',
      'KepKPU Kabupaten Lombok Timur 8/2025',
    ],
    [
      'Surat Sekretaris Jenderal Komisi Pemilihan Umum Nomor 2410/PW.02-SD/12/2025 tanggal 17 Juli 2025',
      'Surat Sekjen KPU 2410/PW.02-SD/12/2025',
    ],
    ['Peraturan Menteri Keuangan Nomor 181/PMK.05/2022 tentang', 'PMK 181/PMK.05/2022'],
    [
      'Peraturan Menteri Kesehatan Nomor 4 Tahun 2019 tentang',
      'Peraturan Menteri Kesehatan 4/2019',
    ],
  ])('abbreviates %s', (text, kode) => {
    expect(legalCode(text)).toBe(kode)
  })

  test('says so when a number is missing', () => {
    expect(legalCode('Peraturan Komisi Pemilihan Umum tentang Tata Kerja')).toBeNull()
  })
})

describe('readLegalBasis', () => {
  test('leaves the gazette out and follows chains of amendments', () => {
    const { mengingat } =
      basisOf(`1. Peraturan Komisi Pemilihan Umum Nomor 22 Tahun 2023 tentang Kode
Perilaku (Berita Negara Republik Indonesia Tahun 2023 Nomor 7), sebagaimana telah beberapa kali
diubah dengan Peraturan Komisi Pemilihan Umum Nomor 1 Tahun 2024 tentang Perubahan (Berita Negara
Tahun 2024 Nomor 1), dan terakhir dengan Peraturan Komisi Pemilihan Umum Nomor 3 Tahun 2025 tentang
Perubahan Kedua (Berita Negara Republik Indonesia Tahun 2025 Nomor 9);`)
    const pkpu = 'Peraturan Komisi Pemilihan Umum Nomor'
    expect(mengingat).toEqual([
      {
        kode: 'PKPU 22/2023',
        judul: `${pkpu} 22 Tahun 2023 tentang Kode Perilaku`,
        perubahan: [
          { kode: 'PKPU 1/2024', judul: `${pkpu} 1 Tahun 2024 tentang Perubahan` },
          { kode: 'PKPU 3/2025', judul: `${pkpu} 3 Tahun 2025 tentang Perubahan Kedua` },
        ],
      },
    ])
  })

  test('reads "juncto" as an amendment', () => {
    const { mengingat } = basisOf('1. UU Nomor 5 Tahun 2014 jo. UU Nomor 20 Tahun 2023;')
    expect(mengingat[0]?.perubahan?.map(({ kode }) => kode)).toEqual(['UU 20/2023'])
  })

  test('a wrapped line that begins with the name of a law opens no entry', () => {
    const text = `1. Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum sebagaimana telah diubah dengan
Undang-Undang Nomor 7 Tahun 2023 tentang Perubahan atas
Undang-Undang Nomor 7 Tahun 2017;
2. Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand Design;`
    expect(codesOf(text)).toEqual(['UU 7/2017', 'Perpres 81/2010'])
  })

  test('reads entries that lost their numbers, have them twice or run together', () => {
    const text = `- : 1. Undang-Undang Nomor 28 Tahun 1999 tentang KKN;
 - Undang-Undang Nomor 5 Tahun 2014 tentang ASN;
3. 3. Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin; 4. Instruksi Presiden Nomor 7 Tahun 1999;
1. Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja.`
    expect(codesOf(text)).toEqual([
      'UU 28/1999',
      'UU 5/2014',
      'PP 94/2021',
      'Inpres 7/1999',
      'PKPU 8/2019',
    ])
    expect(basisOf(text).temuan.map(({ kode }) => kode)).toEqual(['nomor-urut-rusak'])
  })

  test('takes a number of the list out of the sentence into which it slipped', () => {
    const { mengingat, temuan } = basisOf(
      '1. Peraturan KPU Nomor 14 Tahun 7. 2020 tentang Organisasi;',
    )
    expect(mengingat).toEqual([
      {
        kode: 'PKPU 14/2020',
        judul: 'Peraturan KPU Nomor 14 Tahun 2020 tentang Organisasi',
        perubahan: [],
      },
    ])
    expect(temuan.map(({ kode }) => kode)).toEqual(['nomor-daftar-tersisip'])
  })

  test('keeps a law without a number and asks about it', () => {
    const { mengingat, temuan } = basisOf('1. Peraturan Komisi Pemilihan Umum tentang Tata Kerja;')
    expect(mengingat[0]?.judul).toBe('Peraturan Komisi Pemilihan Umum tentang Tata Kerja')
    expect(temuan.map(({ kode }) => kode)).toEqual(['dasar-hukum-tanpa-nomor'])
  })
})

test('numbers that a spreadsheet printed without their dots part the entries', () => {
  const text = `1 Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;
2 Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand Design Reformasi Birokrasi 2010-2025;`
  expect(codesOf(text)).toEqual(['UU 7/2017', 'Perpres 81/2010'])
  expect(basisOf(text).temuan).toEqual([])
})
