import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { authOf } from '../auth/better-auth.ts'
import { issueTicket, takeTicket } from '../auth/ticket.ts'
import { changingFactors, settleFactors } from './factors.ts'

const challengeMinutes = 5
/** EdDSA, ES256, RS256 (COSE): every authenticator knows one of them. */
const algorithms = [-8, -7, -257]
export const mostPasskeys = 10

/** The site that keys are bound to: the address by which people open it. */
const siteOf = ({ config }: Services) => {
  const { hostname, origin } = new URL(config.baseUrl)
  return { rpID: hostname, origin }
}

/** What the browser needs to make a key. The challenge is good once, five minutes, for this account. */
export async function registrationOptions(
  services: Services,
  account: { id: string; nama: string; email: string },
) {
  const { rpID } = siteOf(services)
  const known = await authOf(services)
    .db.selectFrom('kunci_sandi')
    .select(['kredensial', 'transport'])
    .where('akun', '=', account.id)
    .execute()
  const options = await generateRegistrationOptions({
    rpName: 'KPU HUB',
    rpID,
    userID: new TextEncoder().encode(account.id),
    userName: account.email,
    userDisplayName: account.nama,
    attestationType: 'none',
    excludeCredentials: known.map((key) => ({ id: key.kredensial, transports: key.transport })),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await issueTicket(services, 'kunci-daftar', {
    token: `${account.id}:${options.challenge}`,
    value: options.challenge,
    minutes: challengeMinutes,
  })
  return options
}

/** Keeps the key that the browser made. False: the answer does not fit what was asked. */
export async function registerPasskey(
  services: Services,
  userId: string,
  { nama, answer }: { nama: string; answer: RegistrationResponseJSON },
): Promise<boolean> {
  const { rpID, origin } = siteOf(services)
  const verified = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: async (challenge) =>
      (await takeTicket(services, 'kunci-daftar', `${userId}:${challenge}`)) === challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null)
  if (!verified?.verified) return false
  const { credential, credentialBackedUp } = verified.registrationInfo
  const now = services.clock()
  return changingFactors(services, userId, async (tx) => {
    const made = await tx
      .insertInto('kunci_sandi')
      .values({
        id: randomUUID(),
        akun: userId,
        kredensial: credential.id,
        nama,
        kunci_publik: Buffer.from(credential.publicKey),
        hitungan: credential.counter,
        transport: credential.transports ?? [],
        tersinkron: credentialBackedUp,
        created_at: now,
        dipakai_at: null,
      })
      .onConflict((oc) => oc.column('kredensial').doNothing())
      .executeTakeFirst()
    await settleFactors(tx, userId, now)
    return made.numInsertedOrUpdatedRows === 1n
  })
}

/** What the browser needs to sign in with any key of this site, and the token of its challenge. */
export async function authenticationOptions(services: Services) {
  const { rpID } = siteOf(services)
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
  const token = await issueTicket(services, 'kunci-masuk', {
    value: options.challenge,
    minutes: challengeMinutes,
  })
  return { options, token }
}

export type PasskeyProof =
  | { ok: true; userId: string }
  | { ok: false; reason: 'unknown' }
  /** the counter went back: a copy of the key may be about */
  | { ok: false; reason: 'copied'; userId: string }

/** Whose key signed the challenge of this browser. */
export async function provePasskey(
  services: Services,
  token: string | undefined,
  answer: AuthenticationResponseJSON,
): Promise<PasskeyProof> {
  const unknown = { ok: false, reason: 'unknown' } as const
  const challenge = await takeTicket(services, 'kunci-masuk', token)
  if (!challenge) return unknown
  const { db } = authOf(services)
  const key = await db
    .selectFrom('kunci_sandi')
    .selectAll()
    .where('kredensial', '=', answer.id)
    .executeTakeFirst()
  if (!key) return unknown
  const { rpID, origin } = siteOf(services)
  const verified = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    // Counted below, where a counter that went back can be told from an answer that is not genuine.
    credential: { id: key.kredensial, publicKey: new Uint8Array(key.kunci_publik), counter: 0 },
  }).catch(() => null)
  if (!verified?.verified) return unknown
  const { newCounter } = verified.authenticationInfo
  const counts = newCounter > 0 || key.hitungan > 0
  const moved = await db
    .updateTable('kunci_sandi')
    .set({ hitungan: newCounter, dipakai_at: services.clock() })
    .where('id', '=', key.id)
    .$if(counts, (qb) => qb.where('hitungan', '<', newCounter))
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) return { ok: false, reason: 'copied', userId: key.akun }
  return { ok: true, userId: key.akun }
}

/** Gives a key another name; false when the account has no such key. */
export async function renamePasskey(
  services: Services,
  userId: string,
  { id, nama }: { id: string; nama: string },
): Promise<boolean> {
  const renamed = await authOf(services)
    .db.updateTable('kunci_sandi')
    .set({ nama })
    .where('id', '=', id)
    .where('akun', '=', userId)
    .executeTakeFirst()
  return renamed.numUpdatedRows === 1n
}

export const removePasskey = (services: Services, userId: string, id: string): Promise<boolean> =>
  changingFactors(services, userId, async (tx) => {
    const removed = await tx
      .deleteFrom('kunci_sandi')
      .where('id', '=', id)
      .where('akun', '=', userId)
      .executeTakeFirst()
    await settleFactors(tx, userId, services.clock())
    return removed.numDeletedRows === 1n
  })
