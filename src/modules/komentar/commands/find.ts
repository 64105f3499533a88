import type { Ctx } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'

export type Found = {
  satkerKode: string
  id: string
  butirId: string
  indukId: string | null
  createdBy: string
  resolved: boolean
  removed: boolean
}

/** One comment, held until the command ends; 404 outside the caller's reach. */
export async function findKomentar(
  { tx }: Ctx,
  { satkerKode, id }: { satkerKode: string; id: string },
): Promise<Found> {
  const row = await tx
    .selectFrom('komentar')
    .select(['butir_id', 'induk_id', 'created_by', 'resolved_at', 'removed_at'])
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.butir_id) throw notFound('Komentar')
  return {
    satkerKode,
    id,
    butirId: row.butir_id,
    indukId: row.induk_id,
    createdBy: row.created_by,
    resolved: row.resolved_at !== null,
    removed: row.removed_at !== null,
  }
}
