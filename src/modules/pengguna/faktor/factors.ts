import type { Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Services } from '#platform/services.ts'
import { authOf } from '../auth/better-auth.ts'
import type { AuthDb } from '../auth/tables.ts'

export type AuthTx = Transaction<AuthDb>

/** The second factors of an account as its owner sees them. */
export type Factors = {
  /** since when codes of an app count; null = none is set */
  totpSince: Date | null
  passkeys: { id: string; nama: string; since: Date; used: Date | null; synced: boolean }[]
  /** recovery codes not used yet */
  codesLeft: number
  codesSince: Date | null
  rememberedBrowsers: number
}

/** All of them in one statement. */
export async function factorsOf(services: Services, userId: string): Promise<Factors> {
  const { db } = authOf(services)
  const codes = db
    .selectFrom('kode_pemulihan')
    .where('akun', '=', userId)
    .where('dipakai_at', 'is', null)
  const found = await db
    .selectNoFrom((eb) => [
      eb.selectFrom('totp').select('sejak').where('akun', '=', userId).as('totpSince'),
      jsonArrayFrom(passkeyRows(services, userId)).as('passkeys'),
      codes.select((of) => of.fn.countAll<string>().as('left')).as('codesLeft'),
      codes.select((of) => of.fn.max('created_at').as('since')).as('codesSince'),
      eb
        .selectFrom('verification')
        .select((of) => of.fn.countAll<string>().as('many'))
        .where('value', '=', userId)
        .where('expiresAt', '>', new Date(services.clock().getTime() + rememberedAtLeast))
        .as('rememberedBrowsers'),
    ])
    .executeTakeFirstOrThrow()
  return {
    ...found,
    passkeys: found.passkeys.map(({ since, used, ...passkey }) => ({
      ...passkey,
      since: new Date(since),
      used: used === null ? null : new Date(used),
    })),
    codesLeft: Number(found.codesLeft),
    rememberedBrowsers: Number(found.rememberedBrowsers),
  }
}

const passkeyRows = (services: Services, userId: string) =>
  authOf(services)
    .db.selectFrom('kunci_sandi')
    .select(['id', 'nama', 'created_at as since', 'dipakai_at as used', 'tersinkron as synced'])
    .where('akun', '=', userId)
    .orderBy('created_at')

/** Whatever else lives under an account (links, steps) lives two hours at most. */
const rememberedAtLeast = 2 * 60 * 60_000

/** One change at a time to the factors of an account, so that "the last one" means what it says. */
export const changingFactors = <T>(
  services: Services,
  userId: string,
  change: (tx: AuthTx) => Promise<T>,
): Promise<T> =>
  authOf(services)
    .db.transaction()
    .execute(async (tx) => {
      await tx.selectFrom('user').select('id').where('id', '=', userId).forUpdate().execute()
      return change(tx)
    })

/** After a change: says on the account since when a factor counts. Without one, recovery codes open nothing. */
export async function settleFactors(tx: AuthTx, userId: string, now: Date): Promise<void> {
  if (await hasFactor(tx, userId)) {
    await tx
      .updateTable('user')
      .set((eb) => ({ factorSince: eb.fn.coalesce('factorSince', eb.val(now)), mustEnrol: false }))
      .where('id', '=', userId)
      .execute()
    return
  }
  await tx.updateTable('user').set({ factorSince: null }).where('id', '=', userId).execute()
  await tx.deleteFrom('kode_pemulihan').where('akun', '=', userId).execute()
}

async function hasFactor(tx: AuthTx, userId: string): Promise<boolean> {
  const totp = await tx
    .selectFrom('totp')
    .select('akun')
    .where('akun', '=', userId)
    .where('rahasia', 'is not', null)
    .executeTakeFirst()
  const passkey = await tx
    .selectFrom('kunci_sandi')
    .select('id')
    .where('akun', '=', userId)
    .executeTakeFirst()
  return totp !== undefined || passkey !== undefined
}

/** Takes every factor of an account away and ends its sessions; it must set one before it works again. False: it had none. */
export const eraseFactors = (services: Services, userId: string): Promise<boolean> =>
  changingFactors(services, userId, async (tx) => {
    if (!(await hasFactor(tx, userId))) return false
    for (const table of ['totp', 'kunci_sandi', 'kode_pemulihan'] as const)
      await tx.deleteFrom(table).where('akun', '=', userId).execute()
    await tx
      .updateTable('user')
      .set({ factorSince: null, mustEnrol: true })
      .where('id', '=', userId)
      .execute()
    await tx.deleteFrom('session').where('userId', '=', userId).execute()
    await tx.deleteFrom('verification').where('value', '=', userId).execute()
    return true
  })
