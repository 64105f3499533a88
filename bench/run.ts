import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#platform/config.ts'
import { embeddedConnection } from '#platform/db/embedded.ts'
import { openServices } from '#platform/open-services.ts'
import type { Services } from '#platform/services.ts'
import { asking, listen, recordStatements, type Sent } from '#test/support/statements.ts'
import { createApp } from '../src/app.tsx'
import { ask, measure } from './load.ts'
import { type Session, signInAll } from './people.ts'
import { hub, memoryOf, startProduct } from './product.ts'
import { type Both, reportOf, type Row } from './report.ts'
import { openRound } from './round.ts'
import { replayer } from './statements.ts'
import { findPlaces, type Group, type Places, type Target, targetsAt } from './targets.ts'

const { values } = parseArgs({
  options: {
    /** two digits: fill one province only, for trying this program out */
    provinsi: { type: 'string' },
    /** seconds for each measurement with 20 callers */
    detik: { type: 'string', default: '4' },
    /** only targets whose name holds this text */
    hanya: { type: 'string', default: '' },
  },
})
const seconds = Number(values.detik)
const many = 20
const recordedSessions = 5
const port = 18_953

const say = (text: string) => process.stdout.write(`${text}\n`)

type Sessions = Record<Group, Session[]>

/** As many people as it takes for none of them to meet his own limit of requests a minute. */
async function people(services: Services, { order }: Places): Promise<Sessions> {
  const provinces = [...new Set(order.map((kode) => kode.slice(0, 2)))]
  const posts = (peran: string, offices: readonly string[]) =>
    Array.from({ length: 60 }, (_, n) => ({
      peran,
      satkerKode: offices[n % offices.length] ?? '00',
    }))
  return {
    kantor: await signInAll(services, posts('kasubbag', order)),
    provinsi: await signInAll(services, posts('verifikator_provinsi', provinces)),
    pusat: await signInAll(services, posts('pengawas_nasional', ['00'])),
  }
}

type Bench = {
  base: string
  sessions: Sessions
  record: (session: Session, target: Target, turn: number) => Promise<Sent[]>
  replay: (sent: readonly Sent[]) => Promise<void>
}

async function row(bench: Bench, target: Target): Promise<Row> {
  const sessions = bench.sessions[target.group]
  const visit = async (caller: number, turn: number) => {
    const session = sessions[(caller + turn * many) % sessions.length]
    if (!session) throw new Error('nobody is signed in')
    const { path, body } = target.of(session, turn)
    return ask(bench.base + path, { cookie: session.cookie, ...(body !== undefined && { body }) })
  }
  const first = await visit(0, 0)
  if (first.status !== target.expect)
    return {
      target,
      status: first.status,
      bytes: 0,
      statements: 0,
      page: null,
      people: null,
      sql: null,
    }
  const answered: TurnWork = async (caller, turn) =>
    (await visit(caller, turn)).status === target.expect
  const page = await both(answered)
  const lasting = seconds * 1000
  const people = await measure(inTurns(answered), { callers: many, lasting, pause: 1000 })
  const sent: Sent[][] = []
  for (const [turn, session] of sessions.slice(0, recordedSessions).entries())
    sent.push(await bench.record(session, target, turn))
  const sql =
    target.expect === 200
      ? await both(async (caller, turn) => {
          await bench.replay(sent[(caller + turn) % sent.length] ?? [])
          return true
        })
      : null
  const statements = Math.max(...sent.map((one) => asking(one).length))
  return { target, status: first.status, bytes: first.bytes, statements, page, people, sql }
}

/** Warm, then one caller alone, then twenty at once who never pause. */
async function both(work: TurnWork): Promise<Both> {
  const next = inTurns(work)
  await measure(next, { callers: many, lasting: 500 })
  const one = await measure(next, { callers: 1, lasting: 1500 })
  return { one, many: await measure(next, { callers: many, lasting: seconds * 1000 }) }
}

type TurnWork = (caller: number, turn: number) => Promise<boolean>

function inTurns(work: TurnWork) {
  const turns = Array.from({ length: many }, () => 0)
  return (caller: number) => work(caller, (turns[caller] = (turns[caller] ?? 0) + 1))
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-ukur-'))
  const product = await startProduct(dataDir, port)
  try {
    say(`Menyala dalam ${Math.round(product.startMs)} ms. Mengisi data contoh nasional …`)
    const only = values.provinsi === undefined ? [] : ['--provinsi', values.provinsi]
    const fillMs = hub(dataDir, 'contoh', '--nasional', '--tahun', '2026', ...only)
    listen()
    const config = readConfig({ HUB_DATA: dataDir, PORT: String(port), LOG_LEVEL: 'silent' })
    const { services, close } = await openServices(config, 'join')
    const connection = { config: await embeddedConnection(dataDir), embedded: true }
    const sql = replayer(connection)
    try {
      const places = await findPlaces(services.ownerPool, 60)
      const sessions = await people(services, places)
      const app = createApp(services, { source: '', files: [] })
      const record: Bench['record'] = (session, target, turn) =>
        recordStatements(() => {
          const { path, body } = target.of(session, turn)
          return Promise.resolve(
            app.request(product.base + path, {
              method: body === undefined ? 'GET' : 'POST',
              body: body === undefined ? null : new URLSearchParams(body),
              headers: { cookie: session.cookie, origin: product.base },
            }),
          ).then((answer) => answer.text())
        })
      const bench: Bench = { base: product.base, sessions, record, replay: sql.replay }
      const plain = await both(async () => (await ask(`${product.base}/sehat`)).status === 200)
      const rows: Row[] = []
      for (const target of targetsAt(places)) {
        if (!target.name.includes(values.hanya)) continue
        rows.push(await row(bench, target))
        const last = rows.at(-1)
        say(
          `  ${target.name} (${target.group}): ${last?.page?.many.p95.toFixed(1) ?? last?.status}`,
        )
      }
      const [chief] = sessions.pusat
      const today = services.clock().toISOString().slice(0, 10)
      const round = chief ? await openRound(product.base, chief, today) : null
      const memory = await memoryOf(product.pid, dataDir)
      const report = await reportOf(services, {
        rows,
        plain,
        memory,
        round,
        fillMs,
        startMs: product.startMs,
      })
      if (values.provinsi === undefined && values.hanya === '')
        writeFileSync(join(import.meta.dirname, 'HASIL.md'), report)
      say(report)
    } finally {
      await sql.close()
      await close()
    }
  } finally {
    await product.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

await main()
