import { build, context } from 'esbuild'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const stamp = join(root, 'dist/.sumber')

/** Four entries, one bundle each; packages stay outside. */
const options = {
  absWorkingDir: root,
  entryPoints: {
    main: 'src/main.ts',
    cli: 'src/cli.ts',
    'reader-worker': 'src/modules/keputusan/reader/worker.ts',
    'preview-worker': 'src/platform/files/preview-worker.ts',
  },
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
async function buildOnce() {
  const wanted = sourceHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  rmSync(stamp, { force: true })
  await build(options)
  writeFileSync(stamp, wanted)
}

/** A function that builds again what has changed since; false when the sources do not build. */
export async function rebuilder() {
  rmSync(stamp, { force: true })
  const building = await context(options)
  return () =>
    building.rebuild().then(
      () => true,
      () => false,
    )
}

function sourceHash() {
  const hash = createHash('sha256')
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) visit(path)
      else if (/(?<!\.test)\.(tsx?|json|css)$/.test(entry.name))
        hash.update(`${path}\0`).update(readFileSync(path))
    }
  }
  visit(join(root, 'src'))
  for (const file of ['package-lock.json', 'bin/build.mjs'])
    hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

if (process.argv[1] === import.meta.filename) await buildOnce().catch(() => (process.exitCode = 1))
