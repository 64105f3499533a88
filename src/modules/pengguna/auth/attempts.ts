import { createHmac } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { countTry, type Limit, limits } from '../lockout.ts'
import { authOf } from './better-auth.ts'

type Kind = keyof typeof limits

/** Counts a try before it is made, so that tries sent at once cannot slip past. Returns until when it is locked. */
export async function attempt(services: Services, kind: Kind, what: string): Promise<Date | null> {
  const kunci = keyOf(services, kind, what)
  const now = services.clock()
  const limit: Limit = limits[kind]
  return authOf(services)
    .db.transaction()
    .execute(async (tx) => {
      const first = countTry(null, now, limit).after
      const made = await tx
        .insertInto('percobaan')
        .values({ kunci, ...first })
        .onConflict((oc) => oc.column('kunci').doNothing())
        .executeTakeFirst()
      if (made.numInsertedOrUpdatedRows === 1n) return null
      const before = await tx
        .selectFrom('percobaan')
        .selectAll()
        .where('kunci', '=', kunci)
        .forUpdate()
        .executeTakeFirst()
      const { after, lockedUntil } = countTry(before ?? null, now, limit)
      await tx.updateTable('percobaan').set(after).where('kunci', '=', kunci).execute()
      return lockedUntil
    })
}

/** Forgets what was tried, after a right password or a new one. */
export async function forgive(services: Services, kind: Kind, what: string): Promise<void> {
  await authOf(services)
    .db.deleteFrom('percobaan')
    .where('kunci', '=', keyOf(services, kind, what))
    .execute()
}

/** Takes one try back: a right password must not use up the allowance of an office's shared address. */
export async function takeBack(services: Services, kind: Kind, what: string): Promise<void> {
  await authOf(services)
    .db.updateTable('percobaan')
    .set((eb) => ({ jumlah: eb('jumlah', '-', 1) }))
    .where('kunci', '=', keyOf(services, kind, what))
    .where('jumlah', '>', 0)
    .where('terkunci_sampai', 'is', null)
    .execute()
}

/** What the limit `door` counts: an account where it is tried. */
export const doorKey = (email: string, address: string): string => `${email.trim()} ${address}`

const keyOf = (services: Services, kind: Kind, what: string): Buffer =>
  createHmac('sha256', services.secret).update(`${kind}:${what.trim().toLowerCase()}`).digest()
