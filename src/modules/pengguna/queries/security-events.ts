import { query } from '#platform/command.ts'

const most = 12

/** The last events of one's own account, from the chain of the office that one works for. */
export const ownSecurityEvents = query(async (q, _input: null) => {
  const rows = await q.tx
    .selectFrom('audit_log')
    .select(['nomor', 'at', 'peristiwa', 'actor_nama', 'actor_id', 'rincian'])
    .where('satker_kode', '=', q.actor.satkerKode)
    .where('benda', '=', 'akun')
    .where('benda_id', '=', q.actor.id)
    .orderBy('nomor', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    at: new Date(row.at),
    peristiwa: row.peristiwa,
    oleh: row.actor_id === q.actor.id ? null : row.actor_nama,
    perangkat: deviceIn(row.rincian),
  }))
})

const deviceIn = (rincian: unknown): string | null => {
  const perangkat =
    typeof rincian === 'object' && rincian !== null && 'perangkat' in rincian
      ? rincian.perangkat
      : null
  return typeof perangkat === 'string' ? perangkat : null
}

export type SecurityEventRow = Awaited<ReturnType<typeof ownSecurityEvents>>[number]
