import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf, refused } from '#platform/errors.ts'
import { type ButirEdit, changedFields, pick } from '../butir-edit.ts'
import { type ButirConflict, conflictMessage } from '../conflict.ts'
import { newIndikator } from '../isi.ts'
import { canAssign } from '../policy.ts'
import { changeButir } from './change-butir.ts'
import { type ButirRow, findButir, findKegiatan, findRencana, type RencanaRow } from './find.ts'
import { refreshRekap } from './rekap.ts'
import { noteChange } from './riwayat.ts'
import { findDraft } from './sections.ts'
import { insertButir } from './write-isi.ts'

type AddButir = { rencanaId: string; edit: ButirEdit }

export const addButir = command('rencana-aksi.addButir', addButirIn)

/** The same inside another command. */
export async function addButirIn(ctx: Ctx, { rencanaId, edit }: AddButir): Promise<{ id: string }> {
  const rencana = await findDraft(ctx, rencanaId)
  const id = await addButirTo(ctx, rencana, edit)
  await noteChange(ctx, { rencana, peristiwa: 'butir_added', butirId: id, sesudah: edit })
  return { id }
}

/** Adds a butir at the end of its kegiatan, with its cells. */
export async function addButirTo(ctx: Ctx, rencana: RencanaRow, edit: ButirEdit): Promise<string> {
  await findKegiatan(ctx, rencana, edit.kegiatanId)
  await findOwner(ctx, rencana, edit)
  const id = ctx.newId()
  const last = await ctx.tx
    .selectFrom('rencana_butir')
    .select((eb) => eb.fn.max('urutan').as('urutan'))
    .where('satker_kode', '=', rencana.satkerKode)
    .where('rencana_id', '=', rencana.id)
    .executeTakeFirst()
  const node = {
    ...edit,
    penanggungJawab: edit.penanggungJawabId ? { id: edit.penanggungJawabId, nama: '' } : null,
    unit: edit.unitId ? { id: edit.unitId, nama: '' } : null,
    jadwalAsli: null,
    indikator: edit.indikator.map(newIndikator),
    baris: [],
    keyakinan: null,
  }
  await insertButir(ctx, rencana, [
    { node, id, kegiatanId: edit.kegiatanId, urutan: (last?.urutan ?? 0) + 1 },
  ])
  await refreshRekap(ctx, rencana)
  return id
}

type EditButir = { rencanaId: string; butirId: string; versi: number; edit: ButirEdit }

/** Changes a butir of a draft. When someone else was first, the caller gets both values (409). */
export const editButir = command('rencana-aksi.editButir', async (ctx, input: EditButir) => {
  const rencana = await findDraft(ctx, input.rencanaId)
  const butir = await findButir(ctx, rencana, input.butirId)
  const fields = changedFields(butir.edit, input.edit)
  if (fields.length === 0) return
  if (butir.versi !== input.versi) throw refused(conflictMessage, conflictOf(butir, input.edit))
  await findOwner(ctx, rencana, input.edit)
  await changeButir(ctx, rencana, butir, input.edit)
  await refreshRekap(ctx, rencana)
  await noteChange(ctx, {
    rencana,
    peristiwa: 'butir_changed',
    butirId: butir.id,
    sebelum: pick(butir.edit, fields),
    sesudah: pick(input.edit, fields),
  })
})

const conflictOf = (butir: ButirRow, typed: ButirEdit): ButirConflict => ({
  kind: 'butir',
  butirId: butir.id,
  current: butir.edit,
  versi: butir.versi,
  changed: butir.changed,
  typed,
})

/** Takes a butir out of a draft; the history keeps what it held. */
export const removeButir = command(
  'rencana-aksi.removeButir',
  async (ctx, { rencanaId, butirId }: { rencanaId: string; butirId: string }) => {
    const rencana = await findDraft(ctx, rencanaId)
    const { edit } = await findButir(ctx, rencana, butirId)
    await ctx.tx
      .deleteFrom('rencana_butir')
      .where('satker_kode', '=', rencana.satkerKode)
      .where('id', '=', butirId)
      .execute()
    await refreshRekap(ctx, rencana)
    await noteChange(ctx, { rencana, peristiwa: 'butir_removed', butirId, sebelum: edit })
  },
)

type Assign = {
  rencanaId: string
  butir: readonly { butirId: string; versi: number }[]
  /** undefined leaves the person, or the unit, as it is */
  penanggungJawabId?: string | null | undefined
  unitId?: string | null | undefined
}

/** Names who answers for butir, one or many, until the plan is closed. */
export const assignButir = command('rencana-aksi.assignButir', async (ctx, input: Assign) => {
  const rencana = await findRencana(ctx, input.rencanaId)
  const present = await findOwners(ctx, rencana, input.butir)
  allow(canAssign(ctx.actor, rencana.satkerKode))
  refuseIf(rencana.state === 'closed', 'Rencana ini sudah ditutup; penanggung jawabnya tetap.')
  refuseIf(present.length === 0, 'Pilih paling sedikit satu butir.')
  for (const { id, seen, versi, penanggungJawabId, unitId } of present) {
    const before = { penanggungJawabId, unitId }
    const after = {
      penanggungJawabId:
        input.penanggungJawabId === undefined ? penanggungJawabId : input.penanggungJawabId,
      unitId: input.unitId === undefined ? unitId : input.unitId,
    }
    if (JSON.stringify(before) === JSON.stringify(after)) continue
    refuseIf(
      seen !== versi,
      'Sebagian butir sudah diubah orang lain. Muat ulang halaman, lalu pilih lagi.',
    )
    await findOwner(ctx, rencana, after)
    await setOwner(ctx, rencana, id, after)
    await noteChange(ctx, {
      rencana,
      peristiwa: 'assigned',
      butirId: id,
      sebelum: before,
      sesudah: after,
    })
  }
})

const setOwner = (ctx: Ctx, rencana: RencanaRow, butirId: string, owner: Owner) =>
  ctx.tx
    .updateTable('rencana_butir')
    .set({ penanggung_jawab_id: owner.penanggungJawabId, unit_id: owner.unitId })
    .set((eb) => ({ versi: eb('versi', '+', 1), updated_at: ctx.now, updated_by: ctx.actor.id }))
    .where('satker_kode', '=', rencana.satkerKode)
    .where('id', '=', butirId)
    .execute()

async function findOwners({ tx }: Ctx, rencana: RencanaRow, wanted: Assign['butir']) {
  if (wanted.length === 0) return []
  const seen = new Map(wanted.map(({ butirId, versi }) => [butirId, versi]))
  const rows = await tx
    .selectFrom('rencana_butir')
    .select(['id', 'versi', 'penanggung_jawab_id as penanggungJawabId', 'unit_id as unitId'])
    .where('satker_kode', '=', rencana.satkerKode)
    .where('rencana_id', '=', rencana.id)
    .where('removed_at', 'is', null)
    .where('id', 'in', [...seen.keys()])
    .execute()
  if (rows.length !== seen.size) throw notFound('Butir')
  return rows.map((row) => ({ ...row, seen: seen.get(row.id) }))
}

type Owner = { penanggungJawabId: string | null; unitId: string | null }

/** The person and the unit must belong to the plan's own office. */
export async function findOwner(
  { tx }: Ctx,
  { satkerKode }: { satkerKode: string },
  { penanggungJawabId, unitId }: Owner,
): Promise<void> {
  if (penanggungJawabId !== null) {
    const person = await tx
      .selectFrom('pengguna')
      .select('id')
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', penanggungJawabId)
      .where('deactivated_at', 'is', null)
      .executeTakeFirst()
    if (!person) throw notFound('Penanggung jawab')
  }
  if (unitId === null) return
  const unit = await tx
    .selectFrom('unit')
    .select('id')
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', unitId)
    .executeTakeFirst()
  if (!unit) throw notFound('Unit kerja')
}
