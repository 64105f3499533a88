import { describe, expect, it } from 'vitest'
import { renaksi } from '#modules/keputusan'
import { applyChange, type Change } from './change.ts'
import { aRenaksi } from './impor.fixture.ts'
import { missingFacts, needsLook, placesOf, renaksiFrom, suntinganFrom } from './suntingan.ts'

const start = () => suntinganFrom(aRenaksi())
const ids = (suntingan: ReturnType<typeof start>) =>
  placesOf(suntingan.area).map(({ area, kegiatan, butir }) => [area.id, kegiatan.id, butir.id])
const after = (...changes: Change[]) =>
  changes.reduce((suntingan, change) => applyChange(suntingan, change).suntingan, start())
const [first, second] = placesOf(start().area)
const area = first?.area.id ?? ''
const kegiatan = first?.kegiatan.id ?? ''
const one = first?.butir.id ?? ''
const two = second?.butir.id ?? ''

describe('a reading under correction', () => {
  it('comes back as renaksi/1, and unchanged when nothing was changed', () => {
    const back = renaksiFrom(start(), aRenaksi())
    expect(renaksi.parse(back).rencana.area).toMatchObject(aRenaksi().rencana.area)
  })

  it('leaves empty what the reader had to invent, and says what is missing', () => {
    const read = aRenaksi({ nomor: '', tanggal: '1900-01-01', tahun: 1900 })
    read.temuan = ['tanggal', 'tahun'].map((fact) => ({ kode: `${fact}-tidak-ada`, pesan: '-' }))
    const suntingan = suntinganFrom(read)
    expect(missingFacts(suntingan).map(({ field }) => field)).toEqual([
      'nomor',
      'tahun',
      'tanggal',
      'tahunRencana',
    ])
    expect(missingFacts({ ...start(), tahun: 1899 }).map(({ field }) => field)).toEqual([
      'tahunRencana',
    ])
    expect(missingFacts({ ...start(), area: [] }).map(({ field }) => field)).toEqual(['area'])
  })

  it('asks for a look only at rows below 0.8 that nobody has looked at', () => {
    expect(placesOf(start().area).filter(({ butir }) => needsLook(butir))).toHaveLength(1)
    const looked = after({ jenis: 'butir', id: two, versi: 1, nilai: { diperiksa: true } })
    expect(placesOf(looked.area).filter(({ butir }) => needsLook(butir))).toHaveLength(0)
  })
})

describe('a change', () => {
  it('of a cell raises the version of its row alone', () => {
    const changed = after({ jenis: 'butir', id: one, versi: 1, nilai: { langkah: 'Rapat' } })
    expect(placesOf(changed.area).map(({ butir }) => butir.versi)).toEqual([2, 1])
  })

  it('that says what stands there already is none, however old its page', () => {
    const { suntingan } = applyChange(start(), {
      jenis: 'butir',
      id: one,
      versi: 0,
      nilai: { uraian: 'Menyusun peta proses bisnis' },
    })
    expect(suntingan).toEqual(start())
  })

  it('may not leave a row without words', () => {
    const change: Change = { jenis: 'butir', id: one, versi: 1, nilai: { uraian: null } }
    expect(() => after(change)).toThrow(/Uraian atau langkah/)
  })

  it('of a title, of a fact of the decree, and of the kind of plan', () => {
    const changed = after(
      { jenis: 'bagian', id: area, versi: 1, nomor: '5.', judul: 'Lain' },
      { jenis: 'bagian', id: kegiatan, versi: 1, nomor: null, judul: 'Kegiatan lain' },
      { jenis: 'keputusan', versi: 1, nilai: { nomor: '8', jenis: 'ZI', tahunRencana: 2027 } },
    )
    expect(changed.area[0]).toMatchObject({ nomor: '5.', judul: 'Lain', versi: 2 })
    expect(changed.area[0]?.kegiatan[0]?.judul).toBe('Kegiatan lain')
    expect(changed).toMatchObject({ jenis: 'ZI', tahun: 2027, keputusan: { nomor: '8', versi: 2 } })
  })

  it('adds an area, a kegiatan and a butir, each with a name that was never used', () => {
    const changed = after(
      { jenis: 'tambah-area' },
      { jenis: 'tambah-kegiatan', areaId: area },
      { jenis: 'tambah-butir', kegiatanId: kegiatan },
    )
    expect(changed.area).toHaveLength(2)
    expect(changed.area[0]?.kegiatan).toHaveLength(2)
    const names = new Set(ids(changed).flat())
    expect(names.size).toBe(5)
  })

  it('takes a row, a kegiatan or an area out with all in it', () => {
    expect(ids(after({ jenis: 'hapus', id: one, versi: 1 })).map((row) => row[2])).toEqual([two])
    expect(after({ jenis: 'hapus', id: kegiatan, versi: 1 }).area[0]?.kegiatan).toEqual([])
    expect(after({ jenis: 'hapus', id: area, versi: 1 }).area).toEqual([])
  })

  it('splits a row in two that keep its schedule and lines', () => {
    const texts = (uraian: string) => ({ uraian, langkah: null, indikator: [], eviden: [] })
    const change: Change = {
      jenis: 'pecah',
      id: one,
      versi: 1,
      pertama: texts('Menyusun peta'),
      kedua: texts('Menetapkan peta'),
    }
    const rows = placesOf(after(change).area).map(({ butir }) => butir)
    expect(rows.map(({ uraian }) => uraian)).toEqual([
      'Menyusun peta',
      'Menetapkan peta',
      'Mengevaluasi SOP',
    ])
    expect(rows[1]).toMatchObject({ jadwal: rows[0]?.jadwal, baris: [10] })
  })

  it('joins a row to the one above it; the first has none', () => {
    const rows = placesOf(after({ jenis: 'gabung', id: two, versi: 1 }).area)
    expect(rows.map(({ butir }) => [butir.uraian, butir.baris])).toEqual([
      ['Menyusun peta proses bisnis Mengevaluasi SOP', [10, 11, 12]],
    ])
    expect(() => after({ jenis: 'gabung', id: one, versi: 1 })).toThrow(/Butir pertama/)
  })

  it('from an old page is refused with both values', () => {
    const change: Change = { jenis: 'hapus', id: one, versi: 9 }
    expect(() => after(change)).toThrow(expect.objectContaining({ status: 409 }))
    expect(() => after({ ...change, id: 'n99' })).toThrow(expect.objectContaining({ status: 404 }))
  })
})
