// npm test: everything that must hold, then one line `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environment, install, node, root } from './install.mjs'

install()
const env = { ...environment(), FORCE_COLOR: '0' }
const browser = findBrowser()
let passed = 0
let failed = 0

const check = (name, command, args) => {
  const from = Date.now()
  const done = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  const ok = done.status === 0
  if (ok) passed++
  else failed++
  process.stdout.write(
    `${ok ? 'ok  ' : 'GAGAL'} ${name} (${((Date.now() - from) / 1000).toFixed(1)} s)\n`,
  )
}

check('format', 'oxfmt', ['--check'])
check('lint', 'oxlint', ['--deny-warnings'])
check('types', 'tsc', ['--noEmit'])
check('unused code', 'knip', [])
check('build', node(), ['bin/build.mjs'])

const folder = mkdtempSync(join(tmpdir(), 'hub-hasil-'))
for (const project of ['satuan', 'perjalanan']) {
  const report = join(folder, `${project}.json`)
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--passWithNoTests',
  ]
  const done = spawnSync('vitest', args, {
    cwd: root,
    env: { ...env, HUB_CHROMIUM: browser },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  const result = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0 }
  passed += result.numPassedTests
  failed += result.numFailedTests
  if (done.status !== 0 && result.numFailedTests === 0) failed++
}
rmSync(folder, { recursive: true, force: true })

process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)

/** A browser that is there; else Debian's when root, else the one Playwright brings. */
function findBrowser() {
  const known = [
    process.env.HUB_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  const found = known.find((path) => path && existsSync(path))
  if (found) return found
  const asRoot = process.getuid?.() === 0
  if (asRoot && existsSync('/usr/bin/apt-get')) {
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  }
  spawnSync('playwright-core', ['install', 'chromium-headless-shell'], {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return ''
}
