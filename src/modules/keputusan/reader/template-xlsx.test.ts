import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Renaksi } from '../renaksi.ts'
import { openSource } from './open-source.ts'
import { readKeputusan } from './read.ts'
import { templateCsv, templateXlsx } from './template-xlsx.ts'

const folder = new URL('../../../../data/contoh/keputusan/', import.meta.url)

async function read(nama: string, bytes: Uint8Array): Promise<Renaksi> {
  return readKeputusan(await openSource({ nama, bytes }))
}

/** What the template has columns for. */
function content(plan: Renaksi) {
  return plan.rencana.area.map((area) => ({
    judul: area.judul,
    kegiatan: area.kegiatan.map(({ judul, butir }) => ({
      judul,
      butir: butir.map(({ uraian, langkah, indikator, eviden, jadwal }) => {
        const { bulan, mulai, selesai } = jadwal ?? { bulan: [] }
        return { uraian, langkah, indikator, eviden, bulan, mulai, selesai }
      }),
    })),
  }))
}

const files = ['lombok-timur-21-2025.txt', 'kota-mataram-11-2025.txt', 'prov-ntb-19-2022.txt']
const makers = { xlsx: templateXlsx, csv: templateCsv }

test.each(files.flatMap((file) => [[file, 'xlsx'] as const, [file, 'csv'] as const]))(
  '%s written into the %s template reads back word for word',
  async (file, type) => {
    const plan = await read(file, readFileSync(new URL(file, folder)))
    const back = await read(`templat.${type}`, makers[type](plan))
    expect(content(back)).toEqual(content(plan))
    expect(back.keputusan).toMatchObject({
      nomor: plan.keputusan.nomor,
      tanggal: plan.keputusan.tanggal,
      judul: plan.keputusan.judul,
      tempat: plan.keputusan.tempat,
    })
    expect(back.keputusan.mengingat?.map(({ kode }) => kode)).toEqual(
      plan.keputusan.mengingat?.map(({ kode }) => kode),
    )
  },
)

test('the empty template is read as a plan without areas', async () => {
  const empty = await read('templat.xlsx', templateXlsx())
  expect(empty.rencana.area).toEqual([])
  expect((await read('templat.csv', templateCsv())).rencana.area).toEqual([])
})

test('the empty template names every column that a plan can fill', async () => {
  const { lines } = await openSource({ nama: 'templat.xlsx', bytes: templateXlsx() })
  const heading = lines.find((line) => line.teks.startsWith('NO\t'))
  expect(heading?.sel?.map((cell) => cell.teks).filter(Boolean)).toEqual([
    'NO',
    'AREA PERUBAHAN',
    'KEGIATAN',
    'SUB KEGIATAN',
    'LANGKAH AKSI',
    'INDIKATOR KEBERHASILAN',
    'EVIDEN',
    'TARGET WAKTU',
    'PELAKSANAAN (BULAN)',
    'KETERANGAN',
  ])
})
