import { type Anggaran, type Angka, figuresOf, placesOf } from '#modules/rencana-aksi'
import type { Q } from '#platform/command.ts'
import type { Lingkup } from '../putaran.ts'

type Key = { satkerKode: string; id: string }
type Wanted = { satkerKode: string; tahun: number; lingkup: Lingkup }

/** The plans that a report speaks of: approved ones of its year and scope, in the order RB, ZI. */
export function planRows({ tx }: Pick<Q, 'tx'>, { satkerKode, tahun, lingkup }: Wanted) {
  const found = tx
    .selectFrom('rencana')
    .select('id')
    .where('satker_kode', '=', satkerKode)
    .where('tahun', '=', tahun)
    .where('approved_at', 'is not', null)
    .orderBy('jenis')
  return lingkup === 'semua' ? found : found.where('jenis', '=', lingkup)
}

/** What was taken for the plans of an office in a year, in the order of its taking. */
export const takenRows = ({ tx }: Pick<Q, 'tx'>, { satkerKode, tahun }: Wanted) =>
  tx
    .selectFrom('rencana_pemantauan as m')
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 'm.satker_kode').onRef('r.id', '=', 'm.rencana_id'),
    )
    .select(['m.rencana_id as rencanaId', 'm.periode', 'm.angka'])
    .where('r.satker_kode', '=', satkerKode)
    .where('r.tahun', '=', tahun)
    .orderBy('m.created_at')

export type Figures = Awaited<ReturnType<typeof figuresOf>>

/** Each of these plans with its figures of the period, as taken or as they stand today. */
export async function liveFigures(q: Q, wanted: Wanted & { periode: string }): Promise<Figures[]> {
  const figures: Figures[] = []
  for (const { id } of await planRows(q, wanted).execute())
    figures.push(await figuresOf(q, { id, kode: wanted.periode }))
  return figures
}

/** The areas of a plan in which something is late, by their id. */
export function lateAreas({ tree, angka }: Pick<Figures, 'tree' | 'angka'>): Set<string> {
  const late = new Set(angka.terlambat.map(({ butirId }) => butirId))
  return new Set(
    placesOf(tree)
      .filter(({ butir }) => late.has(butir.id))
      .map(({ area }) => area.id),
  )
}

export const lingkarRows = ({ tx }: Pick<Q, 'tx'>, { satkerKode, id }: Key) =>
  tx
    .selectFrom('laporan_monev_lingkar')
    .select(['rencana_id as rencanaId', 'area_id as areaId', 'butir_id as butirId'])
    .select(['target', 'realisasi', 'hambatan', 'solusi', 'versi'])
    .where('satker_kode', '=', satkerKode)
    .where('laporan_id', '=', id)

export type LingkarRow = Awaited<ReturnType<ReturnType<typeof lingkarRows>['execute']>>[number]

export type Snapshot = Anggaran & { rencanaId: string; angka: Angka }

/** The figures that were kept when the report was submitted. */
export const snapshotRows = ({ tx }: Pick<Q, 'tx'>, { satkerKode, id }: Key) =>
  tx
    .selectFrom('laporan_monev_rencana')
    .select(['rencana_id as rencanaId', 'angka', 'pagu_anggaran as pagu'])
    .select(['realisasi_anggaran as realisasi', 'capaian_perjanjian_kinerja as capaianKinerja'])
    .where('satker_kode', '=', satkerKode)
    .where('laporan_id', '=', id)

type SnapshotRow = Awaited<ReturnType<ReturnType<typeof snapshotRows>['execute']>>[number]

export const snapshotsOf = (rows: readonly SnapshotRow[]): Snapshot[] =>
  rows.map((row) => ({ ...row, angka: row.angka as unknown as Angka })) // by submitLaporan
