import type { Renaksi } from '#modules/keputusan'
import type { Ctx } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { isUuid } from '#platform/id.ts'
import { type ImporState, stateOf } from '../impor.ts'
import type { Suntingan } from '../suntingan.ts'

export type ImporRow = {
  satkerKode: string
  id: string
  namaBerkas: string
  state: ImporState
  hasil: Renaksi | null
  suntingan: Suntingan | null
  versi: number
}

/** The import, held until the command ends so that two changes to it follow one another. */
export async function findImpor({ tx }: Ctx, id: string): Promise<ImporRow> {
  if (!isUuid(id)) throw notFound('Impor')
  const row = await tx
    .selectFrom('impor')
    .select(['satker_kode', 'id', 'nama_berkas', 'hasil', 'suntingan', 'versi'])
    .select(['read_at', 'failed_at', 'accepted_at', 'discarded_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('Impor')
  return {
    satkerKode: row.satker_kode,
    id: row.id,
    namaBerkas: row.nama_berkas,
    state: stateOf(row),
    // written by finishReading and revise alone
    hasil: row.hasil as unknown as Renaksi | null,
    suntingan: row.suntingan as unknown as Suntingan | null,
    versi: row.versi,
  }
}

export const thingOf = ({ satkerKode, id }: { satkerKode: string; id: string }) => ({
  satkerKode,
  benda: 'impor',
  id,
})

/** What has been read; a row in review always has both. */
export function readingOf({ hasil, suntingan }: ImporRow): {
  hasil: Renaksi
  suntingan: Suntingan
} {
  if (!hasil || !suntingan) throw new Error('an import in review without a reading')
  return { hasil, suntingan }
}

export const notInReview =
  'Impor ini tidak sedang diperiksa. Muat ulang halamannya untuk melihat keadaannya.'
