import { describe, expect, it } from 'vitest'
import { base32 } from './base32.ts'
import { qrSvg } from './qr.ts'
import { keyAsText, matchingStep, stepOf, totpCode, totpUri } from './totp.ts'

const key = Buffer.from('12345678901234567890')

describe('a code', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at second %i is that of RFC 6238, appendix B', (seconds, code) => {
    expect(totpCode(key, stepOf(new Date(seconds * 1000)))).toBe(code)
  })

  const now = new Date(1111111111_000)
  const here = stepOf(now)
  const at = (step: number, after = 0) => matchingStep(key, totpCode(key, step), { now, after })

  it('is taken half a minute early or late, and no further', () => {
    expect([here - 2, here - 1, here, here + 1, here + 2].map((step) => at(step))).toEqual([
      null,
      here - 1,
      here,
      here + 1,
      null,
    ])
  })

  it('is not taken a second time, nor one before it', () => {
    expect(at(here, here)).toBeNull()
    expect(at(here - 1, here)).toBeNull()
    expect(at(here + 1, here)).toBe(here + 1)
  })

  it('may be typed with a gap, and is nothing else than six digits', () => {
    const code = totpCode(key, here)
    expect(matchingStep(key, `${code.slice(0, 3)} ${code.slice(3)}`, { now, after: 0 })).toBe(here)
    for (const wrong of ['', '12345', `${code}0`, 'abcdef', '１２３４５６'])
      expect(matchingStep(key, wrong, { now, after: 0 })).toBeNull()
  })
})

describe('a key', () => {
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('"%s" is base32 "%s" (RFC 4648)', (bytes, text) => {
    expect(base32(Buffer.from(bytes))).toBe(text)
  })

  it('goes to the app as an address, and to the eye in fours', () => {
    expect(totpUri(key, 'sari+1@kpu.go.id')).toBe(
      'otpauth://totp/KPU%20HUB:sari%2B1%40kpu.go.id?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=KPU%20HUB',
    )
    expect(keyAsText(key)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  })

  it('becomes a picture without script or style', () => {
    const svg = qrSvg(totpUri(key, 'sari@kpu.go.id'))
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 (\d+) \1"/)
    expect(svg).not.toMatch(/style=|<script/)
    expect(svg).toContain('M4 4h7v1h-7z')
  })
})
