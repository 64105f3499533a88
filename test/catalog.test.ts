import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testHub } from './support/hub.ts'

const hub = testHub()
const rows = async <T>(text: string): Promise<T[]> =>
  (await hub.services.ownerPool.query(text)).rows

/** Tables every office may read: they hold what the law or the nation provides, nothing of an office. */
const reference = [
  'hari_libur',
  'jam_kerja',
  'kalender_aturan',
  'kalender_tahun',
  'kebijakan_bawaan',
  'peraturan',
  'peraturan_hubungan',
  'peta_jalan',
  'ramadan',
  'satker',
]

describe('the last wall', () => {
  it('every table of an office has the office first in its key and a range policy', async () => {
    const tables = await rows<{
      name: string
      tenant: boolean
      secured: boolean
      policy: string | null
      lead: string | null
    }>(`
      select c.relname as name,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'satker_kode' and not a.attisdropped) as tenant,
        c.relrowsecurity as secured,
        (select p.qual from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.with_check = p.qual) as policy,
        (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary) as lead
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely_%'
      order by 1`)
    expect(tables.length).toBeGreaterThan(20)
    expect(tables.filter((t) => !t.tenant).map((t) => t.name)).toEqual(reference)
    for (const table of tables.filter((t) => t.tenant)) {
      expect(table, table.name).toMatchObject({ secured: true, lead: 'satker_kode' })
      expect(table.policy, table.name).toContain(
        "satker_kode < current_setting('hub.sampai'::text)",
      )
    }
  })

  it('every office column is a code compared byte by byte, so that a range finds it by index', async () => {
    const wrong = await rows(`
      select c.relname, a.attname from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      left join pg_collation l on l.oid = a.attcollation
      where a.attname like '%satker_kode' and l.collname is distinct from 'C'`)
    expect(wrong).toEqual([])
  })

  it('every reference from one table of an office to another carries the office', async () => {
    const wrong = await rows(`
      select k.conname from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace
        and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'satker_kode')
        and not exists (select from unnest(k.confkey) n join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n where a.attname = 'satker_kode')`)
    expect(wrong).toEqual([])
  })

  it('the runtime role owns nothing, cannot pass row security and sees no account', async () => {
    const [role] = await rows(
      "select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'hub_runtime'",
    )
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
    })
    expect(
      await rows("select relname from pg_class where relowner = 'hub_runtime'::regrole"),
    ).toEqual([])
    expect(
      await rows("select has_schema_privilege('hub_runtime', 'auth', 'usage') as seen"),
    ).toEqual([{ seen: false }])
    expect(
      await rows(
        "select has_schema_privilege('hub_auth', 'public', 'usage') as seen, has_table_privilege('hub_auth', 'pengguna', 'select') as read",
      ),
    ).toEqual([{ seen: false, read: false }])
  })

  it('what runs with the rights of the owner is known, fixes its search path, and is open to one role', async () => {
    const functions = await rows<{ name: string; path: string | null; everyone: boolean }>(`
      select p.proname as name, array_to_string(p.proconfig, ',') as path,
        has_function_privilege('hub_auth', p.oid, 'execute') as everyone
      from pg_proc p where p.prosecdef and p.pronamespace in ('hub'::regnamespace, 'public'::regnamespace, 'publik'::regnamespace)
      order by 1`)
    expect(functions.map(({ name }) => name)).toEqual([
      'antre',
      'belum_dibaca',
      'beri_tahu',
      'cari_butir',
      'cari_keputusan',
      'cari_pengguna',
      'catat',
      'keanggotaan',
      'langganan_dari_token',
      'nama_pengguna',
      'undangan_dari_token',
    ])
    for (const { name, path, everyone } of functions) {
      expect(path, name).toMatch(/^search_path=.*pg_temp$/)
      expect(everyone, name).toBe(false)
    }
  })

  it('what the public sees names no person, no note and no reason', async () => {
    const columns = await rows<{ name: string }>(
      "select distinct column_name as name from information_schema.columns where table_schema = 'publik' order by 1",
    )
    expect(columns.length).toBeGreaterThan(20)
    const told = columns.map(({ name }) => name)
    expect(
      told.filter((name) => /_by$|_oleh$|catatan|alasan|pengguna|penanggung/.test(name)),
    ).toEqual([])
  })

  it('a range ends with its transaction, so that the next on the same connection sees nothing', async () => {
    const client = await hub.services.ownerPool.connect()
    try {
      await client.query('set role hub_runtime')
      await client.query(
        "begin; select set_config('hub.dari', '5203', true), set_config('hub.sampai', '5203~', true); commit",
      )
      const { rows: left } = await client.query('select from pengguna')
      expect(left).toEqual([])
    } finally {
      client.release(true)
    }
  })

  it('without a range nothing of any office is seen', async () => {
    await expect(hub.services.db.selectFrom('pengguna').select('id').execute()).rejects.toThrow(
      'hub.dari',
    )
  })

  it('an office can write into no audit chain but those it reaches', async () => {
    const write = (satker: string) =>
      hub.services.db.transaction().execute(async (tx) => {
        await sql`select set_config('hub.dari', '5203', true), set_config('hub.sampai', '5203~', true)`.execute(
          tx,
        )
        await sql`select hub.catat(${satker}, now(), null, 'x', 'x', 'x', null, '{}', null)`.execute(
          tx,
        )
      })
    await expect(write('5271')).rejects.toThrow('audit di luar wilayah')
    await expect(write('52')).rejects.toThrow('audit di luar wilayah')
    await write('5203')
  })

  it('the audit trail takes no change, not even from its owner', async () => {
    await expect(rows("update audit_log set actor_nama = 'x'")).rejects.toThrow(
      'hanya dapat ditambah',
    )
    await expect(rows('delete from audit_log')).rejects.toThrow('hanya dapat ditambah')
    await expect(rows('truncate audit_log')).rejects.toThrow('hanya dapat ditambah')
  })
})
