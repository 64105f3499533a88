import type { Ctx } from '#platform/command.ts'
import { notFound, refuseIf } from '#platform/errors.ts'
import { afterRapat, type RapatAct, type RapatState, rapatState } from '../rapat.ts'

export type RapatRow = {
  satkerKode: string
  id: string
  jenis: string
  judul: string
  tanggal: string
  versi: number
  state: RapatState
}

/** The meeting, held until the command ends. */
export async function findRapat({ tx }: Ctx, id: string): Promise<RapatRow> {
  const row = await tx
    .selectFrom('rapat')
    .select(['satker_kode', 'id', 'jenis', 'judul', 'tanggal', 'versi'])
    .select(['closed_at', 'cancelled_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('Rapat')
  const { satker_kode: satkerKode, jenis, judul, tanggal, versi } = row
  return { satkerKode, id, jenis, judul, tanggal, versi, state: rapatState(row) }
}

const shut: Record<RapatState, string> = {
  open: 'Tutup dahulu paket rapat ini, baru dapat dipakai sebagai eviden atau dibuka lagi.',
  closed: 'Paket rapat ini sudah ditutup. Buka lagi dengan alasan untuk mengoreksinya.',
  cancelled: 'Rapat ini sudah dibatalkan.',
}

export const refuseRapat = ({ state }: RapatRow, act: RapatAct): void =>
  refuseIf(afterRapat(state, act) === null, shut[state])
