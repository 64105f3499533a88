import { randomBytes } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { authOf } from '../auth/better-auth.ts'
import { type AuthTx, changingFactors, settleFactors } from './factors.ts'
import { seal, unseal } from './seal.ts'
import { matchingStep, totpKeyBytes } from './totp.ts'

const offeredMilliseconds = 60 * 60_000

/** Offers a new key; what is set already counts on until the new one has proved itself. */
export async function offerTotp(services: Services, userId: string): Promise<void> {
  const calon = seal(services.secret, 'totp', userId, randomBytes(totpKeyBytes))
  const offered = { calon, calon_sejak: services.clock() }
  await authOf(services)
    .db.insertInto('totp')
    .values({ akun: userId, rahasia: null, sejak: null, ...offered })
    .onConflict((oc) => oc.column('akun').doUpdateSet(offered))
    .execute()
}

/** The key on offer, within the hour; null when none is. */
export async function offeredTotp(services: Services, userId: string): Promise<Buffer | null> {
  const row = await authOf(services)
    .db.selectFrom('totp')
    .select(['calon', 'calon_sejak'])
    .where('akun', '=', userId)
    .executeTakeFirst()
  if (!row?.calon || !row.calon_sejak) return null
  if (services.clock().getTime() - row.calon_sejak.getTime() > offeredMilliseconds) return null
  return unseal(services.secret, 'totp', userId, row.calon)
}

/** The first right code makes the offered key count. False: the code is not of that key. */
export async function confirmTotp(
  services: Services,
  userId: string,
  code: string,
): Promise<boolean> {
  const now = services.clock()
  const key = await offeredTotp(services, userId)
  const step = key && matchingStep(key, code, { now, after: 0 })
  if (!key || step === null) return false
  return changingFactors(services, userId, async (tx) => {
    const kept = await tx
      .updateTable('totp')
      .set({
        rahasia: seal(services.secret, 'totp', userId, key),
        sejak: now,
        langkah_terakhir: step,
        calon: null,
        calon_sejak: null,
      })
      .where('akun', '=', userId)
      .where('calon', 'is not', null)
      .executeTakeFirst()
    await settleFactors(tx, userId, now)
    return kept.numUpdatedRows === 1n
  })
}

/** Is this the code of now? It is good once: the same code and those before it are refused from then on. */
export const useTotp = (services: Services, userId: string, code: string): Promise<boolean> =>
  changingFactors(services, userId, (tx) => spendTotp(services, tx, userId, code))

/** Takes the app away, with its own code. False: the code is wrong. */
export const removeTotp = (services: Services, userId: string, code: string): Promise<boolean> =>
  changingFactors(services, userId, async (tx) => {
    if (!(await spendTotp(services, tx, userId, code))) return false
    await tx.deleteFrom('totp').where('akun', '=', userId).execute()
    await settleFactors(tx, userId, services.clock())
    return true
  })

async function spendTotp(
  services: Services,
  tx: AuthTx,
  userId: string,
  code: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('totp')
    .select(['rahasia', 'langkah_terakhir'])
    .where('akun', '=', userId)
    .executeTakeFirst()
  const key = row?.rahasia && unseal(services.secret, 'totp', userId, row.rahasia)
  if (!row || !key) return false
  const step = matchingStep(key, code, {
    now: services.clock(),
    after: row.langkah_terakhir,
  })
  if (step === null) return false
  await tx.updateTable('totp').set({ langkah_terakhir: step }).where('akun', '=', userId).execute()
  return true
}
