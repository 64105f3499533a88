import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'

const deadline = 20_000
const heapMegabytes = 256

/** The source file in development and tests; beside the bundle that holds this file in a release. */
const workerFile = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? './preview-worker.ts' : './preview-worker.js',
    import.meta.url,
  ),
)

const fonts = () =>
  join(
    dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
    'standard_fonts/',
  )

export type FirstPage = { pages: number | null; drawn: boolean }

/** Draws the first page of a PDF to `out` as PNG. What fails or takes too long only yields no picture. */
export async function drawFirstPage(path: string, out: string): Promise<FirstPage> {
  // It may read, write its one picture, and start nothing.
  const limits = [
    `--max-old-space-size=${heapMegabytes}`,
    '--permission',
    '--allow-addons',
    '--allow-fs-read=*',
    `--allow-fs-write=${out}`,
  ]
  const child = spawn(process.execPath, [...limits, workerFile, path, out, fonts()], {
    env: {},
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
  const drawn = await Promise.race([ended, sleep(deadline, false, { ref: false })])
  child.kill('SIGKILL')
  const pages = Number.parseInt(said, 10)
  return { pages: Number.isFinite(pages) ? pages : null, drawn }
}
