import { areaByNomor, findArea, type Renaksi, type RenaksiButir } from '#modules/keputusan'
import { type CaraHitung, inferJenisIndikator, type JenisIndikator } from './jenis-indikator.ts'
import type { JenisRencana } from './rencana.ts'

/** Someone or something named by id, with the name it had. */
export type Named = { id: string; nama: string }

export type IsiIndikator = {
  teks: string
  jenis: JenisIndikator
  satuan: string | null
  arah: 'naik' | 'turun'
  target: number | null
  caraHitung: CaraHitung
  nilaiTahunLalu: number | null
}

/** What a butir asks, without what has been done about it. */
export type IsiButir = {
  id?: string
  label: string | null
  uraian: string | null
  langkah: string | null
  keterangan: string | null
  prioritas: boolean
  penanggungJawab: Named | null
  unit: Named | null
  bulan: number[]
  mulai: string | null
  selesai: string | null
  jadwalAsli: string | null
  eviden: string[]
  indikator: IsiIndikator[]
  /** lines of the source */
  baris: number[]
  keyakinan: number | null
}

export type IsiKegiatan = {
  id?: string
  nomor: string | null
  judul: string | null
  butir: IsiButir[]
}

export type IsiArea = {
  id?: string
  nomor: string | null
  judul: string | null
  areaBaku: number | null
  kegiatan: IsiKegiatan[]
}

/** The content of a plan: what a version keeps, a template gives and two of which are compared. */
export type IsiRencana = { area: IsiArea[] }

export const allButir = (isi: IsiRencana): IsiButir[] =>
  isi.area.flatMap((area) => area.kegiatan.flatMap((kegiatan) => kegiatan.butir))

/**
 * The canonical area (1–8, in the order of RB) that a title names. Without a title the number
 * decides; a title that names none stays without, since numbers of annexes are often wrong.
 */
export function areaBakuOf(
  jenis: JenisRencana,
  { nomor, judul }: { nomor?: string | null | undefined; judul: string | null },
): number | null {
  if (judul !== null) return findArea(judul)?.area.nomor.RB ?? null
  const place = Number.parseInt(nomor ?? '', 10)
  return Number.isNaN(place) ? null : (areaByNomor(jenis, place)?.nomor.RB ?? null)
}

/** The plan that an imported decree holds. */
export const isiFromRenaksi = ({ rencana }: Pick<Renaksi, 'rencana'>): IsiRencana => ({
  area: rencana.area.map((area) => ({
    nomor: area.nomor ?? null,
    judul: area.judul,
    areaBaku: areaBakuOf(rencana.jenis, area),
    kegiatan: area.kegiatan.map((kegiatan) => ({
      nomor: kegiatan.nomor ?? null,
      judul: kegiatan.judul,
      butir: kegiatan.butir.map(butirFromRenaksi),
    })),
  })),
})

const butirFromRenaksi = (butir: RenaksiButir): IsiButir => ({
  label: butir.label ?? null,
  uraian: butir.uraian ?? (butir.langkah === null ? '(tanpa uraian)' : null),
  langkah: butir.langkah,
  keterangan: butir.keterangan ?? null,
  prioritas: false,
  penanggungJawab: null,
  unit: null,
  bulan: butir.jadwal?.bulan ?? [],
  mulai: butir.jadwal?.mulai ?? null,
  selesai: butir.jadwal?.selesai ?? null,
  jadwalAsli: butir.jadwal?.asli ?? null,
  eviden: butir.eviden,
  indikator: butir.indikator.map(newIndikator),
  baris: butir.baris ?? [],
  keyakinan: butir.keyakinan ?? null,
})

/** An indicator as its words alone tell it. */
export const newIndikator = (teks: string): IsiIndikator => ({
  teks,
  jenis: inferJenisIndikator(teks),
  satuan: null,
  arah: 'naik',
  target: null,
  caraHitung: 'terakhir',
  nilaiTahunLalu: null,
})
