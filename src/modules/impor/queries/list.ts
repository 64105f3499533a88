import { sql } from 'kysely'
import { nomorKeputusan } from '#modules/keputusan'
import { query } from '#platform/command.ts'
import { allow } from '#platform/errors.ts'
import { type ImporState, stateOf } from '../impor.ts'
import { canImport } from '../policy.ts'

export const pageSize = 50

export type ImporListRow = {
  id: string
  namaBerkas: string
  /** "Nomor 21 Tahun 2025", once it has been read */
  keputusan: string | null
  state: ImporState
  createdAt: Date
  createdBy: string
}

const decreeOf = ({ nomor, tahun }: { nomor: string | null; tahun: string | null }) => {
  if (nomor === null) return null
  return tahun === null ? `Nomor ${nomor}` : nomorKeputusan({ nomor, tahun: Number(tahun) })
}

/** The imports of the actor's own office, newest first. */
export const imporForStaff = query(async ({ tx, actor }, { page }: { page: number }) => {
  allow(canImport(actor, actor.satkerKode))
  const rows = await tx
    .selectFrom('impor')
    .select(['id', 'nama_berkas', 'created_at', 'read_at', 'failed_at', 'accepted_at'])
    .select(['discarded_at', sql<string | null>`hub.nama_pengguna(created_by)`.as('nama')])
    .select([
      sql<string | null>`suntingan->'keputusan'->>'nomor'`.as('nomor'),
      sql<string | null>`suntingan->'keputusan'->>'tahun'`.as('tahun'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .where('satker_kode', '=', actor.satkerKode)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const total = rows[0]?.total ?? 0
  return {
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    total,
    rows: rows.map((row): ImporListRow => ({
      id: row.id,
      namaBerkas: row.nama_berkas,
      keputusan: decreeOf(row),
      state: stateOf(row),
      createdAt: row.created_at,
      createdBy: row.nama ?? 'Sistem KPU HUB',
    })),
  }
})
