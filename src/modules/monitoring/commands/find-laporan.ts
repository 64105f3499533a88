import type { Ctx } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { notFound, refuseIf } from '#platform/errors.ts'
import {
  afterLaporan,
  batasOf,
  type LaporanAct,
  laporanState,
  type LaporanState,
  type Lingkup,
  shutMessage,
} from '../putaran.ts'
import { noteHappened } from './riwayat.ts'

export type LaporanRow = {
  satkerKode: string
  id: string
  putaranSatkerKode: string
  judul: string
  tahun: number
  periode: string
  lingkup: Lingkup
  /** last day of the window as it was opened, and as it stands now */
  selesai: string
  batas: string
  simpulan: string | null
  submittedBy: string | null
  versi: number
  state: LaporanState
  /** today at that office */
  today: string
}

/** The report, held until the command ends. */
export async function findLaporan({ tx, now }: Ctx, id: string): Promise<LaporanRow> {
  const row = await tx
    .selectFrom('laporan_monev as l')
    .innerJoin('satker as s', 's.kode', 'l.satker_kode')
    .select(['l.satker_kode', 'l.id', 'l.putaran_satker_kode', 'l.judul', 'l.tahun', 'l.periode'])
    .select(['l.lingkup', 'l.mulai', 'l.selesai', 'l.dibuka_sampai', 'l.simpulan', 'l.versi'])
    .select(['l.submitted_at', 'l.submitted_by', 'l.returned_at', 'l.verified_at', 's.zona_waktu'])
    .where('l.id', '=', id)
    .forUpdate('l')
    .executeTakeFirst()
  if (!row) throw notFound('Laporan monev')
  const today = localDate(now, row.zona_waktu)
  return {
    satkerKode: row.satker_kode,
    id: row.id,
    putaranSatkerKode: row.putaran_satker_kode,
    judul: row.judul,
    tahun: row.tahun,
    periode: row.periode,
    lingkup: row.lingkup as Lingkup, // the table's check allows no other
    selesai: row.selesai,
    batas: batasOf(row),
    simpulan: row.simpulan,
    submittedBy: row.submitted_by,
    versi: row.versi,
    state: laporanState(row, today),
    today,
  }
}

/** Ends the command when the state of the report forbids the act. */
export const refuseLaporan = ({ state }: LaporanRow, act: LaporanAct): void =>
  refuseIf(afterLaporan(state, act) === null, shutMessage[state] ?? notSubmitted[act] ?? elsewhere)

const notSubmitted: Partial<Record<LaporanAct, string>> = {
  verify: 'Laporan ini belum dikirim.',
  return: 'Laporan ini belum dikirim.',
  reopen: 'Jendela pengisian laporan ini belum lewat, jadi tidak perlu dibuka lagi.',
}
const elsewhere = 'Laporan ini tidak dalam keadaan itu. Muat ulang halaman.'

type Columns = {
  simpulan?: string
  submitted_at?: Date | null
  submitted_by?: string | null
  returned_at?: Date | null
  returned_by?: string | null
  catatan?: string | null
  verified_at?: Date
  verified_by?: string
  dibuka_sampai?: string
  dibuka_by?: string
  alasan_buka?: string
}

export const updateLaporan = (ctx: Ctx, laporan: LaporanRow, columns: Columns) =>
  ctx.tx
    .updateTable('laporan_monev')
    .set({ ...columns, versi: laporan.versi + 1 })
    .where('satker_kode', '=', laporan.satkerKode)
    .where('id', '=', laporan.id)
    .execute()

type Told = { catatan?: string; rincian?: Record<string, unknown> }

export const happened = (ctx: Ctx, laporan: LaporanRow, peristiwa: string, told: Told = {}) =>
  noteHappened(ctx, {
    benda: 'laporan',
    satkerKode: laporan.satkerKode,
    id: laporan.id,
    peristiwa,
    ...told,
  })
