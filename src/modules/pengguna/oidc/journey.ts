import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Services } from '#platform/services.ts'
import { seal, unseal } from '../faktor/seal.ts'

const journey = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  ke: z.string(),
  until: z.number(),
})

/** What this browser must bring back from the provider. */
export type Journey = z.output<typeof journey>

export const journeyMinutes = 10
const random = () => randomBytes(32).toString('base64url')

export const newJourney = (ke: string, now: Date): Journey => ({
  state: random(),
  nonce: random(),
  verifier: random(),
  ke,
  until: now.getTime() + journeyMinutes * 60_000,
})

/** RFC 7636 §4.2. */
export const challengeOf = ({ verifier }: Journey): string =>
  createHash('sha256').update(verifier).digest('base64url')

/** For the cookie: nobody but this server reads or writes it, so starting costs no row. */
export const sealJourney = ({ secret }: Services, of: Journey): string =>
  seal(secret, 'sso', 'journey', Buffer.from(JSON.stringify(of))).toString('base64url')

/** The journey that a cookie holds and `state` answers to; null when it is another's, altered or too old. */
export function openJourney(
  { secret }: Services,
  cookie: string | undefined,
  { state, now }: { state: string | undefined; now: Date },
): Journey | null {
  if (!cookie || !state) return null
  const plain = unseal(secret, 'sso', 'journey', Buffer.from(cookie, 'base64url'))
  if (!plain) return null
  const held = journey.parse(JSON.parse(plain.toString()))
  return held.state === state && held.until > now.getTime() ? held : null
}
