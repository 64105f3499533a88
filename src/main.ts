import { flushCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import { readConfig } from '#platform/config.ts'
import { StartFault } from '#platform/errors.ts'
import { faultSentence } from './fault-sentence.ts'
import { serve, type Keep } from './serve.ts'

const opened: (() => Promise<unknown>)[] = []
let stopping = false

const keep: Keep = async (close) => {
  opened.push(close)
  if (stopping) await closeAll()
}

async function closeAll(): Promise<void> {
  for (let close = opened.pop(); close; close = opened.pop()) await close()
}

/** True with --kosong. */
function readArguments(): boolean {
  try {
    return parseArgs({ options: { kosong: { type: 'boolean', default: false } } }).values.kosong
  } catch {
    throw new StartFault(
      'Pilihan tidak dikenal. Yang ada hanya --kosong (tanpa data contoh): npm start -- --kosong',
    )
  }
}

async function start(): Promise<void> {
  const empty = readArguments()
  const config = readConfig(process.env)
  const lines = await serve(config, empty, keep)
  if (stopping) return
  const greeting = ['', `  KPU HUB menyala di ${config.baseUrl}`, '', ...lines]
  process.stdout.write(`${[...greeting, '  Ctrl-C untuk berhenti.', ''].join('\n')}\n`)
  flushCompileCache()
}

const started = start().catch(async (error: unknown) => {
  if (stopping) return
  await closeAll().catch(() => {})
  process.stderr.write(`\n  ${faultSentence(error)}\n\n`)
  process.exit(1)
})

async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  try {
    // What is being opened this moment is closed by `keep`; loading ends when its database does.
    await closeAll()
    await started
    process.exit(0)
  } catch (error) {
    process.stderr.write(`\n  ${faultSentence(error)}\n\n`)
    process.exit(1)
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
