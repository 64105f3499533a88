import { sql } from 'kysely'
import type { Ctx } from '#platform/command.ts'

type Rencana = { satkerKode: string; id: string }

/** Holds the plan until the transaction ends: its sums cannot be counted by two at once. */
export const lockRencana = ({ tx }: Pick<Ctx, 'tx'>, { satkerKode, id }: Rencana) =>
  tx
    .selectFrom('rencana')
    .select('id')
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .forUpdate()
    .execute()

/**
 * Recounts the sums of one plan (rencana_rekap) in the transaction that changed a cell of it; with `bulan`
 * those of that month alone, when no other month can have changed.
 */
export async function refreshRekap(
  ctx: Pick<Ctx, 'tx'>,
  rencana: Rencana,
  bulan?: number,
): Promise<void> {
  await lockRencana(ctx, rencana)
  let old = ctx.tx
    .deleteFrom('rencana_rekap')
    .where('satker_kode', '=', rencana.satkerKode)
    .where('rencana_id', '=', rencana.id)
  if (bulan !== undefined) old = old.where('bulan', '=', bulan)
  await old.execute()
  const month = bulan === undefined ? sql`` : sql`where bulan = ${bulan}`
  await sql`insert into rencana_rekap
    select * from hub.hitung_rekap(${rencana.satkerKode}, ${rencana.id}) ${month}`.execute(ctx.tx)
}
