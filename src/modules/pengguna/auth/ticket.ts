import type { Services } from '#platform/services.ts'
import { authNow, authOf } from './better-auth.ts'
import { newToken } from './token.ts'

/**
 * What a browser holds between two steps, known only by its hash here: the way to the second step
 * (value = account), a remembered browser (value = account), a challenge for a passkey.
 */
type Kind = 'langkah-kedua' | 'peramban' | 'kunci-masuk' | 'kunci-daftar'

const identifier = (kind: Kind, token: string) => `${kind}:${token}`

/** Keeps a value for some minutes; returns the token that finds it. */
export async function issueTicket(
  services: Services,
  kind: Kind,
  { value, minutes, token = newToken() }: { value: string; minutes: number; token?: string },
): Promise<string> {
  const { internalAdapter } = await authOf(services).$context
  const expiresAt = new Date((await authNow(services)).getTime() + minutes * 60_000)
  await internalAdapter.createVerificationValue({
    identifier: identifier(kind, token),
    value,
    expiresAt,
  })
  return token
}

/** The value behind a token, which stays good; null when it expired or never was. */
export async function readTicket(
  services: Services,
  kind: Kind,
  token: string | undefined,
): Promise<string | null> {
  if (!token) return null
  const { internalAdapter } = await authOf(services).$context
  const kept = await internalAdapter.findVerificationValue(identifier(kind, token))
  return kept && kept.expiresAt > (await authNow(services)) ? kept.value : null
}

/** The value behind a token, once: of two that ask at the same time one gets it. */
export async function takeTicket(
  services: Services,
  kind: Kind,
  token: string | undefined,
): Promise<string | null> {
  if (!token) return null
  const { internalAdapter } = await authOf(services).$context
  const kept = await internalAdapter.consumeVerificationValue(identifier(kind, token))
  return kept?.value ?? null
}
