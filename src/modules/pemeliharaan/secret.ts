import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import type { Manifest } from './manifest.ts'

const fingerprintOf = (secret: string, salt: string): Buffer => scryptSync(secret, salt, 32)

/** Lets a restore tell whether it holds the same secret, and nobody guess it. */
export function describeSecret(secret: string, kept: boolean): Manifest['secret'] {
  const salt = randomBytes(16).toString('hex')
  return { kept, salt, fingerprint: fingerprintOf(secret, salt).toString('hex') }
}

export const isSameSecret = (secret: string, described: Manifest['secret']): boolean =>
  timingSafeEqual(
    fingerprintOf(secret, described.salt),
    Buffer.from(described.fingerprint.padEnd(64, '0').slice(0, 64), 'hex'),
  )
