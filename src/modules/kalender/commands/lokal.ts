import { sql } from 'kysely'
import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import type { HariLokalInput, JamLokalInput } from '../forms.ts'
import { canSetLocal } from '../policy.ts'
import { addDays } from '../tanggal.ts'

type Removal = { satkerKode: string; id: string; alasan: string }

/** Adds a day off of one office, or a day it works in exchange; it wins over the national calendar. */
export const addHariLokal = command(
  'hariLokal.add',
  async (ctx, { satkerKode, hari }: { satkerKode: string; hari: HariLokalInput }) => {
    await findSatker(ctx, satkerKode)
    allow(canSetLocal(ctx.actor, satkerKode))
    const id = ctx.newId()
    const added = await ctx.tx
      .insertInto('hari_lokal')
      .values({ satker_kode: satkerKode, id, ...hari, ...made(ctx) })
      .onConflict((oc) =>
        oc.columns(['satker_kode', 'tanggal']).where('removed_at', 'is', null).doNothing(),
      )
      .returning('id')
      .executeTakeFirst()
    refuseIf(
      !added,
      'Tanggal ini sudah punya hari lokal. Hapus dahulu yang lama dari daftar hari, lalu tambahkan lagi.',
    )
    await ctx.record('ditambah', { satkerKode, benda: 'hari_lokal', id }, hari)
    return id
  },
)

/** Takes a local day back, with the reason; the row stays. */
export const removeHariLokal = command(
  'hariLokal.remove',
  async (ctx, { satkerKode, id, alasan }: Removal) => {
    const hari = await ctx.tx
      .selectFrom('hari_lokal')
      .select(['tanggal', 'nama', 'removed_at'])
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!hari) throw notFound('Hari lokal')
    allow(canSetLocal(ctx.actor, satkerKode))
    refuseIf(hari.removed_at !== null, 'Hari lokal ini sudah dihapus.')
    await ctx.tx
      .updateTable('hari_lokal')
      .set(removed(ctx, alasan))
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', id)
      .execute()
    const { tanggal, nama } = hari
    await ctx.record('dihapus', { satkerKode, benda: 'hari_lokal', id }, { tanggal, nama, alasan })
  },
)

/** Sets an office's own hours for some weekdays from a day on; the newest that fits a date holds. */
export const addJamLokal = command(
  'jamLokal.add',
  async (ctx, { satkerKode, jam }: { satkerKode: string; jam: JamLokalInput }) => {
    await findSatker(ctx, satkerKode)
    allow(canSetLocal(ctx.actor, satkerKode))
    const { istirahatMulai, istirahatSelesai, hariTerakhir, ...rest } = jam
    const { rows } = await sameHours(ctx, satkerKode, jam)
    refuseIf(rows > 0, 'Jam kerja yang sama persis sudah ada. Hapus dahulu yang lama.')
    const id = ctx.newId()
    await ctx.tx
      .insertInto('jam_lokal')
      .values({
        satker_kode: satkerKode,
        id,
        ...rest,
        istirahat_mulai: istirahatMulai ?? null,
        istirahat_selesai: istirahatSelesai ?? null,
        sampai: hariTerakhir ? addDays(hariTerakhir, 1) : null,
        ...made(ctx),
      })
      .execute()
    await ctx.record('ditambah', { satkerKode, benda: 'jam_lokal', id }, jam)
    return id
  },
)

/** Takes an office's own hours back, with the reason; the national hours hold again. */
export const removeJamLokal = command(
  'jamLokal.remove',
  async (ctx, { satkerKode, id, alasan }: Removal) => {
    const jam = await ctx.tx
      .selectFrom('jam_lokal')
      .select(['dari', 'dasar', 'removed_at'])
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!jam) throw notFound('Jam kerja')
    allow(canSetLocal(ctx.actor, satkerKode))
    refuseIf(jam.removed_at !== null, 'Jam kerja ini sudah dihapus.')
    await ctx.tx
      .updateTable('jam_lokal')
      .set(removed(ctx, alasan))
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', id)
      .execute()
    const { dari, dasar } = jam
    await ctx.record('dihapus', { satkerKode, benda: 'jam_lokal', id }, { dari, dasar, alasan })
  },
)

const made = (ctx: Ctx) => ({ created_at: ctx.now, created_by: ctx.actor.id })

const removed = (ctx: Ctx, alasan: string) => ({
  removed_at: ctx.now,
  removed_by: ctx.actor.id,
  alasan_hapus: alasan,
})

async function findSatker(ctx: Ctx, kode: string): Promise<void> {
  const inReach = kode >= ctx.actor.dari && kode < ctx.actor.sampai
  const row = await ctx.tx
    .selectFrom('satker')
    .select('kode')
    .where('kode', '=', kode)
    .executeTakeFirst()
  if (!row || !inReach) throw notFound('Satuan kerja')
}

const sameHours = (ctx: Ctx, satkerKode: string, jam: JamLokalInput) =>
  ctx.tx
    .selectFrom('jam_lokal')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('satker_kode', '=', satkerKode)
    .where('removed_at', 'is', null)
    .where('masa', '=', jam.masa)
    .where('hari', '=', sql<number[]>`${jam.hari}::smallint[]`)
    .where('dari', '=', jam.dari)
    .where('mulai', '=', jam.mulai)
    .where('selesai', '=', jam.selesai)
    .executeTakeFirstOrThrow()
