// npm test: everything that must hold; the last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environment, install, node, root } from './install.mjs'

const minutes = 60_000
const started = Date.now()
let passed = 0
let failed = 0
// Also when this script itself breaks or is interrupted, the last line stands and tells no lie.
process.on('exit', (code) => {
  if (code !== 0 && failed === 0) failed = 1
  process.exitCode = failed === 0 ? 0 : 1
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

install()
const env = { ...environment(), NO_COLOR: '1' }
const run = (command, args, extra = {}) =>
  spawnSync(command, args, {
    cwd: root,
    env: { ...env, ...extra },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    timeout: 20 * minutes,
  })

check('format', 'oxfmt', ['--check'])
check('lint', 'oxlint', ['--deny-warnings'])
check('types', 'tsc', ['--noEmit'])
check('unused code', 'knip', [])
check('build', node(), ['bin/build.mjs'])

const folder = mkdtempSync(join(tmpdir(), 'hub-hasil-'))
const browser = findBrowser()
findScanner()
for (const project of ['satuan', 'nyala', 'tahan', 'perjalanan']) testProject(project)
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`\n${seconds(started)} s\n`)

function check(name, command, args) {
  const from = Date.now()
  const ok = run(command, args).status === 0
  if (ok) passed++
  else failed++
  process.stdout.write(`${ok ? 'ok   ' : 'GAGAL'} ${name} (${seconds(from)} s)\n`)
}

/** Counts the tests of one Vitest project; what breaks outside of a test counts as one that failed. */
function testProject(project) {
  const report = join(folder, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const done = run('vitest', ['run', '--project', project, ...reporters], { HUB_CHROMIUM: browser })
  const result = readReport(report)
  passed += result.numPassedTests
  failed += result.numFailedTests
  if (done.status === 0 || result.numFailedTests > 0) return
  failed++
  process.stdout.write(`GAGAL ${project}: ${done.error?.message ?? `status ${done.status}`}\n`)
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 }
  }
}

function seconds(from) {
  return ((Date.now() - from) / 1000).toFixed(1)
}

/** A browser that is there; else Debian's when root, else (as an empty name) the one Playwright brings. */
function findBrowser() {
  const names = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const found = [process.env.HUB_CHROMIUM, ...names].find((path) => path && existsSync(path))
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], quiet)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  }
  run('playwright-core', ['install', 'chromium-headless-shell'])
  return ''
}

/** ClamAV's daemon, Debian's when root; without it the tests of scanning are skipped, and say so. */
function findScanner() {
  const daemon = '/usr/sbin/clamd'
  if (!existsSync(daemon) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], quiet)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'clamav-daemon'], quiet)
  }
  if (!existsSync(daemon)) process.stdout.write('tanpa ClamAV: uji pemindaian dilewati\n')
}
