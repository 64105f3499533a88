import { command, type Ctx } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { allow, notFound, refuseIf, refused } from '#platform/errors.ts'
import { conflictMessage, type LastChange, type SelConflict } from '../conflict.ts'
import { type ButirOwner, canMarkSel } from '../policy.ts'
import { isRunning } from '../rencana.ts'
import { type SelChange, selProblem, type SelStatus, selValues } from '../sel.ts'
import { attachTo, type Diserahkan } from './bukti.ts'
import { findProvedButir } from './bukti-find.ts'
import { findRencana, type RencanaRow } from './find.ts'
import { followPadanan } from './padanan-follow.ts'
import { refreshRekap } from './rekap.ts'
import { noteChange } from './riwayat.ts'

type SetSel = SelChange & {
  rencanaId: string
  butirId: string
  bulan: number
  versi: number
  /** evidence that is brought for this month with the same click */
  bukti?: Diserahkan | null
}

/** Marks one month of one butir. When someone else was first, the caller gets both values (409). */
export const setSel = command('rencana-aksi.setSel', async (ctx, input: SetSel) => {
  const { rencanaId, butirId, bulan, versi, bukti, ...change } = input
  const rencana = await findRencana(ctx, rencanaId)
  const [sel] = await findSel(ctx, rencana, bulan, [butirId])
  if (!sel) throw notFound('Kewajiban')
  await markSel(ctx, rencana, sel, { versi, change })
  if (bukti) {
    const butir = await findProvedButir(ctx, rencana, butirId)
    await attachTo(ctx, rencana, butir, { ...bukti, bulan })
  }
  await refreshRekap(ctx, rencana, bulan)
})

type SetColumn = SelChange & {
  rencanaId: string
  bulan: number
  sel: readonly { butirId: string; versi: number }[]
}

/** Marks one month of many butir alike: all of them, or none. */
export const setSelColumn = command('rencana-aksi.setSelColumn', async (ctx, input: SetColumn) => {
  const { rencanaId, bulan, sel: chosen, ...change } = input
  const rencana = await findRencana(ctx, rencanaId)
  refuseIf(chosen.length === 0, 'Pilih paling sedikit satu butir.')
  const ids = chosen.map(({ butirId }) => butirId)
  const found = new Map((await findSel(ctx, rencana, bulan, ids)).map((sel) => [sel.butirId, sel]))
  for (const { butirId, versi } of chosen) {
    const sel = found.get(butirId)
    if (!sel) throw notFound('Kewajiban')
    await markSel(ctx, rencana, sel, { versi, change })
  }
  await refreshRekap(ctx, rencana, bulan)
})

type SelRow = ButirOwner &
  SelChange & { butirId: string; bulan: number; versi: number; changed: LastChange }

type Mark = { versi: number; change: SelChange }

async function markSel(ctx: Ctx, rencana: RencanaRow, sel: SelRow, { versi, change }: Mark) {
  allow(
    canMarkSel(ctx.actor, rencana.satkerKode, sel),
    'Kewajiban ini ditandai oleh penanggung jawabnya, koordinator areanya, atau sekretariat.',
  )
  refuseIf(
    !isRunning(rencana.state),
    'Kewajiban hanya dapat ditandai pada rencana yang disahkan dan belum ditutup.',
  )
  const today = localDate(ctx.now, ctx.actor.zonaWaktu)
  const values = selValues(change, today)
  if (isSame(sel, values)) return
  if (sel.versi !== versi) throw refused(conflictMessage, conflictOf(sel, change))
  const problem = selProblem(sel.status, change, today)
  if (problem) throw refused(problem)
  await ctx.tx
    .updateTable('rencana_sel')
    .set({ status: values.status, catatan: values.catatan, alasan: values.alasan })
    .set({ done_on: values.doneOn, versi: sel.versi + 1, lewat_padanan: null })
    .set({ updated_at: ctx.now, updated_by: ctx.actor.id })
    .where('satker_kode', '=', rencana.satkerKode)
    .where('butir_id', '=', sel.butirId)
    .where('bulan', '=', sel.bulan)
    .execute()
  await noteChange(ctx, {
    rencana,
    peristiwa: 'sel_marked',
    butirId: sel.butirId,
    bulan: sel.bulan,
    sebelum: valuesOf(sel),
    sesudah: values,
    alasan: values.alasan,
  })
  const { satkerKode } = rencana
  const { butirId, bulan, status: before } = sel
  await followPadanan(ctx, { satkerKode, butirId, bulan, before, after: values })
}

const valuesOf = ({ status, catatan, alasan, doneOn }: SelChange): SelChange => ({
  status,
  catatan,
  alasan,
  doneOn,
})

const isSame = (a: SelChange, b: SelChange) =>
  JSON.stringify(valuesOf(a)) === JSON.stringify(valuesOf(b))

const conflictOf = (sel: SelRow, typed: SelChange): SelConflict => ({
  kind: 'sel',
  butirId: sel.butirId,
  bulan: sel.bulan,
  current: { ...valuesOf(sel), versi: sel.versi, ...sel.changed },
  typed,
})

async function findSel(
  { tx }: Ctx,
  rencana: RencanaRow,
  bulan: number,
  butirIds: readonly string[],
): Promise<SelRow[]> {
  const rows = await tx
    .selectFrom('rencana_sel as s')
    .innerJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 's.satker_kode').onRef('b.id', '=', 's.butir_id'),
    )
    .innerJoin('rencana_kegiatan as k', (join) =>
      join.onRef('k.satker_kode', '=', 'b.satker_kode').onRef('k.id', '=', 'b.kegiatan_id'),
    )
    .innerJoin('rencana_area as a', (join) =>
      join.onRef('a.satker_kode', '=', 'k.satker_kode').onRef('a.id', '=', 'k.area_id'),
    )
    .leftJoin('pengguna as p', (join) =>
      join.onRef('p.satker_kode', '=', 's.satker_kode').onRef('p.id', '=', 's.updated_by'),
    )
    .select(['s.butir_id', 's.bulan', 's.status', 's.catatan', 's.alasan', 's.done_on', 's.versi'])
    .select(['s.updated_at', 'a.area_baku', 'b.penanggung_jawab_id', 'p.nama'])
    .where('s.satker_kode', '=', rencana.satkerKode)
    .where('s.rencana_id', '=', rencana.id)
    .where('s.bulan', '=', bulan)
    .where('s.butir_id', 'in', [...butirIds])
    .where('b.removed_at', 'is', null)
    .execute()
  return rows.map((row) => ({
    butirId: row.butir_id,
    bulan: row.bulan,
    areaBaku: row.area_baku,
    penanggungJawabId: row.penanggung_jawab_id,
    status: row.status as SelStatus, // the table's check allows no other
    catatan: row.catatan,
    alasan: row.alasan,
    doneOn: row.done_on,
    versi: row.versi,
    changed: { nama: row.nama, at: row.updated_at },
  }))
}
