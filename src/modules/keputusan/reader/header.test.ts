import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readHeader } from './header.ts'
import type { SourceLine } from './source.ts'

const folder = new URL('../../../../data/contoh/keputusan/', import.meta.url)
const sample = (name: string) => readHeader(toLines(readFileSync(new URL(name, folder), 'utf8')))
const read = (text: string) => readHeader(toLines(text))

function toLines(text: string): SourceLine[] {
  return text.split('\n').map((teks, i) => ({ baris: i + 1, teks }))
}

/** Lines before and after the plan of which the reader says nothing. */
function unaccounted(text: string): string[] {
  const { placed, noise, planFrom, planTo } = read(text)
  const isOutside = ({ baris }: SourceLine) => baris < planFrom || baris > planTo
  return toLines(text)
    .filter((line) => isOutside(line) && !placed.has(line.baris) && !noise.has(line.baris))
    .map(({ teks }) => teks)
}

const names = [
  'lombok-timur-21-2025.txt',
  'kota-mataram-11-2025.txt',
  'lumajang-07-2022.txt',
  'prov-ntb-19-2022.txt',
  'prov-jambi-10-2026.txt',
]

describe('the sample decrees', () => {
  test('identity, place and date', () => {
    const facts = names.map((name) => {
      const { nomor, tahun, tingkat, wilayah, tanggal, tempat } = sample(name).keputusan
      return [nomor, tahun, tingkat, wilayah, tanggal, tempat]
    })
    expect(facts).toEqual([
      ['21', 2025, 'kabupaten', 'Lombok Timur', '2025-08-11', 'Selong'],
      ['11', 2025, 'kota', 'Mataram', '2025-09-03', 'Mataram'],
      ['07/HK.03.1/3508/2022', 2022, 'kabupaten', 'Lumajang', '2022-02-08', 'Lumajang'],
      ['19/ORT.07/52/2022', 2022, 'provinsi', 'Nusa Tenggara Barat', '2022-01-17', 'Mataram'],
      ['10', 2026, 'provinsi', 'Jambi', '2026-02-03', 'Jambi'],
    ])
  })

  test('chair and certifier, also where the columns of the signatures ran together', () => {
    const people = names.map((name) => {
      const { ketua, penyalin } = sample(name).keputusan
      return [ketua, penyalin?.nama, penyalin?.jabatan]
    })
    expect(people).toEqual([
      [
        'ADA SUCI MAKBULLAH',
        'RONI ARDIYANAWAN',
        'Kasubag Teknis Penyelenggaraan Pemilu, Partisipasi dan Hubungan Masyarakat',
      ],
      [
        'EDY PUTRAWAN',
        'Moch. Wanyurridho',
        'Kepala Subbagjan Teknis Penyelenggara Pemilu, Partisipas dan Humas',
      ],
      ['YUYUN BAHARITA', null, 'Kasubbag Hukum.'],
      [
        'SUHARDI SOUD',
        'Lalu Nizamudin Afandi Arungan',
        'Kepala Bagian Hukum dan Sumber Daya Manusia',
      ],
      ['IRON SAHRONI', 'Deddy Herawan', 'Kepala Bagian Teknis Penyelenggaraan Pemilu dan Hukum'],
    ])
  })

  test('legal bases with their amendments', () => {
    const codes = names.map((name) =>
      sample(name).keputusan.mengingat?.map(({ kode, perubahan = [] }) =>
        [kode, ...perubahan.map((each) => each.kode)].join(' < '),
      ),
    )
    expect(codes).toEqual([
      [
        'UU 28/1999',
        'UU 7/2017 < UU 7/2023',
        'PKPU 8/2019 < PKPU 12/2023',
        'PKPU 14/2020 < PKPU 21/2023',
        'PermenPANRB 9/2023',
        'PermenPANRB 90/2021 < PermenPANRB 5/2024',
        'Surat Sekjen KPU 2410/PW.02-SD/12/2025',
      ],
      [
        'UU 30/2002 < UU 19/2019',
        'UU 28/1999',
        'UU 5/2014',
        'PermenPANRB 25/2020',
        'PermenPANRB 90/2021',
        'PKPU 8/2019 < PKPU 12/2023',
        'PKPU 14/2020 < PKPU 21/2023',
        'KepKPU 314/ORT.07-Kpt/01/KPU/V/2021',
      ],
      [
        'UU 7/2017',
        'Perpres 81/2010',
        'PKPU 8/2019 < PKPU 4/2021',
        'PermenPANRB 25/2020',
        'PermenPANRB 26/2020',
        'PKPU 14/2020',
        'KepKPU 612/ORT.04-Kpt/05/KPU/XII/2020',
        'KepKPU 314/2021',
      ],
      [
        'UU 28/1999',
        'UU 5/2014',
        'UU 7/2017',
        'Perpres 81/2010',
        'Perpres 126/2017',
        'Perpres 18/2020',
        'PKPU 8/2019 < PKPU 4/2021',
        'PKPU 14/2020',
        'PermenPANRB 25/2020',
        'KepKPU 612/ORT.04-Kpt/05/KPU/XII/2020',
        'KepKPU 314/ORT.07-Kpt/01/KPU/V/2021',
      ],
      [
        'UU 7/2017 < UU 7/2023',
        'UU 20/2023',
        'UU 59/2024',
        'Perpres 81/2010',
        'PKPU 14/2020 < PKPU 21/2023',
        'PermenPANRB 9/2023',
        'KepKPU 314/ORT.07-Kpt/01/KPU/V/2021',
      ],
    ])
  })

  test('clauses in number and order', () => {
    const clauses = names.map((name) => {
      const { menimbang, memperhatikan, diktum } = sample(name).keputusan
      return [menimbang?.length, memperhatikan?.length, diktum?.map(({ label }) => label).join(' ')]
    })
    expect(clauses).toEqual([
      [1, 0, 'KESATU KEDUA KETIGA'],
      [3, 0, 'KESATU KEDUA'],
      [2, 1, 'KESATU KEDUA'],
      [2, 0, 'KESATU KEDUA'],
      [3, 0, 'KESATU KEDUA'],
    ])
  })

  test('an amending decree names the decree it amends', () => {
    expect(sample('lumajang-07-2022.txt').keputusan.mengubah).toBe(
      '29/HK.03.1-Kpt/3508/KPU-Kab/VI/2021',
    )
  })

  test('weights stand in the narrative of one', () => {
    const weights = names.map((name) => sample(name).bobot.map(({ persen }) => persen))
    expect(weights).toEqual([[5, 5, 15, 10, 15, 10, 20, 20], [], [], [], []])
  })

  test('every line outside the plan is placed or known noise', () => {
    const left = names.flatMap((name) => unaccounted(readFileSync(new URL(name, folder), 'utf8')))
    expect(left).toEqual([])
  })

  test('says where number and signatures do not agree', () => {
    expect(sample('prov-ntb-19-2022.txt').temuan.map(({ kode }) => kode)).toEqual([
      'nomor-lampiran-berbeda',
      'penanda-tangan-tercampur',
    ])
  })
})
