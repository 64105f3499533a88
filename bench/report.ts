import { spawnSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import type { Services } from '#platform/services.ts'
import type { Times } from './load.ts'
import type { Memory } from './product.ts'
import type { Round } from './round.ts'
import type { Target } from './targets.ts'

export type Both = { one: Times; many: Times }

/** One thing measured; page null = it did not answer as it should. */
export type Row = {
  target: Target
  status: number
  bytes: number
  statements: number
  page: Both | null
  /** twenty people who rest about a second between two pages */
  people: Times | null
  sql: Both | null
}

type Measured = {
  rows: readonly Row[]
  plain: Both
  memory: Memory
  /** opening a national monev round; status 303 when it was opened */
  round: Round | null
  fillMs: number
  startMs: number
}

const ms = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(1))
const ratio = (a: number | undefined, b: number | undefined) => (a && b ? (a / b).toFixed(2) : '–')

/** The whole of bench/HASIL.md. */
export async function reportOf(services: Services, measured: Measured): Promise<string> {
  const { plain, memory } = measured
  return [
    '# What was measured',
    '',
    await machine(services, measured),
    '',
    'Times in milliseconds. `1` is one caller at a time, `20` twenty callers who never pause, `20 people` twenty who',
    'rest about a second between two pages; all from this same machine.',
    '`sql` are the same statements, sent again without the product under the same roles and settings. `queries` counts',
    'every statement of a request but `begin` and `commit`: session, office range and page.',
    '',
    '| what | who | p50, 1 | p95, 1 | p50, 20 | p95, 20 | per second, 20 | p95, 20 people | sql p50, 1 | sql p95, 20 | page ÷ sql, 1 | page ÷ sql, 20 | queries | KB gzip |',
    '|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
    `| \`/sehat\` | – | ${ms(plain.one.p50)} | ${ms(plain.one.p95)} | ${ms(plain.many.p50)} | ${ms(plain.many.p95)} | ${plain.many.perSecond.toFixed(0)} | – | – | – | – | – | 1 | – |`,
    ...measured.rows.map(line),
    '',
    '## Goals',
    '',
    '| goal | measured | met |',
    '|---|---|---|',
    ...goals(measured),
    '',
    `Memory: product ${memory.app.toFixed(0)} MiB, database ${memory.database.toFixed(0)} MiB (proportional share of all its processes).`,
    '',
  ].join('\n')
}

async function machine(services: Services, { fillMs, startMs }: Measured): Promise<string> {
  const { rows } = await services.ownerPool.query<Record<string, string>>(
    `select current_setting('server_version') as pg, pg_size_pretty(pg_database_size(current_database())) as besar,
       (select count(*) from rencana) as rencana, (select count(*) from rencana_butir) as butir,
       (select count(*) from rencana_sel) as sel, (select count(*) from rencana_rekap) as rekap,
       (select count(*) from eviden_pakai) as eviden, (select count(*) from audit_log) as audit`,
  )
  const [size] = rows
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout
  const day = services.clock().toISOString().slice(0, 10)
  return [
    `${day}, commit ${commit?.trim() || 'unknown'}. ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB,`,
    `Node ${process.versions.node}, PostgreSQL ${size?.pg} (embedded). Load average at the end ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}; callers, product and database share the cores.`,
    `The nation: ${size?.rencana} plans, ${size?.butir} butir, ${size?.sel} months, ${size?.rekap} rows of sums, ${size?.eviden} uses of`,
    `evidence, ${size?.audit} audit rows; ${size?.besar}. First start with the sample offices ${(startMs / 1000).toFixed(1)} s, filled in ${(fillMs / 1000).toFixed(0)} s.`,
  ].join('\n')
}

function line({ target, status, page, people, sql, statements, bytes }: Row): string {
  if (!page) return `| ${target.name} | ${target.group} | answered ${status} |${' – |'.repeat(11)}`
  const cells = [
    ...[page.one.p50, page.one.p95, page.many.p50, page.many.p95].map(ms),
    page.many.perSecond.toFixed(0),
    ms(people?.p95),
    ms(sql?.one.p50),
    ms(sql?.many.p95),
    ratio(page.one.p50, sql?.one.p50),
    ratio(page.many.p50, sql?.many.p50),
    String(statements),
    (bytes / 1024).toFixed(1),
  ]
  const failed = page.one.failed + page.many.failed
  const who = failed > 0 ? `${target.group} (${failed} failed)` : target.group
  return `| ${target.name} | ${who} | ${cells.join(' | ')} |`
}

const yes = (met: boolean) => (met ? 'yes' : '**no**')

function goals({ rows, memory, round }: Measured): string[] {
  const timed = rows.flatMap(({ target: { name, group, goal }, page, people }) =>
    page && people
      ? [
          `| ${name} (${group}): p95 ≤ ${goal} ms, 20 callers who never pause | ${ms(page.many.p95)} | ${yes(page.many.p95 <= goal)} |`,
          `| ${name} (${group}): p95 ≤ ${goal} ms, 20 people | ${ms(people.p95)} | ${yes(people.p95 <= goal)} |`,
        ]
      : [],
  )
  const most = Math.max(0, ...rows.map(({ statements }) => statements))
  const total = memory.app + memory.database
  return [
    ...timed,
    `| at most 8 queries a page | ${most} | ${yes(most <= 8)} |`,
    ...ratios(rows),
    ...rows.flatMap(({ target, page, sql }) =>
      page && sql
        ? [
            `| ${target.name} (${target.group}): page ≤ 3 × its SQL, one caller | ${ratio(page.one.p50, sql.one.p50)} | ${yes(page.one.p50 <= 3 * sql.one.p50)} |`,
          ]
        : [],
    ),
    round?.status === 303
      ? `| a national monev round opens in ≤ 5 s | ${(round.ms / 1000).toFixed(1)} s | ${yes(round.ms <= 5000)} |`
      : `| a national monev round opens in ≤ 5 s | answered ${round?.status ?? 'nothing'} | **no** |`,
    `| memory of product and database ≤ 1024 MiB | ${total.toFixed(0)} | ${yes(total <= 1024)} |`,
  ]
}

/** A provincial operator against the national one, on the same page. */
function ratios(rows: readonly Row[]): string[] {
  return rows.flatMap(({ target, page }) => {
    const other = rows.find(
      (row) => row.target.name === target.name && row.target.group === 'pusat',
    )
    if (target.group !== 'provinsi' || !page || !other?.page) return []
    const share = page.many.p50 / other.page.many.p50
    return [
      `| ${target.name}: province ≤ 1.2 × national | ${share.toFixed(2)} | ${yes(share <= 1.2)} |`,
    ]
  })
}
