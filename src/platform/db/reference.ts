import { createHash } from 'node:crypto'
import type pg from 'pg'

/** Runs `load` in one transaction of the owner unless exactly this `source` has been loaded before under `nama`. */
export async function loadReferenceOnce(
  pool: pg.Pool,
  nama: string,
  source: string,
  load: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const sha256 = createHash('sha256').update(source).digest('hex')
  const found = await pool.query('select from hub.rujukan where nama = $1 and sha256 = $2', [
    nama,
    sha256,
  ])
  if (found.rowCount) return
  const client = await pool.connect()
  try {
    await client.query('begin')
    await load(client)
    await client.query(
      `insert into hub.rujukan (nama, sha256) values ($1, $2)
       on conflict (nama) do update set sha256 = excluded.sha256, loaded_at = now()`,
      [nama, sha256],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
