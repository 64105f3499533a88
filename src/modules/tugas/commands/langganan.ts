import { sql } from 'kysely'
import { command } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { canRemind } from '../policy.ts'

/** More devices than this nobody has; more addresses are forgotten ones. */
const mostLangganan = 5

/** Makes a calendar subscription of one's own; only the hash of its secret is kept. */
export const createLangganan = command(
  'langganan.create',
  async (ctx, { nama, tokenHash }: { nama: string; tokenHash: Buffer }) => {
    const { tx, actor, now } = ctx
    const own = await tx
      .selectFrom('langganan_kalender')
      .select('id')
      .where('satker_kode', '=', actor.satkerKode)
      .where('pengguna_id', '=', actor.id)
      .where('revoked_at', 'is', null)
      .forUpdate()
      .execute()
    refuseIf(
      own.length >= mostLangganan,
      `Langganan paling banyak ${mostLangganan}. Cabut yang tidak dipakai lagi.`,
    )
    const id = ctx.newId()
    const row = { satker_kode: actor.satkerKode, id, pengguna_id: actor.id, nama }
    await tx
      .insertInto('langganan_kalender')
      .values({ ...row, token_hash: tokenHash, created_at: now })
      .execute()
    await ctx.record('langganan.dibuat', thingOf(actor.satkerKode, id), { nama })
    return id
  },
)

/** Ends a subscription of one's own: its address answers nothing from now on. */
export const revokeLangganan = command('langganan.revoke', async (ctx, id: string) => {
  const { tx, actor, now } = ctx
  const row = await tx
    .selectFrom('langganan_kalender')
    .select('revoked_at')
    .where('satker_kode', '=', actor.satkerKode)
    .where('pengguna_id', '=', actor.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('Langganan kalender')
  refuseIf(row.revoked_at !== null, 'Langganan ini sudah dicabut.')
  await tx
    .updateTable('langganan_kalender')
    .set({ revoked_at: now })
    .where('satker_kode', '=', actor.satkerKode)
    .where('id', '=', id)
    .execute()
  await ctx.record('langganan.dicabut', thingOf(actor.satkerKode, id))
})

/** Notes that a subscription is in use, at most once an hour, so that its owner sees forgotten ones. */
export const touchLangganan = command('langganan.touch', async ({ tx, actor, now }, id: string) => {
  allow(canRemind(actor))
  await tx
    .updateTable('langganan_kalender')
    .set({ read_at: now })
    .where('satker_kode', '=', actor.satkerKode)
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        eb('read_at', 'is', null),
        eb('read_at', '<', sql<Date>`${now}::timestamptz - interval '1 hour'`),
      ]),
    )
    .execute()
})

const thingOf = (satkerKode: string, id: string) => ({
  satkerKode,
  benda: 'langganan_kalender',
  id,
})
