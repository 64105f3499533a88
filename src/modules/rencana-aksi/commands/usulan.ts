import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { type ButirEdit, changedFields, pick, stillHolds } from '../butir-edit.ts'
import { canDecide, canProposeChange } from '../policy.ts'
import { canHappen, shortestReason } from '../rencana.ts'
import type { Perubahan } from '../usulan.ts'
import { noteTooShort, saveVersion } from './approval.ts'
import { addButirTo, findOwner } from './butir.ts'
import { changeButir } from './change-butir.ts'
import { findButir, findKegiatan, findRencana, type RencanaRow } from './find.ts'
import { refreshRekap } from './rekap.ts'
import { noteChange } from './riwayat.ts'
import { tellDeciders, tellProposer } from './usulan-notice.ts'

export type Wish =
  | { jenis: 'ubah_butir'; butirId: string; edit: ButirEdit }
  | { jenis: 'tambah_butir'; edit: ButirEdit }
  | { jenis: 'hapus_butir'; butirId: string }

type Propose = { rencanaId: string; wish: Wish; alasan: string }

/** Asks for a change to an approved plan, with its reason. */
export const proposeChange = command('rencana-aksi.proposeChange', proposeChangeIn)

/** The same inside another command. */
export async function proposeChangeIn(
  ctx: Ctx,
  { rencanaId, wish, alasan }: Propose,
): Promise<{ id: string }> {
  const rencana = await findRencana(ctx, rencanaId)
  const butir =
    wish.jenis === 'tambah_butir' ? undefined : await findButir(ctx, rencana, wish.butirId)
  allow(canProposeChange(ctx.actor, rencana.satkerKode, butir))
  refuseIf(!canHappen(rencana.state, 'revise'), notApproved)
  refuseIf(alasan.trim().length < shortestReason, noteTooShort)
  const perubahan = await perubahanOf(ctx, rencana, wish, butir?.edit)
  const id = ctx.newId()
  const butirId = butir?.id ?? null
  await ctx.tx
    .insertInto('rencana_usulan')
    .values({
      satker_kode: rencana.satkerKode,
      id,
      rencana_id: rencana.id,
      butir_id: butirId,
      jenis: wish.jenis,
      perubahan: JSON.stringify(perubahan),
      alasan: alasan.trim(),
      proposed_at: ctx.now,
      proposed_by: ctx.actor.id,
    })
    .execute()
  await noteChange(ctx, {
    rencana,
    peristiwa: 'change_proposed',
    ...(butirId ? { butirId } : {}),
    sesudah: perubahan,
    alasan: alasan.trim(),
  })
  await tellDeciders(ctx, { rencana, usulanId: id, isi: alasan.trim() })
  return { id }
}

async function perubahanOf(
  ctx: Ctx,
  rencana: RencanaRow,
  wish: Wish,
  before: ButirEdit | undefined,
): Promise<Perubahan> {
  if (wish.jenis === 'tambah_butir') {
    await findKegiatan(ctx, rencana, wish.edit.kegiatanId)
    await findOwner(ctx, rencana, wish.edit)
    return { jenis: wish.jenis, sesudah: wish.edit }
  }
  if (!before) throw notFound('Butir')
  if (wish.jenis === 'hapus_butir')
    return { jenis: wish.jenis, butirId: wish.butirId, sebelum: before }
  await findOwner(ctx, rencana, wish.edit)
  const fields = changedFields(before, wish.edit)
  refuseIf(fields.length === 0, 'Belum ada yang berubah. Ubah sedikitnya satu isian.')
  return {
    jenis: wish.jenis,
    butirId: wish.butirId,
    sebelum: pick(before, fields),
    sesudah: pick(wish.edit, fields),
  }
}

type Decide = { rencanaId: string; usulanId: string; setuju: boolean; catatan: string | null }

/** Accepts or rejects a proposed change; accepting applies it and makes the next version. */
export const decideChange = command('rencana-aksi.decideChange', async (ctx, input: Decide) => {
  const rencana = await findRencana(ctx, input.rencanaId)
  const usulan = await findUsulan(ctx, rencana, input.usulanId)
  allow(canDecide(ctx.actor, rencana.satkerKode))
  refuseIf(!canHappen(rencana.state, 'revise'), notApproved)
  refuseIf(usulan.decided, 'Usulan ini sudah diputuskan.')
  refuseIf(
    usulan.proposedBy === ctx.actor.id,
    'Usulan diputuskan oleh orang lain daripada yang mengajukannya.',
  )
  const catatan = input.catatan?.trim() || null
  refuseIf(!input.setuju && (catatan ?? '').length < shortestReason, noteTooShort)
  await ctx.tx
    .updateTable('rencana_usulan')
    .set({ [input.setuju ? 'accepted_at' : 'rejected_at']: ctx.now })
    .set({ decided_by: ctx.actor.id, catatan })
    .where('satker_kode', '=', rencana.satkerKode)
    .where('id', '=', input.usulanId)
    .execute()
  const { perubahan } = usulan
  const touched = input.setuju ? await apply(ctx, rencana, perubahan) : butirOf(perubahan)
  const versi = input.setuju ? await saveVersion(ctx, rencana, usulan.alasan) : rencana.versi
  await refreshRekap(ctx, rencana)
  await noteChange(ctx, {
    rencana,
    peristiwa: input.setuju ? 'change_accepted' : 'change_rejected',
    ...(touched ? { butirId: touched } : {}),
    sebelum: 'sebelum' in perubahan ? perubahan.sebelum : undefined,
    sesudah: { ...('sesudah' in perubahan ? perubahan.sesudah : {}), versi },
    alasan: input.setuju ? usulan.alasan : catatan,
  })
  await tellProposer(ctx, {
    rencana,
    usulanId: input.usulanId,
    penerimaId: usulan.proposedBy,
    putusan: input.setuju ? 'Usulan perubahan diterima' : 'Usulan perubahan ditolak',
    isi: catatan,
  })
})

const butirOf = (perubahan: Perubahan) =>
  perubahan.jenis === 'tambah_butir' ? null : perubahan.butirId

/** Does what the proposal says, if the plan still is what it was made against. */
async function apply(ctx: Ctx, rencana: RencanaRow, perubahan: Perubahan): Promise<string> {
  if (perubahan.jenis === 'tambah_butir') return addButirTo(ctx, rencana, perubahan.sesudah)
  const butir = await findButir(ctx, rencana, perubahan.butirId)
  if (perubahan.jenis === 'hapus_butir') {
    await ctx.tx
      .updateTable('rencana_butir')
      .set({ removed_at: ctx.now, removed_by: ctx.actor.id, versi: butir.versi + 1 })
      .where('satker_kode', '=', rencana.satkerKode)
      .where('id', '=', butir.id)
      .execute()
    return butir.id
  }
  refuseIf(
    !stillHolds(butir.edit, perubahan.sebelum),
    'Butir ini sudah berubah sejak usulan diajukan. Tolak usulan ini dan mintalah usulan baru.',
  )
  const edit = { ...butir.edit, ...perubahan.sesudah }
  await findOwner(ctx, rencana, edit)
  await changeButir(ctx, rencana, butir, edit)
  return butir.id
}

async function findUsulan({ tx }: Ctx, rencana: RencanaRow, id: string) {
  const row = await tx
    .selectFrom('rencana_usulan')
    .select(['perubahan', 'alasan', 'proposed_by', 'accepted_at', 'rejected_at'])
    .where('satker_kode', '=', rencana.satkerKode)
    .where('rencana_id', '=', rencana.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Usulan perubahan')
  return {
    perubahan: row.perubahan as unknown as Perubahan, // written by proposeChange alone
    alasan: row.alasan,
    proposedBy: row.proposed_by,
    decided: row.accepted_at !== null || row.rejected_at !== null,
  }
}

const notApproved = 'Usulan perubahan hanya untuk rencana yang sudah disahkan dan belum ditutup.'
