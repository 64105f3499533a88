import { type Q, query } from '#platform/command.ts'
import type { Tx } from '#platform/db/database.ts'
import { notFound } from '#platform/errors.ts'
import { isUuid } from '#platform/id.ts'
import { type Berkas, stateOfBerkas } from './berkas.ts'

/** The rows of these files, in the order asked; ids without a row are left out. */
export async function berkasOf(
  { tx }: Pick<Q, 'tx'>,
  satkerKode: string,
  ids: readonly string[],
): Promise<Berkas[]> {
  const wanted = [...new Set(ids.filter(isUuid))]
  if (wanted.length === 0) return []
  const rows = await select(tx)
    .where('satker_kode', '=', satkerKode)
    .where('id', 'in', wanted)
    .execute()
  const found = new Map(rows.map((row) => [row.id, row]))
  return wanted.flatMap((id) => found.get(id) ?? [])
}

/** One file that the actor's reach covers; 404 otherwise. */
export const berkasById = query(async ({ tx }, id: string): Promise<Berkas> => {
  const row = isUuid(id) ? await select(tx).where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw notFound('Berkas')
  return row
})

/** The files among these that the actor himself sent for his office. */
export const ownBerkas = query(async ({ tx, actor }, ids: readonly string[]) => {
  const rows = await berkasOf({ tx }, actor.satkerKode, ids)
  return rows.filter((row) => row.receivedBy === actor.id)
})

const select = (tx: Tx) =>
  tx
    .selectFrom('berkas')
    .select([
      'satker_kode as satkerKode',
      'id',
      'nama',
      'ukuran_diterima as ukuranDiterima',
      'received_at as receivedAt',
      'received_by as receivedBy',
      'sha256',
      'ukuran',
      'jenis_isi as jenisIsi',
      'halaman',
      'pratinjau',
      'diambil_pada as diambilPada',
      'scanned_at as scannedAt',
      'ready_at as readyAt',
      'rejected_at as rejectedAt',
      'sebab',
    ])

/** A file that waits for its check; `jamZona` is how many hours its office is before UTC. */
export type ToCheck = { satkerKode: string; id: string; nama: string; jamZona: number }

const hoursOf: Readonly<Record<string, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
}

/** The file, as long as nobody has said what it is. */
export const berkasToCheck = query(
  async ({ tx }, which: { satkerKode: string; id: string }): Promise<ToCheck | null> => {
    const [row] = await berkasOf({ tx }, which.satkerKode, [which.id])
    if (!row || stateOfBerkas(row) !== 'checking') return null
    const { zona_waktu } = await tx
      .selectFrom('satker')
      .select('zona_waktu')
      .where('kode', '=', which.satkerKode)
      .executeTakeFirstOrThrow()
    return { ...which, nama: row.nama, jamZona: hoursOf[zona_waktu] ?? 7 }
  },
)
