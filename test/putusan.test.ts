import { describe, expect, it } from 'vitest'
import { testHub } from './support/hub.ts'

const hub = testHub()

/** Columns of a decision: when, by whom, and whose hands it must not be in. */
const decisions = [
  ['laporan_monev', 'verified_at', 'verified_by', 'submitted_by'],
  ['eviden_pakai', 'accepted_at', 'decided_by', 'created_by'],
  ['ratl', 'checked_at', 'checked_by', 'reported_by'],
] as const

describe('a decision that takes a second person', () => {
  it.each(decisions)(
    'is refused by the database in %s without him and from the first',
    async (table, at, by, first) => {
      const { rows } = await hub.services.ownerPool.query<{ rule: string }>(
        `select pg_get_constraintdef(oid) as rule from pg_constraint
         where conrelid = $1::regclass and contype = 'c'`,
        [table],
      )
      const rules = rows.map(({ rule }) => rule)
      expect(rules).toContainEqual(expect.stringContaining(`(${by} <> ${first})`))
      const paired = rules.filter((rule) => rule.includes(`(${by} IS NULL)`) && rule.includes(at))
      expect(paired, 'a moment without a person').toHaveLength(1)
    },
  )
})

describe('an address that people will open', () => {
  it.each([
    ['eviden', 'url'],
    ['rapat', 'tautan'],
    ['ratl', 'hasil_tautan'],
  ])('leads to the web: %s.%s', async (table, column) => {
    const { rows } = await hub.services.ownerPool.query<{ rule: string }>(
      `select pg_get_constraintdef(oid) as rule from pg_constraint
       where conrelid = $1::regclass and contype = 'c'`,
      [table],
    )
    expect(rows.map(({ rule }) => rule)).toContainEqual(
      expect.stringMatching(new RegExp(`\\(${column} ~\\*? '\\^https\\?://'`)),
    )
  })
})
