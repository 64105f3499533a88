import type { Ctx } from '#platform/command.ts'

export type Perubahan = {
  rencana: { satkerKode: string; id: string }
  /** what happened, a key of `peristiwaLabel` */
  peristiwa: string
  butirId?: string
  bulan?: number
  sebelum?: unknown
  sesudah?: unknown
  alasan?: string | null
}

/** Adds to the history that people of the plan read, and to the audit chain of the office. */
export async function noteChange(ctx: Ctx, change: Perubahan): Promise<void> {
  const { rencana, peristiwa, butirId, bulan, sebelum, sesudah, alasan } = change
  await ctx.tx
    .insertInto('rencana_riwayat')
    .values({
      satker_kode: rencana.satkerKode,
      id: ctx.newId(),
      rencana_id: rencana.id,
      butir_id: butirId ?? null,
      bulan: bulan ?? null,
      peristiwa,
      sebelum: json(sebelum),
      sesudah: json(sesudah),
      alasan: alasan ?? null,
      at: ctx.now,
      by: ctx.actor.id,
    })
    .execute()
  await ctx.record(
    `rencana-aksi.${peristiwa}`,
    {
      satkerKode: rencana.satkerKode,
      benda: butirId ? 'butir' : 'rencana',
      id: butirId ?? rencana.id,
    },
    { rencanaId: rencana.id, bulan, sebelum, sesudah, alasan },
  )
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
