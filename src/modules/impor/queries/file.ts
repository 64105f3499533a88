import { query } from '#platform/command.ts'
import { allow, notFound } from '#platform/errors.ts'
import { isUuid } from '#platform/id.ts'
import { stateOf } from '../impor.ts'
import { canImport } from '../policy.ts'

/** The file that waits to be read; null when that is done or no longer wanted. */
export const fileToRead = query(async ({ tx }, id: string) => {
  const row = await tx
    .selectFrom('impor')
    .select(['nama_berkas', 'isi', 'read_at', 'failed_at', 'accepted_at', 'discarded_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.isi || stateOf(row) !== 'reading') return null
  return { nama: row.nama_berkas, bytes: new Uint8Array(row.isi) }
})

/** The file as it was uploaded, to keep beside the decree. */
export const originalFile = query(async ({ tx, actor }, id: string) => {
  if (!isUuid(id)) throw notFound('Impor')
  const row = await tx
    .selectFrom('impor')
    .select(['satker_kode', 'nama_berkas', 'isi'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Impor')
  allow(canImport(actor, row.satker_kode))
  if (!row.isi) throw notFound('Berkas asli')
  return { nama: row.nama_berkas, bytes: new Uint8Array(row.isi) }
})
