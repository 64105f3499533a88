import type { IsiIndikator, IsiRencana, Named } from './isi.ts'
import type { JenisRencana, RencanaState } from './rencana.ts'
import type { SelStatus } from './sel.ts'

/** One obligation: a butir in a month. Dates are YYYY-MM-DD. */
export type Sel = {
  bulan: number
  mulai: string
  jatuhTempo: string
  status: SelStatus
  catatan: string | null
  alasan: string | null
  doneOn: string | null
  versi: number
}

export type IndikatorNode = IsiIndikator & { id: string; versi: number }

export type ButirNode = {
  id: string
  /** orders the butir of one kegiatan */
  urutan: number
  label: string | null
  uraian: string | null
  langkah: string | null
  keterangan: string | null
  prioritas: boolean
  penanggungJawab: Named | null
  unit: Named | null
  mulai: string | null
  selesai: string | null
  jadwalAsli: string | null
  eviden: string[]
  baris: number[]
  keyakinan: number | null
  versi: number
  indikator: IndikatorNode[]
  sel: Sel[]
}

export type KegiatanNode = {
  id: string
  urutan: number
  nomor: string | null
  judul: string | null
  butir: ButirNode[]
}

export type AreaNode = {
  id: string
  urutan: number
  nomor: string | null
  judul: string | null
  areaBaku: number | null
  kegiatan: KegiatanNode[]
}

export type RencanaHead = {
  satkerKode: string
  satkerNama: string
  zonaWaktu: string
  id: string
  jenis: JenisRencana
  tahun: number
  judul: string
  versi: number
  state: RencanaState
  keputusan: { id: string; nomor: string; tahun: number; tanggal: string; judul: string } | null
  petaJalan: { kode: string; judul: string } | null
  /** the plan of another year that this one was copied from */
  disalinDari: string | null
  /** the template that was pushed here */
  templatId: string | null
  createdAt: Date
  proposedAt: Date | null
  proposedBy: Named | null
  approvedAt: Date | null
  approvedBy: Named | null
  closedAt: Date | null
  closedBy: Named | null
  /** proposals of change that wait for a decision */
  usulanMenunggu: number
}

export type RencanaTree = RencanaHead & { area: AreaNode[] }

export type ButirPlace = { area: AreaNode; kegiatan: KegiatanNode; butir: ButirNode }

/** Every butir with the area and kegiatan that it stands in, in order. */
export const placesOf = (tree: Pick<RencanaTree, 'area'>): ButirPlace[] =>
  tree.area.flatMap((area) =>
    area.kegiatan.flatMap((kegiatan) => kegiatan.butir.map((butir) => ({ area, kegiatan, butir }))),
  )

/** What the plan asks, without what has been done: the content of a version. */
export const isiOf = (tree: Pick<RencanaTree, 'area'>): IsiRencana => ({
  area: tree.area.map(({ id, nomor, judul, areaBaku, kegiatan }) => ({
    id,
    nomor,
    judul,
    areaBaku,
    kegiatan: kegiatan.map((k) => ({
      id: k.id,
      nomor: k.nomor,
      judul: k.judul,
      butir: k.butir.map(({ urutan: _, versi: __, sel, indikator, ...butir }) => ({
        ...butir,
        bulan: sel.map(({ bulan }) => bulan),
        indikator: indikator.map(({ id: _id, versi: _versi, ...rest }) => rest),
      })),
    })),
  })),
})
