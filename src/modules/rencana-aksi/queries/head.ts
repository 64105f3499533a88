import { sql } from 'kysely'
import { notFound } from '#platform/errors.ts'
import type { Q } from '#platform/command.ts'
import type { Named } from '../isi.ts'
import { type JenisRencana, stateOf } from '../rencana.ts'
import type { RencanaHead } from '../tree.ts'

/** The plan itself, with the names around it; 404 when it lies outside the actor's reach. */
export async function rencanaHead(q: Pick<Q, 'tx'>, id: string): Promise<RencanaHead> {
  const row = await headRows(q, id).executeTakeFirst()
  if (!row) throw notFound('Rencana aksi')
  return headOf(row)
}

/** The one row that `headOf` reads; none when the plan lies outside the actor's reach. */
export const headRows = ({ tx }: Pick<Q, 'tx'>, id: string) =>
  tx
    .selectFrom('rencana as r')
    .innerJoin('satker as s', 's.kode', 'r.satker_kode')
    .leftJoin('keputusan as k', (join) =>
      join.onRef('k.satker_kode', '=', 'r.satker_kode').onRef('k.id', '=', 'r.keputusan_id'),
    )
    .leftJoin('peta_jalan as p', 'p.kode', 'r.peta_jalan_kode')
    .select(['r.satker_kode', 'r.id', 'r.jenis', 'r.tahun', 'r.judul', 'r.versi', 'r.created_at'])
    .select(['r.proposed_at', 'r.proposed_by', 'r.approved_at', 'r.approved_by'])
    .select([
      'r.closed_at',
      'r.closed_by',
      'r.disalin_dari',
      'r.templat_id',
      's.nama as satker_nama',
      's.zona_waktu',
    ])
    .select(['k.id as keputusan_id', 'k.nomor', 'k.tahun as keputusan_tahun', 'k.tanggal'])
    .select(['k.judul as keputusan_judul', 'p.kode as peta_kode', 'p.judul as peta_judul'])
    .select((eb) => [
      sql<string | null>`hub.nama_pengguna(r.proposed_by)`.as('proposed_nama'),
      sql<string | null>`hub.nama_pengguna(r.approved_by)`.as('approved_nama'),
      sql<string | null>`hub.nama_pengguna(r.closed_by)`.as('closed_nama'),
      eb
        .selectFrom('rencana_usulan as u')
        .whereRef('u.satker_kode', '=', 'r.satker_kode')
        .whereRef('u.rencana_id', '=', 'r.id')
        .where('u.accepted_at', 'is', null)
        .where('u.rejected_at', 'is', null)
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('usulan'),
    ])
    .where('r.id', '=', id)

type HeadRow = Awaited<ReturnType<ReturnType<typeof headRows>['executeTakeFirstOrThrow']>>

export const headOf = (row: HeadRow): RencanaHead => ({
  satkerKode: row.satker_kode,
  satkerNama: row.satker_nama,
  zonaWaktu: row.zona_waktu,
  id: row.id,
  jenis: row.jenis as JenisRencana, // the table's check allows no other
  tahun: row.tahun,
  judul: row.judul,
  versi: row.versi,
  state: stateOf(row),
  keputusan: keputusanOf(row),
  disalinDari: row.disalin_dari,
  templatId: row.templat_id,
  petaJalan: row.peta_kode ? { kode: row.peta_kode, judul: row.peta_judul ?? '' } : null,
  createdAt: row.created_at,
  proposedAt: row.proposed_at,
  proposedBy: named(row.proposed_by, row.proposed_nama),
  approvedAt: row.approved_at,
  approvedBy: named(row.approved_by, row.approved_nama),
  closedAt: row.closed_at,
  closedBy: named(row.closed_by, row.closed_nama),
  usulanMenunggu: row.usulan ?? 0,
})

/** An id with its name; the system itself has no row among people. */
export const named = (id: string | null, nama: string | null): Named | null =>
  id === null ? null : { id, nama: nama ?? 'Sistem KPU HUB' }

const keputusanOf = (row: {
  keputusan_id: string | null
  nomor: string | null
  keputusan_tahun: number | null
  tanggal: string | null
  keputusan_judul: string | null
}): RencanaHead['keputusan'] =>
  row.keputusan_id === null
    ? null
    : {
        id: row.keputusan_id,
        nomor: row.nomor ?? '',
        tahun: row.keputusan_tahun ?? 0,
        tanggal: row.tanggal ?? '',
        judul: row.keputusan_judul ?? '',
      }
