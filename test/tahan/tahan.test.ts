import { randomInt } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import { ask, dataFolder, freePort, pause, run } from '../start/program.ts'
import { aRenaksi } from '../../src/modules/impor/impor.fixture.ts'
import { compare, keptHashes, oddities, untilQuiet } from './compare.ts'
import { type Life, lifeOn } from './life.ts'
import { signedIn } from './visitor.ts'
import { type Cell, comment, markCells, uploadDecrees, uploadFiles, type Work } from './writers.ts'

const kills = Number(process.env['HUB_BUNUH'] ?? 50)
const seed = Number(process.env['HUB_BENIH'] ?? randomInt(1_000_000))

/** A row of numbers from 0 to 1 that the seed alone decides (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Months of running plans that no other plan follows, `many` for each client of an office. */
async function cellsOf(dataDir: string, satkerKode: string, many: number): Promise<Cell[]> {
  const rows = await ask(
    dataDir,
    `select s.rencana_id as rencana, s.butir_id as butir, s.bulan
     from rencana_sel s
     join rencana r on r.satker_kode = s.satker_kode and r.id = s.rencana_id and r.approved_at is not null and r.closed_at is null
     join rencana_butir b on b.satker_kode = s.satker_kode and b.id = s.butir_id and b.removed_at is null
     where s.satker_kode = '${satkerKode}' and s.status in ('planned', 'in_progress')
       and not exists (select from butir_padanan p where p.satker_kode = s.satker_kode and s.butir_id in (p.butir_id, p.padanan_id))
     order by s.butir_id, s.bulan limit ${many}`,
  )
  return rows as Cell[]
}

/** One death: of the program, of the program with its database, or of the database alone; sometimes while starting. */
async function die(life: Life, random: () => number): Promise<string> {
  const way = random()
  await pause(30 + random() * 700)
  if (way < 0.2) {
    await life.killDatabase()
    return 'basis data'
  }
  await life.killProgram()
  if (way < 0.55) await life.killDatabase()
  life.start()
  if (way < 0.9) return way < 0.55 ? 'program dan basis data' : 'program'
  await pause(random() * 900)
  await life.killProgram()
  life.start()
  return 'program, ketika menyala'
}

it(`loses nothing and doubles nothing in ${kills} deaths during a burst of writes`, async () => {
  const random = randomFrom(seed)
  const dataDir = dataFolder()
  const life = lifeOn(dataDir, String(await freePort()))
  process.stdout.write(`benih ${seed}\n`)
  onTestFinished(() => life.killProgram())
  life.start()
  await life.answers()
  const over = new AbortController()
  const work: Work = { ledger: [], over: over.signal, random }
  const offices = ['5203', '3508', '5271']
  const writing: Promise<void>[] = []
  for (const kode of offices) {
    const cells = await cellsOf(dataDir, kode, 40)
    expect(cells.length, kode).toBeGreaterThan(5)
    const who = await signedIn(life.url, `kasubbag.${kode}@contoh.kpu-hub.invalid`)
    writing.push(markCells(who, cells, work), comment(who, cells, work), uploadFiles(who, work))
  }
  const reader = await signedIn(life.url, 'sekretaris.5203@contoh.kpu-hub.invalid')
  const decree = (nomor: number) => JSON.stringify(aRenaksi({ nomor: `9${nomor}` }))
  writing.push(uploadDecrees(reader, decree, work))

  const ways = new Map<string, number>()
  for (let n = 0; n < kills; n++) {
    const way = await die(life, random)
    ways.set(way, (ways.get(way) ?? 0) + 1)
    await life.answers()
  }
  await pause(500)
  over.abort()
  await Promise.all(writing)
  await untilQuiet(dataDir, 120_000)

  const seen = await compare(dataDir, work.ledger)
  process.stdout.write(`${JSON.stringify([...ways])} ${JSON.stringify(seen)}\n`)
  expect(seen.acknowledged).toBeGreaterThan(kills * 2)
  expect(seen).toMatchObject({ lost: [], doubled: [] })
  expect(await oddities(dataDir)).toEqual([])
  const hashes = await keptHashes(dataDir)
  const files = work.ledger.filter(({ kind, acknowledged }) => kind === 'berkas' && acknowledged)
  expect(files.length).toBeGreaterThan(kills / 10)
  expect(files.filter(({ mark, sha256 }) => hashes.get(mark) !== sha256)).toEqual([])

  const check = run('cli.js', { HUB_DATA: dataDir }, 'periksa', '--json')
  await check.ended
  const { masalah, diperiksa } = JSON.parse(check.said.out)
  expect(masalah.filter(({ jenis }: { jenis: string }) => jenis !== 'cakram')).toEqual([])
  expect(diperiksa.berkas).toBeGreaterThanOrEqual(files.length)
  await life.stop()
})
