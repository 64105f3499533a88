import { sql } from 'kysely'
import type { Q } from '#platform/command.ts'
import type { Benda } from '../commands/riwayat.ts'

type Key = { satkerKode: string; id: string }

/** What happened to one thing, the newest first; at most 100. */
export const riwayatRows = ({ tx }: Pick<Q, 'tx'>, benda: Benda, { satkerKode, id }: Key) =>
  tx
    .selectFrom('monitoring_riwayat')
    .select(['peristiwa', 'catatan', 'at'])
    .select(sql<string | null>`hub.nama_pengguna(by)`.as('oleh'))
    .where('satker_kode', '=', satkerKode)
    .where('benda', '=', benda)
    .where('benda_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('nomor', 'desc')
    .limit(100)

type Row = Awaited<ReturnType<ReturnType<typeof riwayatRows>['execute']>>[number]

export type RiwayatRow = Row

/** The same rows after they came as json, where a moment is text. */
export const riwayatOf = (rows: readonly (Omit<Row, 'at'> & { at: string })[]): RiwayatRow[] =>
  rows.map((row) => ({ ...row, at: new Date(row.at) }))
