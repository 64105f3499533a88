import type { Renaksi, RenaksiButir } from '#modules/keputusan'
import { type Caller, command, query } from '#platform/command.ts'
import type { TestHub } from '#test/support/hub.ts'
import { type ButirEdit, editOf } from './butir-edit.ts'
import { approve, close, propose } from './commands/approval.ts'
import { createRencanaFromRenaksi } from './commands/import.ts'
import { rencanaTree } from './queries/tree.ts'
import type { JenisRencana, RencanaState } from './rencana.ts'
import { placesOf, type RencanaTree } from './tree.ts'

export const aButir = (uraian: string, more: Partial<RenaksiButir> = {}): RenaksiButir => ({
  label: null,
  uraian,
  langkah: null,
  indikator: [],
  eviden: [],
  jadwal: { bulan: [2, 7], mulai: null, selesai: null },
  ...more,
})

/** A decree with one butir in Tatalaksana for each given, and one in Pengawasan. */
export const aRenaksi = (
  butir: RenaksiButir[],
  tahun = 2026,
  jenis: JenisRencana = 'RB',
): Renaksi => ({
  format: 'renaksi/1',
  keputusan: {
    penerbit: 'KPU Kabupaten Sukamaju',
    nomor: '7',
    tahun,
    judul: 'Rencana Aksi',
    tanggal: `${tahun}-03-01`,
  },
  rencana: {
    jenis,
    tahun,
    area: [
      {
        nomor: '4.',
        judul: 'Penguatan Tatalaksana',
        kegiatan: [{ nomor: '1.', judul: 'Proses bisnis dan SOP', butir }],
      },
      {
        nomor: '7.',
        judul: 'Penguatan Pengawasan',
        kegiatan: [
          {
            nomor: '1.',
            judul: 'Gratifikasi',
            butir: [aButir('Sosialisasi pengendalian gratifikasi')],
          },
        ],
      },
    ],
  },
})

export type Plan = {
  id: string
  /** who drafted and proposed, and who approves */
  admin: Caller
  ketua: Caller
  tree: RencanaTree
  butirIds: string[]
  /** the values of the first butir, for a form */
  edit: ButirEdit
}

const create = command('uji.import', createRencanaFromRenaksi)
export const treeOf = query(rencanaTree)

let plans = 0

type Wanted = { tahun?: number; jenis?: JenisRencana; butir?: RenaksiButir[] }

/**
 * A plan of two butir in Tatalaksana and one in Pengawasan, brought to a state. An office has one
 * plan of a kind a year, so each has a year or a kind of its own.
 */
export async function aPlan(
  hub: TestHub,
  satkerKode: string,
  state: RencanaState = 'approved',
  wanted: Wanted = {},
): Promise<Plan> {
  const number = plans++
  const tahun = wanted.tahun ?? 2000 + Math.floor(number / 2)
  const jenis = wanted.jenis ?? (number % 2 === 0 ? 'RB' : 'ZI')
  const butir = wanted.butir ?? [aButir('Menyusun peta proses bisnis'), aButir('Mengevaluasi SOP')]
  const admin = hub.as(await hub.actor(satkerKode, 'admin_satker'))
  const ketua = hub.as(await hub.actor(satkerKode, 'ketua'))
  const renaksi = aRenaksi(butir, tahun, jenis)
  const judul = `Rencana aksi ${jenis} ${tahun}`
  const { id } = await create(admin, { satkerKode, keputusanId: null, judul, renaksi })
  if (state !== 'draft') await propose(admin, { rencanaId: id })
  if (state === 'approved' || state === 'closed') await approve(ketua, { rencanaId: id })
  if (state === 'closed') await close(ketua, { rencanaId: id, catatan: 'tahun sudah berakhir' })
  const tree = await treeOf(admin, id)
  const butirIds = placesOf(tree).map((place) => place.butir.id)
  const first = placesOf(tree)[0]
  if (!first) throw new Error('a plan without butir')
  return { id, admin, ketua, tree, butirIds, edit: editOf(first.butir, first.kegiatan.id) }
}
