import { command, type Ctx } from '#platform/command.ts'
import { allow, refuseIf, refused } from '#platform/errors.ts'
import type { EditInput } from '../forms.ts'
import { canDeactivate, canManage } from '../policy.ts'
import { findPerson, isLastAdmin, lastAdminMessage, lockRoles } from './find.ts'

type Person = Awaited<ReturnType<typeof findPerson>>

/** Corrects name and NIP. Whoever saved first wins; the second sees both. */
export const editPengguna = command(
  'pengguna.edit',
  async (ctx, { id, ...input }: EditInput & { id: string }) => {
    const person = await findPerson(ctx, id)
    allow(canManage(ctx.actor, person.satker_kode))
    refuseIf(
      person.versi !== input.versi,
      'Data orang ini baru saja diubah orang lain. Periksa isinya yang terbaru, lalu simpan lagi.',
      { nama: person.nama, nip: person.nip, versi: person.versi },
    )
    if (input.nip) await refuseTakenNip(ctx, person, input.nip)
    const { numUpdatedRows } = await ctx.tx
      .updateTable('pengguna')
      .set({ nama: input.nama, nip: input.nip, versi: person.versi + 1 })
      .where('satker_kode', '=', person.satker_kode)
      .where('id', '=', id)
      .where('versi', '=', input.versi)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n)
      throw refused('Data orang ini sedang diubah orang lain. Muat ulang, lalu simpan lagi.')
    await ctx.record('pengguna.diubah', thing(person), {
      nama: input.nama === person.nama ? undefined : [person.nama, input.nama],
      nip: input.nip === person.nip ? undefined : 'diubah',
    })
  },
)

/** Closes an office to a person at once; his account and what he did remain. */
export const deactivatePengguna = command(
  'pengguna.deactivate',
  async (ctx, input: { id: string }) => {
    const person = await findPerson(ctx, input.id)
    allow(canDeactivate(ctx.actor, { satkerKode: person.satker_kode, id: person.id }))
    refuseIf(person.deactivated_at !== null, 'Orang ini sudah dinonaktifkan.')
    await lockRoles(ctx, person.satker_kode)
    refuseIf(await isLastAdmin(ctx, person.office, person.id), lastAdminMessage)
    await setActive(ctx, person, { deactivated_at: ctx.now, deactivated_by: ctx.actor.id })
    await ctx.record('pengguna.dinonaktifkan', thing(person))
    if (person.user_id) await ctx.later('pengguna.endSessionsOutside', { userId: person.user_id })
  },
)

export const reactivatePengguna = command(
  'pengguna.reactivate',
  async (ctx, input: { id: string }) => {
    const person = await findPerson(ctx, input.id)
    allow(canManage(ctx.actor, person.satker_kode))
    refuseIf(person.deactivated_at === null, 'Orang ini masih aktif.')
    await setActive(ctx, person, { deactivated_at: null, deactivated_by: null })
    await ctx.record('pengguna.diaktifkan', thing(person))
  },
)

async function refuseTakenNip(ctx: Ctx, person: Person, nip: string): Promise<void> {
  const other = await ctx.tx
    .selectFrom('pengguna')
    .select('nama')
    .where('satker_kode', '=', person.satker_kode)
    .where('nip', '=', nip)
    .where('id', '<>', person.id)
    .executeTakeFirst()
  refuseIf(other !== undefined, `NIP ini sudah tercatat untuk ${other?.nama}. Periksa angkanya.`)
}

const setActive = (
  ctx: Ctx,
  person: Person,
  state: { deactivated_at: Date | null; deactivated_by: string | null },
) =>
  ctx.tx
    .updateTable('pengguna')
    .set({ ...state, versi: person.versi + 1 })
    .where('satker_kode', '=', person.satker_kode)
    .where('id', '=', person.id)
    .execute()

const thing = (person: Person) => ({
  satkerKode: person.satker_kode,
  benda: 'pengguna',
  id: person.id,
})
