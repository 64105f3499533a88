import { describe, expect, it } from 'vitest'
import { contrast, edgePairs, pairs, readTokens } from './contrast.ts'

const tokens = readTokens()

const measure = ({ text, on }: { text: string; on: string }, scheme: 'light' | 'dark') => {
  const front = tokens.get(text)?.[scheme]
  const back = tokens.get(on)?.[scheme]
  if (!front || !back) throw new Error(`tokens.css lacks ${text} or ${on}`)
  return contrast(front, back)
}

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#8a1c2c', '#8a1c2c')).toBe(1)
  })

  it('finds every colour token', () => {
    expect(tokens.size).toBeGreaterThanOrEqual(30)
  })

  it.each(['light', 'dark'] as const)(
    'is at least 4.5 for every text in the %s scheme',
    (scheme) => {
      const low = pairs.filter((pair) => measure(pair, scheme) < 4.5)
      expect(low).toEqual([])
    },
  )

  it.each(['light', 'dark'] as const)(
    'is at least 3 for lines that mean something, %s',
    (scheme) => {
      const low = edgePairs.filter((pair) => measure(pair, scheme) < 3)
      expect(low).toEqual([])
    },
  )
})
