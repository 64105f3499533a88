import { sql } from 'kysely'
import { query } from '#platform/command.ts'
import type { Tindakan } from '../temuan.ts'
import { placesOf } from '../suntingan.ts'
import { openReview, type OpenReview } from './open.ts'

export type TemuanRow = {
  urutan: number
  asal: 'pembaca' | 'dasar_hukum'
  pesan: string
  keputusan: string | null
  alternatif: string | null
  baris: number[]
  /** the row that one of its lines went to */
  butirId: string | null
  areaId: string | null
  tindakan: Tindakan | null
  catatan: string | null
  decidedBy: string | null
}

export type TemuanView = OpenReview & { rows: TemuanRow[] }

/** The findings, undecided first, each with the row that it speaks of. */
export const temuanForReview = query(async (q, id: string): Promise<TemuanView | null> => {
  const review = await openReview(q, id)
  if (!review) return null
  const rows = await q.tx
    .selectFrom('impor_temuan')
    .select(['urutan', 'asal', 'pesan', 'keputusan', 'alternatif', 'baris', 'tindakan', 'catatan'])
    .select(sql<string | null>`hub.nama_pengguna(decided_by)`.as('nama'))
    .where('satker_kode', '=', review.satkerKode)
    .where('impor_id', '=', review.id)
    .orderBy(sql`decided_at is not null`)
    .orderBy('urutan')
    .execute()
  const places = placesOf(review.suntingan.area)
  return {
    ...review,
    rows: rows.map((row) => {
      const place = places.find(({ butir }) => butir.baris.some((n) => row.baris.includes(n)))
      return {
        urutan: row.urutan,
        asal: row.asal as TemuanRow['asal'], // the table's checks allow no other
        pesan: row.pesan,
        keputusan: row.keputusan,
        alternatif: row.alternatif,
        baris: row.baris,
        butirId: place?.butir.id ?? null,
        areaId: place?.area.id ?? null,
        tindakan: row.tindakan as Tindakan | null,
        catatan: row.catatan,
        decidedBy: row.tindakan ? (row.nama ?? 'Sistem KPU HUB') : null,
      }
    }),
  }
})
