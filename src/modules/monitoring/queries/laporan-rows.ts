import { type Anggaran, type Angka, figuresOf, placesOf } from '#modules/rencana-aksi'
import type { Q } from '#platform/command.ts'
import type { Lingkup } from '../putaran.ts'

type Key = { satkerKode: string; id: string }
type Wanted = { satkerKode: string; tahun: number; lingkup: Lingkup }

/** The plans that a report speaks of: approved ones of its year and scope, in the order RB, ZI. */
export async function plansOf({ tx }: Pick<Q, 'tx'>, wanted: Wanted): Promise<{ id: string }[]> {
  let found = tx
    .selectFrom('rencana')
    .select('id')
    .where('satker_kode', '=', wanted.satkerKode)
    .where('tahun', '=', wanted.tahun)
    .where('approved_at', 'is not', null)
  if (wanted.lingkup !== 'semua') found = found.where('jenis', '=', wanted.lingkup)
  return found.orderBy('jenis').execute()
}

export type Figures = Awaited<ReturnType<typeof figuresOf>>

/** Each of these plans with its figures of the period, as taken or as they stand today. */
export async function liveFigures(q: Q, wanted: Wanted & { periode: string }): Promise<Figures[]> {
  const figures: Figures[] = []
  for (const { id } of await plansOf(q, wanted))
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
    .execute()

export type LingkarRow = Awaited<ReturnType<typeof lingkarRows>>[number]

export type Snapshot = Anggaran & { rencanaId: string; angka: Angka }

/** The figures that were kept when the report was submitted. */
export async function snapshotRows(
  { tx }: Pick<Q, 'tx'>,
  { satkerKode, id }: Key,
): Promise<Snapshot[]> {
  const rows = await tx
    .selectFrom('laporan_monev_rencana')
    .select(['rencana_id as rencanaId', 'angka', 'pagu_anggaran as pagu'])
    .select(['realisasi_anggaran as realisasi', 'capaian_perjanjian_kinerja as capaianKinerja'])
    .where('satker_kode', '=', satkerKode)
    .where('laporan_id', '=', id)
    .execute()
  return rows.map((row) => ({ ...row, angka: row.angka as unknown as Angka })) // by submitLaporan
}
