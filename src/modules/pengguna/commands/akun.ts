import { command } from '#platform/command.ts'
import { allow, refuseIf } from '#platform/errors.ts'
import { hasPeran } from '#platform/identity/actor.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { chooseActor, membershipsOf } from '../auth/actor.ts'
import { type SecurityEvent, told } from '../events.ts'
import { findPerson } from './find.ts'

export type SecurityChange = {
  penggunaId: string
  peristiwa: SecurityEvent
  /** never a secret: a device, a name of a key, how many codes are left */
  rincian?: Record<string, unknown>
  /** no letter: another event of the same moment has one */
  quiet?: boolean
  /** what happens to the account; false = it cannot, and nothing is written down */
  act?: () => Promise<boolean>
  /** said when `act` could not */
  refusal?: string
}

/**
 * Does something to one's own account and writes it into the chain of the office that one works for.
 * The account lies behind another database role, so two transactions are at work: the account's is
 * the last thing before this one commits, and a refusal there leaves nothing here.
 */
export const secureAccount = command('akun.secure', async (ctx, input: SecurityChange) => {
  const person = await findPerson(ctx, input.penggunaId)
  allow(person.id === ctx.actor.id || hasPeran(ctx.actor, 'sistem'))
  const thing = { satkerKode: person.satker_kode, benda: 'akun', id: person.id }
  await ctx.record(input.peristiwa, thing, input.rincian)
  if (told.includes(input.peristiwa) && !input.quiet && person.user_id)
    await ctx.later('pengguna.tellSecurity', {
      userId: person.user_id,
      peristiwa: input.peristiwa,
      rincian: input.rincian ?? {},
      at: ctx.now.toISOString(),
    })
  const done = input.act ? await input.act() : true
  refuseIf(!done, input.refusal ?? 'Ini tidak dapat dilakukan sekarang. Muat ulang halamannya.')
})

/** The same for an account whose owner has not signed in yet, at the first of his offices. */
export async function secureAccountOf(
  services: Services,
  userId: string,
  change: Omit<SecurityChange, 'penggunaId'>,
): Promise<void> {
  const actor = chooseActor(await membershipsOf(services, userId), undefined, userId)
  if (!actor) {
    await change.act?.()
    return
  }
  await secureAccount(callerOf(services, actor), { ...change, penggunaId: actor.id })
}

/** An event that many tries would repeat is written down once in so many minutes. */
export const noteOnce = command(
  'akun.note',
  async (ctx, input: { penggunaId: string; peristiwa: SecurityEvent; minutes: number }) => {
    const person = await findPerson(ctx, input.penggunaId)
    allow(hasPeran(ctx.actor, 'sistem'))
    const since = new Date(ctx.now.getTime() - input.minutes * 60_000)
    const before = await ctx.tx
      .selectFrom('audit_log')
      .select('nomor')
      .where('satker_kode', '=', person.satker_kode)
      .where('benda', '=', 'akun')
      .where('benda_id', '=', person.id)
      .where('peristiwa', '=', input.peristiwa)
      .where('at', '>', since)
      .limit(1)
      .executeTakeFirst()
    if (before) return false
    const thing = { satkerKode: person.satker_kode, benda: 'akun', id: person.id }
    await ctx.record(input.peristiwa, thing)
    if (person.user_id)
      await ctx.later('pengguna.tellSecurity', {
        userId: person.user_id,
        peristiwa: input.peristiwa,
        rincian: {},
        at: ctx.now.toISOString(),
      })
    return true
  },
)
