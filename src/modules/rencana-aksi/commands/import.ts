import type { Renaksi } from '#modules/keputusan'
import type { Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { carryOver, type DiffRencana, diffRencana } from '../diff.ts'
import { allButir, isiFromRenaksi, type IsiRencana } from '../isi.ts'
import { canCreateRencana, canEditDraft, isWithinReach } from '../policy.ts'
import { rencanaHead } from '../queries/head.ts'
import { rencanaTree } from '../queries/tree.ts'
import type { JenisRencana } from '../rencana.ts'
import { isiOf, type RencanaHead } from '../tree.ts'
import { keepingTies } from './padanan-keep.ts'
import { refreshRekap } from './rekap.ts'
import { noteChange } from './riwayat.ts'
import { writeIsi } from './write-isi.ts'

type FromRenaksi = {
  satkerKode: string
  keputusanId: string | null
  renaksi: Renaksi
  judul: string
}

/** Makes a draft plan of an imported decree, inside the caller's transaction. */
export async function createRencanaFromRenaksi(
  ctx: Ctx,
  { satkerKode, keputusanId, renaksi, judul }: FromRenaksi,
): Promise<{ id: string }> {
  if (!isWithinReach(ctx.actor, satkerKode)) throw notFound('Satuan kerja')
  allow(canCreateRencana(ctx.actor, satkerKode))
  const { jenis, tahun } = renaksi.rencana
  const isi = isiFromRenaksi(renaksi)
  const id = await insertRencana(ctx, { satkerKode, jenis, tahun, judul, keputusanId })
  await writeIsi(ctx, { satkerKode, id, tahun }, isi)
  await refreshRekap(ctx, { satkerKode, id })
  await noteChange(ctx, {
    rencana: { satkerKode, id },
    peristiwa: 'imported',
    sesudah: { judul, jenis, tahun, keputusanId, butir: allButir(isi).length },
  })
  return { id }
}

/**
 * Puts a decree that was read again in the place of a draft: rows that are still there keep their
 * id, person, unit and priority. Returns what changed.
 */
export async function replaceRencanaFromRenaksi(
  ctx: Ctx,
  { rencanaId, renaksi }: { rencanaId: string; renaksi: Renaksi },
): Promise<DiffRencana> {
  const head = await rencanaHead(ctx, rencanaId)
  allow(canEditDraft(ctx.actor, head.satkerKode))
  refuseIf(
    head.state !== 'draft',
    'Rencana ini sudah diajukan atau disahkan; ajukan usulan perubahan per butir.',
  )
  const before = isiOf(await rencanaTree(ctx, rencanaId))
  const after = carryOver(before, isiFromRenaksi(renaksi))
  const diff = diffRencana(before, after)
  await replaceIsi(ctx, head, after)
  await noteChange(ctx, { rencana: head, peristiwa: 'replaced', sebelum: before, sesudah: diff })
  return diff
}

/** Puts other content in the place of a draft's own. */
export async function replaceIsi(ctx: Ctx, head: RencanaHead, isi: IsiRencana): Promise<void> {
  await keepingTies(ctx, head, async () => {
    await ctx.tx
      .deleteFrom('rencana_area')
      .where('satker_kode', '=', head.satkerKode)
      .where('rencana_id', '=', head.id)
      .execute()
    await writeIsi(ctx, head, isi)
  })
  await refreshRekap(ctx, head)
}

type NewRencana = {
  satkerKode: string
  jenis: JenisRencana
  tahun: number
  judul: string
  keputusanId: string | null
}

/** Adds the plan's own row; one of a kind a year. */
export async function insertRencana(ctx: Ctx, rencana: NewRencana): Promise<string> {
  const { satkerKode, jenis, tahun, judul, keputusanId } = rencana
  const id = ctx.newId()
  const row = await ctx.tx
    .insertInto('rencana')
    .values({
      satker_kode: satkerKode,
      id,
      jenis,
      tahun,
      judul,
      keputusan_id: keputusanId,
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .onConflict((conflict) => conflict.columns(['satker_kode', 'tahun', 'jenis']).doNothing())
    .returning('id')
    .executeTakeFirst()
  refuseIf(
    !row,
    `Rencana ${jenis} tahun ${tahun} sudah ada. Buka rencana itu, atau pilih tahun lain.`,
  )
  return id
}
