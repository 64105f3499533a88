import type pg from 'pg'
import { refused } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { readIsiContoh } from './isi.ts'
import { keepSampleFiles } from './sample-files.ts'
import { evidence } from './statements/evidence.ts'
import { offices, people } from './statements/people.ts'
import { plans, versions } from './statements/plans.ts'
import { prepare, type Statement } from './statements/prepare.ts'
import { figures, progress } from './statements/progress.ts'
import { trail } from './statements/trail.ts'

export type Wanted = {
  tahun: number
  /** other seeds give other names and other delays */
  benih: number
  /** two digits of one province; null for all */
  provinsi: string | null
}

/** What one province got, and what was already there. */
export type Filled = { provinsi: string; satker: number; dibuat: number; sudahAda: number }

const perProvince = [
  ...people,
  ...plans,
  ...progress,
  ...versions,
  ...figures,
  ...evidence,
  ...trail,
]

/**
 * Fills every office with a year of plausible plans, a province a transaction. Stopped half-way it goes on where it
 * stood: a plan that is there is left as it is. Refuses a database in which a real person works.
 */
export async function fillNation(
  services: Services,
  wanted: Wanted,
  tell: (filled: Filled) => void,
): Promise<void> {
  const client = await services.ownerPool.connect()
  try {
    await refuseRealWork(client)
    const provinces = await provincesOf(client, wanted.provinsi)
    const kept = await keepSampleFiles(services)
    const now = services.clock()
    const isi = await readIsiContoh(services.config.projectRoot)
    await run(client, prepare({ ...wanted, now }, isi))
    for (const [index, { nama, sha256, ukuran }] of kept.entries())
      await client.query('insert into contoh_berkas values ($1, $2, $3, $4)', [
        index,
        nama,
        sha256,
        ukuran,
      ])
    for (const provinsi of provinces) tell(await fillProvince(client, provinsi))
    await refreshStatistics(client)
  } finally {
    // Its temporary tables and functions go with the session.
    client.release(true)
  }
}

async function refuseRealWork(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ email: string; satker_kode: string }>(
    `select email, satker_kode from pengguna
     where email not like '%@contoh.kpu-hub.invalid' order by created_at limit 1`,
  )
  if (rows[0])
    throw refused(
      `Basis data ini dipakai bekerja: ada pengguna yang bukan contoh di satker ${rows[0].satker_kode}. Data contoh nasional hanya dimuat pada HUB_DATA tersendiri.`,
    )
}

async function provincesOf(client: pg.PoolClient, provinsi: string | null): Promise<string[]> {
  const { rows } = await client.query<{ kode: string }>(
    'select kode from satker where length(kode) = 2 and ($1::text is null or kode = $1) order by kode',
    [provinsi],
  )
  if (rows.length === 0)
    throw refused(
      provinsi === null
        ? 'Satuan kerja belum dimuat. Nyalakan KPU HUB satu kali dengan npm start, lalu ulangi.'
        : `Provinsi ${provinsi} tidak ada.`,
    )
  return rows.map(({ kode }) => kode)
}

async function fillProvince(client: pg.PoolClient, provinsi: string): Promise<Filled> {
  await client.query('begin')
  try {
    await client.query(offices, [provinsi])
    await run(
      client,
      perProvince.map((text) => ({ text })),
    )
    const { rows } = await client.query<{ satker: number; dibuat: number }>(
      `select (select count(*) from contoh_satker) as satker, (select count(*) from contoh_rencana) as dibuat`,
    )
    await client.query('commit')
    const { satker = 0, dibuat = 0 } = rows[0] ?? {}
    return { provinsi, satker, dibuat, sudahAda: satker * 2 - dibuat }
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function run(client: pg.PoolClient, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) await client.query(text, values && [...values])
}

const filledTables = `pengguna, penugasan, keputusan, rencana, rencana_area, rencana_kegiatan, rencana_butir,
  rencana_indikator, rencana_indikator_nilai, rencana_sel, rencana_rekap, rencana_versi, rencana_riwayat,
  rencana_pemantauan, berkas, eviden, eviden_pakai, audit_log, audit_kepala`

/** Without it the first pages after so many new rows are planned for an empty database. */
const refreshStatistics = (client: pg.PoolClient) => client.query(`vacuum analyze ${filledTables}`)
