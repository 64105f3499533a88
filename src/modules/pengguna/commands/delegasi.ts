import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import type { DelegationInput } from '../forms.ts'
import { labelTugas } from '../labels.ts'
import { dayAfter, inMasa, overlaps } from '../peran.ts'
import { canManage } from '../policy.ts'
import { findOffice, findPerson, knownId, lockRoles } from './find.ts'

type Masa = { dari: string; sampai: string }

/** Lets one person act for another (Plh./Plt.) from–to; `sampai` is the last day. */
export const delegatePeran = command(
  'delegasi.delegate',
  async (ctx, input: DelegationInput & { satkerKode: string }) => {
    const office = await findOffice(ctx, input.satkerKode)
    const pemberi = await findPerson(ctx, input.pemberi)
    const penerima = await findPerson(ctx, input.penerima)
    if ([pemberi, penerima].some((p) => p.satker_kode !== office.kode)) throw notFound('Orang')
    allow(canManage(ctx.actor, office.kode))
    refuseIf(penerima.deactivated_at !== null, `${penerima.nama} dinonaktifkan. Pilih orang lain.`)
    await lockRoles(ctx, office.kode)
    const masa = { dari: input.dari, sampai: dayAfter(input.sampai) }
    await refuseUnheld(ctx, input, masa, pemberi.nama)
    await refuseDoubled(ctx, input, masa, penerima.nama)
    const id = ctx.newId()
    await ctx.tx
      .insertInto('delegasi')
      .values({
        satker_kode: office.kode,
        id,
        jenis: input.jenis,
        peran: input.peran,
        area_baku: input.area,
        pemberi_id: pemberi.id,
        penerima_id: penerima.id,
        ...masa,
        dasar: input.dasar,
        created_at: ctx.now,
        created_by: ctx.actor.id,
      })
      .execute()
    await ctx.record('delegasi.diberikan', thing(office.kode, id), {
      jenis: input.jenis,
      peran: input.peran,
      area: input.area,
      pemberi: pemberi.id,
      penerima: penerima.id,
      ...masa,
      dasar: input.dasar,
    })
    return id
  },
)

/** Takes a delegation back at once. */
export const revokeDelegasi = command('delegasi.revoke', async (ctx, input: { id: string }) => {
  const delegasi = await ctx.tx
    .selectFrom('delegasi')
    .selectAll()
    .where('id', '=', knownId(input.id, 'Pelimpahan'))
    .executeTakeFirst()
  if (!delegasi) throw notFound('Pelimpahan')
  allow(canManage(ctx.actor, delegasi.satker_kode))
  const { today } = await findOffice(ctx, delegasi.satker_kode)
  refuseIf(delegasi.revoked_at !== null, 'Pelimpahan ini sudah dicabut.')
  refuseIf(delegasi.sampai <= today, 'Pelimpahan ini sudah berakhir.')
  await ctx.tx
    .updateTable('delegasi')
    .set({ revoked_at: ctx.now, revoked_by: ctx.actor.id })
    .where('satker_kode', '=', delegasi.satker_kode)
    .where('id', '=', delegasi.id)
    .execute()
  await ctx.record('delegasi.dicabut', thing(delegasi.satker_kode, delegasi.id))
})

/** A Plh. stands in for who holds the post on the first day; a Plt. also for who held it before. */
async function refuseUnheld(
  ctx: Ctx,
  input: DelegationInput & { satkerKode: string },
  masa: Masa,
  nama: string,
) {
  const held = await rolesOf(ctx, input, input.pemberi)
  const holds = held.some((role) =>
    input.jenis === 'plt'
      ? role.dari <= masa.dari
      : role.ended_at === null && inMasa(role, masa.dari),
  )
  refuseIf(
    !holds,
    `${nama} tidak memegang peran ${labelTugas({ peran: input.peran, areaBaku: input.area })} pada tanggal itu.`,
  )
}

async function refuseDoubled(
  ctx: Ctx,
  input: DelegationInput & { satkerKode: string },
  masa: Masa,
  nama: string,
) {
  const own = await rolesOf(ctx, input, input.penerima)
  refuseIf(
    own.some((role) => role.ended_at === null && overlaps(role, masa)),
    `${nama} sudah memegang peran itu sendiri.`,
  )
  const others = await ctx.tx
    .selectFrom('delegasi')
    .select(['dari', 'sampai'])
    .where('satker_kode', '=', input.satkerKode)
    .where('pemberi_id', '=', input.pemberi)
    .where('peran', '=', input.peran)
    .where('area_baku', 'is not distinct from', input.area)
    .where('revoked_at', 'is', null)
    .execute()
  refuseIf(
    others.some((other) => overlaps(other, masa)),
    'Sudah ada pelimpahan untuk peran itu pada masa tersebut. Cabut yang lama lebih dahulu.',
  )
}

const rolesOf = (ctx: Ctx, input: DelegationInput & { satkerKode: string }, penggunaId: string) =>
  ctx.tx
    .selectFrom('penugasan')
    .select(['dari', 'sampai', 'ended_at'])
    .where('satker_kode', '=', input.satkerKode)
    .where('pengguna_id', '=', penggunaId)
    .where('peran', '=', input.peran)
    .where('area_baku', 'is not distinct from', input.area)
    .execute()

const thing = (satkerKode: string, id: string) => ({ satkerKode, benda: 'delegasi', id })
