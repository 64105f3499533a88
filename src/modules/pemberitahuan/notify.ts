import { sql } from 'kysely'
import type { Ctx } from '#platform/command.ts'
import type { JenisPemberitahuan } from './jenis.ts'

export type Pemberitahuan = {
  /** the office of the recipient, also one that the caller does not reach */
  satkerKode: string
  penerimaId: string
  jenis: JenisPemberitahuan
  judul: string
  isi?: string | null
  /** where the notice leads, below /kerja */
  url: string
  /** names the occasion: the same occasion tells one person once */
  kunci: string
}

const longestJudul = 200

/** Tells one person, in the caller's transaction. */
export const notify = (ctx: Ctx, notice: Pemberitahuan): Promise<number> => notifyAll(ctx, [notice])

/**
 * Tells many people in one statement; returns how many notices were new. Whoever is unknown, has left,
 * did it himself, or was told of the same occasion before is passed over without a word.
 */
export async function notifyAll(ctx: Ctx, notices: readonly Pemberitahuan[]): Promise<number> {
  const others = notices.filter(({ penerimaId }) => penerimaId !== ctx.actor.id)
  if (others.length === 0) return 0
  const { rows } = await sql<{ n: number }>`
    select hub.beri_tahu(${ctx.now}, ${JSON.stringify(others.map((notice) => rowOf(ctx, notice)))}::jsonb) as n
  `.execute(ctx.tx)
  return rows[0]?.n ?? 0
}

const rowOf = (ctx: Ctx, notice: Pemberitahuan) => ({
  satker_kode: notice.satkerKode,
  id: ctx.newId(),
  penerima_id: notice.penerimaId,
  jenis: notice.jenis,
  judul: shortened(notice.judul),
  isi: notice.isi ?? null,
  url: notice.url,
  kunci: notice.kunci,
})

const shortened = (judul: string) =>
  judul.length <= longestJudul ? judul : `${judul.slice(0, longestJudul - 1).trimEnd()}…`
