import { describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { testHub } from '#test/support/hub.ts'
import { plannedAnew } from './prepared.ts'

const hub = testHub()

/** How many statements the connection holds whose text holds this. */
async function kept(word: string, ask: (db: typeof hub.services.db) => Promise<unknown>) {
  return hub.services.db.connection().execute(async (db) => {
    for (let times = 0; times < 3; times++) await ask(db)
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from pg_prepared_statements where statement like ${`%${word}%`} and statement not like '%pg_prepared%'`.execute(
      db,
    )
    return rows[0]?.n
  })
}

describe('a statement that comes again', () => {
  it('stays prepared on its connection, once', async () => {
    const ask = (db: typeof hub.services.db) => sql`select ${1}::int as satu_kali`.execute(db)
    expect(await kept('satu_kali', ask)).toBe(1)
  })

  it('is planned anew each time when it asks for that', async () => {
    const ask = (db: typeof hub.services.db) =>
      sql`select ${1}::int as setiap_kali ${plannedAnew}`.execute(db)
    expect(await kept('setiap_kali', ask)).toBe(0)
  })

  it('answers for the parameters of each call', async () => {
    const answers = await hub.services.db.connection().execute(async (db) => {
      const all: unknown[] = []
      for (let n = 0; n < 8; n++)
        all.push(
          (await sql<{ n: number }>`select ${n}::int as n, 'lagi' as kata`.execute(db)).rows[0]?.n,
        )
      return all
    })
    expect(answers).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })
})
