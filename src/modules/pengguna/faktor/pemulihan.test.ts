import { expect, it } from 'vitest'
import { codesAtOnce, hashOfCode, newRecoveryCodes, plainCode } from './pemulihan.ts'

it('makes ten codes that all differ and that nobody misreads', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(codesAtOnce)
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
})

it('takes a code as people type it from paper', () => {
  expect(plainCode(' 7q2mx h0k9d ')).toBe('7Q2MXH0K9D')
  expect(plainCode('7Q2MX-HOK9D')).toBe('7Q2MXH0K9D')
  expect(plainCode('iL1')).toBe('111')
})

it('hashes a code for one account on one server', () => {
  const hash = hashOfCode('rahasia', 'u1', '7Q2MX-H0K9D')
  expect(hashOfCode('rahasia', 'u1', '7q2mxhok9d').equals(hash)).toBe(true)
  expect(hashOfCode('rahasia', 'u2', '7Q2MX-H0K9D').equals(hash)).toBe(false)
  expect(hashOfCode('lain', 'u1', '7Q2MX-H0K9D').equals(hash)).toBe(false)
})
