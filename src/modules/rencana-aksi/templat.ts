import { canonicalAreas, nationalPlans } from '#modules/keputusan'
import { diffRencana } from './diff.ts'
import { newIndikator, type IsiButir, type IsiRencana } from './isi.ts'
import type { JenisRencana } from './rencana.ts'

/** Stands in a template where the name of the office will stand. */
const officeMark = '<satker>'

/** The usual plan of an election office as the content of a template; its months are still open. */
export const isiFromNational = (jenis: JenisRencana): IsiRencana => ({
  area: canonicalAreas
    .filter((area) => area.nomor[jenis] !== null)
    .toSorted((a, b) => (a.nomor[jenis] ?? 0) - (b.nomor[jenis] ?? 0))
    .map((area) => ({
      nomor: `${area.nomor[jenis]}.`,
      judul: area.judul,
      areaBaku: area.nomor.RB,
      kegiatan: nationalPlans[jenis].kegiatan
        .filter((kegiatan) => kegiatan.area === area.kode)
        .map(({ judul, indikator, butir }, index) => ({
          nomor: `${index + 1}.`,
          judul,
          butir: butir.map((one, place) =>
            // What measures the whole activity stands with its first butir.
            butirOf(one.uraian, place === 0 ? [...indikator, ...one.indikator] : one.indikator),
          ),
        })),
    })),
})

const butirOf = (uraian: string, indikator: readonly string[]): IsiButir => ({
  label: null,
  uraian,
  langkah: null,
  keterangan: null,
  prioritas: false,
  penanggungJawab: null,
  unit: null,
  bulan: [],
  mulai: null,
  selesai: null,
  jadwalAsli: null,
  eviden: [],
  indikator: indikator.map(newIndikator),
  baris: [],
  keyakinan: null,
})

/** A template's content for one office: with its name, and without people, who are others there. */
export function forOffice(isi: IsiRencana, satkerNama: string): IsiRencana {
  const named = (text: string) => text.replaceAll(officeMark, satkerNama)
  const maybe = (text: string | null) => (text === null ? null : named(text))
  return {
    area: isi.area.map((area) => ({
      ...area,
      kegiatan: area.kegiatan.map((kegiatan) => ({
        ...kegiatan,
        judul: maybe(kegiatan.judul),
        butir: kegiatan.butir.map((butir) => ({
          ...butir,
          uraian: maybe(butir.uraian),
          langkah: maybe(butir.langkah),
          keterangan: maybe(butir.keterangan),
          eviden: butir.eviden.map(named),
          indikator: butir.indikator.map((one) => ({ ...one, teks: named(one.teks) })),
          penanggungJawab: null,
          unit: null,
        })),
      })),
    })),
  }
}

/** How many butir an office added to, took out of, and changed in its template. */
export type Simpangan = { tambah: number; hilang: number; ubah: number }

/** What an office made of its template; who answers for a butir is its own affair. */
export const simpanganDiff = (templat: IsiRencana, isi: IsiRencana) => {
  const diff = diffRencana(templat, isi)
  const changed = diff.changed
    .map(({ row, fields }) => ({
      row,
      fields: fields.filter(({ field }) => field !== 'penanggungJawab' && field !== 'unit'),
    }))
    .filter(({ fields }) => fields.length > 0)
  return { ...diff, changed }
}

export function simpanganOf(templat: IsiRencana, isi: IsiRencana): Simpangan {
  const { added, removed, changed } = simpanganDiff(templat, isi)
  return { tambah: added.length, hilang: removed.length, ubah: changed.length }
}
