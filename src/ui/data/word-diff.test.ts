import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DiffPart, diffWords } from './word-diff.ts'

const joined = (parts: readonly DiffPart[], ...kinds: DiffPart['kind'][]) =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')

const texts = oneof(
  string(),
  array(constantFrom('satu', 'dua', 'tiga', ' ', ', ', '\n')).map((words) => words.join('')),
)

describe('a comparison of words', () => {
  it('gives both texts back exactly', () => {
    assert(
      property(texts, texts, (before, after) => {
        const parts = diffWords(before, after)
        expect(joined(parts, 'same', 'removed')).toBe(before)
        expect(joined(parts, 'same', 'added')).toBe(after)
      }),
    )
  })

  it('keeps what did not change', () => {
    expect(diffWords('rapat setiap bulan', 'rapat setiap tiga bulan')).toEqual([
      { kind: 'same', text: 'rapat setiap ' },
      { kind: 'added', text: 'tiga ' },
      { kind: 'same', text: 'bulan' },
    ])
  })

  it('says nothing changed in equal texts', () => {
    expect(diffWords('sama saja', 'sama saja')).toEqual([{ kind: 'same', text: 'sama saja' }])
  })

  it('shows two very long different texts as replaced', () => {
    const before = 'a b '.repeat(2000)
    const after = 'c d '.repeat(2000)
    expect(diffWords(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})
