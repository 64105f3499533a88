import pg from 'pg'
import { StartFault } from '../errors.ts'
import type { Connection } from './database.ts'

const oldest = 15

type Rights = {
  nama: string
  basis: string
  major: number
  milik_sendiri: boolean
  boleh_membuat_peran: boolean
  peran_ada: boolean
}

/** Reaches the PostgreSQL of DATABASE_URL and checks that the hub can live in it. Throws StartFault. */
export async function reachOwnServer(url: string): Promise<Connection> {
  const config = { connectionString: url }
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<Rights>(rightsOfOwner)
    for (const problem of rows.map(problemOf)) if (problem) throw new StartFault(problem)
    return { config, embedded: false }
  } catch (error) {
    if (error instanceof StartFault) throw error
    throw new StartFault(`${sentenceOf(error)} Periksa DATABASE_URL, lalu jalankan lagi.`)
  } finally {
    await client.end().catch(() => {})
  }
}

const rightsOfOwner = `
  select current_user as nama, current_database() as basis,
    current_setting('server_version_num')::int / 10000 as major,
    (select pg_has_role(datdba, 'usage') from pg_database where datname = current_database()) as milik_sendiri,
    rolsuper or rolcreaterole as boleh_membuat_peran,
    2 = (select count(*) from pg_roles r
         where r.rolname in ('hub_runtime', 'hub_auth') and pg_has_role(r.oid, 'member')) as peran_ada
  from pg_roles where rolname = current_user`

function problemOf(rights: Rights): string | null {
  const { nama, basis } = rights
  if (rights.major < oldest)
    return `PostgreSQL pada DATABASE_URL versi ${rights.major}; KPU HUB memerlukan ${oldest} atau lebih baru.`
  if (!rights.milik_sendiri)
    return `Peran ${nama} bukan pemilik basis data ${basis}. Minta pengelola PostgreSQL menjalankan: ALTER DATABASE "${basis}" OWNER TO "${nama}"`
  if (!rights.boleh_membuat_peran && !rights.peran_ada)
    return `Peran ${nama} tidak boleh membuat peran. Minta pengelola PostgreSQL menjalankan: ALTER ROLE "${nama}" CREATEROLE`
  return null
}

function sentenceOf(error: unknown): string {
  const { code } = error as { code?: string }
  if (code === '3D000') return 'Basis data pada DATABASE_URL tidak ada.'
  if (code?.startsWith('28')) return 'Basis data pada DATABASE_URL menolak nama atau kata sandinya.'
  if (code === '53300') return 'Basis data pada DATABASE_URL sudah penuh sambungan.'
  if (code === '57P03') return 'Basis data pada DATABASE_URL sedang dinyalakan atau dimatikan.'
  return 'Basis data pada DATABASE_URL tidak menjawab.'
}
