import { sql } from 'kysely'
import type { Ctx } from '#platform/command.ts'
import type { SelChange, SelStatus } from '../sel.ts'
import { refreshRekap } from './rekap.ts'
import { noteChange } from './riwayat.ts'

export type Marked = {
  satkerKode: string
  butirId: string
  bulan: number
  before: SelStatus
  after: SelChange
}

/**
 * The same month of every butir tied to this one follows: completed with it, and reopened with it
 * when it was this one that had completed it. In the same transaction, each with its own history.
 */
export async function followPadanan(ctx: Ctx, marked: Marked): Promise<void> {
  const { satkerKode, butirId, before, after } = marked
  if (before !== 'done' && after.status !== 'done') return
  const tied = await tiedSel(ctx, marked)
  const touched = tied.filter((sel) =>
    after.status === 'done'
      ? sel.status === 'planned' || sel.status === 'in_progress' || isOutdated(sel, butirId, after)
      : sel.status === 'done' && sel.lewatPadanan === butirId,
  )
  const doneOn = after.status === 'done' ? after.doneOn : null
  for (const sel of touched) await follow(ctx, satkerKode, sel, { butirId, doneOn })
  for (const id of new Set(touched.map(({ rencanaId }) => rencanaId)))
    await refreshRekap(ctx, { satkerKode, id })
}

/** Months that are already done on one side complete the other when two butir are tied. */
export async function followMonths(
  ctx: Ctx,
  satkerKode: string,
  butirIds: readonly string[],
): Promise<void> {
  const done = await ctx.tx
    .selectFrom('rencana_sel')
    .select(['butir_id', 'bulan', 'done_on', 'catatan'])
    .where('satker_kode', '=', satkerKode)
    .where('butir_id', 'in', [...butirIds])
    .where('status', '=', 'done')
    .where('lewat_padanan', 'is', null)
    .orderBy('bulan')
    .execute()
  for (const { butir_id: butirId, bulan, done_on: doneOn, catatan } of done) {
    const after = { status: 'done' as const, catatan, alasan: null, doneOn }
    await followPadanan(ctx, { satkerKode, butirId, bulan, before: 'done', after })
  }
}

const isOutdated = (sel: TiedSel, butirId: string, { doneOn }: SelChange) =>
  sel.lewatPadanan === butirId && sel.doneOn !== doneOn

type TiedSel = {
  rencanaId: string
  butirId: string
  bulan: number
  status: SelStatus
  doneOn: string | null
  lewatPadanan: string | null
  versi: number
}

/** The cells of that month in running plans whose butir are tied to this one, held until the end. */
async function tiedSel({ tx }: Ctx, { satkerKode, butirId, bulan }: Marked): Promise<TiedSel[]> {
  const rows = await tx
    .withRecursive('tied', (db) =>
      db.selectNoFrom(sql<string>`${butirId}::uuid`.as('id')).union((eb) =>
        eb
          .selectFrom('butir_padanan as p')
          .innerJoin('tied as t', (join) =>
            join.on((on) =>
              on.or([
                on('p.butir_id', '=', on.ref('t.id')),
                on('p.padanan_id', '=', on.ref('t.id')),
              ]),
            ),
          )
          .where('p.satker_kode', '=', satkerKode)
          .select(
            sql<string>`case when p.butir_id = t.id then p.padanan_id else p.butir_id end`.as('id'),
          ),
      ),
    )
    .selectFrom('rencana_sel as s')
    .innerJoin('tied as t', 't.id', 's.butir_id')
    .innerJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 's.satker_kode').onRef('b.id', '=', 's.butir_id'),
    )
    .innerJoin('rencana as r', (join) =>
      join.onRef('r.satker_kode', '=', 's.satker_kode').onRef('r.id', '=', 's.rencana_id'),
    )
    .select(['s.rencana_id as rencanaId', 's.butir_id as butirId', 's.bulan', 's.status'])
    .select(['s.done_on as doneOn', 's.lewat_padanan as lewatPadanan', 's.versi'])
    .where('s.satker_kode', '=', satkerKode)
    .where('s.bulan', '=', bulan)
    .where('s.butir_id', '<>', butirId)
    .where('b.removed_at', 'is', null)
    .where('r.approved_at', 'is not', null)
    .where('r.closed_at', 'is', null)
    .forUpdate(['s'])
    .execute()
  return rows.map((row) => ({ ...row, status: row.status as SelStatus })) // the table's check
}

type Follow = { butirId: string; doneOn: string | null }

async function follow(ctx: Ctx, satkerKode: string, sel: TiedSel, { butirId, doneOn }: Follow) {
  const status = doneOn === null ? ('in_progress' as const) : ('done' as const)
  await ctx.tx
    .updateTable('rencana_sel')
    .set({ status, done_on: doneOn, alasan: null, versi: sel.versi + 1 })
    .set({ lewat_padanan: doneOn === null ? null : butirId })
    .set({ updated_at: ctx.now, updated_by: ctx.actor.id })
    .where('satker_kode', '=', satkerKode)
    .where('butir_id', '=', sel.butirId)
    .where('bulan', '=', sel.bulan)
    .execute()
  await noteChange(ctx, {
    rencana: { satkerKode, id: sel.rencanaId },
    peristiwa: 'sel_followed',
    butirId: sel.butirId,
    bulan: sel.bulan,
    sebelum: { status: sel.status, doneOn: sel.doneOn },
    sesudah: { status, doneOn, padananId: butirId },
  })
}
