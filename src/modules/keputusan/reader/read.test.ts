import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Renaksi } from '../renaksi.ts'
import { openSource } from './open-source.ts'
import { readKeputusan } from './read.ts'
import { similarity } from './similarity.ts'

const read = async (name: string): Promise<Renaksi> => {
  const nama = `${name}.txt`
  const bytes = readFileSync(`data/contoh/keputusan/${nama}`)
  return readKeputusan(await openSource({ nama, bytes }))
}

const butirOf = (plan: Renaksi) =>
  plan.rencana.area.flatMap((area) => area.kegiatan.flatMap((kegiatan) => kegiatan.butir))

describe('a ZI annex with evidence that runs together and columns that shift', () => {
  test('all areas, activities and points are there', async () => {
    const plan = await read('lombok-timur-21-2025')
    expect(plan.rencana).toMatchObject({ jenis: 'ZI', tahun: 2025 })
    expect(plan.rencana.area.map((area) => area.kegiatan.length)).toEqual([4, 3, 6, 2, 5, 5])
    expect(butirOf(plan)).toHaveLength(87)
    expect(plan.rencana.bobot).toHaveLength(8)
    expect(plan.sisa).toEqual([])
  })

  test('evidence is one name each, and missing target times stay missing', async () => {
    const butir = butirOf(await read('lombok-timur-21-2025'))
    expect(butir.flatMap((each) => each.eviden)).toHaveLength(235)
    expect(butir.filter((each) => each.jadwal === null)).toHaveLength(3)
    expect(butir.filter((each) => each.langkah === null)).toHaveLength(1)
  })

  test('a point that a page break cut in all its cells is whole', async () => {
    const butir = butirOf(await read('lombok-timur-21-2025'))
    const cut = butir.find((each) => each.uraian?.startsWith('Terdapat sistem informasi/'))
    expect(cut).toMatchObject({
      label: 'g.',
      langkah: 'Terdapat upaya peningkatan kapasitas SDM yang menangani akuntabilitas kinerja',
      jadwal: { asli: 'Agustus 2025 - Desember 2025' },
    })
    expect(cut?.eviden).toHaveLength(5)
  })

  test('what was decided is told', async () => {
    const kode = new Set((await read('lombok-timur-21-2025')).temuan?.map((each) => each.kode))
    for (const each of [
      'baris-ganda',
      'baris-terpotong',
      'kolom-bergeser',
      'langkah-tidak-sejajar',
    ]) {
      expect(kode).toContain(each)
    }
  })
})

describe('a ZI annex whose cells wrap', () => {
  test('rows are joined and noise is left out', async () => {
    const plan = await read('kota-mataram-11-2025')
    expect(butirOf(plan)).toHaveLength(25)
    const last = plan.rencana.area.at(-1)?.kegiatan.at(-1)
    expect(last?.judul).toBe('Pemanfaatan Teknologi Informasi')
    expect(last?.butir[0]?.langkah).toBe(
      'Penerapan TI dalam pelayanan, database pelayanan terintegrasi, perbaikan berkala',
    )
    expect(JSON.stringify(plan.rencana)).not.toContain('Canada')
  })

  const reference = '../shared/golden/001.renaksi.json'
  test.skipIf(!existsSync(reference))('it agrees with a reading by hand', async () => {
    const expected = JSON.parse(readFileSync(reference, 'utf8')) as Renaksi
    const plan = await read('kota-mataram-11-2025')
    const rows = (of: Renaksi) =>
      of.rencana.area.flatMap((area) =>
        area.kegiatan.flatMap(({ judul, butir }) =>
          butir.map((each) => [area.judul, judul, each.langkah, each.jadwal?.asli].join('|')),
        ),
      )
    const pairs = rows(plan).map((row, i) => similarity(row, rows(expected)[i] ?? ''))
    expect(Math.min(...pairs)).toBeGreaterThan(0.99)
  })
})

test('findings stand in the order of the source, each once', async () => {
  const { temuan = [] } = await read('lombok-timur-21-2025')
  const first = temuan.map((each) => each.baris?.[0] ?? 0)
  expect(first).toEqual(first.toSorted((a, b) => a - b))
  expect(new Set(temuan.map((each) => JSON.stringify(each))).size).toBe(temuan.length)
})

test('a document without a plan yields an empty plan and keeps its text', () => {
  const lines = ['Sebuah catatan', 'tanpa tabel apa pun.'].map((teks, i) => ({
    baris: i + 1,
    teks,
  }))
  const plan = readKeputusan({ nama: 'catatan.txt', sha256: '', jenis: 'txt', lines })
  expect(butirOf(plan)).toEqual([])
  expect(plan.temuan?.length).toBeGreaterThan(0)
})
