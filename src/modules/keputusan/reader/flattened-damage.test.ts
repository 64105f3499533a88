import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RenaksiArea, RenaksiKegiatan } from '../renaksi.ts'
import { generator, withLostLetters, type Damage } from './flatten-plan.fixture.ts'
import { lettered, printed, rb, roundTrip, zi } from './flattened-round-trip.fixture.ts'
import { readFlattened } from './flattened.ts'
import { openText } from './open-text.ts'
import { readKeputusan } from './read.ts'

describe('a plan near the stored one, damaged in other ways', () => {
  it.each<[string, Partial<Damage>]>([
    ['titles after the rows of their page', {}],
    ['titles before the rows of their page', { titles: 'first' }],
    ['titles before their own rows', { titles: 'own' }],
    ['each page column by column', { order: 'column' }],
    ['each page column by column, titles first', { order: 'column', titles: 'first' }],
    ['words of two cells glued', { glue: true }],
    ['small pages, titles once only', { rows: 5, repeat: false }],
    ['no empty lines', { blanks: 'none' }],
    ['empty lines between cells', { blanks: 'cells' }],
    ['cells on one line', { widths: [0, 0, 0], blanks: 'none' }],
    ['narrower columns', { widths: [12, 26, 24] }],
  ])('is put back in order: %s', (_, damage) => {
    const { butir, parents, indikator, lost } = roundTrip(printed('RB'), damage)
    expect(butir).toBeGreaterThanOrEqual(0.95)
    expect(parents).toBeGreaterThanOrEqual(0.93)
    expect(indikator).toBeGreaterThanOrEqual(0.9)
    expect(lost).toEqual([])
  })

  it.each([60, 30, 20])('is put back in order with one letter in %i lost', (one) => {
    const { butir, parents, indikator } = roundTrip(withLostLetters(printed('RB'), one, 3), {})
    expect(Math.min(butir, parents, indikator)).toBeGreaterThanOrEqual(0.93)
  })

  it.each<[string, (i: number) => string | null]>([
    ['a)', (i) => `${String.fromCharCode(97 + i)})`],
    ['(a)', (i) => `(${String.fromCharCode(97 + i)})`],
    ['1.', (i) => `${i + 1}.`],
    ['•', () => '•'],
    ['nothing', () => null],
  ])('is put back in order when butir are marked by %s', (_, label) => {
    const plan = printed('RB').map((area) => ({
      ...area,
      kegiatan: area.kegiatan.map((kegiatan) => ({
        ...kegiatan,
        butir: kegiatan.butir.map((each, i) => ({ ...each, label: label(i) })),
      })),
    }))
    const { butir, parents, indikator } = roundTrip(plan, {})
    expect(Math.min(butir, parents, indikator)).toBeGreaterThanOrEqual(0.95)
  })

  it('is put back in order with titles in capitals and Roman numbers', () => {
    const roman = ['I.', 'II.', 'III.', 'IV.', 'V.', 'VI.', 'VII.', 'VIII.']
    const plan = printed('RB').map((area, i) => ({
      nomor: roman[i] ?? null,
      judul: area.judul?.toUpperCase() ?? null,
      kegiatan: area.kegiatan.map((each) => ({
        ...each,
        judul: each.judul?.toUpperCase() ?? null,
      })),
    }))
    const { butir, parents, indikator, lost } = roundTrip(plan, { titles: 'own' })
    expect(Math.min(butir, parents, indikator)).toBeGreaterThanOrEqual(0.95)
    expect(lost).toEqual([])
  })

  it('is put back in order when a third of the butir is missing', () => {
    const random = generator(7)
    const thinned = printed('RB').map((area) => {
      const kegiatan = area.kegiatan.map((each) =>
        lettered({ ...each, butir: each.butir.filter(() => random() > 0.33) }),
      )
      return { ...area, kegiatan: kegiatan.filter((each) => each.butir.length > 0) }
    })
    const { butir, parents, indikator } = roundTrip(thinned, { order: 'column' })
    expect(Math.min(butir, parents, indikator)).toBeGreaterThanOrEqual(0.95)
  })

  it('puts new butir behind their neighbours and asks a person', () => {
    const added = [
      'Penyusunan peta kerawanan logistik pemilu bersama pemangku kepentingan;',
      'Penguatan kapasitas badan adhoc melalui kelas daring berjenjang;',
      'Digitalisasi arsip hasil pemilihan secara bertahap;',
    ]
    const plan = printed('RB').map((area, i) => {
      const uraian = added[i]
      const [first, ...others] = area.kegiatan
      if (!uraian || !first) return area
      const butir = { uraian, langkah: null, indikator: [], eviden: [], jadwal: null }
      return {
        ...area,
        kegiatan: [lettered({ ...first, butir: [...first.butir, butir] }), ...others],
      }
    })
    const { butir, parents, read } = roundTrip(plan, {})
    expect(Math.min(butir, parents)).toBeGreaterThanOrEqual(0.95)
    const rows = read.area.flatMap((area) => area.kegiatan.flatMap((each) => each.butir))
    const fresh = rows.filter((row) => added.includes(row.uraian ?? ''))
    expect(fresh.map((row) => (row.keyakinan ?? 1) < 0.8)).toEqual([true, true, true])
    const asked = read.temuan.filter((each) => each.kode === 'butir-menurut-letak')
    expect(asked.flatMap((each) => each.baris)).toEqual(fresh.flatMap((row) => row.baris))
  })

  it('reads the points of a ZI plan', () => {
    const heading = ['NO. KOMPONEN PENILAIAN INDIKATOR KEBERHASILAN']
    const { butir, parents, read } = roundTrip(printed('ZI'), { heading }, zi)
    expect(read.jenis).toBe('ZI')
    expect(Math.min(butir, parents)).toBeGreaterThanOrEqual(0.95)
  })
})

describe('a flattened plan with steps, evidence and target times', () => {
  const steps = ['Rapat penetapan bersama pimpinan', 'Penyusunan oleh sekretariat sesuai pedoman']
  const times = ['04 - 08 Agustus 2026', 'September s/d Desember 2026']
  const heading = ['NO. PENILAIAN LANGKAH AKSI EVIDEN TARGET WAKTU']
  const plan = printed('ZI').map((area) => ({
    ...area,
    kegiatan: area.kegiatan.map((kegiatan) => ({
      ...kegiatan,
      butir: kegiatan.butir.map((butir, i) => ({
        ...butir,
        langkah: steps[i % 2] ?? null,
        eviden: ['Surat keputusan penetapan', 'Foto kegiatan'],
        jadwal: { bulan: i % 2 === 0 ? [8] : [9, 10, 11, 12], asli: times[i % 2] ?? null },
      })),
    })),
  }))

  it.each<[string, Partial<Damage>]>([
    ['wrapped', { titles: 'own', repeat: false }],
    ['on one line', { titles: 'own', repeat: false, widths: [0, 0, 0], blanks: 'none' }],
  ])('keeps each row together: cells %s', (_, damage) => {
    const { butir, parents, read } = roundTrip(plan, { ...damage, heading }, zi)
    expect(Math.min(butir, parents)).toBeGreaterThanOrEqual(0.95)
    const rows = read.area.flatMap((area) => area.kegiatan.flatMap((each) => each.butir))
    const timed = rows.filter((row) => row.jadwal !== null && row.jadwal.bulan.length > 0)
    expect(timed.length / rows.length).toBeGreaterThanOrEqual(0.95)
    const evidenced = rows.filter((row) => row.eviden.length === 2)
    expect(evidenced.length / rows.length).toBeGreaterThanOrEqual(0.9)
  })
})

describe('the plan of another decree, flattened', () => {
  const file = readFileSync('data/contoh/keputusan/prov-ntb-19-2022.txt', 'utf8')
  const source = readKeputusan({ nama: 'ntb', sha256: '', jenis: 'txt', lines: openText(file) })

  it.each<[string, Partial<Damage>]>([
    ['titles last', {}],
    ['titles first, pages column by column', { titles: 'first', order: 'column', rows: 12 }],
    ['titles before their rows, glued', { titles: 'own', glue: true, blanks: 'none' }],
  ])('is read as from its table: %s', (_, damage) => {
    const plan = source.rencana.area
    const { butir, parents, indikator, lost } = roundTrip(plan, damage, source.keputusan)
    expect(butir).toBeGreaterThanOrEqual(0.95)
    expect(parents).toBeGreaterThanOrEqual(0.93)
    expect(indikator).toBeGreaterThanOrEqual(0.9)
    expect(lost).toEqual([])
  })
})

describe('a flattened table that no stored plan knows', () => {
  const kegiatan = (judul: string, uraian: string[]): RenaksiKegiatan =>
    lettered({
      judul,
      butir: uraian.map((text) => ({
        uraian: text,
        langkah: null,
        indikator: [`Tersedianya laporan tentang ${text.toLowerCase().slice(0, 30).trim()}.`],
        eviden: [],
        jadwal: null,
      })),
    })
  const plan: RenaksiArea[] = [
    {
      nomor: '1',
      judul: 'Logistik Pemilihan',
      kegiatan: [
        kegiatan('Gudang dan Armada', [
          'Pemeriksaan gudang penyimpanan kotak suara dan bilik;',
          'Perawatan kendaraan angkut sebelum masa kampanye;',
        ]),
        kegiatan('Surat Suara', [
          'Pengecekan mutu cetak pada percetakan pemenang lelang;',
          'Penyortiran dan pelipatan dengan melibatkan warga sekitar.',
        ]),
      ],
    },
    {
      nomor: '2',
      judul: 'Data Pemilih',
      kegiatan: [
        kegiatan('Pencocokan', [
          'Pelatihan petugas pencocokan di setiap desa;',
          'Uji petik hasil pencocokan terhadap data kependudukan;',
          'Perbaikan alamat ganda dan pemilih wafat.',
        ]),
      ],
    },
  ]
  const own = { titles: 'own', repeat: false, blanks: 'cells' } as const

  it('is read by its letters, numbers and results', () => {
    const { butir, parents, indikator } = roundTrip(plan, own)
    expect([butir, parents, indikator]).toEqual([1, 1, 1])
  })

  it('finds every butir also where the titles are lost among the rows', () => {
    expect(roundTrip(plan, { rows: 4 }).butir).toBe(1)
    expect(roundTrip(plan, { rows: 4, titles: 'first', order: 'column' }).butir).toBe(1)
  })

  it('asks a person about every row', () => {
    const { read } = roundTrip(plan, own)
    const rows = read.area.flatMap((area) => area.kegiatan.flatMap((each) => each.butir))
    expect(rows.every((row) => (row.keyakinan ?? 1) < 0.8)).toBe(true)
    const asked = read.temuan.filter((each) => each.kode === 'butir-menurut-letak')
    expect(asked.length).toBe(rows.length)
  })
})

describe('readFlattened', () => {
  it('reads an annex without a single line as an empty plan', () => {
    const read = readFlattened([], { keputusan: rb })
    expect(read).toMatchObject({ jenis: 'RB', tahun: 2026, area: [], temuan: [] })
  })
})
