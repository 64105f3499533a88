import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { plannedAnew } from '#platform/db/prepared.ts'

export type Scope = {
  now: Date
  tahun: number
  /** half-open range of office codes */
  dari: string
  sampai: string
}

/** The kept sums of approved plans in a range of offices, for staff. `lewat` follows each office's own date. */
export function approvedSums(tx: Tx, scope: Scope & { jenis: '' | 'RB' | 'ZI' }) {
  const sums = withToday(tx, scope)
    .selectFrom('rencana_rekap as p')
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 'p.satker_kode').onRef('r.id', '=', 'p.rencana_id'),
    )
    .innerJoin('hari as h', 'h.kode', 'p.satker_kode')
    .select(sumColumns)
    .where('r.approved_at', 'is not', null)
    .where('p.tahun', '=', scope.tahun)
    .where('p.satker_kode', '>=', scope.dari)
    .where('p.satker_kode', '<', scope.sampai)
    .groupBy('lewat')
    .modifyEnd(plannedAnew)
  return scope.jenis === '' ? sums : sums.where('p.jenis', '=', scope.jenis)
}

/** The same of what the public may read; the views hold approved plans only. */
export const publicSums = (tx: Tx, scope: Scope) =>
  withToday(tx, scope)
    .selectFrom('publik.rencana_rekap as p')
    .innerJoin('hari as h', 'h.kode', 'p.satker_kode')
    .select(sumColumns)
    .where('p.tahun', '=', scope.tahun)
    .where('p.satker_kode', '>=', scope.dari)
    .where('p.satker_kode', '<', scope.sampai)
    .groupBy('lewat')
    .modifyEnd(plannedAnew)

/** Today at each office, worked out once an office instead of once a row. */
const withToday = (tx: Tx, { now, dari, sampai }: Scope) =>
  tx.with(
    (cte) => cte('hari').materialized(),
    (db) =>
      db
        .selectFrom('satker')
        .select([
          'kode',
          sql<string>`(${now}::timestamptz at time zone zona_waktu)::date`.as('ini'),
        ])
        .where('kode', '>=', dari)
        .where('kode', '<', sampai),
  )

/** Needs `p` = the sums and `h` = today at each office. */
const sumColumns = [
  sql<boolean>`p.jatuh_tempo < h.ini`.as('lewat'),
  sql<number>`sum(p.jumlah)`.as('jumlah'),
  sql<number>`sum(p.berjalan)`.as('berjalan'),
  sql<number>`sum(p.selesai)`.as('selesai'),
  sql<number>`sum(p.selesai_tepat)`.as('selesaiTepat'),
  sql<number>`sum(p.ditiadakan)`.as('ditiadakan'),
]
