import { command } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'

/** Opens one's own notice: from now on it is read. Returns where it leads. */
export const openPemberitahuan = command('pemberitahuan.open', async (ctx, id: string) => {
  const { tx, actor, now } = ctx
  const notice = await tx
    .selectFrom('pemberitahuan')
    .select(['url', 'read_at'])
    .where('satker_kode', '=', actor.satkerKode)
    .where('penerima_id', '=', actor.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!notice) throw notFound('Pemberitahuan')
  if (!notice.read_at)
    await tx
      .updateTable('pemberitahuan')
      .set({ read_at: now })
      .where('satker_kode', '=', actor.satkerKode)
      .where('id', '=', id)
      .execute()
  return notice.url
})

/** Marks all of one's own notices as read, up to the moment the list was shown. */
export const readAllPemberitahuan = command(
  'pemberitahuan.readAll',
  async ({ tx, actor, now }, upTo: Date) => {
    const { numUpdatedRows } = await tx
      .updateTable('pemberitahuan')
      .set({ read_at: now })
      .where('satker_kode', '=', actor.satkerKode)
      .where('penerima_id', '=', actor.id)
      .where('read_at', 'is', null)
      .where('created_at', '<=', upTo)
      .executeTakeFirstOrThrow()
    return Number(numUpdatedRows)
  },
)
