import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot, sourceFiles } from './support/source-files.ts'

type Term = { term: string; avoid: string[] }

/** The glossary's rows: the term and the words to avoid, without the remarks in brackets. */
const terms: Term[] = readFileSync(join(projectRoot, 'CONTEXT.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| **'))
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    const avoid = (cells[5] ?? '').replace(/\([^)]*\)/g, '').split(',')
    return {
      term: (cells[1] ?? '').replaceAll('*', ''),
      avoid: avoid.map((word) => word.trim()).filter(Boolean),
    }
  })

/** Names that the code gives to things: declarations, members and keys, not the words of texts. */
const declared =
  /\b(?:const|let|function|type)\s+([A-Za-z_$][\w$]*)|[{,(\s]([A-Za-z_$][\w$]*)\??\s*:/g

describe('the glossary', () => {
  it('was read', () => {
    expect(terms.length).toBeGreaterThan(25)
  })

  it('holds in the names of the code', () => {
    const avoided = new Map(
      terms.flatMap(({ term, avoid }) => avoid.map((word) => [word.toLowerCase(), term])),
    )
    const own = new Set(terms.map(({ term }) => term))
    const files = [...sourceFiles('src'), ...sourceFiles('db')]
    expect(files.length).toBeGreaterThan(100)
    const found = files.flatMap(({ path, text }) =>
      [...text.matchAll(declared)]
        .map((match) => match[1] ?? match[2] ?? '')
        .filter((name) => avoided.has(name.toLowerCase()) && !own.has(name))
        .map((name) => `${path}: ${name} → ${avoided.get(name.toLowerCase())}`),
    )
    expect([...new Set(found)]).toEqual([])
  })
})
