import { build, context } from 'esbuild'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const stamp = join(root, 'dist/.sumber')

/** Three entries, one bundle each; packages stay outside. */
export const options = {
  absWorkingDir: root,
  entryPoints: { main: 'src/main.ts', cli: 'src/cli.ts', 'reader-worker': 'src/modules/keputusan/reader/worker.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  loader: { '.json': 'json' },
  logLevel: 'error',
}

/** Builds dist/ unless it stands for these very sources. */
export async function buildOnce() {
  const wanted = sourceHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await build(options)
  writeFileSync(stamp, wanted)
}

export const watch = async (onBuilt) => {
  const plugin = { name: 'onBuilt', setup: (b) => b.onEnd((result) => result.errors.length === 0 && onBuilt()) }
  await (await context({ ...options, plugins: [plugin] })).watch()
}

function sourceHash() {
  const hash = createHash('sha256')
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) visit(path)
      else if (/\.(tsx?|json|css)$/.test(entry.name)) hash.update(`${path}\0${statSync(path).size}\0${readFileSync(path)}`)
    }
  }
  visit(join(root, 'src'))
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
}

if (process.argv[1] === import.meta.filename) await buildOnce()
