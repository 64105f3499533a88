import type { Ctx } from '#platform/command.ts'

type Rencana = { satkerKode: string; id: string }

/** Replaces the rows of a plan by `write`, and ties those that are still there to what they were tied to. */
export async function keepingTies(
  { tx }: Ctx,
  { satkerKode, id }: Rencana,
  write: () => Promise<void>,
): Promise<void> {
  const rows = () =>
    tx
      .selectFrom('rencana_butir')
      .select('id')
      .where('satker_kode', '=', satkerKode)
      .where('rencana_id', '=', id)
  const padanan = await tx
    .selectFrom('butir_padanan')
    .select(['satker_kode', 'butir_id', 'padanan_id', 'created_at', 'created_by'])
    .where('satker_kode', '=', satkerKode)
    .where((eb) => eb.or([eb('butir_id', 'in', rows()), eb('padanan_id', 'in', rows())]))
    .execute()
  const sasaran = await tx
    .selectFrom('butir_sasaran')
    .select(['satker_kode', 'butir_id', 'peta_jalan_kode', 'sasaran_kode'])
    .where('satker_kode', '=', satkerKode)
    .where('butir_id', 'in', rows())
    .execute()
  const before = new Set((await rows().execute()).map((row) => row.id))
  await write()
  const after = new Set((await rows().execute()).map((row) => row.id))
  const stays = (butirId: string) => !before.has(butirId) || after.has(butirId)
  const pairs = padanan.filter((row) => stays(row.butir_id) && stays(row.padanan_id))
  const aims = sasaran.filter((row) => stays(row.butir_id))
  if (pairs.length > 0) await tx.insertInto('butir_padanan').values(pairs).execute()
  if (aims.length > 0) await tx.insertInto('butir_sasaran').values(aims).execute()
}
