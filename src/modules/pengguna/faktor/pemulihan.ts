import { createHmac, randomInt } from 'node:crypto'

export const codesAtOnce = 10

/** Crockford's base32: no I, L, O, U, so nothing is misread from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const half = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')

/** Fresh recovery codes of 50 bits each, as `7Q2MX-H0K9D`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: codesAtOnce }, () => `${half()}-${half()}`)

/** As a code is compared: letters that are misread stand for the digits that were meant. */
export const plainCode = (code: string): string =>
  code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')

/** Keyed, so that a copy of the database alone does not let them be guessed. */
export const hashOfCode = (secret: string, userId: string, code: string): Buffer =>
  createHmac('sha256', secret)
    .update(`pemulihan:${userId}:${plainCode(code)}`)
    .digest()
