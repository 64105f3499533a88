import type { Services } from '#platform/services.ts'
import { authOf } from '../auth/better-auth.ts'
import { changingFactors } from './factors.ts'
import { hashOfCode, newRecoveryCodes } from './pemulihan.ts'

/** Ten fresh codes in place of all before; they are shown now and never again. */
export async function renewRecoveryCodes(services: Services, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  const rows = codes.map((code) => ({
    akun: userId,
    hash: hashOfCode(services.secret, userId, code),
    created_at: services.clock(),
    dipakai_at: null,
  }))
  await changingFactors(services, userId, async (tx) => {
    await tx.deleteFrom('kode_pemulihan').where('akun', '=', userId).execute()
    await tx.insertInto('kode_pemulihan').values(rows).execute()
  })
  return codes
}

/** Uses a code up: of two that try it at once one comes in. */
export async function useRecoveryCode(
  services: Services,
  userId: string,
  code: string,
): Promise<boolean> {
  const used = await authOf(services)
    .db.updateTable('kode_pemulihan')
    .set({ dipakai_at: services.clock() })
    .where('akun', '=', userId)
    .where('hash', '=', hashOfCode(services.secret, userId, code))
    .where('dipakai_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}
