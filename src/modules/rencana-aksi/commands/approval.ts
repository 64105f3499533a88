import { command, type Ctx } from '#platform/command.ts'
import { allow, refuseIf } from '#platform/errors.ts'
import { canDecide, canPropose } from '../policy.ts'
import { rencanaTree } from '../queries/tree.ts'
import { canHappen, shortestReason } from '../rencana.ts'
import { isiOf, placesOf, type RencanaTree } from '../tree.ts'
import { findRencana, type RencanaRow } from './find.ts'
import { refreshRekap } from './rekap.ts'
import { noteChange } from './riwayat.ts'
import { tellDeciders, tellProposer } from './usulan-notice.ts'

type OfRencana = { rencanaId: string }

/** Hands the draft to the chair or the secretary. */
export const propose = command('rencana-aksi.propose', async (ctx, { rencanaId }: OfRencana) => {
  const rencana = await findRencana(ctx, rencanaId)
  allow(canPropose(ctx.actor, rencana.satkerKode))
  refuseIf(!canHappen(rencana.state, 'propose'), 'Rencana ini sudah diajukan atau disahkan.')
  const places = placesOf(await rencanaTree(ctx, rencanaId))
  refuseIf(places.length === 0, 'Rencana masih kosong. Tambahkan paling sedikit satu butir.')
  await update(ctx, rencana, { proposed_at: ctx.now, proposed_by: ctx.actor.id })
  await noteChange(ctx, { rencana, peristiwa: 'proposed' })
  await tellDeciders(ctx, { rencana })
})

/** Sends a proposed plan back to its makers with a note. */
export const returnToDraft = command(
  'rencana-aksi.return',
  async (ctx, { rencanaId, catatan }: OfRencana & { catatan: string }) => {
    const rencana = await findRencana(ctx, rencanaId)
    allow(canDecide(ctx.actor, rencana.satkerKode))
    refuseIf(!canHappen(rencana.state, 'return'), 'Rencana ini tidak sedang menunggu pengesahan.')
    refuseIf(catatan.trim().length < shortestReason, noteTooShort)
    await update(ctx, rencana, { proposed_at: null, proposed_by: null })
    await noteChange(ctx, { rencana, peristiwa: 'returned', alasan: catatan.trim() })
    const penerimaId = rencana.proposedBy
    await tellProposer(ctx, { rencana, penerimaId, putusan: 'Rencana dikembalikan', isi: catatan })
  },
)

/** Approves a proposed plan: never by the one who proposed it. Makes version 1. */
export const approve = command(
  'rencana-aksi.approve',
  async (ctx, { rencanaId, catatan }: OfRencana & { catatan?: string | null }) => {
    const rencana = await findRencana(ctx, rencanaId)
    allow(canDecide(ctx.actor, rencana.satkerKode))
    refuseIf(!canHappen(rencana.state, 'approve'), 'Rencana ini tidak sedang menunggu pengesahan.')
    refuseIf(
      rencana.proposedBy === ctx.actor.id,
      'Rencana disahkan oleh orang lain daripada yang mengajukannya. Mintalah ketua atau sekretaris lain.',
    )
    const alasan = catatan?.trim() || 'Pengesahan rencana'
    await update(ctx, rencana, { approved_at: ctx.now, approved_by: ctx.actor.id })
    await saveVersion(ctx, rencana, alasan)
    await refreshRekap(ctx, rencana)
    await noteChange(ctx, { rencana, peristiwa: 'approved', sesudah: { versi: 1 }, alasan })
    const penerimaId = rencana.proposedBy
    await tellProposer(ctx, { rencana, penerimaId, putusan: 'Rencana disahkan' })
  },
)

/** Ends the plan for good: its cells can no longer be marked. */
export const close = command(
  'rencana-aksi.close',
  async (ctx, { rencanaId, catatan }: OfRencana & { catatan?: string | null }) => {
    const rencana = await findRencana(ctx, rencanaId)
    allow(canDecide(ctx.actor, rencana.satkerKode))
    refuseIf(!canHappen(rencana.state, 'close'), 'Hanya rencana yang disahkan dapat ditutup.')
    const tree = await rencanaTree(ctx, rencanaId)
    refuseIf(
      tree.usulanMenunggu > 0,
      'Masih ada usulan perubahan yang menunggu. Putuskan dahulu semuanya.',
    )
    const open = openCells(tree)
    const alasan = catatan?.trim() ?? ''
    refuseIf(
      open > 0 && alasan.length < shortestReason,
      `Masih ada ${open} kewajiban yang terbuka. Tuliskan alasan menutup rencana, paling sedikit ${shortestReason} huruf.`,
    )
    await update(ctx, rencana, { closed_at: ctx.now, closed_by: ctx.actor.id })
    await noteChange(ctx, { rencana, peristiwa: 'closed', sesudah: { terbuka: open }, alasan })
  },
)

/** How many obligations are neither done nor waived. */
export const openCells = (tree: Pick<RencanaTree, 'area'>): number =>
  placesOf(tree)
    .flatMap(({ butir }) => butir.sel)
    .filter(({ status }) => status === 'planned' || status === 'in_progress').length

/** Raises the version and keeps the content as it now stands. */
export async function saveVersion(ctx: Ctx, rencana: RencanaRow, alasan: string): Promise<number> {
  const versi = rencana.versi + 1
  await update(ctx, rencana, { versi })
  const isi = isiOf(await rencanaTree(ctx, rencana.id))
  await ctx.tx
    .insertInto('rencana_versi')
    .values({
      satker_kode: rencana.satkerKode,
      rencana_id: rencana.id,
      versi,
      isi: JSON.stringify(isi),
      alasan,
      approved_at: ctx.now,
      approved_by: ctx.actor.id,
    })
    .execute()
  return versi
}

type Changes = {
  versi?: number
  proposed_at?: Date | null
  proposed_by?: string | null
  approved_at?: Date
  approved_by?: string
  closed_at?: Date
  closed_by?: string
}

const update = (ctx: Ctx, { satkerKode, id }: RencanaRow, changes: Changes) =>
  ctx.tx
    .updateTable('rencana')
    .set(changes)
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .execute()

export const noteTooShort = `Tuliskan catatan yang jelas, paling sedikit ${shortestReason} huruf.`
