import { ask, pause } from '../start/program.ts'
import type { Entry } from './writers.ts'

/** How often what was sent is there, for each kind by its mark. */
const found: Readonly<Record<Entry['kind'], string>> = {
  sel: "select sesudah->>'catatan' as mark, count(*) as n from rencana_riwayat where peristiwa = 'sel_marked' group by 1",
  komentar: 'select teks as mark, count(*) as n from komentar group by 1',
  impor: 'select sha256 as mark, count(*) as n from impor group by 1',
  berkas: 'select id::text as mark, count(*) as n from berkas group by 1',
}

export type Comparison = {
  sent: number
  acknowledged: number
  lost: string[]
  doubled: string[]
}

/** Holds the ledger against the database. */
export async function compare(dataDir: string, ledger: readonly Entry[]): Promise<Comparison> {
  const result: Comparison = {
    sent: ledger.length,
    acknowledged: ledger.filter(({ acknowledged }) => acknowledged).length,
    lost: [],
    doubled: [],
  }
  for (const [kind, text] of Object.entries(found)) {
    const rows = (await ask(dataDir, text)) as { mark: string | null; n: number }[]
    const counts = new Map(rows.map(({ mark, n }) => [mark, n]))
    for (const { mark, acknowledged } of ledger.filter((entry) => entry.kind === kind)) {
      const count = counts.get(mark) ?? 0
      if (acknowledged && count === 0) result.lost.push(`${kind} ${mark}`)
      if (count > 1) result.doubled.push(`${kind} ${mark} ${count}×`)
    }
  }
  return result
}

type Sum = { tanda: string; n: number }

/** What was done more or less than once by a job, or is told in the audit more or less often than it was done. */
export async function oddities(dataDir: string): Promise<string[]> {
  const rows = (await ask(
    dataDir,
    `with tanda as (
       select 'berkas tanpa hasil ' || id as tanda from berkas where ready_at is null
       union all
       select 'berkas ditolak ' || id || ' ' || sebab from berkas where rejected_at is not null
       union all
       select 'impor tanpa hasil ' || id from impor where read_at is null and failed_at is null
       union all
       select peristiwa || ' ' || benda_id || ' ' || count(*) from audit_log
         where peristiwa in ('berkas.diterima', 'berkas.siap', 'impor.diunggah', 'impor.dibaca')
         group by peristiwa, benda_id having count(*) <> 1
       union all
       select 'siap tanpa jejak ' || b.id from berkas b where ready_at is not null and not exists (
         select from audit_log a where a.satker_kode = b.satker_kode and a.peristiwa = 'berkas.siap' and a.benda_id = b.id::text)
       union all
       select 'pekerjaan menyerah ' || id from graphile_worker._private_jobs where attempts >= max_attempts
     ) select tanda, 1 as n from tanda limit 20`,
  )) as Sum[]
  return rows.map(({ tanda }) => tanda)
}

/** The hash of the kept content of each file that was acknowledged. */
export async function keptHashes(dataDir: string): Promise<Map<string, string>> {
  const rows = (await ask(
    dataDir,
    "select id::text as id, encode(sha256, 'hex') as hash from berkas where sha256 is not null",
  )) as { id: string; hash: string }[]
  return new Map(rows.map(({ id, hash }) => [id, hash]))
}

/** Waits until the queue is empty but for what waits for a day of its own; the pause after a failed try is left out. */
export async function untilQuiet(dataDir: string, patience: number): Promise<void> {
  const until = Date.now() + patience
  const due = `select count(*)::int as n from graphile_worker._private_jobs
    where attempts < max_attempts and (locked_by is not null or attempts > 0 or run_at < now())`
  while (Date.now() < until) {
    const [row] = (await ask(dataDir, due)) as { n: number }[]
    if (row?.n === 0) return
    await ask(
      dataDir,
      'update graphile_worker._private_jobs set run_at = now() where attempts > 0 and locked_by is null and run_at > now()',
    )
    await pause(500)
  }
}
