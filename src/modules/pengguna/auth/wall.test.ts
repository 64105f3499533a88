import { describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { testHub } from '#test/support/hub.ts'

const hub = testHub()
const tables = [
  'user',
  'session',
  'account',
  'verification',
  'percobaan',
  'totp',
  'kode_pemulihan',
  'kunci_sandi',
]

describe('the wall around accounts', () => {
  it('keeps the role of every request out of schema auth', async () => {
    for (const table of tables)
      await expect(
        sql`select * from ${sql.table(`auth.${table}`)}`.execute(hub.services.db),
        table,
      ).rejects.toThrow(/permission denied for schema auth/)
  })

  it('keeps the role of sign-in out of everything else', async () => {
    for (const table of ['pengguna', 'penugasan', 'rencana', 'audit_log', 'satker'])
      await expect(
        hub.services.authPool.query(`select * from public.${table}`),
        table,
      ).rejects.toThrow(/permission denied/)
    await expect(
      hub.services.authPool.query("select * from hub.keanggotaan('x', now())"),
    ).rejects.toThrow(/permission denied/)
  })

  it('covers every table that is there', async () => {
    const { rows } = await hub.services.ownerPool.query(
      "select tablename from pg_tables where schemaname = 'auth' order by 1",
    )
    expect(rows.map((row) => row.tablename)).toEqual(tables.toSorted())
  })
})
