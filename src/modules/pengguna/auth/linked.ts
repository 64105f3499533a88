import type { Services } from '#platform/services.ts'
import { findAccount } from './account.ts'
import { authOf } from './better-auth.ts'

/** How rows of the organisation's identity provider are named in auth.account. */
const oidcProvider = 'oidc'

type Identity = { issuer: string; subject: string; email: string }

export type Linked =
  | { ok: true; userId: string; fresh: boolean }
  | { ok: false; reason: 'unknown' | 'other-identity' }

/**
 * The account of an identity. Once tied, the provider's subject alone counts, whatever the address
 * becomes. An address is tied once: if the provider gives it to a new person, that person does not
 * inherit the account.
 */
export async function accountOfIdentity(services: Services, identity: Identity): Promise<Linked> {
  const { db } = authOf(services)
  const tied = await db
    .selectFrom('account')
    .select('userId')
    .where('issuer', '=', identity.issuer)
    .where('accountId', '=', identity.subject)
    .executeTakeFirst()
  if (tied) return { ok: true, userId: tied.userId, fresh: false }
  const account = await findAccount(services, identity.email)
  if (!account) return { ok: false, reason: 'unknown' }
  const other = await tiedTo(services, account.id, identity.issuer)
  if (other) return { ok: false, reason: 'other-identity' }
  return { ok: true, userId: account.id, fresh: true }
}

/** Ties an account to an identity of the provider. */
export async function tie(
  services: Services,
  userId: string,
  { issuer, subject }: Omit<Identity, 'email'>,
): Promise<void> {
  const { internalAdapter } = await authOf(services).$context
  await internalAdapter.createAccount({
    userId,
    issuer,
    accountId: subject,
    providerId: oidcProvider,
  })
}

/** Is an account tied to the identity provider that is configured now? */
export const isLinked = (services: Services, userId: string): Promise<boolean> => {
  const { oidc } = services.config
  return oidc ? tiedTo(services, userId, oidc.issuer) : Promise.resolve(false)
}

async function tiedTo(services: Services, userId: string, issuer: string): Promise<boolean> {
  const found = await authOf(services)
    .db.selectFrom('account')
    .select('id')
    .where('userId', '=', userId)
    .where('providerId', '=', oidcProvider)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
  return found !== undefined
}
