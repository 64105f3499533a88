import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

type Scope = {
  now: Date
  tahun: number
  jenis: '' | 'RB' | 'ZI'
  /** half-open range of office codes */
  dari: string
  sampai: string
}

/** The kept sums of approved plans in a range of offices, for staff. `lewat` follows each office's own date. */
export function approvedSums(tx: Tx, { now, tahun, jenis, dari, sampai }: Scope) {
  const sums = tx
    .selectFrom('rencana_rekap as p')
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 'p.satker_kode').onRef('r.id', '=', 'p.rencana_id'),
    )
    .innerJoin('satker as s', 's.kode', 'p.satker_kode')
    .select((eb) => [
      isPast(now).as('lewat'),
      eb.fn.sum<number>('p.jumlah').as('jumlah'),
      eb.fn.sum<number>('p.berjalan').as('berjalan'),
      eb.fn.sum<number>('p.selesai').as('selesai'),
      eb.fn.sum<number>('p.selesai_tepat').as('selesaiTepat'),
      eb.fn.sum<number>('p.ditiadakan').as('ditiadakan'),
    ])
    .where('r.approved_at', 'is not', null)
    .where('p.tahun', '=', tahun)
    .where('p.satker_kode', '>=', dari)
    .where('p.satker_kode', '<', sampai)
    .groupBy('lewat')
  return jenis === '' ? sums : sums.where('p.jenis', '=', jenis)
}

/** The same of what the public may read; the views hold approved plans only. */
export function publicSums(tx: Tx, { now, tahun, dari, sampai }: Omit<Scope, 'jenis'>) {
  return tx
    .selectFrom('publik.rencana_rekap as p')
    .innerJoin('satker as s', 's.kode', 'p.satker_kode')
    .select((eb) => [
      isPast(now).as('lewat'),
      eb.fn.sum<number>('p.jumlah').as('jumlah'),
      eb.fn.sum<number>('p.berjalan').as('berjalan'),
      eb.fn.sum<number>('p.selesai').as('selesai'),
      eb.fn.sum<number>('p.selesai_tepat').as('selesaiTepat'),
      eb.fn.sum<number>('p.ditiadakan').as('ditiadakan'),
    ])
    .where('p.tahun', '=', tahun)
    .where('p.satker_kode', '>=', dari)
    .where('p.satker_kode', '<', sampai)
    .groupBy('lewat')
}

/** Has the due date passed on the local date of the office? Needs `p` = sums and `s` = satker. */
const isPast = (now: Date) =>
  sql<boolean>`p.jatuh_tempo < (${now}::timestamptz at time zone s.zona_waktu)::date`
