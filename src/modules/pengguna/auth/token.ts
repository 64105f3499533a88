import { randomBytes } from 'node:crypto'

/** A token as it stands in a link or cookie: 256 bits that cannot be guessed. */
export const newToken = (): string => randomBytes(32).toString('base64url')
