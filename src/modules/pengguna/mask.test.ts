import { expect, it } from 'vitest'
import { maskAddress, maskEmail, maskNip } from './mask.ts'

it('leaves four digits of a NIP', () => {
  expect(maskNip('198501012010011001')).toBe('••••••••••••••1001')
})

it('leaves the first letter and the domain of an address', () => {
  expect(maskEmail('sari.wulan@contoh.id')).toBe('s••••@contoh.id')
  expect(maskEmail('tanpa-domain')).toBe('••••')
})

it('hides the last number of a network address, and leaves a network of IPv6 as it is', () => {
  expect(maskAddress('203.0.113.7')).toBe('203.0.113.•••')
  expect(maskAddress('2001:db8:1:2::/64')).toBe('2001:db8:1:2::/64')
  expect(maskAddress('')).toBe('')
})
