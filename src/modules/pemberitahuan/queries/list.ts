import { query } from '#platform/command.ts'
import type { JenisPemberitahuan } from '../jenis.ts'

const pageSize = 50

/** One's own notices, the unread first, then the newest. */
export const ownPemberitahuan = query(async ({ tx, actor, now }, page: number) => {
  const own = tx
    .selectFrom('pemberitahuan')
    .where('satker_kode', '=', actor.satkerKode)
    .where('penerima_id', '=', actor.id)
  const rows = await own
    .select(['id', 'jenis', 'judul', 'isi', 'created_at as createdAt', 'read_at as readAt'])
    .select((eb) => eb.fn.countAll<number>().over().as('total'))
    .orderBy((eb) => eb('read_at', 'is not', null))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const total = rows[0]?.total ?? 0
  return {
    rows: rows.map(({ total: _, jenis, ...row }) => ({
      ...row,
      jenis: jenis as JenisPemberitahuan, // only notify writes them
    })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    zona: actor.zonaWaktu,
    now,
  }
})

export type ListPage = Awaited<ReturnType<typeof ownPemberitahuan>>
