import { expect, it } from 'vitest'
import { maskEmail, maskNip } from './mask.ts'

it('leaves four digits of a NIP', () => {
  expect(maskNip('198501012010011001')).toBe('••••••••••••••1001')
})

it('leaves the first letter and the domain of an address', () => {
  expect(maskEmail('sari.wulan@contoh.id')).toBe('s••••@contoh.id')
  expect(maskEmail('tanpa-domain')).toBe('••••')
})
