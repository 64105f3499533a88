import { describe, expect, it } from 'vitest'
import { personOf } from './klaim.ts'

const wanted = { nonce: 'n', domains: ['kpu.go.id'], strong: ['mfa', 'urn:dua'] }
const claims = { nonce: 'n', sub: 's1', email: 'Sari@KPU.go.id', email_verified: true }

describe('who an id token names', () => {
  it('is the verified address, in small letters', () => {
    expect(personOf(claims, wanted)).toEqual({
      subject: 's1',
      email: 'sari@kpu.go.id',
      strong: false,
    })
  })

  it.each([
    ['nonce', { nonce: 'lain' }],
    ['nonce', { nonce: undefined }],
    ['subject', { sub: '' }],
    ['no-email', { email: undefined }],
    ['unverified', { email_verified: false }],
    ['unverified', { email_verified: 'true' }],
    ['unverified', { email_verified: undefined }],
    ['domain', { email: 'sari@kpu.go.id.jahat.example' }],
    ['domain', { email: 'sari@jahat.example' }],
  ])('is nobody: %s', (fault, change) => {
    expect(personOf({ ...claims, ...change }, wanted)).toBe(fault)
  })

  it('comes from any domain when none is named', () => {
    expect(personOf({ ...claims, email: 'a@lain.id' }, { ...wanted, domains: [] })).toMatchObject({
      email: 'a@lain.id',
    })
  })

  it.each([
    [{ amr: ['pwd', 'mfa'] }, true],
    [{ acr: 'urn:dua' }, true],
    [{ amr: ['pwd'] }, false],
    [{ amr: 'mfa' }, false],
    [{}, false],
  ])('came with two factors only when %j says so', (change, strong) => {
    expect(personOf({ ...claims, ...change }, wanted)).toMatchObject({ strong })
  })
})
