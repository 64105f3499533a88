import type { Ctx } from '#platform/command.ts'

export type Benda = 'rapat' | 'laporan' | 'temuan' | 'ratl'

export type Peristiwa = {
  benda: Benda
  satkerKode: string
  id: string
  /** what happened, a key of `peristiwaLabels` */
  peristiwa: string
  catatan?: string | null
  /** for the audit chain only */
  rincian?: Record<string, unknown>
}

/** Adds to the history that people read on the page, and to the audit chain of the office. */
export async function noteHappened(ctx: Ctx, happened: Peristiwa): Promise<void> {
  const { benda, satkerKode, id, peristiwa, catatan = null, rincian = {} } = happened
  await ctx.tx
    .insertInto('monitoring_riwayat')
    .values({
      satker_kode: satkerKode,
      id: ctx.newId(),
      benda,
      benda_id: id,
      peristiwa,
      catatan,
      at: ctx.now,
      by: ctx.actor.id,
    })
    .execute()
  await ctx.record(`monitoring.${peristiwa}`, { satkerKode, benda, id }, { ...rincian, catatan })
}
