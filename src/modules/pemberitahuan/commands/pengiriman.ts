import { command, type Ctx } from '#platform/command.ts'
import { allow } from '#platform/errors.ts'
import type { Letter } from '#platform/mail.ts'
import type { Outcome } from '../delivery.ts'
import { canDeliver } from '../policy.ts'
import { setelanOf } from '../queries/setelan.ts'
import { isQuiet, localHour } from '../setelan.ts'

export type LetterOf = {
  satkerKode: string
  penggunaId: string
  /** the local day that the letter is of, YYYY-MM-DD */
  tanggal: string
  jenis: 'ringkasan' | 'mendesak'
  perihal: string
  teks: string
  /** the notices that the letter tells of */
  pemberitahuanIds: readonly string[]
}

/**
 * Writes a letter and queues its sending, in the caller's transaction. One a person, kind and day:
 * false when it was written before.
 */
export async function queueLetter(ctx: Ctx, letter: LetterOf): Promise<boolean> {
  const id = ctx.newId()
  const written = await ctx.tx
    .insertInto('pengiriman')
    .values({
      satker_kode: letter.satkerKode,
      id,
      pengguna_id: letter.penggunaId,
      tanggal: letter.tanggal,
      jenis: letter.jenis,
      perihal: letter.perihal,
      teks: letter.teks,
      created_at: ctx.now,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirstOrThrow()
  if (Number(written.numInsertedOrUpdatedRows) === 0) return false
  if (letter.pemberitahuanIds.length > 0)
    await ctx.tx
      .updateTable('pemberitahuan')
      .set({ mailed_at: ctx.now })
      .where('satker_kode', '=', letter.satkerKode)
      .where('id', 'in', [...letter.pemberitahuanIds])
      .execute()
  const payload = { satkerKode: letter.satkerKode, id }
  await ctx.later('pemberitahuan.sendLetter', payload, { key: `surat:${id}` })
  return true
}

type Key = { satkerKode: string; id: string }

/**
 * Takes a letter in hand before the mail server is spoken to; null when it is sent, in doubt, or no longer
 * of this day and hour. Whoever was deactivated meanwhile gets none.
 */
export const beginPengiriman = command(
  'pengiriman.begin',
  async (ctx, { satkerKode, id }: Key): Promise<Omit<Letter, 'messageId'> | null> => {
    allow(canDeliver(ctx.actor))
    const row = await ctx.tx
      .selectFrom('pengiriman as k')
      .innerJoin('pengguna as p', (join) =>
        join.onRef('p.satker_kode', '=', 'k.satker_kode').onRef('p.id', '=', 'k.pengguna_id'),
      )
      .innerJoin('satker as s', 's.kode', 'k.satker_kode')
      .select(['k.pengguna_id', 'k.tanggal', 'k.perihal', 'k.teks', 'p.email', 's.zona_waktu'])
      .select(['k.percobaan', 'p.deactivated_at'])
      .where('k.satker_kode', '=', satkerKode)
      .where('k.id', '=', id)
      .where('k.started_at', 'is', null)
      .where('k.lapsed_at', 'is', null)
      .forUpdate('k')
      .executeTakeFirst()
    if (!row) return null
    const now = localHour(ctx.now, row.zona_waktu)
    const { setelan } = await setelanOf(ctx, { satkerKode, penggunaId: row.pengguna_id })
    const lapsed = now.tanggal !== row.tanggal || isQuiet(setelan, now.jam) || row.deactivated_at
    await ctx.tx
      .updateTable('pengiriman')
      .set(lapsed ? { lapsed_at: ctx.now } : { started_at: ctx.now, percobaan: row.percobaan + 1 })
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', id)
      .execute()
    return lapsed ? null : { to: row.email, subject: row.perihal, text: row.teks }
  },
)

/** Keeps what the mail server answered. Only a sure refusal lets the letter be tried again. */
export const endPengiriman = command(
  'pengiriman.end',
  async (ctx, { satkerKode, id, outcome }: Key & { outcome: Outcome }) => {
    allow(canDeliver(ctx.actor))
    if (outcome === 'unknown') return
    await ctx.tx
      .updateTable('pengiriman')
      .set(outcome === 'accepted' ? { sent_at: ctx.now } : { started_at: null })
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .execute()
  },
)

/** Letters older than ninety days have served; their text is about people. */
export const purgePengiriman = command('pengiriman.purge', async (ctx, before: Date) => {
  allow(canDeliver(ctx.actor))
  await ctx.tx.deleteFrom('pengiriman').where('created_at', '<', before).execute()
})
