import { createHmac, timingSafeEqual } from 'node:crypto'
import { base32 } from './base32.ts'

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, 30 seconds. */
const stepSeconds = 30
const digits = 6
/** RFC 4226 R6 asks for 160 bits. */
export const totpKeyBytes = 20
/** A telephone may be half a minute off. */
const drift = 1

export const stepOf = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds)

/** The six digits of one step (RFC 4226 §5.3). */
export function totpCode(key: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0xf
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits
  return String(number).padStart(digits, '0')
}

/** The step whose code this is, later than `after` (a code is good once); null when it is none. */
export function matchingStep(
  key: Uint8Array,
  code: string,
  { now, after }: { now: Date; after: number },
): number | null {
  const given = Buffer.from(onlyDigits(code))
  if (given.length !== digits) return null
  const here = stepOf(now)
  const steps = Array.from({ length: 2 * drift + 1 }, (_, i) => here - drift + i)
  const found = steps.filter((step) => timingSafeEqual(Buffer.from(totpCode(key, step)), given))
  return found.find((step) => step > after) ?? null
}

/** People type "123 456". */
const onlyDigits = (code: string) => code.replaceAll(/[\s-]/g, '')

/** What the QR code says (Key URI Format of Google Authenticator). */
export function totpUri(key: Uint8Array, email: string): string {
  const issuer = 'KPU HUB'
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  const query = `secret=${base32(key)}&issuer=${encodeURIComponent(issuer)}`
  return `otpauth://totp/${label}?${query}`
}

/** The key in groups of four, for those who type it. */
export const keyAsText = (key: Uint8Array): string => (base32(key).match(/.{1,4}/g) ?? []).join(' ')
