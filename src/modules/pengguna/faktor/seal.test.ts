import { expect, it } from 'vitest'
import { seal, unseal } from './seal.ts'

const secret = 'rahasia-server-yang-cukup-panjang'
const plain = Buffer.from('kunci')

it('opens what it sealed, and seals the same differently each time', () => {
  const [a, b] = [seal(secret, 'totp', 'u1', plain), seal(secret, 'totp', 'u1', plain)]
  expect(unseal(secret, 'totp', 'u1', a)).toEqual(plain)
  expect(a.equals(b)).toBe(false)
  expect(a.includes(plain)).toBe(false)
})

it('does not open for another account, purpose or server, nor when one bit is changed', () => {
  const sealed = seal(secret, 'totp', 'u1', plain)
  expect(unseal(secret, 'totp', 'u2', sealed)).toBeNull()
  expect(unseal(secret, 'sso', 'u1', sealed)).toBeNull()
  expect(unseal(`${secret}!`, 'totp', 'u1', sealed)).toBeNull()
  for (let at = 0; at < sealed.length; at++) {
    const altered = Buffer.from(sealed)
    altered.writeUInt8(altered.readUInt8(at) ^ 1, at)
    expect(unseal(secret, 'totp', 'u1', altered)).toBeNull()
  }
  expect(unseal(secret, 'totp', 'u1', Buffer.alloc(3))).toBeNull()
})
