import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

type Purpose = 'totp' | 'sso'

const nonceBytes = 12
const tagBytes = 16

/** A key for one purpose from the server's secret, which the database does not hold. */
const keyFor = (secret: string, purpose: Purpose) =>
  Buffer.from(hkdfSync('sha256', secret, '', `kpu-hub ${purpose}`, 32))

/** AES-256-GCM: nonce, tag, text. `about` must be the same again to open it. */
export function seal(secret: string, purpose: Purpose, about: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce)
  cipher.setAAD(Buffer.from(about))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** What was sealed; null when it was altered, or sealed with another secret or for another purpose. */
export function unseal(
  secret: string,
  purpose: Purpose,
  about: string,
  sealed: Uint8Array,
): Buffer | null {
  const bytes = Buffer.from(sealed)
  if (bytes.length < nonceBytes + tagBytes) return null
  const nonce = bytes.subarray(0, nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), nonce)
  decipher.setAAD(Buffer.from(about))
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()])
  } catch {
    return null
  }
}
