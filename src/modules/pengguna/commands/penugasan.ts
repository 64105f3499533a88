import { command } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import type { AssignInput } from '../forms.ts'
import { labelTugas } from '../labels.ts'
import { dayAfter, isPeran, overlaps } from '../peran.ts'
import { canAssign } from '../policy.ts'
import { findPerson, isLastAdmin, knownId, lastAdminMessage, lockRoles } from './find.ts'

/** Gives a role from a day on; `sampai` is the last day it holds, null = until it is ended. */
export const assignPeran = command(
  'penugasan.assign',
  async (ctx, input: AssignInput & { penggunaId: string }) => {
    const person = await findPerson(ctx, input.penggunaId)
    allow(canAssign(ctx.actor, person.satker_kode, input.peran), notYours)
    refuseIf(
      person.deactivated_at !== null,
      'Orang ini dinonaktifkan. Aktifkan kembali lebih dahulu.',
    )
    await lockRoles(ctx, person.satker_kode)
    const masa = { dari: input.dari, sampai: input.sampai && dayAfter(input.sampai) }
    const held = await ctx.tx
      .selectFrom('penugasan')
      .select(['dari', 'sampai'])
      .where('satker_kode', '=', person.satker_kode)
      .where('pengguna_id', '=', person.id)
      .where('peran', '=', input.peran)
      .where('area_baku', 'is not distinct from', input.area)
      .where('ended_at', 'is', null)
      .execute()
    refuseIf(
      held.some((other) => overlaps(masa, other)),
      `${person.nama} sudah punya peran ${labelTugas({ peran: input.peran, areaBaku: input.area })} pada masa itu.`,
    )
    const id = ctx.newId()
    await ctx.tx
      .insertInto('penugasan')
      .values({
        satker_kode: person.satker_kode,
        id,
        pengguna_id: person.id,
        peran: input.peran,
        area_baku: input.area,
        ...masa,
        dasar: input.dasar || null,
        created_at: ctx.now,
        created_by: ctx.actor.id,
      })
      .execute()
    await ctx.record(
      'penugasan.diberikan',
      { satkerKode: person.satker_kode, benda: 'pengguna', id: person.id },
      { penugasan: id, peran: input.peran, area: input.area, ...masa },
    )
    return id
  },
)

/** Ends a role at once. The last admin of an office keeps his. */
export const endPeran = command('penugasan.end', async (ctx, input: { id: string }) => {
  const role = await ctx.tx
    .selectFrom('penugasan')
    .selectAll()
    .where('id', '=', knownId(input.id, 'Peran'))
    .executeTakeFirst()
  if (!role || !isPeran(role.peran)) throw notFound('Peran')
  const person = await findPerson(ctx, role.pengguna_id)
  allow(canAssign(ctx.actor, role.satker_kode, role.peran), notYours)
  const { today } = person.office
  const over = role.ended_at !== null || (role.sampai !== null && role.sampai <= today)
  refuseIf(over, 'Peran ini sudah berakhir.')
  await lockRoles(ctx, role.satker_kode)
  refuseIf(
    role.peran === 'admin_satker' &&
      role.dari <= today &&
      (await isLastAdmin(ctx, person.office, person.id)),
    lastAdminMessage,
  )
  await ctx.tx
    .updateTable('penugasan')
    .set({ ended_at: ctx.now, ended_by: ctx.actor.id })
    .where('satker_kode', '=', role.satker_kode)
    .where('id', '=', role.id)
    .execute()
  await ctx.record(
    'penugasan.diakhiri',
    { satkerKode: role.satker_kode, benda: 'pengguna', id: person.id },
    { penugasan: role.id, peran: role.peran, area: role.area_baku },
  )
  return person.id
})

const notYours = 'Peran ini tidak dapat Anda berikan atau akhiri pada satuan kerja tersebut.'
