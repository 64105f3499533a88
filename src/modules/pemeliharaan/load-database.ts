import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { StartFault } from '#platform/errors.ts'
import type { Archive } from './archive-reader.ts'
import { antreanPart, type Manifest, tabelPart } from './manifest.ts'

/**
 * Fills the migrated, empty tables from an archive in one transaction, and checks counts and audit chains in it.
 * Throws StartFault; then nothing has been filled.
 */
export async function loadDatabase(
  client: pg.Client,
  archive: Archive,
  tell: (what: string) => void,
): Promise<void> {
  const { manifest } = archive
  await client.query('begin')
  try {
    await refuseOtherTables(client, manifest)
    const putBack = await takeOffGuards(client)
    for (const table of manifest.tables) {
      tell(table.name)
      const rows = await fill(client, copyInto(table), await archive.read(tabelPart(table.name)))
      if (rows !== table.rows)
        throw new StartFault(`Tabel ${table.name} berisi ${rows} baris, semestinya ${table.rows}.`)
    }
    await fillQueue(client, manifest, await archive.read(antreanPart))
    for (const { name, value } of manifest.sequences)
      await client.query('select setval($1::regclass, $2)', [name, value])
    tell('kunci asing')
    await putBack()
    tell('jejak audit')
    await refuseBrokenChains(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

const ident = (name: string) => pg.escapeIdentifier(name)
const qualified = (name: string) => name.split('.').map(ident).join('.')

const copyInto = ({ name, columns }: Manifest['tables'][number]) =>
  `copy ${qualified(name)} (${columns.map(ident).join(', ')}) from stdin`

async function fill(client: pg.Client, text: string, content: Readable): Promise<number> {
  const copying = client.query(copyFrom(text))
  await pipeline(content, copying)
  return copying.rowCount
}

/** What guards rows one by one would also stop rows that come back: off while they do, and on again. */
async function takeOffGuards(client: pg.Client): Promise<() => Promise<void>> {
  const { rows: tables } = await client.query<{ name: string }>(ourTables)
  const { rows: keys } = await client.query<{ tabel: string; kunci: string; aturan: string }>(
    foreignKeys,
  )
  for (const { tabel, kunci } of keys)
    await client.query(`alter table ${tabel} drop constraint ${ident(kunci)}`)
  for (const { name } of tables)
    await client.query(`alter table ${qualified(name)} disable trigger user`)
  await client.query(`truncate ${tables.map(({ name }) => qualified(name)).join(', ')}`)
  return async () => {
    for (const { name } of tables)
      await client.query(`alter table ${qualified(name)} enable trigger user`)
    for (const { tabel, kunci, aturan } of keys)
      await client.query(`alter table ${tabel} add constraint ${ident(kunci)} ${aturan}`)
  }
}

const ourTables = `
  select n.nspname || '.' || c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('public', 'hub', 'auth') and c.relname not like 'kysely_migration%'
  order by 1`

const foreignKeys = `
  select format('%I.%I', n.nspname, t.relname) as tabel, c.conname as kunci, pg_get_constraintdef(c.oid) as aturan
  from pg_constraint c
  join pg_class t on t.oid = c.conrelid
  join pg_namespace n on n.oid = t.relnamespace
  where c.contype = 'f' and n.nspname in ('public', 'hub', 'auth') order by 1, 2`

async function refuseOtherTables(client: pg.Client, manifest: Manifest): Promise<void> {
  const { rows } = await client.query<{ name: string }>(ourTables)
  const here = rows.map(({ name }) => name)
  const listed = manifest.tables.map(({ name }) => name)
  const odd = [
    ...listed.filter((name) => !here.includes(name)),
    ...here.filter((name) => !listed.includes(name)),
  ]
  if (odd[0])
    throw new StartFault(
      `Tabel ${odd[0]} tidak sama pada cadangan dan pada program ini. Pakai KPU HUB versi ${manifest.version}.`,
    )
}

/** Through the worker's own door, so that it does not matter which of its versions wrote the archive. */
async function fillQueue(client: pg.Client, manifest: Manifest, content: Readable): Promise<void> {
  await client.query(`create temp table antrean_pulih (
    identifier text, payload json, queue_name text, run_at timestamptz, max_attempts int, key text, priority int,
    flags text[], attempts int, last_error text, urutan int generated always as identity) on commit drop`)
  const columns =
    'identifier, payload, queue_name, run_at, max_attempts, key, priority, flags, attempts, last_error'
  const rows = await fill(client, `copy antrean_pulih (${columns}) from stdin`, content)
  if (rows !== manifest.jobs)
    throw new StartFault(`Antrean berisi ${rows} pekerjaan, semestinya ${manifest.jobs}.`)
  await client.query(`do $$ declare p record; nomor bigint; begin
    for p in select * from antrean_pulih order by urutan loop
      select id into nomor from graphile_worker.add_job(p.identifier, p.payload, queue_name => p.queue_name,
        run_at => p.run_at, max_attempts => p.max_attempts, job_key => p.key, priority => p.priority, flags => p.flags);
      update graphile_worker._private_jobs set attempts = p.attempts, last_error = p.last_error where id = nomor;
    end loop;
  end $$`)
}

async function refuseBrokenChains(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ satker_kode: string; nomor: number }>(
    'select satker_kode, nomor from hub.periksa_audit() limit 1',
  )
  const [first] = rows
  if (first)
    throw new StartFault(
      `Jejak audit satker ${first.satker_kode} putus pada baris ${first.nomor} di dalam cadangan ini. Pakai cadangan lain.`,
    )
}
