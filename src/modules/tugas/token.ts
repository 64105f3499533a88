import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for an address that nobody guesses. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: enough to know it again, not enough to use it. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
